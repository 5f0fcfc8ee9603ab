using InnovationBot.Network.People;

namespace InnovationBot.Network.Events;

/// <summary>Makes events out of one that is there: a draft like it, or the same every month; and throws drafts away.</summary>
public sealed class CopyEvent(NetworkDb db, EventLocks locks, TimeProvider clock)
{
    /// <summary>Longest series, in events; who wants more makes it again a year later.</summary>
    public const int MostInSeries = 12;

    /// <summary>A draft with all of it but the times, which it cannot have in common.</summary>
    public async Task<Result<Event>> Duplicate(EventId id, MemberId by, CancellationToken stop)
    {
        if (await Run(id, by, stop) is not { } @event) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var plan = @event.Plan with { Start = null, End = null, Deadline = null, FollowUp = null };
        var copy = Draft(@event, plan, by, now);
        db.HandledAbout(copy.Id.Value);
        await db.SaveChangesAsync(stop);
        return copy;
    }

    /// <summary>The months after the event, by rule, each published when the event is.</summary>
    /// <param name="rule">Which day of each month.</param>
    /// <param name="more">How many more, from 1.</param>
    /// <param name="by">Whoever runs it; none for the administrator of the machine.</param>
    /// <returns>Those made, in order. A day that a month lacks, or whose clocks skip the hour, is left out.</returns>
    public async Task<Result<IReadOnlyList<Event>>> Monthly(EventId id, MonthlyRule rule, int more, MemberId? by, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || (by is { } organiser && (await db.MemberOf(organiser, stop) is not { } member || !EventAccess.Runs(member, @event)))) return Refusal.NotFound;
        if (@event.Plan is not { Start: { } start, End: { } end } || @event.Plan.FoundZone is not { } zone) return EventRefusals.TimesMissing;
        if (more is < 1 or >= MostInSeries) return EventRefusals.SeriesLength;
        if (@event.SeriesId is not null) return EventRefusals.SeriesThere;

        var now = clock.GetUtcNow();
        @event.SeriesId = Guid.CreateVersion7(now);
        List<Event> made = [];
        for (var month = 1; month <= more; month++)
        {
            if (rule.Day(start.Date, month) is not { } day) continue;
            var days = day.DayNumber - start.Date.DayNumber;
            var plan = @event.Plan with
            {
                Start = start.AddDays(days), End = end.AddDays(days), Deadline = @event.Plan.Deadline?.AddDays(days), FollowUp = @event.Plan.FollowUp?.AddDays(days),
            };
            if (Instants(plan, zone) is not { } instants) continue;
            var copy = Draft(@event, plan, by, now);
            copy.SeriesId = @event.SeriesId;
            copy.Describe(plan, instants, now);
            if (@event.Stage == EventStage.Published) copy.Publish(now);
            made.Add(copy);
        }

        db.HandledAbout(id.Value);
        await held.Save(stop);
        return made;
    }

    /// <summary>A draft is thrown away for good.</summary>
    public async Task<Refusal?> Discard(EventId id, MemberId by, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(by, stop) is not { } member || !EventAccess.Runs(member, @event)) return Refusal.NotFound;
        if (@event.Stage != EventStage.Draft) return Refusal.NoLongerOpen;
        db.Events.Remove(@event);
        await held.Save(stop);
        return null;
    }

    private async Task<Event?> Run(EventId id, MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is { } member && await db.Events.FindAsync([id], stop) is { } @event && EventAccess.Runs(member, @event) ? @event : null;

    private Event Draft(Event of, EventPlan plan, MemberId? by, DateTimeOffset now) => db.Events.Add(new Event
    {
        Id = EntityId.New<EventId>(now), OrganiserId = of.OrganiserId ?? by, HostId = of.HostId, ProblemOwnerId = of.ProblemOwnerId, Plan = plan, Audience = of.Audience, CreatedAt = now,
    }).Entity;

    private static EventInstants? Instants(EventPlan plan, TimeZoneInfo zone)
    {
        var (start, end) = (plan.Start!.Value.In(zone), (plan.IsAllDay ? plan.End!.Value.AddDays(1) : plan.End!.Value).In(zone));
        if (start.Refusal is not null || end.Refusal is not null) return null;
        if (plan.Deadline is not { } last) return new(start.Value, end.Value, start.Value);
        var deadline = (last.IsDate ? last.AddDays(1) : last).In(zone);
        return deadline.Refusal is null ? new(start.Value, end.Value, deadline.Value < start.Value ? deadline.Value : start.Value) : null;
    }
}

/// <summary>Which day of each month: the same date, or the same weekday of the month (the second Tuesday; the fifth counts as the last).</summary>
public enum MonthlyRule { SameDate, SameWeekday }

public static class MonthlyRules
{
    /// <param name="first">Of the series.</param>
    /// <param name="month">How many months later.</param>
    /// <returns>None when that month lacks the date.</returns>
    public static DateOnly? Day(this MonthlyRule rule, DateOnly first, int month)
    {
        var begins = new DateOnly(first.Year, first.Month, 1).AddMonths(month);
        var length = DateTime.DaysInMonth(begins.Year, begins.Month);
        if (rule == MonthlyRule.SameDate) return first.Day <= length ? begins.AddDays(first.Day - 1) : null;

        var week = (first.Day - 1) / 7;
        var day = 1 + (((int)first.DayOfWeek - (int)begins.DayOfWeek + 7) % 7) + (7 * week);
        return begins.AddDays((day <= length ? day : day - 7) - 1);
    }
}
