using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network;
using InnovationBot.Search.Analysis;

namespace InnovationBot.Search.Lexicons;

/// <summary>A thing that public services deal with, whatever it is called: waiting time, single parent, building permit.</summary>
/// <param name="Id">The name it has in the lexicon's files, and in the index.</param>
/// <param name="Near">Concepts that a problem about this one is often about as well.</param>
/// <param name="English">Its wordings in English, without those that may well mean something else.</param>
internal sealed record Concept(string Id, IReadOnlyList<int> Near, IReadOnlyList<string> English);

/// <summary>A concept that words of a text name.</summary>
/// <param name="Concept">Its number in <see cref="Lexicon.Concepts"/>.</param>
/// <param name="First">The first of the words, as a position in the list that was searched.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Weight">0 to 1: less for a wording that may mean something else, for a part of a compound, and inside a longer wording.</param>
internal readonly record struct Mention(int Concept, int First, int Last, float Weight);

/// <summary>
/// What public services deal with, in the usual wordings of six languages. Built from the readable files of the folder
/// <c>Lexicon/concepts</c>; a line that cannot be read is left out and named in <see cref="Complaints"/>.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<Language, WordingTable> wordings = [];

    public IReadOnlyList<Concept> Concepts { get; private init; } = [];

    /// <summary>What could not be read, as sentences with file and line.</summary>
    public IReadOnlyList<string> Complaints { get; private init; } = [];

    /// <summary>Changes whenever a file of the lexicon does; an index made with another one is made anew.</summary>
    public string Fingerprint { get; private init; } = "";

    private static readonly Lazy<Lexicon> OfTheProgram = new(() => Read(LexiconFiles.Files("concepts", "*.tsv")));

    /// <summary>The lexicon beside the program.</summary>
    public static Lexicon Shipped => OfTheProgram.Value;

    /// <summary>Finds the concepts that a text names.</summary>
    public void Find(Language language, List<Word> words, ReadOnlySpan<char> text, List<Mention> into)
    {
        if (wordings.TryGetValue(language, out var table)) table.Find(words, text, into);
    }

    /// <summary>Concepts that a single word names, for words spelt almost so.</summary>
    public IEnumerable<string> SingleWords(Language language) => wordings.TryGetValue(language, out var table) ? table.SingleStems : [];

    public static Lexicon Read(IReadOnlyList<string> paths)
    {
        var complaints = new List<string>();
        var rows = new List<LexiconRow>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
        {
            var lines = File.ReadAllLines(path, Encoding.UTF8);
            foreach (var line in lines) hash.AppendData(Encoding.UTF8.GetBytes(line));
            rows.AddRange(LexiconRow.Read(Path.GetFileName(path), lines, complaints));
        }

        foreach (var path in LexiconFiles.Files("common-words", "*.txt")) hash.AppendData(File.ReadAllBytes(path));
        return new Lexicon(rows, complaints) { Fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset())[..16] };
    }

    private Lexicon(List<LexiconRow> rows, List<string> complaints)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!numbers.TryAdd(row.Id, numbers.Count)) complaints.Add($"{row.Source}: the concept '{row.Id}' stands there a second time; its wordings are added to the first.");
        }

        var near = new List<int>[numbers.Count];
        for (var i = 0; i < near.Length; i++) near[i] = [];
        foreach (var language in Network.Language.Spoken) wordings[language] = new WordingTable(TextAnalysis.Of(language));
        foreach (var row in rows)
        {
            var number = numbers[row.Id];
            foreach (var other in row.Near)
            {
                if (numbers.TryGetValue(other, out var neighbour)) Link(near, number, neighbour);
                else complaints.Add($"{row.Source}: '{row.Id}' is near '{other}', which no line explains.");
            }

            foreach (var (language, texts) in row.Wordings)
            {
                if (!wordings.TryGetValue(language, out var table)) continue; // a column of a language that nobody here speaks
                foreach (var text in texts) table.Add(text, number);
            }
        }

        foreach (var table in wordings.Values) table.Complete();
        var english = rows.ToLookup(row => numbers[row.Id], row => row.Wordings.First(wording => wording.Language == Language.English).Texts.Where(text => !text.StartsWith('~')));
        Concepts = [.. numbers.OrderBy(n => n.Value).Select(n => new Concept(n.Key, near[n.Value], [.. english[n.Value].SelectMany(texts => texts)]))];
        Complaints = complaints;
    }

    private static void Link(List<int>[] near, int one, int other)
    {
        if (one == other) return;
        if (!near[one].Contains(other)) near[one].Add(other);
        if (!near[other].Contains(one)) near[other].Add(one);
    }
}
