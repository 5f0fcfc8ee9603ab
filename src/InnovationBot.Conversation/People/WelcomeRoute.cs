using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;
using Microsoft.Extensions.Options;

namespace InnovationBot.Conversation.People;

/// <summary>The first word: once per person and once per place, however often the channel repeats the arrival.</summary>
public sealed class WelcomeRoute(WelcomeOnce welcome, ShowProfile profile, IOptions<WelcomeOptions> options) : IWelcomeRoute
{
    /// <summary>Whoever was imported is told that, and asked, instead of being told what the bot can do.</summary>
    public async Task<Reply> WelcomePerson(Turn turn, CancellationToken stop)
    {
        if (options.Value.On != WelcomeMoment.Installation || !await welcome.Person(turn.By, stop)) return Reply.Nothing;
        return turn.Sender.AnswerDue is null
            ? Reply.Card(HelpCard.For(turn))
            : (await profile.Handle(turn.By, stop)).Match(view => Reply.Card(ProfileCard.For(view, turn.Reading)), Reply.Refused);
    }

    public async Task<Reply> WelcomePlace(Turn turn, CancellationToken stop) =>
        await welcome.Place(turn.Context.Reference.ConversationId.Split(';')[0], stop) ? Reply.Text(turn.Say["Help.GroupWelcome"]) : Reply.Nothing;
}
