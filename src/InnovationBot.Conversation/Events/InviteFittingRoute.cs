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
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        show.After(() => invite.Handle(data.Id<EventId>("event"), turn.By, stop), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        turn.Repeats?.Subject is { } made ? show.One(new BroadcastId(made), turn, stop) : show.List(1, turn, stop);
}
