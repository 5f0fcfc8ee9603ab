using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>Addresses that the host keeps: of calendar files, and of the bot's own chat.</summary>
public interface IEventLinks
{
    /// <returns>The calendar file of one person's seat, at an address nobody guesses; <c>null</c> where the service has no public address.</returns>
    Uri? Calendar(Registration registration);

    /// <returns>The reader's chat with the bot, with the event's card; <c>null</c> in local mode.</returns>
    Uri? Chat(EventId @event);
}

/// <summary>Ways to put an event into one's calendar.</summary>
[Verb("event/calendar")]
public sealed class CalendarRoute(ShowEvent show, IEventLinks links) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return (await show.Handle(data.Id<EventId>("event"), turn.By, stop)).Match(
            view => view.Own is { HasSeat: true } own ? Reply.Card(CalendarCard.For(view, links.Calendar(own), turn.Reading)) : Reply.Card(SignUpCard.For(view, turn.Reading)), Reply.Refused);
    }
}

public static class CalendarCard
{
    /// <param name="file">None where the service has no public address.</param>
    public static AdaptiveCard For(EventView view, Uri? file, Reading reading)
    {
        var (say, @event) = (reading.Say, view.Event);
        var body = new List<CardElement> { SignUpCard.Head(@event, reading) };
        if (file is not null && CardUrl.TryParse(file.AbsoluteUri, out var address, allowLoopback: true))
        {
            body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Events.CalendarFile"], Url = address }));
            body.Add(HouseStyle.Subtle(say["Events.CalendarFileHint"]));
        }

        body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Events.OutlookCalendar"], Url = Outlook(view, reading) }));
        body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Events.TeamsCalendar"], Url = Teams(view, reading) }));
        body.Add(HouseStyle.Back(say["Words.Back"], "event/show", SignUpCard.Data(@event)));
        return HouseStyle.Card(say.Language.Code, say["Events.CalendarHeading"], body);
    }

    /// <summary>The form of Teams for a new meeting, filled in.</summary>
    internal static string Teams(EventView view, Reading reading) => reading.Links.Teams.NewMeeting(
        view.Event.Title, start: Local(view.Event.StartsAt!.Value, view.Plan), end: Local(view.Event.EndsAt!.Value, view.Plan), content: Where(view));

    /// <summary>The compose form of Outlook on the web.</summary>
    internal static string Outlook(EventView view, Reading reading)
    {
        var (start, end) = (view.Event.StartsAt!.Value, view.Event.EndsAt!.Value);
        var (title, where) = (view.Event.Title, Where(view));
        return view.Plan.IsAllDay
            ? reading.Links.Outlook.ComposeDays(title, view.Plan.Start!.Value.Date, view.Plan.End!.Value.Date, location: where)
            : reading.Links.Outlook.Compose(title, start, end, location: where);
    }

    /// <summary>The place, and the link where it fits whole: half of one leads nowhere.</summary>
    private static string Where(EventView view) => string.Join(" · ", new[] { view.Plan.Place, view is { SeesLink: true, Plan.Link.Length: <= LongestLink } ? view.Plan.Link : null }.Where(part => !string.IsNullOrEmpty(part)));

    private const int LongestLink = 500;

    private static DateTimeOffset Local(DateTimeOffset at, EventPlan plan) => plan.FoundZone is { } zone ? TimeZoneInfo.ConvertTime(at, zone) : at;
}

/// <summary>Reminders of all events, off or on again.</summary>
[Verb("event/reminders")]
public sealed class RemindersRoute(SetReminders set) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var wanted = data.Flag("wanted");
        if (await set.Handle(turn.By, wanted, stop) is { } refusal) return Reply.Refused(refusal);
        var say = turn.Say;
        return Reply.Card(HouseStyle.Card(say.Language.Code, say[wanted ? "Events.RemindersOn" : "Events.RemindersOff"],
        [
            HouseStyle.Button(say[wanted ? "Events.TurnRemindersOff" : "Events.TurnRemindersOn"], "event/reminders", ("wanted", wanted ? "false" : "true")),
            HouseStyle.Back(say["Events.MyEvents"], "event/list", ("mine", "true")),
        ]));
    }
}
