namespace InnovationBot.Network.Problems;

public static class ProblemNotices
{
    /// <summary>To the owner of a kept problem; <c>Detail</c> is the suggestion that holds the new case or person.</summary>
    public const string News = "problem.news";

    /// <summary>To somebody who asked where others read: the whole answer, in their own chat.</summary>
    public const string Answer = "problem.answer";
}
