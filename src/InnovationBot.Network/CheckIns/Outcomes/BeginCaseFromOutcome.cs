using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Network.CheckIns.Outcomes;

/// <summary>What came of an introduction becomes the beginning of a case, good or bad; its author goes through all of it and publishes it, or does not.</summary>
public sealed class BeginCaseFromOutcome(ShowOutcome show, StartCaseDraft start)
{
    /// <returns>The draft; <see cref="Refusal.NotFound"/> for everybody but the taker, and before anything was told.</returns>
    public async Task<Result<CaseDraft>> Handle(TalkOutcomeId id, MemberId by, CancellationToken stop)
    {
        var shown = await show.Handle(id, by, stop);
        if (shown.Refusal is not null || shown.Value is not { IsTaker: true, Problem: { } problem, Outcome: { Status: { } status } outcome }) return Refusal.NotFound;

        var beginning = new CaseBeginning(id.Value) { Problem = problem.Text, Language = problem.Language, ProblemId = problem.Id, Outcome = Of(status) };
        return await start.From(status == ReuseStatus.Dropped ? beginning with { Lesson = outcome.Changed } : beginning with { WhatWasDone = outcome.Changed ?? "" }, by, stop);
    }

    private static Outcome Of(ReuseStatus status) => status switch
    {
        ReuseStatus.Implemented => Outcome.Succeeded,
        ReuseStatus.Dropped => Outcome.Failed,
        _ => Outcome.TooEarly,
    };
}
