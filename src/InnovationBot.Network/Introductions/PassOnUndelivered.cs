using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>
/// A request that cannot reach its giver goes on to the next. One of which nobody knows whether it arrived is taken as
/// arrived: it is not sent again, so its time runs.
/// </summary>
public sealed class PassOnUndelivered(
    NetworkDb db, IntroductionLocks locks, Successors successors, WorkingCalendars calendars) : IDueWork
{
    /// <summary>Held-back requests looked through in one sweep, oldest first.</summary>
    private const int MostHeld = 1000;

    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var held = await db.Introductions.Where(i => i.State == IntroductionState.TakerAgreed)
            .OrderBy(i => i.CreatedAt).Take(MostHeld).Select(i => i.Id).ToListAsync(stop);
        if (held.Count == 0) return 0;

        var subjects = held.Select(id => id.Value).ToList();
        var ended = await db.Notices
            .Where(n => n.Kind == IntroductionNotices.Asked && n.Edits == null && subjects.Contains(n.Subject)
                && n.State != NoticeState.Queued && n.State != NoticeState.Sending)
            .Select(n => n.Subject).Distinct().ToListAsync(stop);
        return await db.Each(ended.Take(most).Select(EntityId.From<IntroductionId>), id => Settle(id, now, stop));
    }

    private async Task<bool> Settle(IntroductionId id, DateTimeOffset now, CancellationToken stop)
    {
        var candidates = await successors.Find(id, stop);
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: { State: IntroductionState.TakerAgreed } introduction, Problem: var problem }) return false;

        // Asked a second time for a talk there are two notices; what is still to be sent decides, else the newest.
        var asked = await db.Notices.AsNoTracking().Where(n => n.Subject == id.Value && n.Kind == IntroductionNotices.Asked && n.Edits == null).ToListAsync(stop);
        if (asked.Exists(n => n.State is NoticeState.Queued or NoticeState.Sending)) return false;

        var notice = asked.MaxBy(n => n.CreatedAt)!;
        switch (notice.State)
        {
            case NoticeState.Failed:
                introduction.Undeliverable(now);
                await successors.AskNext(introduction, problem, candidates, stop);
                break;
            case NoticeState.Unknown or NoticeState.Sent:
                introduction.Delivered(notice.SentAt ?? notice.SendingAt ?? now, await calendars.Of(introduction.GiverId, stop));
                break;
            default:
                return false;
        }

        await held.Save(stop);
        return true;
    }
}
