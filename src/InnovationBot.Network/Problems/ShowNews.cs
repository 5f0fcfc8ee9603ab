namespace InnovationBot.Network.Problems;

/// <summary>The new case that a notice tells of, if its problem is still kept open.</summary>
public sealed class ShowNews(NetworkDb db)
{
    /// <returns><c>null</c> when the problem is closed, somebody else's, or gone.</returns>
    public async Task<ProblemNews?> Handle(SuggestionId id, MemberId by, CancellationToken stop) =>
        await db.Suggestions.FindAsync([id], stop) is { CaseId: { } @case } suggestion
        && await db.Problems.FindAsync([suggestion.ProblemId], stop) is { KeptAt: not null } problem
        && problem.OwnerId == by && problem.IsOpen
            ? new ProblemNews(problem, @case)
            : null;
}

public sealed record ProblemNews(Problem Problem, CaseId Case);
