using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Library;

namespace InnovationBot.Conversation.Cases.Library;

/// <summary>
/// Which page of the library a card shows, in the data of its buttons, so that paging, opening a case and going back all
/// stay on one card. What comes back is read as a stranger's text.
/// </summary>
/// <param name="Unknown">What was asked for and is not known; none when all is.</param>
/// <param name="Named">The area or region as it was written; none when it was chosen.</param>
public sealed record LibraryView(CaseFilter Filter, int Page = 1, string? Unknown = null, string? Named = null)
{
    /// <summary>The value of a choice that filters nothing: some clients cannot take a choice back.</summary>
    public const string Any = "any";

    public CardData Data(CardData? more = null)
    {
        var data = (more ?? CardData.None).With("view", Write());
        return Filter.Text.Length > 0 ? data.With("text", Filter.Text) : data;
    }

    /// <summary>From a button of the library or of a case opened there.</summary>
    public static LibraryView? Of(PressData data)
    {
        var view = data.Text("view", CardData.LongestValue);
        if (view.Length == 0) return null;

        var read = new LibraryView(CaseFilter.None with { Text = Cut(data.Text("text")) });
        foreach (var part in view.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var dot = part.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0) read = read.With(part[..dot], part[(dot + 1)..]);
        }

        return read;
    }

    /// <summary>From the fields of the card's filter, whatever it showed before.</summary>
    public static LibraryView OfFields(PressData data)
    {
        var read = new LibraryView(CaseFilter.None with { Text = Cut(data.Text("words")), UsersTookPart = data.Flag("users"), ReadyToTakeOver = data.Flag("takeover") });
        foreach (var (field, name) in new[] { ("area", "a"), ("tier", "t"), ("region", "r"), ("country", "c"), ("outcome", "o"), ("barrier", "b"), ("year", "y") })
            if (data.Text(field, 200) is { Length: > 0 } value && value != Any) read = read.With(name, value);
        return read;
    }

    /// <summary>The same with one part of the filter set, read from the vocabulary's word.</summary>
    internal LibraryView With(string name, string value)
    {
        switch (name)
        {
            case "p":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? this with { Page = Math.Clamp(page, 1, 100_000) } : this;
            case "a" when IsKey(value):
                return Set(Filter with { Area = value });
            case "r" when IsKey(value):
                return Set(Filter with { Region = value });
            case "t" when Vocabulary.TryRead<Tier>(value, out var tier):
                return Set(Filter with { Tier = tier });
            case "o" when Vocabulary.TryRead<Outcome>(value, out var outcome):
                return Set(Filter with { Outcome = outcome });
            case "b" when Vocabulary.TryRead<Network.Barrier>(value, out var barrier):
                return Set(Filter with { Barrier = barrier });
            case "c" when Countries.Code(value) is { } country:
                return Set(Filter with { Country = country });
            case "y" when value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year):
                return Set(Filter with { Year = year });
            case "u":
                return Set(Filter with { UsersTookPart = true });
            case "k":
                return Set(Filter with { ReadyToTakeOver = true });
            default:
                return this with { Unknown = Unknown ?? Cut(value) };
        }
    }

    private LibraryView Set(CaseFilter filter) => this with { Filter = filter };

    private string Write()
    {
        List<string> parts = [$"p.{Page.ToString(CultureInfo.InvariantCulture)}"];
        if (Filter.Area is { } area) parts.Add($"a.{area}");
        if (Filter.Region is { } region) parts.Add($"r.{region}");
        if (Filter.Tier is { } tier) parts.Add($"t.{Vocabulary.Write(tier)}");
        if (Filter.Outcome is { } outcome) parts.Add($"o.{Vocabulary.Write(outcome)}");
        if (Filter.Barrier is { } barrier) parts.Add($"b.{Vocabulary.Write(barrier)}");
        if (Filter.Country is { } country) parts.Add($"c.{country}");
        if (Filter.Year is { } year) parts.Add($"y.{year.ToString("0000", CultureInfo.InvariantCulture)}");
        if (Filter.UsersTookPart) parts.Add("u.1");
        if (Filter.ReadyToTakeOver) parts.Add("k.1");
        return string.Join('|', parts);
    }

    private static bool IsKey(string value) => value.Length == 12 && value.All(char.IsAsciiHexDigitLower);

    internal static string Cut(string text) => text.Length <= CaseFilter.LongestText ? text : text[..CaseFilter.LongestText].TrimEnd();
}
