using InnovationBot.Activities;
using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InnovationBot.Conversation.People;

/// <summary>
/// Where installation is silent (<see cref="WelcomeMoment.FirstMessage"/>), whoever writes for the first time is told what the bot is,
/// before the answer, which so stays the last thing they see.
/// </summary>
public sealed class WelcomeOnFirstMessage(IOptions<WelcomeOptions> options, ISenders senders, IServiceScopeFactory scopes, Routes routes)
{
    public ValueTask Greet(TurnContext context, string text, CancellationToken stop) =>
        options.Value.On == WelcomeMoment.FirstMessage && TurnRunner.ScopeOf(context.Activity) == Scope.Personal ? GreetOnce(context, text, stop) : ValueTask.CompletedTask;

    private async ValueTask GreetOnce(TurnContext context, string text, CancellationToken stop)
    {
        var sender = await senders.Resolve(context, stop);
        if (sender.WelcomedAt is not null) return;

        await using var scope = scopes.CreateAsyncScope();
        var isNew = await scope.ServiceProvider.GetRequiredService<WelcomeOnce>().Person(sender.Id, stop);
        if (!isNew || routes.Command(text)?.Command == typeof(HelpCommand)) return; // asked for the same card by themselves
        var card = HelpCard.For(Say.In(sender.Language));
        await context.Send(Activity.Card(card.Utf8, card.Card.FallbackText), stop);
    }
}
