namespace InnovationBot.Network.Events;

/// <summary>The kinds of notices about events; their subject is the event.</summary>
public static class EventNotices
{
    /// <summary>To the first of those who wait: a seat is kept for them.</summary>
    public const string Offer = "event.offer";

    /// <summary>To whoever did not take an offered seat in time.</summary>
    public const string OfferOver = "event.offer_over";

    /// <summary>To all who wait, near the event: the first who presses has the seat.</summary>
    public const string SeatFree = "event.seat_free";

    /// <summary>To those who come or wait; <c>Detail</c> names what changed, <see cref="EventChange"/> words with commas.</summary>
    public const string Changed = "event.changed";

    public const string Cancelled = "event.cancelled";

    /// <summary>To somebody whom the organiser signed up.</summary>
    public const string SignedUp = "event.signed_up";

    /// <summary>To somebody whom the organiser took off the list.</summary>
    public const string Removed = "event.removed";

    /// <summary>To those who are going; <c>Detail</c> is the <see cref="EventReminder"/>.</summary>
    public const string Reminder = "event.reminder";

    /// <summary>To each of two who asked to be introduced at an event; the subject is the <see cref="EventPair"/>, as of the next.</summary>
    public const string Pair = "event.pair";

    /// <summary>To the one who said yes first: so did the other.</summary>
    public const string Paired = "event.paired";

    /// <summary>To those who came: the one question after.</summary>
    public const string After = "event.after";

    /// <summary>To those who came: where the materials are.</summary>
    public const string Materials = "event.materials";

    /// <summary>To the organiser, after the end: who was there?</summary>
    public const string Attendance = "event.attendance";

    /// <summary>To the problem's owner, at the follow-up's date: what came of it?</summary>
    public const string FollowUp = "event.follow_up";

    /// <summary>To the organiser: the problem's owner told what came of it.</summary>
    public const string OutcomeTold = "event.outcome";
}
