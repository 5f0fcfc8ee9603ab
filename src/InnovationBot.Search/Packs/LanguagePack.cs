using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network;

namespace InnovationBot.Search.Packs;

/// <summary>
/// What <c>lexicon build</c> compiled on this machine from dictionaries of the operating system: directions of English words, English
/// words for those of the other languages, and what their thesauri call the same. The search works without one, by the own lexicon alone.
/// </summary>
internal sealed class LanguagePack
{
    public const string FileName = "lexicon.pack";

    /// <summary>Parts of the file are named so, with a language's code behind.</summary>
    internal const string TranslationsOf = "translations.";

    internal const string SynonymsOf = "synonyms.";

    private readonly Dictionary<Language, Translations> translations = [];
    private readonly Dictionary<Language, Synonyms> synonyms = [];

    private LanguagePack(Dictionary<string, byte[]> sections)
    {
        English = new EnglishWords(sections["english"]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in sections)
        {
            if (name.StartsWith(TranslationsOf, StringComparison.Ordinal)) translations[new Language(name[TranslationsOf.Length..])] = new Translations(content);
            if (name.StartsWith(SynonymsOf, StringComparison.Ordinal)) synonyms[new Language(name[SynonymsOf.Length..])] = new Synonyms(content);
            if (name == "made") hash.AppendData(content);
        }

        Fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    public EnglishWords English { get; }

    /// <summary>Another pack has another one; an index made with it is made anew.</summary>
    public string Fingerprint { get; }

    public IReadOnlyCollection<Language> Languages => translations.Keys;

    public Translations? Into(Language language) => translations.GetValueOrDefault(language);

    /// <summary>What a language's own thesaurus says; <c>null</c> without one.</summary>
    public Synonyms? SynonymsIn(Language language) => synonyms.GetValueOrDefault(language);

    /// <exception cref="PackException">It cannot be used, and why.</exception>
    public static LanguagePack Open(string path)
    {
        try
        {
            var sections = PackFile.Read(path);
            return sections.ContainsKey("english") ? new(sections) : throw new PackException("it has no words");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PackException("it cannot be read");
        }
        catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException)
        {
            throw new PackException("it is damaged");
        }
    }

    internal static byte[] Made(string from) => Encoding.UTF8.GetBytes(from);
}
