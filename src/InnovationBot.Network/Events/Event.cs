using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Events;

/// <summary>
/// Something people come together for. Its row is what a press that takes or frees a seat locks first: the counts of
/// seats and of the queue stand here, so that of many presses at once each sees the one before.
/// </summary>
/// <remarks><c>Draft -publish-> Published -cancel-> Cancelled</c>; full, closed and held follow from seats and clock.</remarks>
public sealed class Event
{
    /// <summary>How long an offered seat is kept for somebody, in minutes of their working time.</summary>
    public const int OfferMinutes = 24 * 60;

    /// <summary>The same when the event is near.</summary>
    public const int ShortOfferMinutes = 3 * 60;

    /// <summary>Nearer than this an offer is short.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(48);

    public EventId Id { get; init; }

    /// <summary>None for what the administrator of the machine made, and once that person was forgotten: then the network's organisers run it.</summary>
    public MemberId? OrganiserId { get; set; }

    /// <summary>Hosts it, and runs it like the organiser.</summary>
    public MemberId? HostId { get; set; }

    public MemberId? ProblemOwnerId { get; set; }


    public required EventPlan Plan { get; set; }

    /// <summary>Who may see it and sign up.</summary>
    public required Audience Audience { get; set; }

    public EventStage Stage { get; private set; } = EventStage.Draft;
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>Of an event of whole days: the midnight after the last one.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    public DateTimeOffset? ClosesAt { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Shared by the events of one monthly series.</summary>
    public Guid? SeriesId { get; set; }

    /// <summary>Counts what calendars have to take over (RFC 5545, SEQUENCE).</summary>
    public int Sequence { get; set; }

    /// <summary>Seats taken or offered.</summary>
    public int OnSiteTaken { get; private set; }
    public int OnlineTaken { get; private set; }
    public int OnSiteWaiting { get; private set; }
    public int OnlineWaiting { get; private set; }

    /// <summary>How many ever queued: the next one's place in the order of arrival.</summary>
    public long Arrivals { get; private set; }

    /// <summary>How many answers there ever were: the next one's <see cref="Registration.Number"/>.</summary>
    public long Answers { get; private set; }

    /// <summary>When the next reminder is due.</summary>
    public DateTimeOffset? ReminderDue { get; private set; }

    /// <summary>When those who asked to be introduced there are shown to each other, unnamed.</summary>
    public DateTimeOffset? MeetDue { get; set; }

    /// <summary>When people are asked what they took home.</summary>
    public DateTimeOffset? AfterDue { get; set; }

    /// <summary>When the problem's owner is asked what came of it.</summary>
    public DateTimeOffset? FollowUpDue { get; set; }

    /// <summary>What people need is still there; erased when <see cref="Settings.Kept.EventNeeds"/> is over after <see cref="EndsAt"/>.</summary>
    public bool HoldsNeeds { get; set; }

    /// <summary>Who signed up is still there; erased when <see cref="Settings.Kept.Registrations"/> is over after <see cref="EndsAt"/>.</summary>
    public bool HoldsRegistrations { get; set; }

    /// <summary>Where those who came find slides and notes.</summary>
    public string? Materials { get; set; }

    /// <summary>What came of it, in the words of the problem's owner.</summary>
    public string? Outcome { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; private set; }

    public string Title => Plan.Title;

    /// <summary>There are seats of both kinds, so that whoever signs up chooses.</summary>
    public bool HasBothSeats => Plan is { OnlineCapacity: not null } and ({ Place: not null } or { Capacity: not null });

    /// <summary>The seat of who does not choose.</summary>
    public Seat UsualSeat => Plan is { OnlineCapacity: not null, Place: null, Capacity: null } ? Seat.Online : Seat.OnSite;

    /// <summary>Both kinds together; none = no limit.</summary>
    public int? Capacity => HasBothSeats ? Plan.Capacity + Plan.OnlineCapacity : Plan.Capacity ?? Plan.OnlineCapacity;

    public bool Has(Seat seat) => HasBothSeats || seat == UsualSeat;

    /// <summary>Seats nobody has and nobody is offered; none = no limit.</summary>
    public int? Free(Seat seat) => (seat == Seat.Online ? Plan.OnlineCapacity - OnlineTaken : Plan.Capacity - OnSiteTaken) is { } free ? Math.Max(0, free) : null;

    public int Taken(Seat seat) => seat == Seat.Online ? OnlineTaken : OnSiteTaken;

    public int Waiting(Seat seat) => seat == Seat.Online ? OnlineWaiting : OnSiteWaiting;

    public IEnumerable<Seat> Seats => HasBothSeats ? [Seat.OnSite, Seat.Online] : [UsualSeat];

    public bool IsFull => Seats.All(seat => Free(seat) == 0);

    public bool HasStarted(DateTimeOffset now) => StartsAt <= now;

    public EventState State(DateTimeOffset now) => Stage switch
    {
        EventStage.Draft => EventState.Draft,
        EventStage.Cancelled => EventState.Cancelled,
        _ when EndsAt <= now => EventState.Held,
        _ when ClosesAt <= now => EventState.Closed,
        _ when IsFull => EventState.Full,
        _ => EventState.Published,
    };

    /// <summary>Takes over what the organiser says, with the instants that it means.</summary>
    public void Describe(EventPlan plan, EventInstants instants, DateTimeOffset now)
    {
        Plan = plan;
        (StartsAt, EndsAt, ClosesAt) = (instants.Start, instants.End, instants.Deadline);
        if (Stage == EventStage.Published) SetTimers(now);
    }

    /// <summary>From now on its audience sees it. What it takes was checked by <see cref="ReadEvent"/>.</summary>
    public Refusal? Publish(DateTimeOffset now)
    {
        if (Stage != EventStage.Draft) return Refusal.NoLongerOpen;
        (Stage, PublishedAt) = (EventStage.Published, now);
        SetTimers(now);
        return null;
    }

    /// <summary>A reminder is due; the next one is set.</summary>
    /// <returns>Which one; none when the event has begun meanwhile.</returns>
    public EventReminder? Remind(DateTimeOffset now)
    {
        if (Stage != EventStage.Published || StartsAt is not { } start || ReminderDue is not { } due)
        {
            ReminderDue = null;
            return null;
        }

        var reminder = Enum.GetValues<EventReminder>().MinBy(one => (RemindsFrom!.Value - one.Before() - due).Duration());
        ReminderDue = NextReminder(now);
        return start > now ? reminder : null;
    }

    public Refusal? Cancel(string reason, DateTimeOffset now)
    {
        if (Stage != EventStage.Published || EndsAt <= now) return Refusal.NoLongerOpen;
        (Stage, CancelReason, ReminderDue, MeetDue, AfterDue, FollowUpDue) = (EventStage.Cancelled, reason, null, null, null, null);
        Sequence++;
        return null;
    }

    /// <summary>The first answer of somebody, with nothing decided yet.</summary>
    public Registration Begin(MemberId member, DateTimeOffset now) => Registration.Of(Id, member, ++Answers, now);

    /// <summary>Somebody wants a seat: takes it when one is free and nobody waits for it, else queues. Pressed again it changes nothing.</summary>
    public Refusal? Admit(Registration registration, Seat seat, DateTimeOffset now)
    {
        if (!Has(seat)) seat = UsualSeat;
        switch (registration.State)
        {
            case RegistrationState.Going when seat != registration.Seat:
                return Move(registration, seat, now);
            case RegistrationState.Offered when seat == registration.Seat:
                registration.Go(seat, now); // the seat was kept: it is counted already
                return null;
            case RegistrationState.Waitlisted when seat == registration.Seat:
                if (Free(seat) is 0) return null;
                Count(seat, taken: 1, waiting: -1); // nobody is offered it any more: the first of those who wait to press has it
                registration.Go(seat, now);
                return null;
            case RegistrationState.Going or RegistrationState.Attended or RegistrationState.NoShow:
                return null;
            case RegistrationState.Offered or RegistrationState.Waitlisted:
                Release(registration);
                break;
        }

        if (Free(seat) is not 0 && Waiting(seat) == 0)
        {
            Count(seat, taken: 1, waiting: 0);
            registration.Go(seat, now);
        }
        else
        {
            Count(seat, taken: 0, waiting: 1);
            registration.Wait(seat, ++Arrivals, now);
        }

        return null;
    }

    /// <summary>The organiser signs somebody up who asked otherwise: past the queue, never past the capacity.</summary>
    public Refusal? AdmitPastQueue(Registration registration, Seat seat, DateTimeOffset now)
    {
        if (registration.HasSeat) return null;
        if (!Has(seat)) seat = UsualSeat;
        if (registration.State is RegistrationState.Offered)
        {
            registration.Go(registration.Seat, now);
            return null;
        }

        if (Free(seat) is 0) return EventRefusals.NoSeatLeft;
        if (registration.State is RegistrationState.Waitlisted) Release(registration);
        Count(seat, taken: 1, waiting: 0);
        registration.Go(seat, now);
        return null;
    }

    /// <summary>The first of those who wait is kept a seat until <paramref name="until"/>.</summary>
    public void Offer(Registration registration, DateTimeOffset until, DateTimeOffset now)
    {
        Count(registration.Seat, taken: 1, waiting: -1);
        registration.Offer(until < StartsAt ? until : StartsAt ?? until, now);
    }

    /// <summary>Somebody is no longer going, offered a seat, or waiting. The state that follows is set by the caller.</summary>
    public void Release(Registration registration)
    {
        if (registration.HoldsSeat) Count(registration.Seat, taken: -1, waiting: 0);
        else if (registration.State == RegistrationState.Waitlisted) Count(registration.Seat, taken: 0, waiting: -1);
    }

    private void SetTimers(DateTimeOffset now)
    {
        ReminderDue = NextReminder(now);
        MeetDue = StartsAt is { } begins && begins > now && TwoWorkingDaysBefore() is { } before ? before > now ? before : now : null;
        if (EndsAt is { } end && end > now) (AfterDue, HoldsNeeds, HoldsRegistrations) = (end, true, true);
        FollowUpDue = Plan is { FollowUp: { } day, FoundZone: { } zone } && new LocalTime(day, Morning).In(zone) is { Refusal: null, Value: var at } && at > now ? at : null;
    }

    /// <summary>What reminders count back from: the start; of whole days the first morning, since nobody is to be woken at midnight.</summary>
    private DateTimeOffset? RemindsFrom =>
        Plan is { IsAllDay: true, Start.Date: var day, FoundZone: { } zone } && new LocalTime(day, Morning).In(zone) is { Refusal: null, Value: var at } ? at : StartsAt;

    private DateTimeOffset? NextReminder(DateTimeOffset now) => RemindsFrom is { } from ? EventReminders.Next(from, Plan.IsAllDay, now) : null;

    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>In the morning, by the event's clock, and by the holidays of the country whose clock that is.</summary>
    private DateTimeOffset? TwoWorkingDaysBefore()
    {
        if (Plan is not { Start.Date: var day, FoundZone: { } zone }) return null;
        var holidays = PublicHolidays.WithClock(Plan.Zone!);
        for (var left = 2; left > 0;)
        {
            day = day.AddDays(-1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day)) left--;
        }

        return new LocalTime(day, Morning).In(zone) is { Refusal: null, Value: var at } ? at : null;
    }

    private Refusal? Move(Registration registration, Seat seat, DateTimeOffset now)
    {
        if (Free(seat) is 0 || Waiting(seat) > 0) return EventRefusals.NoSeatLeft;
        Release(registration);
        Count(seat, taken: 1, waiting: 0);
        registration.Go(seat, now);
        return null;
    }

    private void Count(Seat seat, int taken, int waiting)
    {
        if (seat == Seat.Online) (OnlineTaken, OnlineWaiting) = (OnlineTaken + taken, OnlineWaiting + waiting);
        else (OnSiteTaken, OnSiteWaiting) = (OnSiteTaken + taken, OnSiteWaiting + waiting);
    }
}

/// <summary>When a plan's local times are, in UTC; none where the plan has none.</summary>
public readonly record struct EventInstants(DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset? Deadline);

/// <summary>What the organiser did; what is shown is <see cref="EventState"/>.</summary>
public enum EventStage { Draft, Published, Cancelled }

public enum EventState { Draft, Published, Full, Closed, Held, Cancelled }
