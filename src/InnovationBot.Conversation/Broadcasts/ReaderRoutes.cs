using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>"Fewer of these" on a card somebody got: none of its kind any more, in one press. The card stays and says so.</summary>
[Verb("broadcast/fewer")]
public sealed class FewerRoute(FewerOfThese fewer, ReadBroadcast read) : WantedRoute(fewer, read, wanted: false);

/// <summary>Wants a kind again.</summary>
[Verb("broadcast/again")]
public sealed class GetAgainRoute(FewerOfThese fewer, ReadBroadcast read) : WantedRoute(fewer, read, wanted: true);

public abstract class WantedRoute(FewerOfThese fewer, ReadBroadcast read, bool wanted) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var kind = data.Word<BroadcastKind>("kind") ?? throw new BadInputException("kind");
        return (await fewer.Handle(turn.By, kind, wanted, stop)).Refusal is { } refusal ? Reply.Refused(refusal) : await Card(kind, data, turn, stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.Word<BroadcastKind>("kind") is { } kind ? Card(kind, data, turn, stop) : Task.FromResult(Reply.Nothing);

    private async Task<Reply> Card(BroadcastKind kind, PressData data, Turn turn, CancellationToken stop)
    {
        var got = turn.Scope == Scope.Personal && data.IdOrNone<BroadcastId>("broadcast") is { } id ? await read.Got(id, turn.By, stop) : null;
        return Reply.Card(got is { } shown && shown.Broadcast.Kind == kind ? BroadcastCard.For(shown, turn.Say, wants: wanted) : FewerCard.For(kind, wanted, turn.Say));
    }
}
