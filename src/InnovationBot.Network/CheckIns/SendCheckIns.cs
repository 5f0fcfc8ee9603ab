using InnovationBot.Network.CheckIns.Quarters;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns;

/// <summary>Asks those whose time has come, as often as they chose and never while they are away, paused or want nothing unasked.</summary>
public sealed class SendCheckIns(NetworkDb db, Openings openings) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.CheckInRhythms.Where(r => r.NextDue <= now).OrderBy(r => r.NextDue).Take(most).Select(r => r.MemberId).ToListAsync(stop);
        return await db.Each(due, id => Ask(id, now, stop));
    }

    private async Task<bool> Ask(MemberId id, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.CheckInRhythms.FindAsync([id], stop) is not { } rhythm || !(rhythm.NextDue <= now)) return false;

        var running = await db.CheckIns.Where(c => c.MemberId == id && (c.State == CheckInState.Scheduled || c.State == CheckInState.Sent || c.State == CheckInState.Open)).ToListAsync(stop);
        foreach (var unanswered in running.Where(c => c.State == CheckInState.Sent && !c.ByPerson))
        {
            if (unanswered.Expire()) rhythm.Skip(now);
        }

        // One that never arrived, and is not on its way any more, would else be waited for for ever.
        foreach (var lost in running.Where(c => c is { State: CheckInState.Scheduled, AgainDue: null }))
            if (!await IsOnItsWay(lost.Id, stop)) lost.Expire();

        // One that waits to be delivered, or that the person is answering, is enough.
        var isFree = !running.Exists(c => c.State is CheckInState.Scheduled or CheckInState.Open);
        if (rhythm.PausedAt is null && isFree && await MayAsk(id, now, stop))
        {
            var (opening, about) = await openings.Next(id, rhythm.LastOpening, now, stop);
            var quarter = await ShowQuarter.Due(db, rhythm, now, stop);
            var checkIn = db.CheckIns.Add(new CheckIn { Id = EntityId.New<CheckInId>(now), MemberId = id, Opening = opening, AboutId = about, Quarter = quarter, CreatedAt = now }).Entity;
            rhythm.Asked(opening);
            rhythm.Told(quarter);
            db.Notices.Add(Notice(checkIn, now, unasked: true));
        }

        rhythm.Next(now);
        await db.SaveChangesAsync(stop);
        return true;
    }

    private Task<bool> IsOnItsWay(CheckInId id, CancellationToken stop) => db.Notices.AnyAsync(
        n => n.Subject == id.Value && n.Kind == CheckInNotices.Question && n.Edits == null && (n.State == NoticeState.Queued || n.State == NoticeState.Sending), stop);

    private async Task<bool> MayAsk(MemberId id, DateTimeOffset now, CancellationToken stop) =>
        await db.MemberOf(id, stop) is { HasJoined: true, StoppedAt: null } member && member.Has(Consent.CheckIns) && !member.IsAway(now) && !member.IsPaused(now);

    internal static Notice Notice(CheckIn checkIn, DateTimeOffset now, bool unasked) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = checkIn.MemberId, Kind = CheckInNotices.Question, Subject = checkIn.Id.Value,
        Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = unasked, Due = now, CreatedAt = now,
    };
}

/// <summary>A check-in arrived: it runs out ten of the person's working days later, without a reminder.</summary>
public sealed class CheckInArrived(NetworkDb db, WorkingCalendars calendars) : IDelivered
{
    public string Kind => CheckInNotices.Question;

    public async Task Handle(Notice notice, DateTimeOffset at, CancellationToken stop)
    {
        if (await db.CheckIns.FindAsync([EntityId.From<CheckInId>(notice.Subject)], stop) is not { } checkIn) return;
        checkIn.Sent(at, (await calendars.Of(checkIn.MemberId, stop)).Add(at, CheckIn.ExpiresAfterWorkingDays));
    }
}

/// <summary>"Ask me later": its time has come. On the person's own wish, so that it counts against no limit.</summary>
public sealed class AskCheckInsAgain(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.CheckIns.Where(c => c.AgainDue <= now).OrderBy(c => c.AgainDue).Take(most).Select(c => c.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            if (await db.CheckIns.FindAsync([id], stop) is not { } checkIn || !checkIn.AskAgain(now)) return false;
            db.Notices.Add(SendCheckIns.Notice(checkIn, now, unasked: false));
            await db.SaveChangesAsync(stop);
            return true;
        });
    }
}

/// <summary>What was not answered in time counts as skipped.</summary>
public sealed class ExpireCheckIns(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.CheckIns.Where(c => c.ExpiresDue <= now).OrderBy(c => c.ExpiresDue).Take(most).Select(c => c.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            if (await db.CheckIns.FindAsync([id], stop) is not { } checkIn || !(checkIn.ExpiresDue <= now) || !checkIn.Expire()) return false;
            if (!checkIn.ByPerson && await db.CheckInRhythms.FindAsync([checkIn.MemberId], stop) is { } rhythm) rhythm.Skip(now);
            await db.SaveChangesAsync(stop);
            return true;
        });
    }
}
