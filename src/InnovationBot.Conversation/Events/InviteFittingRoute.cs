using InnovationBot.Conversation.Broadcasts;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;

namespace InnovationBot.Conversation.Events;

/// <summary>Begins the invitation for people whose open problem is like the event's; nothing is sent yet.</summary>
[Verb("event/invite-fitting")]
public sealed class InviteFittingRoute(InviteFitting invite, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var begun = await invite.Handle(data.Id<EventId>("event"), turn.By, stop);
        return begun.Refusal is { } refusal ? Reply.Refused(refusal) : await show.One(begun.Value.Id, turn, stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        turn.Repeats?.Subject is { } made ? show.One(new BroadcastId(made), turn, stop) : show.List(turn, stop);
}
