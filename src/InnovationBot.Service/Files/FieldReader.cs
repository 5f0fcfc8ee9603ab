using System.Globalization;
using System.Text.RegularExpressions;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>Reads a row's fields as what they have to be; what they are not is kept as faults, so that a file's author mends all at once.</summary>
internal sealed partial class FieldReader(Row row, FileFaults faults)
{
    private const int LongestKey = 100;
    private const int LongestName = 500;
    private const int LongestProse = 8000;
    private const int MostItems = 50;

    public bool Has(string field) => row.Fields.ContainsKey(field);

    /// <summary>A name or title, at most 500 characters.</summary>
    public string Name(string field) => Required(field, Text(field, LongestName));

    public string? NameOrNone(string field) => Text(field, LongestName);

    /// <summary>Running text, at most 8,000 characters.</summary>
    public string Prose(string field) => Required(field, Text(field, LongestProse));

    public string? ProseOrNone(string field) => Text(field, LongestProse);

    /// <summary>Somebody's own id, at most 100 characters.</summary>
    public string Key(string field) => Required(field, Text(field, LongestKey));

    public string? KeyOrNone(string field) => Text(field, LongestKey);

    public TEnum Word<TEnum>(string field) where TEnum : struct, Enum
    {
        if (WordOrNone<TEnum>(field) is { } word) return word;
        Required(field, null);
        return default;
    }

    public TEnum? WordOrNone<TEnum>(string field) where TEnum : struct, Enum =>
        Text(field, LongestName) is { } text ? ReadWord<TEnum>(field, text) : null;

    public List<TEnum> Words<TEnum>(string field) where TEnum : struct, Enum =>
        [.. List(field).Select(item => ReadWord<TEnum>(field, item)).OfType<TEnum>().Distinct()];

    /// <summary>At most 50 entries of 500 characters.</summary>
    public List<string> List(string field)
    {
        if (!row.Fields.TryGetValue(field, out var value)) return [];
        if (value.IsNoText) Fault(field, Mend.TextOrList);
        var items = value.Items.Select(FieldText.Plain).ToList();
        foreach (var unfit in items.Select(item => FieldText.Unfit(item, isName: true)).OfType<Mend>()) Fault(field, unfit);
        if (items.Count > MostItems) Fault(field, Mend.ManyEntries(MostItems, items.Count));
        if (items.Exists(item => item.Length > LongestName)) Fault(field, Mend.LongEntry(LongestName));
        return items;
    }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string Country(string field) => Required(field, CountryOrNone(field));

    public string? CountryOrNone(string field)
    {
        if (Text(field, LongestName) is not { } text) return null;
        if (Countries.Code(text) is { } code) return code;
        Fault(field, Mend.Country(text));
        return null;
    }

    /// <summary>Lower case.</summary>
    public string Email(string field) => Required(field, EmailOrNone(field));

    public string? EmailOrNone(string field) => Text(field, LongestName) is { } text ? ReadEmail(field, text) : null;

    public List<string> Emails(string field) => [.. List(field).Select(item => ReadEmail(field, item)).OfType<string>().Distinct()];

    public Language? LanguageOrNone(string field) => Text(field, LongestName) is { } text ? ReadLanguage(field, text) : null;

    public List<Language> Languages(string field) => [.. List(field).Select(item => ReadLanguage(field, item)).OfType<Language>().Distinct()];

    public bool Flag(string field)
    {
        if (Text(field, LongestName) is not { } text) return false;
        if (bool.TryParse(text, out var flag)) return flag;
        Fault(field, Mend.Flag(text));
        return false;
    }

    public int? Number(string field, int least, int most)
    {
        if (Text(field, LongestName) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Fault(field, Mend.Number(text, least, most));
        return null;
    }

    /// <summary>An IANA name.</summary>
    public string? ZoneOrNone(string field)
    {
        if (Text(field, LongestName) is not { } text) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId) return text;
        Fault(field, Mend.Zone(text));
        return null;
    }

    public List<string> Addresses(string field)
    {
        var links = List(field);
        foreach (var link in links.Where(link => !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")))
            Fault(field, Mend.Link(link));
        return links;
    }

    /// <summary>E-mail domains, lower case.</summary>
    public List<string> Domains(string field)
    {
        var domains = List(field).ConvertAll(domain => domain.TrimStart('@').ToLowerInvariant());
        foreach (var domain in domains.Where(domain => !domain.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(domain) != UriHostNameType.Dns))
            Fault(field, Mend.Domain(domain));
        return [.. domains.Distinct()];
    }

    private void Fault(string field, Mend mend) => faults.Add(row.Line, field, mend);

    private string? Text(string field, int most)
    {
        if (!row.Fields.TryGetValue(field, out var value)) return null;
        if (value.Text is not { } written)
        {
            Fault(field, value.IsNoText ? Mend.Text : Mend.OneText);
            return null;
        }

        var text = FieldText.Plain(written);
        if (FieldText.Unfit(text, isName: most < LongestProse) is { } unfit) Fault(field, unfit);
        if (text.Length > most) Fault(field, Mend.LongText(most, text.Length));
        return text;
    }

    private string Required(string field, string? value)
    {
        if (value is null && !Has(field)) Fault(field, Mend.Required);
        return value ?? "";
    }

    private TEnum? ReadWord<TEnum>(string field, string text) where TEnum : struct, Enum
    {
        if (Vocabulary.TryRead<TEnum>(text, out var value)) return value;
        Fault(field, Mend.Word(text, Vocabulary.All<TEnum>()));
        return null;
    }

    private Language? ReadLanguage(string field, string text)
    {
        if (text.Length == 2 && text.All(char.IsAsciiLetter)) return new Language(text.ToLowerInvariant());
        Fault(field, Mend.Language(text));
        return null;
    }

    private string? ReadEmail(string field, string text)
    {
        if (text.Length <= 254 && Address().IsMatch(text)) return text.ToLowerInvariant();
        Fault(field, Mend.Email(text));
        return null;
    }

    /// <summary>One @ with something before it and a domain of two or more labels after it; whether it exists is not ours to know.</summary>
    [GeneratedRegex(@"^[^\s@<>()\[\],;:""\\]+@[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
