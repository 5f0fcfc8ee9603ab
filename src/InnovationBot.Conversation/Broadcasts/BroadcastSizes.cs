using InnovationBot.Cards;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>Draws what an organiser wrote, in each language that it is read in, to see how large it is.</summary>
internal sealed class BroadcastSizes(ReadBroadcast read, ShowEvent events, TimeProvider clock) : IDrawnBroadcasts
{
    public async Task<int> Largest(Broadcast broadcast, CancellationToken stop)
    {
        var shown = await read.Handle(broadcast, stop);
        var view = broadcast is { Kind: BroadcastKind.Event, About: { } id } && await events.Public(new EventId(id), stop) is { Refusal: null, Value: var found } ? found : null;
        return Language.Spoken.Max(language => Drawn(shown, view, new Reading(Say.In(language), TimeZoneInfo.Utc, clock.GetUtcNow())));
    }

    private static int Drawn(BroadcastShown shown, EventView? view, Reading reading)
    {
        if (view is null) return BroadcastCard.For(shown, reading.Say).ToUtf8().Length;
        return SignUpCard.For(view, reading, more: BroadcastRenderer.Under(shown, reading.Say, isPost: false)).ToUtf8().Length;
    }
}
