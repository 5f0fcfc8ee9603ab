using InnovationBot.Activities;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using InnovationBot.Service.People;

namespace InnovationBot.Service.Events;

/// <summary>Draws sign-up cards again that several people read, in channels and group chats, as things then stand.</summary>
internal sealed class EditEventCards(EventCards cards, ShowEvent show, IConnectorClient connector, SettingsInForce settings) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await cards.Take(most, now, stop);
        foreach (var card in due) await cards.Edited(card, await Edit(card, now, stop), now, stop);
        return due.Count;
    }

    private async Task<CardEdit> Edit(EventCard card, DateTimeOffset now, CancellationToken stop)
    {
        if (AddressText.Read(card.Place) is not { } place) return CardEdit.Gone;
        var shown = await show.Public(card.EventId, stop);
        if (shown.Refusal is not null) return CardEdit.Gone;

        var reading = new Reading(Say.In(card.Language), TimeZoneInfo.FindSystemTimeZoneById((await settings.Now(stop)).DefaultZone), now);
        var drawn = SignUpCard.For(shown.Value, reading, isShared: true);
        var result = await connector.Update(place with { ConversationId = card.ConversationId }, card.ActivityId, Activity.Card(drawn.ToUtf8(), drawn.FallbackText), stop);
        return result.Outcome switch
        {
            ConnectorOutcome.Sent => CardEdit.Done,
            ConnectorOutcome.Failed => CardEdit.Gone,
            _ => CardEdit.Failed,
        };
    }
}
