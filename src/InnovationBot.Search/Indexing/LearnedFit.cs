using System.Globalization;
using InnovationBot.Search.Ranking;

namespace InnovationBot.Search.Indexing;

/// <summary>
/// What was learned of an index, kept with it: learning takes as long as 150 asks, and a start would wait for it each time.
/// Another build of the search may rank otherwise and learns anew.
/// </summary>
/// <param name="From">How many documents there were.</param>
internal sealed record LearnedFit(FitModel Model, int From)
{
    private static readonly string Learner = typeof(LearnedFit).Module.ModuleVersionId.ToString("N");

    /// <summary>Whether a tenth of the documents has come or gone since.</summary>
    public bool IsStale(int count) => count != From && Math.Abs(count - From) * 10 >= From;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Learner} {Model.Middle:R} {From}");

    /// <returns><c>null</c> for anything else than what this program wrote itself.</returns>
    public static LearnedFit? Read(string? text) =>
        text?.Split(' ') is [var learner, var middle, var from] && learner == Learner && TryRead(middle, out var value)
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(new FitModel(value), count) : null;

    private static bool TryRead(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
