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

    /// <summary>A step of a form, titled where it shows as a dialog.</summary>
    /// <param name="title">Plain words, at most 64 characters.</param>
    public static Reply Card(AdaptiveCard card, string title) => new CardReply(card) { Title = title };

    /// <param name="card">As <see cref="Card(AdaptiveCard)"/>.</param>
    /// <param name="first">The case that stands first on it: a like of the message counts for it.</param>
    public static Reply Shows(AdaptiveCard card, CaseId? first) => new CardReply(card) { First = first };

    /// <summary>The form is done: where it was a dialog it closes, and the card comes as a message into the person's own chat.</summary>
    /// <param name="said">What closes the dialog where the card cannot follow, because others read there.</param>
    public static Reply Finished(AdaptiveCard card, string said) => new CardReply(card) { Said = said };

    /// <param name="card">Of an event, for everybody who reads here: it is kept up to date.</param>
    public static Reply Posts(AdaptiveCard card, EventId @event) => new CardReply(card) { Event = @event };

    /// <inheritdoc cref="Card(AdaptiveCard)"/>
    public static Reply Card(StandingCard card) => new StandingReply(card);

    /// <summary>A sentence, plain text.</summary>
    public static Reply Text(string text) => new TextReply(text);

    /// <summary>The reason why not, and what is now true in place of the pressed card.</summary>
    public static Reply Refused(Refusal refusal) => new RefusedReply(refusal, null);

    /// <summary>As <see cref="Refused"/>, with the card that shows what is now true.</summary>
    public static Reply RefusedWith(Refusal refusal, AdaptiveCard now) => new RefusedReply(refusal, now);

    public static readonly Reply Nothing = new NothingReply();

    public sealed record CardReply(AdaptiveCard Value) : Reply
    {
        public string? Title { get; init; }

        public CaseId? First { get; init; }

        public EventId? Event { get; init; }

        /// <summary>Set: the last step of a form.</summary>
        public string? Said { get; init; }
    }

    public sealed record StandingReply(StandingCard Value) : Reply;

    public sealed record TextReply(string Value) : Reply;

    public sealed record RefusedReply(Refusal Why, AdaptiveCard? Now) : Reply;

    public sealed record NothingReply : Reply;
}
