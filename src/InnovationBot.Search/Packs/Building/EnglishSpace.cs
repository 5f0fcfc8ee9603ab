using System.Runtime.InteropServices;
using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Lexicons;

namespace InnovationBot.Search.Packs.Building;

/// <summary>
/// Gives every English word of WordNet and of the own lexicon a direction, so that words for nearly the same lie close: the truncated
/// decomposition of the matrix of words by meanings, a meaning being its words, its definition and what it is related to.
/// </summary>
internal static class EnglishSpace
{
    public const int Dimensions = 256;

    // How much of a meaning each of its words is.
    private const float Definition = 0.5f;
    private const float Example = 0.2f;
    private const float PartOfLemma = 0.5f;
    private const float Relation = 0.7f;

    // A concept of the own lexicon counts as a meaning that somebody wrote for public services.
    private const float Concept = 1.5f;
    private const float NearConcept = 0.25f;
    // The usual wordings stand first; later ones are turns of phrase, whose words mean much else.
    private const int UsualWordings = 16;

    private const int MostOfNear = 3;

    // The power of the singular values: below 1 the rarer directions count more.
    private const double Strength = 0.5;

    private const int LongestWord = 32;

    public static byte[] Build(string wordNet, Lexicon lexicon, IProgress<string> progress, CancellationToken stop)
    {
        var synsets = WordNetFiles.Read(wordNet, stop);
        progress.Report($"WordNet: {synsets.Count} meanings read");
        var columns = new Columns();
        var byId = synsets.ToDictionary(synset => synset.Id);
        foreach (var synset in synsets)
        {
            stop.ThrowIfCancellationRequested();
            Fill(columns, synset, byId);
        }

        foreach (var concept in lexicon.Concepts) Fill(columns, [.. concept.English.Take(UsualWordings)], [.. concept.Near.SelectMany(near => lexicon.Concepts[near].English.Take(MostOfNear))]);
        progress.Report($"English: {columns.Words.Count} words in {columns.Count} meanings");

        var sorted = StringTable.Sorted(columns.Words.Keys);
        var vectors = TruncatedSvd.RowVectors(
            columns.ToMatrix(sorted), Dimensions, Strength, (done, steps) => progress.Report($"Word vectors: step {done} of {steps}"), stop);
        return EnglishWords.Write(sorted, [.. sorted.Select(word => columns.Frequency(word))], vectors, Dimensions);
    }

    private static void Fill(Columns columns, Synset synset, Dictionary<string, Synset> byId)
    {
        columns.Begin(1);
        foreach (var (lemma, rank) in synset.Lemmas) columns.AddLemma(lemma, 1 / MathF.Sqrt(rank));
        var definition = synset.Gloss.Split("; \"")[0];
        columns.AddText(definition, Definition);
        if (definition.Length < synset.Gloss.Length) columns.AddText(synset.Gloss[definition.Length..], Example);
        foreach (var (id, near) in synset.Related)
        {
            if (!byId.TryGetValue(id, out var other)) continue;
            foreach (var (lemma, rank) in other.Lemmas.Take(3)) columns.AddLemma(lemma, Relation * near / MathF.Sqrt(rank));
        }

        columns.End();
    }

    private static void Fill(Columns columns, IReadOnlyList<string> own, IReadOnlyList<string> near)
    {
        columns.Begin(Concept);
        foreach (var wording in own) columns.AddLemma(wording, 1);
        foreach (var wording in near) columns.AddLemma(wording, NearConcept);
        columns.End();
    }

    private sealed class Columns
    {
        private static readonly TextAnalysis Analysis = TextAnalysis.Of(Language.English);

        private readonly List<(int Word, int Column, float Value)> cells = new(3_000_000);
        private readonly List<int> frequencies = [];
        private readonly List<float> weights = [];
        private readonly Dictionary<int, float> open = [];
        private readonly List<Word> read = [];

        public Dictionary<string, int> Words { get; } = new(StringComparer.Ordinal);

        public int Count => weights.Count;

        public int Frequency(string word) => frequencies[Words[word]];

        public void Begin(float weight) => weights.Add(weight);

        public void AddLemma(string lemma, float weight)
        {
            read.Clear();
            Analysis.Words(lemma, read);
            foreach (var word in read) Add(word, read.Count == 1 ? weight : weight * PartOfLemma);
        }

        public void AddText(string text, float weight)
        {
            read.Clear();
            Analysis.Words(text, read);
            foreach (var word in read) Add(word, weight);
        }

        private void Add(Word word, float weight)
        {
            if (word.IsStop || word.Stem.Length is < 2 or > LongestWord || !char.IsLetter(word.Stem[0])) return;
            if (!Words.TryGetValue(word.Stem, out var number))
            {
                Words[word.Stem] = number = Words.Count;
                frequencies.Add(0);
            }

            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(open, number, out _);
            known = Math.Max(known, weight);
        }

        public void End()
        {
            foreach (var (word, value) in open)
            {
                cells.Add((word, Count - 1, value));
                frequencies[word]++;
            }

            open.Clear();
        }

        /// <summary>Words in the given order; what many meanings have counts little, and every meaning alike.</summary>
        public SparseMatrix ToMatrix(List<string> order)
        {
            var place = new int[Words.Count];
            for (var i = 0; i < order.Count; i++) place[Words[order[i]]] = i;
            var rarity = frequencies.Select(frequency => MathF.Log(1 + (float)Count / frequency)).ToArray();
            var lengths = new float[Count];
            foreach (var (word, column, value) in cells) lengths[column] += value * rarity[word] * value * rarity[word];
            return SparseMatrix.Of(order.Count, Count,
                [.. cells.Select(cell => (place[cell.Word], cell.Column, cell.Value * rarity[cell.Word] * weights[cell.Column] / MathF.Sqrt(lengths[cell.Column])))]);
        }
    }
}
