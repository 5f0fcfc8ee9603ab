using InnovationBot.Network.Figures;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

/// <summary>
/// The giver says yes: both get a new message with each other's name. A late yes counts while the taker still looks; whoever
/// is being asked in the meantime hears that it is no longer needed.
/// </summary>
public sealed class AcceptIntroduction(
    NetworkDb db, IntroductionLocks locks, WorkingCalendars calendars, RequestNotices notices, OtherRequests others, Times.TalkTimes times, IntroductionViews views, TimeProvider clock)
{
    /// <param name="starts">Times the giver offers for the talk; none changes nothing.</param>
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop, IReadOnlyList<DateTimeOffset>? starts = null)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction, Problem: var problem }) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var (giverDays, takerDays) = (await calendars.Of(introduction.GiverId, stop), await calendars.Of(introduction.TakerId, stop));
        var stillLooks = await views.StillLooks(introduction, stop);
        if (introduction.GiverId == by && await times.Check(introduction, starts ?? [], stop) is { } notThen) return notThen; // first: a yes unsaid changes nothing in memory either
        if (introduction.Accept(by, now, giverDays, takerDays, stillLooks) is { } refusal) return refusal;

        await times.Offer(introduction, starts ?? [], stop);
        problem?.Matched();
        await others.End(introduction, now, stop);
        await notices.EndRequest(introduction, tellGiver: false, stop);
        notices.Tell(introduction.TakerId, IntroductionNotices.Introduced, introduction);
        notices.Tell(introduction.GiverId, IntroductionNotices.Introduced, introduction);
        db.Facts.Add(new Fact { Kind = FactKind.Introduced, At = now, Language = introduction.BlurbLanguage });
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }
}
