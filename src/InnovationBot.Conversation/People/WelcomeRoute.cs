using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People;
using Microsoft.Extensions.Options;

namespace InnovationBot.Conversation.People;

/// <summary>The first word: once per person and once per place, however often the channel repeats the arrival.</summary>
public sealed class WelcomeRoute(WelcomeOnce welcome, IOptions<WelcomeOptions> options) : IWelcomeRoute
{
    public async Task<Reply> WelcomePerson(Turn turn, CancellationToken stop) =>
        options.Value.On == WelcomeMoment.Installation && await welcome.Person(turn.By, stop) ? Reply.Card(HelpCard.For(turn.Say)) : Reply.Nothing;

    public async Task<Reply> WelcomePlace(Turn turn, CancellationToken stop) =>
        await welcome.Place(turn.Context.Reference.ConversationId.Split(';')[0], stop) ? Reply.Text(turn.Say["Help.GroupWelcome"]) : Reply.Nothing;
}
