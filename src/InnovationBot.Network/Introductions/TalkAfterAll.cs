using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>Answered in writing, the taker would like to talk: the giver is asked again, once, with new timers.</summary>
public sealed class TalkAfterAll(NetworkDb db, IntroductionLocks locks, Loads loads, TakerLimit limit, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction }) return Refusal.NotFound;
        if (held.Problem is not { IsOpen: true }) return Refusal.NoLongerOpen;
        if (introduction.SideOf(by) == IntroductionSide.Taker && await Full(introduction, stop) is { } full) return full;
        if (introduction.TalkAfterAll(by) is { } refusal) return refusal;

        notices.AskGiver(introduction);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }

    /// <summary>The same limits as for a new request, but for the month: this one was counted when it came.</summary>
    private async Task<Refusal?> Full(Introduction introduction, CancellationToken stop)
    {
        await db.Lock<Member>(introduction.TakerId, stop);
        var now = clock.GetUtcNow();
        if (await db.Lock<Member>(introduction.GiverId, stop) is not { } giver) return IntroductionRefusals.PersonNotAvailable;
        if (await db.AskingAlready(introduction.ProblemId, stop)) return IntroductionRefusals.AlreadyLooking;
        if (await limit.Check(introduction.TakerId, stop) is { } many) return many;

        if (introduction.Kind == IntroductionKind.ContactPoint) return null;

        var load = await loads.Of(giver.Id, now, stop);
        return giver.CanBeSuggested(now) && load.Open < Introduction.MostOpenPerGiver ? null : IntroductionRefusals.PersonNotAvailable;
    }
}
