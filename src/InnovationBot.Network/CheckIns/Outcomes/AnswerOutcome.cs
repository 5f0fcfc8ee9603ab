using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns.Outcomes;

/// <summary>The taker tells what came of an introduction; with their leave the giver hears, with a sentence of thanks.</summary>
public sealed class AnswerOutcome(NetworkDb db, ShowOutcome show, TimeProvider clock)
{
    /// <param name="Changed">At most <see cref="TalkOutcome.LongestText"/> characters; what points to one person is masked.</param>
    /// <param name="Thanks">At most <see cref="TalkOutcome.LongestThanks"/> characters; kept only when shared.</param>
    public sealed record Request(TalkOutcomeId Id, MemberId By, ReuseStatus Status, string Changed, bool Share, string Thanks);

    public async Task<Result<OutcomeShown>> Handle(Request request, CancellationToken stop)
    {
        if (await db.TalkOutcomes.FindAsync([request.Id], stop) is not { } outcome || outcome.TakerId != request.By) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var (wasShared, wasUsed) = (outcome.Shared, outcome.Status == ReuseStatus.Implemented);
        if (outcome.Answer(request.By, request.Status, Kept(request.Changed), request.Share, Kept(request.Thanks), now) is { } refusal) return refusal;

        if (await db.Problems.FindAsync([outcome.ProblemId], stop) is { } problem && request.Status is ReuseStatus.Testing) problem.Try(request.By);
        if (!wasUsed && request.Status == ReuseStatus.Implemented) db.Facts.Add(new Fact { Kind = FactKind.Reused, At = now });
        if (request.Share && !wasShared && outcome.GiverId is { } giver)
            db.Notices.Add(Notice.To(giver, OutcomeNotices.Told, outcome.Id.Value, now, NoticeTiming.WorkingHours, NoticePriority.CheckIn));
        await db.SaveChangesAsync(stop);
        return await show.Of(outcome, request.By, stop);
    }

    private static string? Kept(string text) => string.IsNullOrWhiteSpace(text) ? null : PersonalDataFinder.Mask(text.Trim());
}

/// <summary>What came of an introduction as the taker sees it, or the giver as far as they may.</summary>
public sealed class ShowOutcome(NetworkDb db)
{
    /// <returns><see cref="Refusal.NotFound"/> for everybody else, and for the giver without the taker's leave.</returns>
    public async Task<Result<OutcomeShown>> Handle(TalkOutcomeId id, MemberId by, CancellationToken stop) =>
        await db.TalkOutcomes.FindAsync([id], stop) is { } outcome && (outcome.TakerId == by || (outcome.GiverId == by && outcome.Shared))
            ? await Of(outcome, by, stop)
            : Refusal.NotFound;

    internal async Task<OutcomeShown> Of(TalkOutcome outcome, MemberId by, CancellationToken stop)
    {
        var other = by == outcome.TakerId ? outcome.GiverId : outcome.TakerId;
        // Both said yes, so that each knows the other's name.
        var name = other is { } id ? (await db.MemberOf(id, stop))?.Name : null;
        return new OutcomeShown(outcome, await db.Problems.AsNoTracking().SingleOrDefaultAsync(p => p.Id == outcome.ProblemId && p.OwnerId == by, stop), name, by == outcome.TakerId);
    }
}

/// <param name="Problem">The taker's own; none for the giver.</param>
/// <param name="Other">The other side's name; none once they were forgotten.</param>
public sealed record OutcomeShown(TalkOutcome Outcome, Problem? Problem, string? Other, bool IsTaker);
