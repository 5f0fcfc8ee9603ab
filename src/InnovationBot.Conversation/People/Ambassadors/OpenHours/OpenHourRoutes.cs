using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Ambassadors.OpenHours;

namespace InnovationBot.Conversation.People.Ambassadors.OpenHours;

/// <summary>"open hour": the ambassador's own.</summary>
public sealed class OpenHourCommand(HostedHourRoute route) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => route.Run(default, turn, stop);
}

[Verb("open-hour/own")]
public sealed class HostedHourRoute(HoldOpenHour hold) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope != Scope.Personal
        ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
        : (await hold.Show(turn.By, stop)).Match(host => Reply.Card(HostedHourCard.For(host, turn.Reading)), Reply.Refused);
}

[Verb("open-hour/hold")]
public sealed class HoldHourRoute(HoldOpenHour hold) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await hold.Handle(HourFields.Read(data, turn), stop)).Match(view => Reply.Card(OpenHourCard.For(view, turn.Reading)), Reply.Refused);

    /// <summary>The form again, as it was filled in.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await hold.Show(turn.By, stop)).Match(host => Reply.Card(HostedHourCard.For(host, turn.Reading, data)), _ => Reply.Nothing);
}

[Verb("open-hour/cancel")]
public sealed class CancelHourRoute(HoldOpenHour hold) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await hold.Cancel(turn.By, stop)).Match(host => Reply.Card(HostedHourCard.For(host, turn.Reading)), Reply.Refused);
}

/// <summary>What somebody was led to, before they say yes.</summary>
[Verb("open-hour/look")]
public sealed class LookHourRoute(JoinOpenHour join) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await join.Show(data.Id<SuggestionId>("suggestion"), turn.By, stop)).Match(view => Reply.Card(OpenHourCard.For(view, turn.Reading)), Reply.Refused);
}

[Verb("open-hour/join")]
public sealed class JoinHourRoute(JoinOpenHour join) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await join.Handle(data.Id<SuggestionId>("suggestion"), turn.By, turn.Kept(data.Text("text", Introduction.MaxBlurb * 2)), stop)).Match(view => Reply.Card(OpenHourCard.For(view, turn.Reading)), Reply.Refused);

    /// <summary>As it now is, with what was written.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => data.IdOrNone<SuggestionId>("suggestion") is { } suggestion
        ? (await join.Show(suggestion, turn.By, stop)).Match(view => Reply.Card(OpenHourCard.For(view, turn.Reading, data.Text("text", Introduction.MaxBlurb * 2))), _ => Reply.Nothing)
        : Reply.Nothing;
}

[Verb("open-hour/leave")]
public sealed class LeaveHourRoute(JoinOpenHour join) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await join.Leave(data.Id<OpenHourId>("hour"), turn.By, stop)).Match(_ => Reply.Card(OpenHourOverCard.For(turn.Say["OpenHours.Left"], turn.Reading)), Reply.Refused);
}

public sealed class OpenHourRenderer(JoinOpenHour join) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var say = reading.Say;
        if (notice.Kind == OpenHourNotices.Cancelled) return new NoticeMessage(OpenHourOverCard.For(say["OpenHours.Cancelled"], reading), say["OpenHours.Cancelled"]);
        var shown = await join.Show(EntityId.From<OpenHourId>(notice.Subject), notice.RecipientId, stop);
        return shown.Refusal is null && shown.Value.Hour.IsAhead(reading.Now)
            ? new NoticeMessage(OpenHourCard.For(shown.Value, reading), say[notice.Kind == OpenHourNotices.Joined ? "OpenHours.JoinedSummary" : "OpenHours.TomorrowSummary"]) : null;
    }
}
