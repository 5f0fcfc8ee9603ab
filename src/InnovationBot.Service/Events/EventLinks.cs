using InnovationBot.Activities;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Service.Calendars;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace InnovationBot.Service.Events;

/// <summary><c>/calendar/{secret}.ics</c> under the public address: one person's seat, at an address that cannot be guessed and ends a month after the event.</summary>
internal sealed class EventLinks(ServiceAddresses addresses, IOptions<BotOptions> bot, ClientLinks links) : IEventLinks
{
    public const string Path = "/calendar";

    public Uri? Calendar(Registration registration) =>
        addresses.Public is { } root ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}{Path}/{registration.CalendarKey:N}.ics") : null;

    public Uri? Chat(EventId @event) => bot.Value.AppId is { Length: > 0 } app ? new Uri(links.Teams.Handoff(app, $"event.{@event}")) : null;
}

internal static class CalendarEndpoint
{
    /// <summary>A client rings so long before.</summary>
    private static readonly TimeSpan Alarm = TimeSpan.FromMinutes(15);

    /// <summary>Before whole days: nine in the morning of the day before, and not late at night.</summary>
    private static readonly TimeSpan AlarmBeforeDays = TimeSpan.FromHours(15);

    public static void MapCalendars(this IEndpointRouteBuilder endpoints) => endpoints.MapGet($"{EventLinks.Path}/{{key:length(32)}}.ics", Handle);

    private static async Task Handle(HttpContext context)
    {
        context.Response.CloseAnswer();
        var services = context.RequestServices;
        if (!Guid.TryParseExact(context.GetRouteValue("key") as string, "N", out var key)
            || await services.GetRequiredService<ReadCalendar>().Handle(key, context.RequestAborted) is not var (view, reader, email))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var entry = Of(view, Say.In(reader.Language), email, services.GetRequiredService<IEventLinks>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName("event.ics");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.ContentType = CalendarFile.ContentType;
        await context.Response.Body.WriteAsync(CalendarFile.Write(entry), context.RequestAborted);
    }

    /// <summary>A seat that was given back, and an event that was called off, take the entry out of the calendar.</summary>
    internal static CalendarEntry Of(EventView view, Say say, string? organiserEmail, IEventLinks links, DateTimeOffset now)
    {
        var (@event, plan) = (view.Event, view.Plan);
        var zone = plan.FoundZone ?? TimeZoneInfo.Utc;
        var isGone = view.State == EventState.Cancelled || view.Own is not { HasSeat: true };
        var (start, end) = (TimeZoneInfo.ConvertTime(@event.StartsAt!.Value, zone).DateTime, TimeZoneInfo.ConvertTime(@event.EndsAt!.Value, zone).DateTime);
        if (plan.IsAllDay) (start, end) = (plan.Start!.Value.Date.ToDateTime(TimeOnly.MinValue), plan.End!.Value.Date.AddDays(1).ToDateTime(TimeOnly.MinValue));

        var lines = new List<string>();
        if (@event.CancelReason is { } reason) lines.Add(reason);
        if (plan.Agenda is { } agenda) lines.Add(agenda);
        if (view.SeesLink && plan.Link is { } link) lines.Add(link);
        if (!isGone && @event.Waiting(view.Own!.Seat) > 0 && links.Chat(@event.Id) is { } chat) lines.Add($"{say["Events.FreeMyPlace"]}: {chat.AbsoluteUri}"); // a decline in a calendar reaches no bot
        return new CalendarEntry(
            $"{@event.Id}@innovation-bot", @event.Sequence + Math.Max(0, (view.Own?.SeatChanges ?? 0) - 1), @event.Title, start, end, plan.Zone ?? "UTC", plan.IsAllDay,
            say.Where(plan), lines.Count > 0 ? string.Join("\n\n", lines) : null, view.SeesLink && Uri.TryCreate(plan.Link, UriKind.Absolute, out var url) ? url : null,
            view.Host ?? say["Events.TheNetwork"], organiserEmail, plan.IsAllDay ? AlarmBeforeDays : Alarm, isGone, now);
    }
}
