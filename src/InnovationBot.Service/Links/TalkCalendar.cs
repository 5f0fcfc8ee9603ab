using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Introductions.Times;
using InnovationBot.Network.People;
using InnovationBot.Service.Calendars;
using InnovationBot.Service.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Links;

/// <summary><c>/talk/{id}.ics</c> under the public address: the id's 74 random bits are what keeps it to those two, and it ends a month after the talk.</summary>
internal sealed class TalkCalendarAddresses(ServiceAddresses addresses) : ICalendarAddresses
{
    public const string Path = "/talk";

    public Uri? Of(TalkTimeId time) => addresses.Public is { } root ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}{Path}/{time}.ics") : null;
}

/// <summary>The calendar file of a talk whose time was chosen: the same entry for both.</summary>
internal static class TalkCalendar
{
    private static readonly TimeSpan KeptAfter = TimeSpan.FromDays(31);

    public static void MapTalkCalendar(this IEndpointRouteBuilder endpoints) => endpoints.MapGet($"{TalkCalendarAddresses.Path}/{{id:length(32)}}.ics", Handle);

    private static async Task Handle(HttpContext context)
    {
        context.Response.CloseAnswer();
        if (await Entry(context) is not { } entry)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.Headers.ContentDisposition = "attachment; filename=\"talk.ics\"";
        context.Response.ContentType = CalendarFile.ContentType;
        await context.Response.Body.WriteAsync(CalendarFile.Write(entry), context.RequestAborted);
    }

    private static async Task<CalendarEntry?> Entry(HttpContext context)
    {
        if (!EntityId.TryRead<TalkTimeId>(context.GetRouteValue("id") as string, out var id)) return null;
        var stop = context.RequestAborted;
        var db = context.RequestServices.GetRequiredService<NetworkDb>();
        if (await db.TalkTimes.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.ChosenAt != null, stop) is not { } time) return null;
        if (context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() > time.EndAt + KeptAfter) return null;
        if (await db.Introductions.AsNoTracking().SingleOrDefaultAsync(i => i.Id == time.IntroductionId, stop) is not { BothSaidYes: true } introduction) return null;

        var (giver, taker) = (await db.MemberOf(introduction.GiverId, stop), await db.MemberOf(introduction.TakerId, stop));
        if (giver is null || taker is null) return null;
        var say = Say.In(OneTimeLinksEndpoint.LanguageOf(context.Request));
        return new CalendarEntry(
            $"{time.Id}@innovation-bot", 0, say["Times.SubjectNames", ("one", giver.Name), ("other", taker.Name)], time.StartAt.UtcDateTime, time.EndAt.UtcDateTime, "Etc/UTC",
            IsAllDay: false, Location: null, say["Times.FileText"], Url: null, giver.Name, giver.Email, TimeSpan.FromMinutes(10), IsCancelled: false, time.ChosenAt!.Value);
    }
}
