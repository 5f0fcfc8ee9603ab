using System.Globalization;
using InnovationBot.Activities;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Introductions.Times;
using InnovationBot.Network.People.Ambassadors.OpenHours;

namespace InnovationBot.Conversation.People.Ambassadors.OpenHours;

/// <summary>The fields of an open hour as they are typed, and how it is told.</summary>
internal static class HourFields
{
    public const int UsualPlaces = 6;

    /// <summary>A choice must have a value; no topic is called this.</summary>
    public const string AnyTopic = "*";

    public static (DateOnly? Date, TimeOnly? Time) When(PressData data) => (
        DateOnly.TryParseExact(data.Text("date", 20), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        TimeOnly.TryParse(data.Text("time", 20), CultureInfo.InvariantCulture, out var time) ? time : null);

    public static string Topic(PressData data) => data.Text("topic", 400) is var topic && topic == AnyTopic ? "" : topic;

    public static string Link(PressData data) => data.Text("link", OpenHour.LongestLink);

    /// <returns>No start for what is no day and time, or for a time that the clocks skip.</returns>
    public static HoldOpenHour.Request Read(PressData data, Turn turn)
    {
        var starts = TalkTimes.Read([When(data)], turn.Zone);
        return new(turn.By, starts is { Refusal: null, Value: [var start] } ? start : null, Topic(data), data.Number("places"), Link(data));
    }

    public static string At(OpenHour hour, Reading reading) =>
        $"{reading.Say.Day(hour.StartAt, reading.Zone)}, {TimeZoneInfo.ConvertTime(hour.StartAt, reading.Zone).ToString(reading.Say["Words.TimeFormat"], reading.Say.Culture)}";

    public static string About(OpenHour hour, Reading reading) => hour.Topic.Length > 0 ? hour.Topic : reading.Say["OpenHours.AnyTopic"];

    public static string Outlook(OpenHour hour, Reading reading) => reading.Links.Outlook.Compose(reading.Say["OpenHours.Subject"], hour.StartAt, hour.EndAt, location: hour.Link);
}
