namespace InnovationBot.Network.Events;

/// <summary>One person's answer to one event: there is never a second row. Changed only while the event's row is locked.</summary>
public sealed class Registration
{
    public RegistrationId Id { get; init; }
    public EventId EventId { get; init; }
    public MemberId MemberId { get; init; }

    /// <summary>Which of the event's answers this is, from 1, in the order of people's first presses.</summary>
    public long Number { get; init; }

    public RegistrationState State { get; private set; } = RegistrationState.Cancelled;
    public Seat Seat { get; private set; }

    /// <summary>Place in the order of arrival of those who wait; lower is earlier.</summary>
    public long Arrival { get; private set; }

    /// <summary>Until when a seat is kept for this person.</summary>
    public DateTimeOffset? OfferDue { get; private set; }

    /// <summary>Answers to the organiser's questions, but needs.</summary>
    public List<EventAnswer> Answers { get; set; } = [];

    /// <summary>What the person needs to eat or to get in: for this event's organisers only, erased 14 days after.</summary>
    public List<EventAnswer> Needs { get; set; } = [];

    /// <summary>The problem the person would talk about with somebody there; none = does not want to be introduced.</summary>
    public string? MeetAbout { get; set; }

    /// <summary>How often the seat was taken or given back: each time calendars have to take it over (RFC 5545, SEQUENCE).</summary>
    public int SeatChanges { get; private set; }

    /// <summary>The secret in the address of this person's calendar file.</summary>
    public Guid CalendarKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }

    internal static Registration Of(EventId @event, MemberId member, long number, DateTimeOffset now) => new()
    {
        Id = EntityId.New<RegistrationId>(now), EventId = @event, MemberId = member, Number = number, CalendarKey = Guid.NewGuid(), CreatedAt = now, ChangedAt = now,
    };

    /// <summary>Comes, or came: the seat is this person's.</summary>
    public bool HasSeat => State is RegistrationState.Going or RegistrationState.Attended or RegistrationState.NoShow;

    /// <summary>A seat is counted for this person.</summary>
    public bool HoldsSeat => HasSeat || State == RegistrationState.Offered;

    /// <summary>Is told what changes: comes, waits, or may still come.</summary>
    public bool Follows => State is RegistrationState.Going or RegistrationState.Offered or RegistrationState.Waitlisted;

    internal void Go(Seat seat, DateTimeOffset now) => Become(RegistrationState.Going, seat, now);

    internal void Wait(Seat seat, long arrival, DateTimeOffset now)
    {
        Become(RegistrationState.Waitlisted, seat, now);
        Arrival = arrival;
    }

    internal void Offer(DateTimeOffset until, DateTimeOffset now)
    {
        Become(RegistrationState.Offered, Seat, now);
        OfferDue = until;
    }

    /// <summary>The message with the offer arrived later than it was made: the time runs from then.</summary>
    public void OfferArrived(DateTimeOffset until)
    {
        if (State == RegistrationState.Offered && until > OfferDue) OfferDue = until;
    }

    /// <summary>Cannot come.</summary>
    public void Decline(DateTimeOffset now) => Become(RegistrationState.Declined, Seat, now);

    /// <summary>Gave the seat or the place in the queue back, lost it, or was taken off the list.</summary>
    public void Cancel(DateTimeOffset now) => Become(RegistrationState.Cancelled, Seat, now);

    /// <summary>Was there.</summary>
    public void Attend(DateTimeOffset now) => Become(RegistrationState.Attended, Seat, now);

    /// <summary>Had a seat and did not come.</summary>
    public void Miss(DateTimeOffset now) => Become(RegistrationState.NoShow, Seat, now);

    private void Become(RegistrationState state, Seat seat, DateTimeOffset now)
    {
        var had = HasSeat;
        (State, Seat, ChangedAt, OfferDue) = (state, seat, now, null);
        if (HasSeat != had) SeatChanges++;
    }
}

public enum RegistrationState { Going, Waitlisted, Offered, Declined, Cancelled, Attended, NoShow }
