using InnovationBot.Network;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Indexing;
using Lucene.Net.Index;

namespace InnovationBot.Search.Ranking;

/// <summary>A case after words and meaning were weighed against each other.</summary>
internal readonly record struct Fused(int Document, double Value);

/// <summary>
/// Weighs what an ask says against what it means: both scaled to the best of their list, meaning by as much as the best hit leaves of the
/// ask's words. Who asks in a case's own words finds it by them; who says it otherwise, by what it means.
/// </summary>
internal static class Fusion
{
    /// <param name="lexical">Best first.</param>
    /// <param name="meanings">What is alike, and how much that counts; none: the words alone.</param>
    public static IReadOnlyList<Fused> Of(IReadOnlyList<Scored> lexical, IReadOnlyList<(Likeness Likeness, double Weight)> meanings, IndexReader reader)
    {
        var top = lexical.Count == 0 ? 1 : lexical[0].Score;
        if (meanings.Count == 0) return [.. lexical.Select(hit => new Fused(hit.Document, hit.Score / top))];

        var all = new Dictionary<int, double>(lexical.Count + meanings.Sum(one => one.Likeness.Best.Count));
        foreach (var hit in lexical) all[hit.Document] = hit.Score / top;
        foreach (var (likeness, weight) in meanings)
        {
            if (weight <= 0) continue;
            foreach (var document in likeness.Best) all.TryAdd(document, 0);
        }

        var fused = new List<Fused>(all.Count);
        foreach (var (document, words) in all) fused.Add(new(document, words + meanings.Sum(one => one.Weight * one.Likeness.Of(document))));
        fused.Sort((one, other) => other.Value != one.Value
            ? other.Value.CompareTo(one.Value)
            : SegmentFacts.Order(reader, one.Document).CompareTo(SegmentFacts.Order(reader, other.Document)));
        return fused;
    }

    /// <summary>What meaning counts beside the words: a model's embeddings as far as they are listened to, the language pack's directions for the rest.</summary>
    /// <param name="lexical">Best first.</param>
    /// <param name="words">How many words the ask has in effect; see <see cref="AskPlan.EffectiveWords"/>.</param>
    /// <param name="standsOut">See <see cref="StandsOut"/>; nothing without embeddings.</param>
    /// <param name="worth">See <see cref="Worth"/>; nothing without embeddings.</param>
    public static IReadOnlyList<(Likeness Likeness, double Weight)> Weights(
        IReadOnlyList<Scored> lexical, double words, Likeness? directions, Likeness? embedded, double standsOut, double worth, Tuning tuning)
    {
        if (embedded is null) return directions is null ? [] : [(directions, Weight(lexical, words, tuning))];
        var listened = standsOut * (1 - PassedOver(lexical, embedded));
        var weight = Math.Max(worth, listened * EmbeddingWeight(lexical, tuning));
        if (directions is not null) return [(embedded, weight), (directions, (1 - Math.Max(listened, Math.Min(1, worth))) * Weight(lexical, words, tuning))];
        return [(embedded, lexical.Count == 0 ? 1 : weight)];
    }

    /// <summary>
    /// As far as the model is trusted, and as far as what it finds stands out for this ask: a model that knows no meanings, or not this language, finds
    /// something all the same, by chance.
    /// </summary>
    /// <returns>0 to 1.</returns>
    public static double StandsOut(Language asked, IReadOnlyList<Scored> lexical, Likeness embedded, EmbeddingTable table, IndexReader reader)
    {
        var worth = table.Worth;
        if (embedded.StandsOut() is not { } further) return worth.Trust;
        var own = Label.LanguageNumber(asked);
        var suspect = lexical.Count > 0 && SegmentFacts.Language(reader, embedded.Best[0]) == own && SegmentFacts.Language(reader, lexical[0].Document) != own;
        return worth.Trust * worth.Standout.Of(suspect ? further - Standout.OwnLanguageFirst : further);
    }

    /// <summary>
    /// What a model that was tried counts for this ask: wholly where ask, words and model speak of one language, for there it was tried; elsewhere as far as what it finds stands out.
    /// </summary>
    public static double Worth(Language asked, IReadOnlyList<Scored> lexical, Likeness embedded, EmbeddingTable table, double standsOut, IndexReader reader)
    {
        var own = Label.LanguageNumber(asked);
        var isTried = embedded.Best.Count > 0 && SegmentFacts.Language(reader, embedded.Best[0]) == own && (lexical.Count == 0 || SegmentFacts.Language(reader, lexical[0].Document) == own);
        return table.Worth.Weight * (isTried ? 1 : standsOut);
    }

    /// <summary>How far the model passes over what has the ask's own words.</summary>
    private static double PassedOver(IReadOnlyList<Scored> lexical, Likeness embedded) =>
        lexical.Count == 0 ? 0 : lexical[0].Words * (1 - Math.Clamp(embedded.Of(lexical[0].Document), 0, 1));

    /// <summary>Little where the best hit has many of the ask's words and the next one far fewer.</summary>
    private static double EmbeddingWeight(IReadOnlyList<Scored> lexical, Tuning tuning)
    {
        if (lexical.Count == 0) return 1;
        var ahead = lexical.Count == 1 ? 1 : 1 - lexical[1].Score / lexical[0].Score;
        var convincing = Math.Min(1, MostConvincing * lexical[0].Words * ahead);
        return (1 - convincing) * tuning.Embedding * (tuning.LeastEmbedding + (1 - tuning.LeastEmbedding) * Math.Max(0, 1 - lexical[0].Words));
    }

    private const double MostConvincing = 1.5;

    // One or two words in common are any text's; six are not.
    private const double Steep = 3;

    /// <summary>How surely a hit speaks of the same, by how many of the ask's words it has.</summary>
    /// <param name="words">How many the ask has in effect.</param>
    /// <returns>0 to 1.</returns>
    public static double Said(Scored hit, double words, Tuning tuning)
    {
        var said = Math.Pow(hit.Words * words / tuning.WordsForHalf, Steep);
        return said / (1 + said);
    }

    /// <summary>
    /// How much meaning counts beside the words. A long text is never covered whole: a case that has five of its telling words speaks of the same, however
    /// many more there are, and the direction of a long text is a mean of everything.
    /// </summary>
    private static double Weight(IReadOnlyList<Scored> lexical, double words, Tuning tuning)
    {
        if (lexical.Count == 0) return 1;
        var covered = Math.Max(Math.Max(lexical[0].Words, tuning.MeantCovers * lexical[0].Meant), Said(lexical[0], words, tuning));
        return tuning.Meaning * Math.Max(tuning.LeastMeaning, Math.Pow(Math.Max(0, 1 - covered), tuning.MeaningFalls));
    }
}
