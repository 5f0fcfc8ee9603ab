using InnovationBot.Network.Problems;

namespace InnovationBot.Search.Ranking;

/// <summary>How likely it is that the best hit of an ask is about the same problem.</summary>
internal sealed record FitModel(double Constant, double Words, double Meant)
{
    public static readonly FitModel Default = new(-3, 3, 5);

    public const double FitsFrom = 0.55;
    public const double NearestFrom = 0.25;

    public double Confidence(Scored best) => 1 / (1 + Math.Exp(-(Constant + Words * best.Words + Meant * best.Meant)));

    public static Fit Of(double confidence) => confidence >= FitsFrom ? Fit.Fits : confidence >= NearestFrom ? Fit.Nearest : Fit.Nothing;
}
