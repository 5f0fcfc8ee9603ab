using InnovationBot.Cards;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Turns;

/// <summary>What a route answers. Where it appears (a new message, the pressed card replaced, a toast) is decided by the turn.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>A card: a new message for a text, the pressed card's new state for a press.</summary>
    public static Reply Card(AdaptiveCard card) => new CardReply(card);

    /// <inheritdoc cref="Card(AdaptiveCard)"/>
    public static Reply Card(StandingCard card) => new StandingReply(card);

    /// <summary>A sentence, plain text.</summary>
    public static Reply Text(string text) => new TextReply(text);

    /// <summary>The reason why not, and what is now true in place of the pressed card.</summary>
    public static Reply Refused(Refusal refusal) => new RefusedReply(refusal, null);

    /// <summary>As <see cref="Refused"/>, with the card that shows what is now true.</summary>
    public static Reply RefusedWith(Refusal refusal, AdaptiveCard now) => new RefusedReply(refusal, now);

    public static readonly Reply Nothing = new NothingReply();

    public sealed record CardReply(AdaptiveCard Value) : Reply;

    public sealed record StandingReply(StandingCard Value) : Reply;

    public sealed record TextReply(string Value) : Reply;

    public sealed record RefusedReply(Refusal Why, AdaptiveCard? Now) : Reply;

    public sealed record NothingReply : Reply;
}
