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
}
