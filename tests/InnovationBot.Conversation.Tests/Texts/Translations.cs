using System.Text.RegularExpressions;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Tests.Texts;

/// <summary>What the tests ask of the text files: which keys a language needs, and a text as it stands in its file.</summary>
internal static partial class Translations
{
    /// <summary>Every spoken language but English, whose texts the others are measured by.</summary>
    public static TheoryData<string> Translated => [.. Language.Spoken.Where(language => language != Language.English).Select(language => language.Code)];

    public static TheoryData<string> Spoken => [.. Language.Spoken.Select(language => language.Code)];

    public static TextCatalog Catalog => TextCatalog.Default;

    /// <summary>English's keys, with a text that depends on a number once for each plural form of the language.</summary>
    public static IEnumerable<string> KeysNeeded(Language language) => Catalog.All(Language.English).Keys.SelectMany(key =>
        !IsCounted(key) ? [key]
        : key.EndsWith(".one", StringComparison.Ordinal) ? PluralForms.Needed(language).Select(form => Name(key) + PluralForms.Suffix(form))
        : []);

    public static bool IsCounted(string key) => Plural().IsMatch(key);

    /// <summary>The key without its plural form.</summary>
    public static string Name(string key) => Plural().Replace(key, "");

    /// <summary>The English text that a key translates: a form that English lacks is measured by its "other".</summary>
    public static Template English(string key)
    {
        var english = Catalog.All(Language.English);
        return english.TryGetValue(key, out var same) ? same : english[Name(key) + ".other"];
    }

    /// <summary>A text as it stands in the file, each placeholder as its name in braces.</summary>
    public static string Written(Template template) => template.Fill(name => $"{{{name}}}");

    public static string Written(Language language, string key) => Written(Catalog.Get(language, key));

    public static IEnumerable<string> List(Language language, string key) =>
        Written(language, key).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"\.(one|two|few|other)$")]
    private static partial Regex Plural();
}
