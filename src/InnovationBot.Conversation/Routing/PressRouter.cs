using InnovationBot.Conversation.People.Safety;
using InnovationBot.Conversation.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Conversation.Routing;

/// <summary>Takes a press to the route of its verb. A press that came twice, too late or from an old card is answered with the card as it is now.</summary>
public sealed class PressRouter(Routes routes, IServiceProvider services, SafetyGate safety, ILogger<PressRouter> log)
{
    /// <summary>Settings hold the words that tell people where harassment or danger is reported.</summary>
    private static bool MayTellOfWrong(string verb) => verb.StartsWith("settings/", StringComparison.Ordinal);

    public async Task<Reply> Route(string? verb, PressData data, Turn turn, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(verb) || routes.Verb(verb) is not { } type)
        {
            Log.UnknownVerb(log);
            return Reply.Text(turn.Say["Routing.UnknownVerb"]);
        }

        var route = (IVerbRoute)services.GetRequiredService(type);
        try
        {
            if (turn.Repeats is not null)
                return await route.Show(data, turn, stop) is var shown && shown != Reply.Nothing ? shown : Reply.Text(turn.Say["Routing.AlreadyDone"]);

            if (!MayTellOfWrong(verb) && await safety.Answer(data.Written, turn, stop) is { } concern) return concern;
            var reply = await route.Run(data, turn, stop);
            if (reply is not Reply.RefusedReply refused) return reply;
            var fresh = await route.Show(data, turn, stop);
            return fresh is Reply.CardReply card ? Reply.RefusedWith(refused.Why, card.Value) : reply;
        }
        catch (BadInputException bad)
        {
            Log.BadInput(log, verb, bad.Field);
            return Reply.Text(turn.Say["Routing.BadInput"]);
        }
    }
}
