using InnovationBot.Activities;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InnovationBot.Conversation.Turns;

/// <summary>What a turn came to, and the turn, for whoever writes the reply.</summary>
public sealed record Answered(Reply Reply, Turn Turn);

/// <summary>
/// Runs a turn within the request: recognises a repeat by the activity's key, finds the sender and the language, runs the
/// route, and starts over when somebody else changed the same rows first.
/// </summary>
public sealed class TurnRunner(
    IServiceScopeFactory scopes, ISenders senders, ILanguageDetector detector, IHandledActivities handled, IOptions<NetworkOptions> options, TimeProvider clock)
{
    /// <summary>
    /// A race is lost to people who press at the same moment; five in a row is a defect, not bad luck.
    /// </summary>
    private const int MostTries = 5;

    /// <param name="context">The activity.</param>
    /// <param name="text">What was written, for its language; none for a press.</param>
    /// <param name="route">Run at most five times, each with services of its own.</param>
    public async Task<Answered> Run(TurnContext context, string? text, Func<IServiceProvider, Turn, Task<Reply>> route, CancellationToken stop)
    {
        var sender = await senders.Resolve(context, stop);
        var say = Say.In(LanguageOf(text, sender));
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var turn = await Begin(context, sender, say, scope.ServiceProvider, stop);
            try
            {
                var reply = await route(scope.ServiceProvider, turn);
                turn.HadEffect = turn.Handling is not null && scope.ServiceProvider.GetRequiredService<NetworkDb>().Handling is null;
                return new Answered(reply, turn);
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), TimeProvider.System, stop);
            }
        }
    }

    public static Scope ScopeOf(Activity activity) => activity.Conversation?.ConversationType switch
    {
        ConversationTypes.Channel => Scope.Channel,
        ConversationTypes.GroupChat => Scope.GroupChat,
        _ => Scope.Personal,
    };

    private async Task<Turn> Begin(TurnContext context, Member sender, Say say, IServiceProvider services, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        HandledActivity? repeats = null;
        HandledActivity? handling = null;
        if (RepeatKey.Of(context.Activity) is { } key)
        {
            var earlier = await handled.Find(key.Value, stop);
            if (earlier is not null && now - earlier.At <= Kept(context.Activity, key)) repeats = earlier;
            else handling = new HandledActivity { Key = key.Value, At = now, Renews = earlier is not null };
        }

        var db = services.GetRequiredService<NetworkDb>();
        db.Handling = handling;
        if (context.Activity.Type == ActivityTypes.Invoke && ScopeOf(context.Activity) == Scope.Personal) db.PressedActivity = context.Activity.ReplyToId;
        return new Turn
        {
            Sender = sender, Say = say, Scope = ScopeOf(context.Activity), Now = now, Zone = Zones.Of(sender, options.Value),
            Context = context, Handling = handling, Repeats = repeats,
        };
    }

    /// <summary>A channel's id never comes back for another act; only what is told by its content may be done again later.</summary>
    private static TimeSpan Kept(Activity activity, RepeatKey key) => activity.Id is { Length: > 0 } ? HandledActivity.Lifetime : key.KeptFor;

    private Language LanguageOf(string? text, Member sender) =>
        text is { Length: > 0 } ? detector.Detect(text) ?? sender.Language : sender.Language;
}
