using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.People;

namespace InnovationBot.Network.CheckIns.Outcomes;

/// <summary>What came of an introduction becomes the beginning of a case, good or bad; its author goes through all of it and publishes it, or does not.</summary>
public sealed class BeginCaseFromOutcome(NetworkDb db, ShowOutcome show, StartCaseDraft start)
{
    /// <param name="heard">Says in the problem's language from what kind of organisation the experience came; whom they talked with is nobody's business.</param>
    /// <returns>The draft; <see cref="Refusal.NotFound"/> for everybody but the taker, and before anything was told.</returns>
    public async Task<Result<CaseDraft>> Handle(TalkOutcomeId id, MemberId by, Func<OrganisationKind, Language, string> heard, CancellationToken stop)
    {
        var shown = await show.Handle(id, by, stop);
        if (shown.Refusal is not null || shown.Value is not { IsTaker: true, Problem: { } problem, Outcome: { Status: { } status } outcome }) return Refusal.NotFound;

        var source = outcome.GiverId is { } giver && await KindOf(giver, stop) is { } kind ? heard(kind, problem.Language) : "";
        var beginning = new CaseBeginning(id.Value) { Problem = problem.Text, Service = problem.Service, Language = problem.Language, ProblemId = problem.Id, Outcome = Of(status), WhatWasDone = source };
        return await start.From(status == ReuseStatus.Dropped ? beginning with { Lesson = outcome.Changed } : beginning with { WhatWasDone = $"{outcome.Changed}\n{source}".Trim() }, by, stop);
    }

    private async Task<OrganisationKind?> KindOf(MemberId giver, CancellationToken stop) =>
        await db.MemberOf(giver, stop) is { } member ? (await db.OrganisationOf(member.OrganisationId, stop))?.Kind ?? member.SaysKind : null;

    private static Outcome Of(ReuseStatus status) => status switch
    {
        ReuseStatus.Implemented => Outcome.Succeeded,
        ReuseStatus.Dropped => Outcome.Failed,
        _ => Outcome.TooEarly,
    };
}
