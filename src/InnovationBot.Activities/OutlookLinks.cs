using System.Globalization;

namespace InnovationBot.Activities;

/// <summary>Links that open Outlook on the web with an entry filled in.</summary>
public sealed class OutlookLinks
{
    private readonly string form;

    /// <param name="host">Of Outlook on the web.</param>
    internal OutlookLinks(string host) => form = $"https://{host}/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent";

    /// <param name="start">Written in UTC.</param>
    public string Compose(string subject, DateTimeOffset start, DateTimeOffset end, string? body = null, string? location = null) =>
        $"{form}&subject={Uri.EscapeDataString(subject)}&startdt={Instant(start)}&enddt={Instant(end)}{Rest(body, location)}";

    /// <param name="last">The last day of it; Outlook wants the day after.</param>
    public string ComposeDays(string subject, DateOnly first, DateOnly last, string? body = null, string? location = null) =>
        $"{form}&subject={Uri.EscapeDataString(subject)}&allday=true&startdt={Day(first)}&enddt={Day(last.AddDays(1))}{Rest(body, location)}";

    private static string Rest(string? body, string? location) =>
        (string.IsNullOrEmpty(body) ? "" : $"&body={Uri.EscapeDataString(body)}") + (string.IsNullOrEmpty(location) ? "" : $"&location={Uri.EscapeDataString(location)}");

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
