namespace InnovationBot.Network.Problems;

/// <summary>Kinds of open questions about problems; their subject is the problem.</summary>
public static class ProblemQuestions
{
    /// <summary>The one question that makes a problem more concrete.</summary>
    public const string Concretise = "problem.concretise";
}
