namespace InnovationBot.Search.Embeddings;

/// <summary>What a model showed itself worth when it was tried on the library; see <see cref="ModelTrial"/>.</summary>
/// <param name="Trust">How far it is listened to at all, 0 to 1: a model that does not find cases by their own titles knows nothing of these texts.</param>
/// <param name="Standout">What the best of what is wrong looks like to it, and what is right.</param>
/// <param name="Weight">What its finds count where it knows the language, against 1 for the best by words; 0 for a model that is no match for the words.</param>
internal sealed record ModelWorth(double Trust, Standout Standout, double Weight)
{
    /// <summary>Until it was tried.</summary>
    public static readonly ModelWorth Untried = new(1, Standout.Usual, 0);

    // Mean reciprocal ranks of titles: below the first the model is not listened to, the same distance below 1 wholly.
    private const double TrustedFrom = 0.2;

    // Over five collections and ten models each, from chance to one that knows nearly everything, this weight is the best or a hundredth below it.
    private const double AtPar = 1.6;
    private const double Rises = 1.3;
    private const double NoMatch = 0.25;
    private const double MostWeight = 20;

    /// <param name="titles">The mean reciprocal rank of the cases whose titles were asked for.</param>
    /// <param name="odds">See <see cref="OddsAgainst"/>; <c>null</c> when too few were tried.</param>
    /// <param name="hits">See <see cref="Standout.Learn"/>.</param>
    /// <param name="misses">As many.</param>
    public static ModelWorth Of(double titles, double? odds, IReadOnlyList<double> hits, IReadOnlyList<double> misses) => new(
        Math.Clamp((titles - TrustedFrom) / (1 - 2 * TrustedFrom), 0, 1),
        hits.Count == 0 ? Standout.Usual : Standout.Learn(hits, misses, isAMatch: odds >= 1),
        odds is { } known ? Math.Min(MostWeight, AtPar * Math.Pow(known, Rises) * Math.Clamp((known - NoMatch) / (1 - NoMatch), 0, 1)) : 0);

    /// <summary>How many times the odds of the words the model's odds are to find what belongs together; each has one success and one failure more, so that few trials say little.</summary>
    /// <param name="model">The sum of the reciprocal ranks at which it found the rest of a case by its title.</param>
    /// <param name="words">The same by the words.</param>
    /// <param name="tried">So many cases.</param>
    public static double OddsAgainst(double model, double words, int tried) => (model + 1) / (tried - model + 1) / ((words + 1) / (tried - words + 1));
}
