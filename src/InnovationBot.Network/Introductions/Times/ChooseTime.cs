using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions.Times;

/// <summary>The taker chooses one of the times; both then have the same entry for their calendars.</summary>
public sealed class ChooseTime(NetworkDb db, IntroductionLocks locks, TalkTimes times, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    /// <returns><see cref="TimeRefusals.Past"/>, <see cref="TimeRefusals.Taken"/>, <see cref="TimeRefusals.ChosenAlready"/>; chosen twice is chosen once.</returns>
    public async Task<Result<IntroductionView>> Handle(TalkTimeId id, MemberId by, CancellationToken stop)
    {
        if (await db.TalkTimes.FindAsync([id], stop) is not { } known) return Refusal.NotFound;
        await using var held = await locks.Take(known.IntroductionId, stop);
        if (held is not { Introduction: var introduction } || introduction.TakerId != by) return Refusal.NotFound;
        await db.Lock<Member>(introduction.GiverId, stop); // two takers of one giver choose one after the other
        if (await db.Lock<TalkTime>(id, stop) is not { } time) return TimeRefusals.Taken;
        if (time.ChosenAt is not null) return await views.Of(introduction, by, stop);

        var now = clock.GetUtcNow();
        if (!introduction.BothSaidYes || introduction.State == IntroductionState.Closed) return Refusal.NoLongerOpen;
        if ((await times.Of(introduction, stop)).Any(other => other.IsChosen)) return TimeRefusals.ChosenAlready;
        if (time.StartAt <= now) return TimeRefusals.Past;
        if ((await times.Taken(introduction.GiverId, stop)).Any(other => TalkTimes.Overlap(other, time.StartAt))) return TimeRefusals.Taken;

        time.ChosenAt = now;
        introduction.InTouch(by, now);
        notices.Tell(introduction.GiverId, IntroductionNotices.TimeChosen, introduction);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }
}
