using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace InnovationBot.Service.Calendars;

/// <summary>One entry for somebody's calendar: of an event, of a talk, of anything that has a time.</summary>
/// <param name="Uid">The same for as long as it is the same entry (RFC 5545, UID).</param>
/// <param name="Sequence">Counted up with each change that calendars have to take over.</param>
/// <param name="Start">By the clock of <paramref name="Zone"/>; of an entry of whole days its date counts alone.</param>
/// <param name="End">The same; of whole days the day after the last one.</param>
/// <param name="Zone">IANA.</param>
/// <param name="Alarm">How long before the start a client rings; none = not at all.</param>
/// <param name="Stamp">When the file is written, UTC.</param>
internal sealed record CalendarEntry(
    string Uid, int Sequence, string Title, DateTime Start, DateTime End, string Zone, bool IsAllDay, string? Location, string? Description, Uri? Url,
    string OrganiserName, string? OrganiserEmail, TimeSpan? Alarm, bool IsCancelled, DateTimeOffset Stamp);

/// <summary>Writes calendar files (RFC 5545) that Outlook, phones and every other client read, with the rules of the zone inside.</summary>
internal static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    public static byte[] Write(CalendarEntry entry)
    {
        var calendar = new Calendar { Method = entry.IsCancelled ? CalendarMethods.Cancel : CalendarMethods.Publish, ProductId = "-//Innovation Bot//EN" };
        var written = new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            Summary = entry.Title,
            Location = entry.Location,
            Description = entry.Description,
            Url = entry.Url,
            DtStamp = new CalDateTime(entry.Stamp.UtcDateTime, "UTC"),
            Status = entry.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Organizer = new Organizer { CommonName = entry.OrganiserName, Value = new Uri($"mailto:{entry.OrganiserEmail ?? "noreply@invalid"}") },
        };
        if (entry.IsAllDay)
        {
            written.Start = new CalDateTime(DateOnly.FromDateTime(entry.Start));
            written.End = new CalDateTime(DateOnly.FromDateTime(entry.End));
        }
        else
        {
            written.Start = new CalDateTime(entry.Start, entry.Zone);
            written.End = new CalDateTime(entry.End, entry.Zone);
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(entry.Zone, entry.Start.AddYears(-1), includeHistoricalData: false));
        }

        if (entry is { Alarm: { } before, IsCancelled: false })
            written.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = entry.Title, Trigger = new Trigger(Duration.FromMinutes(-(int)before.TotalMinutes)) });
        calendar.Events.Add(written);
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }
}
