namespace InnovationBot.Search.Embeddings;

/// <summary>
/// By how many deviations the most alike must stand out from all others to count. Models differ: to one that knows only words, texts with the same small
/// words look alike, and what it finds first stands out though it is about something else.
/// </summary>
/// <param name="ByChance">Up to here it counts nothing.</param>
/// <param name="Surely">From here it counts wholly.</param>
internal sealed record Standout(double ByChance, double Surely)
{
    // Of models that know nothing of meaning 97 of 100 first finds stand out less; what a model that knows much finds stands out by more than twice as much.
    private const double LeastByChance = 1.6;
    private const double LeastApart = 1.2;

    public static readonly Standout Usual = new(LeastByChance, LeastByChance + LeastApart);

    private const double ShareOfMisses = 0.95;

    // To a model that knows the library's texts as well as the words do, what stands out further is rarely wrong: a library has cases about the same, which are not the title's own.
    private const double MostByChance = 3.5;
    private const double TowardsHits = 0.4;

    /// <summary>
    /// By so much less than it does counts what is found in the ask's own language where the words point to another: to a model that does not know the other one,
    /// texts of the own one are nearest whatever they say.
    /// </summary>
    public const double OwnLanguageFirst = 0.8;

    /// <summary>Of titles that were asked for: how far their own cases stand out, and how far the most alike of the others.</summary>
    /// <param name="isAMatch">The model is as good as the words or better.</param>
    public static Standout Learn(IReadOnlyList<double> hits, IReadOnlyList<double> misses, bool isAMatch)
    {
        var chance = Math.Max(LeastByChance, misses.Order().ElementAt((int)(ShareOfMisses * (misses.Count - 1))));
        if (isAMatch) chance = Math.Min(MostByChance, chance);
        var right = hits.Order().ElementAt(hits.Count / 2);
        return new(chance, chance + Math.Max(LeastApart, TowardsHits * (right - chance)));
    }

    /// <summary>
    /// How much further one stands from the usual of its own language than the most alike of so many would by chance (the expected largest of normal values).
    /// Of its own language: texts of one language look alike to a model that knows only words.
    /// </summary>
    /// <param name="cosine">Of that one.</param>
    /// <param name="ofItsLanguage">The others of its language that were compared; with itself among them, the further it stood the wider they would seem to lie.</param>
    /// <param name="ofAll">All others that were compared; they speak where its language has too few.</param>
    /// <returns><c>null</c> when there are too few to say.</returns>
    public static double? Further(float cosine, in Moments ofItsLanguage, in Moments ofAll) =>
        ofItsLanguage.Count >= Few ? Beyond(cosine, ofItsLanguage) : ofAll.Count >= Fewest ? Beyond(cosine, ofAll) : null;

    private static double Beyond(float cosine, in Moments others)
    {
        var spread = Math.Sqrt(2 * Math.Log(others.Count));
        return (cosine - others.Mean) / Math.Max(1e-9, others.Deviation) - spread + (Math.Log(Math.Log(others.Count)) + Math.Log(4 * Math.PI)) / (2 * spread);
    }

    private const int Few = 12;
    private const int Fewest = 20;

    /// <returns>0 to 1.</returns>
    public double Of(double further) => Math.Clamp((further - ByChance) / (Surely - ByChance), 0, 1);
}
