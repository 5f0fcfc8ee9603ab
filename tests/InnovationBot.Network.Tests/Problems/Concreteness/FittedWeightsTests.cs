using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Tests.Problems.Concreteness;

/// <summary>
/// The weights are data, but not made up: they follow from the tuning half and every other ask. Whoever changes words or evidence copies what this test prints into
/// weights.txt and reads whether the judged statements got better.
/// </summary>
public sealed class FittedWeightsTests
{
    /// <summary>Each piece of evidence counts this much until the statements say otherwise, so that what is rare among them keeps a say.</summary>
    private const double Prior = 0.5;

    private const double PullToPrior = 0.005;
    private const double Step = 0.5;
    private const int Rounds = 4000;

    /// <summary>The file holds two digits, and processors differ in the last bits of an exponential.</summary>
    private const double Tolerance = 0.011;

    [Fact]
    public void The_weights_are_those_that_the_tuning_half_gives()
    {
        var fitted = Fit([.. JudgedStatement.All.Where(one => one.Half == JudgedStatement.Tuning), .. JudgedStatement.Asks.Where((_, at) => at % 2 == 0)]);

        var differ = Weights.Fitted.Each.Append(Weights.Fitted.Start).Zip(fitted.Each.Append(fitted.Start), (file, fit) => Math.Abs(file - fit)).Max();
        differ.ShouldBeLessThan(Tolerance, $"src/InnovationBot.Network/Problems/Concreteness/Words/weights.txt should read:\n{fitted.Write()}");
    }

    /// <summary>Logistic regression by plain gradient descent, both labels of equal weight; no weight may cross zero: words of events never speak against one.</summary>
    internal static Weights Fit(IReadOnlyList<JudgedStatement> judged)
    {
        var examples = judged.Select(one => (Figures: Figures(one), one.IsConcrete)).ToList();
        var ofConcrete = examples.Count / 2.0 / examples.Count(one => one.IsConcrete);
        var ofAbstract = examples.Count / 2.0 / examples.Count(one => !one.IsConcrete);
        var signs = Evidence.Signs.ToArray();
        var weights = signs.Select(sign => sign * Prior).ToArray();
        var start = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[weights.Length];
            var slopeOfStart = 0.0;
            foreach (var (figures, isConcrete) in examples)
            {
                var score = start;
                for (var at = 0; at < weights.Length; at++) score += weights[at] * figures[at];
                var error = 1 / (1 + Math.Exp(-score)) - (isConcrete ? 1 : 0);
                error *= isConcrete ? ofConcrete : ofAbstract;
                for (var at = 0; at < weights.Length; at++) slope[at] += error * figures[at];
                slopeOfStart += error;
            }

            for (var at = 0; at < weights.Length; at++)
            {
                weights[at] -= Step * (slope[at] / examples.Count + PullToPrior * (weights[at] - signs[at] * Prior));
                if (weights[at] * signs[at] < 0) weights[at] = 0;
            }

            start -= Step * slopeOfStart / examples.Count;
        }

        return new Weights(start, weights);
    }

    internal static double[] Figures(JudgedStatement one)
    {
        var figures = new double[Evidence.Count];
        Evidence.Fill(figures, PassageReader.Read(one.Text, Wordbook.Of(one.Language)));
        return figures;
    }
}
