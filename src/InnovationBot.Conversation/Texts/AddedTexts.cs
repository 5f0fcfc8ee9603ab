using System.Xml.Linq;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Texts;

/// <summary>
/// The texts of a language that was added beside the program: <c>languages/xx/texts/**/Capability.resx</c>, in the form of the English files. All of them, or the
/// start stops and says which are missing: nobody reads half a card in another language.
/// </summary>
internal static class AddedTexts
{
    private const int MostNamed = 5;

    /// <exception cref="InvalidDataException">A text, or a plural form that the language needs, is missing; or a placeholder is not the English text's.</exception>
    public static Dictionary<string, Template> Read(string folder, IReadOnlyDictionary<string, Template> english, Language language)
    {
        var texts = new Dictionary<string, Template>();
        foreach (var path in Directory.Exists(Path.Combine(folder, "texts")) ? Directory.GetFiles(Path.Combine(folder, "texts"), "*.resx", SearchOption.AllDirectories) : [])
        {
            var capability = Path.GetFileName(path).Split('.')[0];
            foreach (var text in XDocument.Load(path).Root!.Elements("data"))
                texts[$"{capability}.{text.Attribute("name")!.Value}"] = Template.Parse(text.Element("value")?.Value ?? "");
        }

        var faults = Needed(english.Keys, language).Where(key => !texts.ContainsKey(key)).Select(key => $"{key} is missing")
            .Concat(texts.Where(text => english.TryGetValue(text.Key, out var own) && !text.Value.Names.ToHashSet().SetEquals(own.Names)).Select(text => $"{text.Key} has other placeholders"))
            .ToList();
        return faults.Count == 0 ? texts : throw new InvalidDataException($"{folder}: {string.Join(", ", faults.Take(MostNamed))}{(faults.Count > MostNamed ? $", and {faults.Count - MostNamed} more" : "")}.");
    }

    private static IEnumerable<string> Needed(IEnumerable<string> english, Language language)
    {
        var suffixes = Enum.GetValues<PluralForm>().Select(PluralForms.Suffix).ToList();
        return english.SelectMany(key => suffixes.Find(suffix => key.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix
            ? PluralForms.Needed(language).Select(form => key[..^suffix.Length] + PluralForms.Suffix(form))
            : [key]).Distinct();
    }
}
