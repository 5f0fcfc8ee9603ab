using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>How long before the start a reminder comes.</summary>
public enum EventReminder { Week, Day, Minutes }

public static class EventReminders
{
    public static TimeSpan Before(this EventReminder reminder) => reminder switch
    {
        EventReminder.Week => TimeSpan.FromDays(7),
        EventReminder.Day => TimeSpan.FromDays(1),
        _ => TimeSpan.FromMinutes(15),
    };

    /// <summary>When the next one is due that is still to come; none once the last one is due. Whole days have no quarter of an hour before.</summary>
    public static DateTimeOffset? Next(DateTimeOffset from, bool isAllDay, DateTimeOffset now)
    {
        foreach (var reminder in Enum.GetValues<EventReminder>().Where(one => !isAllDay || one != EventReminder.Minutes))
            if (from - reminder.Before() is var due && due > now) return due;
        return null;
    }
}

/// <summary>Reminds those who are going, a week, a day and a quarter of an hour before.</summary>
public sealed class RemindOfEvents(NetworkDb db, EventLocks locks) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Events.AsNoTracking().Where(e => e.ReminderDue <= now).OrderBy(e => e.ReminderDue).Take(most).Select(e => e.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Event: var @event } || !(@event.ReminderDue <= now)) return false;
            if (@event.Remind(now) is { } reminder) db.EventAnnouncements.Add(EventAnnouncement.Of(id, EventNotices.Reminder, now, Vocabulary.Write(reminder)));
            await held.Save(stop);
            return true;
        });
    }
}

/// <summary>After the end: the organiser is asked who was there, and those who came for the problem they took home.</summary>
public sealed class FollowEvents(NetworkDb db, EventLocks locks) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Events.AsNoTracking().Where(e => e.AfterDue <= now).OrderBy(e => e.AfterDue).Take(most).Select(e => e.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Event: var @event } || !(@event.AfterDue <= now)) return false;
            @event.AfterDue = null;
            if (@event.Stage == EventStage.Published)
            {
                db.EventAnnouncements.Add(EventAnnouncement.Of(id, EventNotices.After, now));
                if ((@event.OrganiserId ?? @event.HostId) is { } organiser) Tell(organiser, EventNotices.Attendance, id, now);
            }

            await held.Save(stop);
            return true;
        });
    }

    private void Tell(MemberId to, string kind, EventId id, DateTimeOffset now) =>
        db.Notices.Add(Notice.To(to, kind, id.Value, now, NoticeTiming.WorkingHours, NoticePriority.EventChange));
}

/// <summary>At its date the owner of the problem is asked what came of it.</summary>
public sealed class FollowUpProblems(NetworkDb db, EventLocks locks) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Events.AsNoTracking().Where(e => e.FollowUpDue <= now).OrderBy(e => e.FollowUpDue).Take(most).Select(e => e.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Event: var @event } || !(@event.FollowUpDue <= now)) return false;
            @event.FollowUpDue = null;
            if (@event is { Stage: EventStage.Published, ProblemOwnerId: { } owner })
                db.Notices.Add(Notice.To(owner, EventNotices.FollowUp, id.Value, now, NoticeTiming.WorkingHours, NoticePriority.EventChange));
            await held.Save(stop);
            return true;
        });
    }
}
