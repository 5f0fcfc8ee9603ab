using System.Collections.Concurrent;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;

namespace InnovationBot.Conversation.Turns;

/// <summary>A card that is the same for everybody who reads a language: drawn and written once for each.</summary>
public sealed class StandingCard
{
    private StandingCard(AdaptiveCard card)
    {
        Card = card;
        Utf8 = card.ToUtf8();
    }

    public AdaptiveCard Card { get; }

    /// <summary>The card as it is sent; not to be written to.</summary>
    public byte[] Utf8 { get; }

    /// <param name="draw">Draws out of nothing but the language.</param>
    public static Func<Say, StandingCard> Of(Func<Say, AdaptiveCard> draw)
    {
        var drawn = new ConcurrentDictionary<Say, StandingCard>();
        return say => drawn.GetOrAdd(say, static (say, draw) => new StandingCard(draw(say)), draw);
    }
}
