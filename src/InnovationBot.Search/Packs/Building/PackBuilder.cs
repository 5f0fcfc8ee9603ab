using System.Security.Cryptography;
using System.Text;
using InnovationBot.Search.Lexicons;

namespace InnovationBot.Search.Packs.Building;

/// <summary>
/// Compiles a language pack: minutes, once. Each finished part is kept beside the pack until all are there, so that a build that was
/// stopped goes on where it stopped.
/// </summary>
public sealed class PackBuilder(PackSources sources, string path, IProgress<string> progress)
{
    private string Parts => path + ".parts";

    /// <returns>What the pack holds, as a sentence.</returns>
    /// <exception cref="PackException">WordNet is missing.</exception>
    public string Build(CancellationToken stop)
    {
        if (sources.WordNet is not { } wordNet) throw new PackException("WordNet's database was not found");
        Directory.CreateDirectory(Parts);
        var lexicon = Lexicon.Shipped;
        var key = Key(WordNetFiles.Of(wordNet), lexicon.Fingerprint);
        var english = Part("english", key, () => EnglishSpace.Build(wordNet, lexicon, progress, stop));
        var words = new EnglishWords(english);
        List<(string, byte[])> sections = [("english", english)];
        foreach (var files in sources.Languages.Where(files => files.HasDictionary))
        {
            stop.ThrowIfCancellationRequested();
            var name = LanguagePack.TranslationsOf + files.Language.Code;
            var own = Key(files.Paths, key);
            key += own;
            sections.Add((name, Part(name, own, () => TranslationBuilder.Build(files, words, progress, stop))));
            if (files.Thesaurus is { } thesaurus) sections.Add((LanguagePack.SynonymsOf + files.Language.Code, SynonymBuilder.Build(thesaurus, files.Language, stop)));
        }

        sections.Add(("made", LanguagePack.Made(key)));
        PackFile.Write(path, sections);
        Directory.Delete(Parts, recursive: true);
        var languages = sections.Where(section => section.Item1.StartsWith(LanguagePack.TranslationsOf, StringComparison.Ordinal)).Select(section => section.Item1[^2..]).ToList();
        return $"{words.Count} English words with directions; {(languages.Count == 0 ? "no other language" : "translations from " + string.Join(", ", languages))}; {new FileInfo(path).Length / 1_000_000} MB.";
    }

    private byte[] Part(string name, string key, Func<byte[]> make)
    {
        var file = Path.Combine(Parts, $"{name}-{key}");
        if (File.Exists(file))
        {
            try
            {
                var kept = PackFile.Read(file)[name];
                progress.Report($"{name}: finished before");
                return kept;
            }
            catch (Exception fault) when (fault is PackException or IOException or KeyNotFoundException)
            {
                File.Delete(file);
            }
        }

        var made = make();
        PackFile.Write(file, [(name, made)]);
        return made;
    }

    /// <summary>The same files, as far as names, lengths and times tell.</summary>
    private static string Key(IEnumerable<string> files, string with)
    {
        var all = new StringBuilder(with).Append(PackFile.Format);
        foreach (var file in files.Select(file => new FileInfo(file))) all.Append(file.Name).Append(file.Length).Append(file.LastWriteTimeUtc.Ticks);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..16];
    }
}
