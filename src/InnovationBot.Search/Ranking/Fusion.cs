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
    /// <param name="likeness"><c>null</c>: the words alone.</param>
    public static IReadOnlyList<Fused> Of(IReadOnlyList<Scored> lexical, Likeness? likeness, double weight, IndexReader reader)
    {
        var top = lexical.Count == 0 ? 1 : lexical[0].Score;
        if (likeness is null) return [.. lexical.Select(hit => new Fused(hit.Document, hit.Score / top))];

        var all = new Dictionary<int, double>(lexical.Count + likeness.Best.Count);
        foreach (var hit in lexical) all[hit.Document] = hit.Score / top;
        foreach (var document in likeness.Best) all.TryAdd(document, 0);
        var fused = new List<Fused>(all.Count);
        foreach (var (document, words) in all) fused.Add(new(document, words + weight * likeness.Of(document)));
        fused.Sort((one, other) => other.Value != one.Value
            ? other.Value.CompareTo(one.Value)
            : SegmentFacts.Order(reader, one.Document).CompareTo(SegmentFacts.Order(reader, other.Document)));
        return fused;
    }

    /// <summary>
    /// How much a model's embeddings count beside the words: as far as the model is trusted, and as far as what it finds stands out for this ask. A
    /// model that knows no meanings, or not this language, finds something all the same, by chance.
    /// </summary>
    public static double EmbeddingWeight(IReadOnlyList<Scored> lexical, Likeness likeness, double trust, Tuning tuning)
    {
        if (lexical.Count == 0) return 1;
        var found = likeness.StandsOut is { } further ? Math.Clamp((further - ByChance) / (Surely - ByChance), 0, 1) : 1;
        return found * trust * tuning.Embedding * (tuning.LeastEmbedding + (1 - tuning.LeastEmbedding) * Math.Max(0, 1 - lexical[0].Words));
    }

    private const double ByChance = 0.6;
    private const double Surely = 2;

    /// <summary>How much meaning counts beside the words.</summary>
    public static double Weight(IReadOnlyList<Scored> lexical, Tuning tuning)
    {
        if (lexical.Count == 0) return 1;
        var covered = Math.Max(lexical[0].Words, tuning.MeantCovers * lexical[0].Meant);
        return tuning.Meaning * Math.Max(tuning.LeastMeaning, Math.Pow(Math.Max(0, 1 - covered), tuning.MeaningFalls));
    }
}
