using System.Globalization;
using System.Text;
using InnovationBot.Network.People.Safety;

namespace InnovationBot.Network.Tests.People.Safety;

/// <summary>
/// Learns what hints weigh from judged sentences: the likelihood of what was judged, with small weights preferred, climbed in steps that are the same
/// each time. Nothing is drawn at random.
/// </summary>
internal static class LearntWeights
{
    private const int Rounds = 160;
    private const double Step = 0.35;
    private const double Smallness = 0.7;

    /// <summary>From this round on a service's problem that was taken for a report, or nearly, counts so many times: the few that are hard decide.</summary>
    private const int HardFrom = Rounds / 2;
    private const int Hard = 6;
    private const double NearlyTaken = 0.35;

    /// <summary>A feature that fewer sentences have is not learnt: it would be learnt by heart.</summary>
    private const int FewestSentences = 3;

    /// <summary>What changes nothing is not written.</summary>
    private const double SmallestWritten = 0.04;

    /// <param name="Hints">Of a sentence, by number.</param>
    /// <param name="Concern">None for a service's problem.</param>
    /// <param name="Times">As how many it counts.</param>
    public sealed record Example(IReadOnlyCollection<int> Hints, SafetyConcern? Concern, double Times = 1);

    /// <returns>As the file of weights is written.</returns>
    public static string Learn(IReadOnlyList<Example> judged)
    {
        // the same hints with the same judgement are one example of many
        List<Example> examples = [.. judged.GroupBy(one => (string.Join(' ', one.Hints), one.Concern)).Select(same => same.First() with { Times = same.Sum(one => one.Times) })];
        var known = examples.SelectMany(one => ConcernHints.Weights.Features(one.Hints)).CountBy(feature => feature).Where(one => one.Value >= FewestSentences).Select(one => one.Key).Order().ToList();
        var numbers = known.Index().ToDictionary(one => one.Item, one => one.Index);
        var rows = examples.Select(one => ConcernHints.Weights.Features(one.Hints).Where(numbers.ContainsKey).Select(feature => numbers[feature]).ToArray()).ToList();
        var kinds = ConcernHints.Concerns.Count;
        var (weights, bias) = (new double[known.Count * kinds], new double[kinds]);
        Array.Fill(bias, -2);
        var (seen, seenBias) = (new double[weights.Length], new double[kinds]);
        for (var round = 0; round < Rounds; round++)
        {
            if (round == HardFrom)
                for (var i = 0; i < rows.Count; i++)
                    if (examples[i].Concern is null && Taken(rows[i], weights, bias) > NearlyTaken) examples[i] = examples[i] with { Times = examples[i].Times * Hard };
            var (slope, slopeBias) = (new double[weights.Length], new double[kinds]);
            for (var i = 0; i < rows.Count; i++) Add(rows[i], examples[i], weights, bias, slope, slopeBias);
            for (var w = 0; w < weights.Length; w++) Climb(ref weights[w], ref seen[w], slope[w] - (Smallness * weights[w]));
            for (var k = 0; k < kinds; k++) Climb(ref bias[k], ref seenBias[k], slopeBias[k]);
        }

        return Written(known, weights, bias);

        static void Climb(ref double weight, ref double seen, double slope)
        {
            seen += slope * slope;
            weight += Step * slope / (Math.Sqrt(seen) + 1e-6);
        }
    }

    private static double Taken(int[] row, double[] weights, double[] bias)
    {
        var whole = 0.0;
        for (var k = 0; k < bias.Length; k++)
        {
            var sum = bias[k];
            foreach (var feature in row) sum += weights[(feature * bias.Length) + k];
            whole += Math.Exp(sum);
        }

        return whole / (1 + whole);
    }

    private static void Add(int[] row, Example judged, double[] weights, double[] bias, double[] slope, double[] slopeBias)
    {
        var kinds = bias.Length;
        Span<double> sums = stackalloc double[kinds];
        bias.CopyTo(sums);
        foreach (var feature in row)
            for (var k = 0; k < kinds; k++) sums[k] += weights[(feature * kinds) + k];
        var whole = 1.0;
        for (var k = 0; k < kinds; k++) whole += sums[k] = Math.Exp(sums[k]);
        for (var k = 0; k < kinds; k++)
        {
            var missing = ((judged.Concern == ConcernHints.Concerns[k] ? 1 : 0) - (sums[k] / whole)) * judged.Times;
            slopeBias[k] += missing;
            foreach (var feature in row) slope[(feature * kinds) + k] += missing;
        }
    }

    private static string Written(List<(int, int)> features, double[] weights, double[] bias)
    {
        var (names, kinds) = (ConcernHints.Names, bias.Length);
        var file = new StringBuilder().AppendJoin(' ', names).Append('\n').Append("bias").Append(Numbers(bias)).Append('\n');
        foreach (var (at, (first, second)) in features.Index())
        {
            var own = weights.AsSpan(at * kinds, kinds).ToArray();
            if (own.All(weight => Math.Abs(weight) < SmallestWritten)) continue;
            file.Append(names[first]);
            if (second != first) file.Append('+').Append(names[second]);
            file.Append(Numbers(own)).Append('\n');
        }

        return file.ToString();

        static string Numbers(double[] own) => string.Concat(own.Select(weight => weight.ToString(" 0.##;-0.##;0", CultureInfo.InvariantCulture) is var text && text.StartsWith(' ') ? text : $" {text}"));
    }
}
