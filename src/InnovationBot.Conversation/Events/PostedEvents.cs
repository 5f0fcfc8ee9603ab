using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Events;

/// <summary>Remembers where a sign-up card was just posted that several people read, so that its seats are kept up to date.</summary>
public sealed class PostedEvents(IServiceScopeFactory scopes, ISenders senders)
{
    public async Task Remember(EventId @event, string activity, Turn turn, CancellationToken stop)
    {
        if (turn.Scope == Scope.Personal || turn.Context.Activity.Conversation?.Id is not { Length: > 0 } conversation) return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EventCards>().Remember(new(@event, conversation, activity, turn.Language), senders.PlaceOf(turn.Context), stop);
    }
}
