using InnovationBot.Network.People;

namespace InnovationBot.Network.Problems;

/// <summary>A problem is its owner's alone: to everybody else it is not there.</summary>
public static class OwnProblems
{
    public static async Task<(Problem Problem, Member Owner)?> ProblemOf(this NetworkDb db, ProblemId id, MemberId by, CancellationToken stop) =>
        await db.Problems.FindAsync([id], stop) is { } problem && problem.OwnerId == by && await db.MemberOf(by, stop) is { } owner
            ? (problem, owner)
            : null;
}
