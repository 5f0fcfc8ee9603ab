using System.Collections.Concurrent;
using InnovationBot.Network;
using InnovationBot.Network.Turns;

namespace InnovationBot.Conversation.Turns;

/// <summary>
/// The card each person saw last in their own chat with this instance, so that a button can be written instead of pressed. Held in memory for as long as a question is
/// open: where it is missing, a text goes where texts go.
/// </summary>
public sealed class LastCards(TimeProvider clock)
{
    /// <summary>Some kilobytes each; when more people than this talk at once, all begin anew.</summary>
    private const int Most = 500;

    private readonly ConcurrentDictionary<MemberId, (byte[] Card, DateTimeOffset At)> cards = new();

    public void Remember(MemberId who, byte[] card)
    {
        if (!cards.ContainsKey(who) && cards.Count >= Most) cards.Clear();
        cards[who] = (card, clock.GetUtcNow());
    }

    public byte[]? Of(MemberId who) => cards.TryGetValue(who, out var last) && clock.GetUtcNow() - last.At <= OpenQuestion.Lifetime ? last.Card : null;

    /// <summary>Somebody was forgotten whom any of them may name.</summary>
    public void Clear() => cards.Clear();
}
