using InnovationBot.Network.Figures;

namespace InnovationBot.Network.Introductions;

/// <summary>What became of the talk, or of an answer in writing; what was said stays between the two.</summary>
public sealed class ReportTalk(NetworkDb db, IntroductionLocks locks, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    /// <inheritdoc cref="Handle(IntroductionId, MemberId, TalkReport, bool, CancellationToken)"/>
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, TalkReport report, CancellationToken stop) =>
        Handle(id, by, report, share: false, stop);

    /// <param name="share">The taker lets the giver read what came of it.</param>
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, TalkReport report, bool share, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction }) return Refusal.NotFound;

        var hadHelped = introduction.End == IntroductionEnd.Useful;
        var now = clock.GetUtcNow();
        if (introduction.Report(by, report, share, now) is { } refusal) return refusal;

        if (!hadHelped && introduction.End == IntroductionEnd.Useful)
        {
            db.Facts.Add(new Fact { Kind = FactKind.Helped, At = now, Language = introduction.BlurbLanguage });
        }

        await notices.Redraw(introduction, by, stop);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }
}
