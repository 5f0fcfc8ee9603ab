namespace InnovationBot.Search.Embeddings;

/// <summary>
/// By how many deviations the most alike must stand out from all others to count. Models differ: to one that knows only words, texts with the same small
/// words look alike, and what it finds first stands out though it is about something else.
/// </summary>
/// <param name="ByChance">Up to here it counts nothing.</param>
/// <param name="Surely">From here it counts wholly.</param>
internal sealed record Standout(double ByChance, double Surely)
{
    public static readonly Standout Usual = new(0.6, 2);

    private const double LeastApart = 0.7;
    private const double ShareOfMisses = 0.9;
    private const double TowardsHits = 0.6;

    /// <summary>Of titles that were asked for: how far their own cases stand out, and how far the most alike of the others.</summary>
    public static Standout Learn(IReadOnlyList<double> hits, IReadOnlyList<double> misses)
    {
        var chance = Math.Max(Usual.ByChance, misses.Order().ElementAt((int)(ShareOfMisses * (misses.Count - 1))));
        var right = hits.Order().ElementAt(hits.Count / 2);
        return new(chance, chance + Math.Max(LeastApart, TowardsHits * (right - chance)));
    }

    /// <summary>
    /// How much further one stands from the usual of its own language than the most alike of so many would by chance (the expected largest of normal values).
    /// Of its own language: texts of one language look alike to a model that knows only words.
    /// </summary>
    /// <param name="cosines">Of all; those that are not compared are not finite.</param>
    /// <param name="languages">A number for the language of each.</param>
    /// <param name="at">Which one.</param>
    /// <returns><c>null</c> when there are too few to say.</returns>
    public static double? Further(ReadOnlySpan<float> cosines, ReadOnlySpan<int> languages, int at) =>
        Among(cosines, languages, at, ofItsLanguage: true, Few) ?? Among(cosines, languages, at, ofItsLanguage: false, Fewest);

    private static double? Among(ReadOnlySpan<float> cosines, ReadOnlySpan<int> languages, int at, bool ofItsLanguage, int fewest)
    {
        var (count, sum, squares) = (0, 0.0, 0.0);
        for (var i = 0; i < cosines.Length; i++)
        {
            if (!float.IsFinite(cosines[i]) || (ofItsLanguage && languages[i] != languages[at])) continue;
            (count, sum, squares) = (count + 1, sum + cosines[i], squares + (double)cosines[i] * cosines[i]);
        }

        if (count < fewest) return null;
        var mean = sum / count;
        var deviation = Math.Max(1e-9, Math.Sqrt(Math.Max(0, squares / count - mean * mean)));
        var spread = Math.Sqrt(2 * Math.Log(count));
        return (cosines[at] - mean) / deviation - spread + (Math.Log(Math.Log(count)) + Math.Log(4 * Math.PI)) / (2 * spread);
    }

    private const int Few = 12;
    private const int Fewest = 20;

    /// <returns>0 to 1.</returns>
    public double Of(double further) => Math.Clamp((further - ByChance) / (Surely - ByChance), 0, 1);
}
