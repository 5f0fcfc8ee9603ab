using System.Collections.Concurrent;
using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Network;
using InnovationBot.Network.Languages;

namespace InnovationBot.Conversation.Texts;

/// <summary>
/// Says things in one language, as plain words: what shows them as markdown escapes them. <see cref="Markdown"/> is for
/// the texts that hold markdown themselves; there, what people wrote is escaped here.
/// </summary>
public sealed class Say
{
    private static readonly ConcurrentDictionary<string, Say> Speakers = new();

    private readonly TextCatalog catalog;

    private Say(Language language, TextCatalog catalog)
    {
        Language = language;
        Culture = language.Code switch { "en" => CultureInfo.GetCultureInfo("en-IE"), "sl" => Slovene(), var code => CultureInfo.GetCultureInfo(code) };
        this.catalog = catalog;
    }

    public Language Language { get; }

    /// <summary>For dates and numbers; English as the Union writes it, day before month.</summary>
    public CultureInfo Culture { get; }

    public static Say In(Language language) =>
        Speakers.GetOrAdd(language.IsSpoken ? language.Code : Language.English.Code, code => new Say(new Language(code), TextCatalog.Default));

    public string this[string key] => catalog.Get(Language, key).Fill(Missing);

    public string this[string key, params ReadOnlySpan<(string Name, object Value)> values] => Fill(key, values, escape: false);

    /// <summary>Whether there is such a text; for names that come from elsewhere.</summary>
    public bool Has(string key) => catalog.Has(Language, key);

    /// <summary>A text that holds markdown of its own; its values can never become a link, a list or bold.</summary>
    public string Markdown(string key, params ReadOnlySpan<(string Name, object Value)> values) => Fill(key, values, escape: true);

    /// <summary>The form of a text that <paramref name="count"/> takes; the text finds it as <c>{count}</c>.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, object Value)> values) =>
        Fill(key + PluralForms.Suffix(PluralForms.Of(Language, count)), [.. values, ("count", count)], escape: false);

    /// <summary>The word for a value of an enumeration: texts <c>Words.Outcome_failed</c>.</summary>
    public string Word<TEnum>(TEnum value) where TEnum : struct, Enum => this[$"Words.{typeof(TEnum).Name}_{Vocabulary.Write(value)}"];

    /// <summary>"1 March 2027", in the reader's zone.</summary>
    public string Date(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(catalog.Get(Language, "Words.DateFormat").Fill(Missing), Culture);

    /// <summary>The date of the last moment before <paramref name="until"/>: who is away until midnight is away until the day that ends there.</summary>
    public string LastDay(DateTimeOffset until, TimeZoneInfo zone) => Date(until.AddTicks(-1), zone);

    /// <summary>"Monday 1 March".</summary>
    public string Day(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(catalog.Get(Language, "Words.DayFormat").Fill(Missing), Culture);

    public string LanguageName(Language language) =>
        catalog.Has(Language, $"Words.Language_{language.Code}") ? this[$"Words.Language_{language.Code}"] : LanguageFiles.Of(language)?.Name ?? language.Code;

    public string LanguageNames(IEnumerable<Language> languages) => string.Join(", ", languages.Select(LanguageName));

    /// <summary>The country's name in this language, for ISO 3166-1 alpha-2 codes of the texts; the code itself otherwise.</summary>
    public string Country(string code) => catalog.Has(Language, $"Words.Country_{code}") ? this[$"Words.Country_{code}"] : code;

    /// <summary>"in Slovenia": languages differ in preposition and case.</summary>
    public string InCountry(string code) =>
        catalog.Has(Language, $"Words.InCountry_{code}") ? this[$"Words.InCountry_{code}"] : this["Words.InCountry", ("country", Country(code))];

    private static string Missing(string name) => throw new KeyNotFoundException($"The placeholder '{name}' has no value.");

    private string Fill(string key, ReadOnlySpan<(string Name, object Value)> values, bool escape)
    {
        var template = catalog.Get(Language, key);
        var filled = new Dictionary<string, string>(values.Length);
        foreach (var (name, value) in values)
            filled[name] = value switch
            {
                string text when escape => Cards.Markdown.Escape(text),
                IFormattable number => number.ToString(null, Culture),
                _ => value.ToString() ?? "",
            };
        return template.Fill(name => filled.TryGetValue(name, out var value) ? value : Missing(name));
    }

    /// <summary>CLDR names Slovene months in the nominative alone; after a day they stand in the genitive, "8. marca".</summary>
    private static CultureInfo Slovene()
    {
        var culture = new CultureInfo("sl", useUserOverride: false);
        culture.DateTimeFormat.MonthGenitiveNames =
        [
            "januarja", "februarja", "marca", "aprila", "maja", "junija", "julija", "avgusta", "septembra", "oktobra", "novembra", "decembra", "",
        ];
        return CultureInfo.ReadOnly(culture);
    }
}
