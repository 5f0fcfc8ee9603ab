namespace InnovationBot.Network.Problems;

/// <summary>Why an act on a problem was not done.</summary>
public static class ProblemRefusals
{
    public static readonly Refusal TextMissing = new("ProblemTextMissing");
}
