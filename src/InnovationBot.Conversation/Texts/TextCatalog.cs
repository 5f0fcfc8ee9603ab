using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using InnovationBot.Network;
using InnovationBot.Network.Languages;

namespace InnovationBot.Conversation.Texts;

/// <summary>
/// All texts shown to people, from one .NET resource file per capability and language
/// (<c>Problems/Texts/Problems.resx</c>, <c>Problems.sl.resx</c>, …). A text's key is "Capability.Name". Read once; never
/// by ambient culture, since one process writes to readers of every language.
/// </summary>
public sealed class TextCatalog
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Template>> byLanguage;

    /// <summary>The texts of the conversation itself.</summary>
    public static TextCatalog Default { get; } = new(typeof(TextCatalog).Assembly);

    public TextCatalog(Assembly assembly)
    {
        var capabilities = assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Texts.", StringComparison.Ordinal) && name.EndsWith(".resources", StringComparison.Ordinal))
            .Select(name => name[..^".resources".Length])
            .ToList();
        byLanguage = Language.Spoken.ToFrozenDictionary(
            language => language.Code,
            language => (LanguageFiles.Of(language)?.Folder is { } folder ? AddedTexts.Read(folder, Load(assembly, capabilities, Language.English), language) : Load(assembly, capabilities, language)).ToFrozenDictionary());
    }

    /// <summary>Every key of a language's own files; what is missing here is not silently taken from English.</summary>
    public IReadOnlyDictionary<string, Template> All(Language language) => byLanguage[language.Code];

    /// <exception cref="KeyNotFoundException">No such text in this language.</exception>
    public Template Get(Language language, string key) =>
        byLanguage[language.Code].TryGetValue(key, out var template) ? template : throw new KeyNotFoundException($"No text '{key}' in '{language}'.");

    public bool Has(Language language, string key) => byLanguage[language.Code].ContainsKey(key);

    private static Dictionary<string, Template> Load(Assembly assembly, IEnumerable<string> capabilities, Language language)
    {
        var texts = new Dictionary<string, Template>();
        var culture = language == Language.English ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language.Code);
        foreach (var baseName in capabilities)
        {
            var capability = baseName[(baseName.LastIndexOf('.') + 1)..];
            if (new ResourceManager(baseName, assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not { } set) continue;
            foreach (DictionaryEntry entry in set) texts[$"{capability}.{entry.Key}"] = Template.Parse((string)entry.Value!);
        }

        return texts;
    }
}
