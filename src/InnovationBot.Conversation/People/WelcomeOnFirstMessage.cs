using InnovationBot.Activities;
using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InnovationBot.Conversation.People;

/// <summary>
/// Where installation is silent (<see cref="WelcomeMoment.FirstMessage"/>), whoever writes for the first time is told what the bot is,
/// and whoever an organiser entered is told that wherever it is; before the answer, which so stays the last thing they see.
/// </summary>
public sealed class WelcomeOnFirstMessage(IOptions<WelcomeOptions> options, ISenders senders, IServiceScopeFactory scopes, Routes routes,
    SettingsInForce settings, TimeProvider clock)
{
    public async ValueTask Greet(TurnContext context, string text, CancellationToken stop)
    {
        if (TurnRunner.ScopeOf(context.Activity) != Scope.Personal) return;
        var sender = await senders.Resolve(context, stop);
        if (sender.WelcomedAt is not null || (options.Value.On != WelcomeMoment.FirstMessage && sender.AnswerDue is null)) return;

        await using var scope = scopes.CreateAsyncScope();
        var isNew = await scope.ServiceProvider.GetRequiredService<WelcomeOnce>().Person(sender.Id, stop);
        var asksForIt = sender.AnswerDue is null ? typeof(HelpCommand) : typeof(ProfileCommand);
        if (!isNew || routes.Command(text)?.Command == asksForIt) return; // asked for the same card by themselves
        await context.Send(sender.AnswerDue is null ? Help(sender) : await Invited(sender, scope.ServiceProvider, stop), stop);
    }

    private static Activity Help(Member sender)
    {
        var card = HelpCard.For(Say.In(sender.Language), sender);
        return Activity.Card(card.Utf8, card.Card.FallbackText);
    }

    /// <summary>Whoever was imported learns at first contact where their data came from, and is asked.</summary>
    private async Task<Activity> Invited(Member sender, IServiceProvider services, CancellationToken stop)
    {
        var reading = new Reading(Say.In(sender.Language), Zones.Of(sender, await settings.Now(stop)), clock.GetUtcNow());
        var card = (await services.GetRequiredService<ShowProfile>().Handle(sender.Id, stop)).Match(view => ProfileCard.For(view, reading), _ => HelpCard.For(reading.Say, sender).Card);
        return Activity.Card(card.ToUtf8(), card.FallbackText);
    }
}
