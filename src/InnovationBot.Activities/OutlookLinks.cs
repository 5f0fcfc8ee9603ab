using System.Globalization;

namespace InnovationBot.Activities;

/// <summary>Links that open Outlook on the web with an entry filled in.</summary>
public static class OutlookLinks
{
    private const string Form = "https://outlook.office.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent";

    /// <param name="start">Written in UTC.</param>
    public static string Compose(string subject, DateTimeOffset start, DateTimeOffset end, string? body = null, string? location = null) =>
        $"{Form}&subject={Uri.EscapeDataString(subject)}&startdt={Instant(start)}&enddt={Instant(end)}{Rest(body, location)}";

    /// <param name="last">The last day of it; Outlook wants the day after.</param>
    public static string ComposeDays(string subject, DateOnly first, DateOnly last, string? body = null, string? location = null) =>
        $"{Form}&subject={Uri.EscapeDataString(subject)}&allday=true&startdt={Day(first)}&enddt={Day(last.AddDays(1))}{Rest(body, location)}";

    private static string Rest(string? body, string? location) =>
        (string.IsNullOrEmpty(body) ? "" : $"&body={Uri.EscapeDataString(body)}") + (string.IsNullOrEmpty(location) ? "" : $"&location={Uri.EscapeDataString(location)}");

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
