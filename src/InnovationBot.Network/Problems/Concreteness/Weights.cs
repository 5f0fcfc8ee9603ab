using System.Globalization;
using System.Text;

namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>How much each piece of <see cref="Evidence"/> counts, and from where on a text tells an event. Fitted on judged statements: docs/concreteness.md tells how.</summary>
internal sealed record Weights(double Start, IReadOnlyList<double> Each)
{
    public static readonly Weights Fitted = Read();

    /// <summary>Above 0: an event is told.</summary>
    public double Score(ReadOnlySpan<double> figures)
    {
        var score = Start;
        for (var at = 0; at < figures.Length; at++) score += Each[at] * figures[at];
        return score;
    }

    public string Write()
    {
        var lines = new StringBuilder().Append(CultureInfo.InvariantCulture, $"start {Start:0.00}\n");
        foreach (var (name, weight) in Evidence.Names.Zip(Each)) lines.Append(CultureInfo.InvariantCulture, $"{name} {weight:0.00}\n");
        return lines.ToString();
    }

    private static Weights Read()
    {
        using var data = typeof(Weights).Assembly.GetManifestResourceStream("concreteness.weights.txt")!;
        using var lines = new StreamReader(data, Encoding.UTF8);
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
            if (line.Split(' ') is [var name, var weight]) known[name] = double.Parse(weight, CultureInfo.InvariantCulture);
        return new Weights(known["start"], [.. Evidence.Names.Select(name => known[name])]);
    }
}
