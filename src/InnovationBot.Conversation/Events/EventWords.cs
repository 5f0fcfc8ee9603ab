using System.Security.Cryptography;
using System.Text;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>Times, places and seats of an event in words, the same on every card.</summary>
public static class EventWords
{
    /// <summary>"Monday, 1 March, 9:00–12:00 (Ljubljana)", by the event's own clock.</summary>
    public static string When(this Say say, Event @event) =>
        @event is { StartsAt: { } start, EndsAt: { } end } && @event.Plan.FoundZone is { } zone
            ? @event.Plan.IsAllDay ? Days(say, start, end, zone) : $"{Span(say, start, end, zone)} ({City(@event.Plan.Zone!)})"
            : say["Events.NoTimeYet"];

    /// <summary>The same by the reader's clock, where that shows another time.</summary>
    public static string? WhenForReader(this Reading reading, Event @event) =>
        @event is { StartsAt: { } start, EndsAt: { } end, Plan: { IsAllDay: false, FoundZone: { } zone } } && zone.GetUtcOffset(start) != reading.Zone.GetUtcOffset(start)
            ? reading.Say["Events.YourTime", ("time", Span(reading.Say, start, end, reading.Zone))]
            : null;

    /// <summary>"1 March, 9:00" for a moment that matters to the reader.</summary>
    public static string Moment(this Reading reading, DateTimeOffset at) => $"{reading.Say.Day(at, reading.Zone)}, {Time(reading.Say, at, reading.Zone)}";

    public static string Time(Say say, DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString(say["Words.TimeFormat"], say.Culture);

    /// <summary>"Workshop · Monday, 1 March … · Room 1".</summary>
    public static string Line(this Say say, Event @event) => Showing.Join(say, @event.Plan.Kind is { } kind ? say.Word(kind) : null, say.When(@event), say.Where(@event.Plan));

    /// <summary>"Room 1 and online", "Online", "Room 1".</summary>
    public static string? Where(this Say say, EventPlan plan) => plan switch
    {
        { Place: { } place, OnlineCapacity: not null } => say["Events.PlaceAndOnline", ("place", place)],
        { Place: { } place } => place,
        { OnlineCapacity: not null } or { Link: not null } => say["Events.Online"],
        _ => null,
    };

    /// <summary>"7 of 25 places left"; nothing where there is no limit.</summary>
    public static string SeatsLeft(this Say say, Event @event)
    {
        if (!@event.HasBothSeats) return Left(@event.UsualSeat) is var left && left.Length > 0 ? left : "";
        return Showing.Join(say, Named(Seat.OnSite, "Events.AtThePlace"), Named(Seat.Online, "Events.Online"));

        string Left(Seat seat) =>
            @event.Free(seat) is { } free && (seat == Seat.Online ? @event.Plan.OnlineCapacity : @event.Plan.Capacity) is { } of
                ? free > 0 ? say.Count("Events.SeatsLeft", free, ("capacity", of)) : @event.Waiting(seat) is > 0 and var waiting ? say.Count("Events.FullWaiting", waiting) : say["Events.Full"]
                : "";

        string? Named(Seat seat, string key) => Left(seat) is { Length: > 0 } left ? say.Named(say[key], left) : null;
    }

    /// <summary>What the ids of the fields of an organiser's questions begin with.</summary>
    internal const string InputPrefix = "q_";

    /// <summary>The input's id of a question: the same as long as its words are.</summary>
    public static string InputId(this EventQuestion question) => InputPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.Label)).AsSpan(0, 6));

    private static string Span(Say say, DateTimeOffset start, DateTimeOffset end, TimeZoneInfo zone)
    {
        var (from, to) = (TimeZoneInfo.ConvertTime(start, zone), TimeZoneInfo.ConvertTime(end, zone));
        return from.Date == to.Date
            ? $"{say.Day(start, zone)}, {Time(say, start, zone)}–{Time(say, end, zone)}"
            : $"{say.Day(start, zone)}, {Time(say, start, zone)} – {say.Day(end, zone)}, {Time(say, end, zone)}";
    }

    private static string Days(Say say, DateTimeOffset start, DateTimeOffset end, TimeZoneInfo zone)
    {
        var last = end.AddTicks(-1);
        return TimeZoneInfo.ConvertTime(start, zone).Date == TimeZoneInfo.ConvertTime(last, zone).Date
            ? say["Events.WholeDay", ("day", say.Day(start, zone))]
            : say["Events.WholeDays", ("first", say.Day(start, zone)), ("last", say.Day(last, zone))];
    }

    private static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
