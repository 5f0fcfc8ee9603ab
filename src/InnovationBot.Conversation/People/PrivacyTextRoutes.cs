using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.People;

/// <summary>"privacy": the long text about data, for everybody who writes to the bot, joined or not.</summary>
public sealed class PrivacyCommand(SettingsInForce settings) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => Reply.Card(PrivacyCard.For(await settings.Now(stop), turn.Reading));
}

[Verb("people/privacy")]
public sealed class PrivacyRoute(SettingsInForce settings) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Reply.Card(PrivacyCard.For(await settings.Now(stop), turn.Reading, data.IdOrNone<ProblemId>("problem")));
}
