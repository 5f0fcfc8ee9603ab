using InnovationBot.Activities;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Turns;

/// <summary>What a turn came to, and the turn, for whoever writes the reply.</summary>
public sealed record Answered(Reply Reply, Turn Turn);

/// <summary>
/// Runs a turn within the request: recognises a repeat by the activity's key, finds the sender and the language, runs the
/// route, and starts over when somebody else changed the same rows first, or the store broke off: a commit that was not
/// confirmed and took place all the same is a repeat then.
/// </summary>
public sealed class TurnRunner(
    IServiceScopeFactory scopes, ISenders senders, ILanguageDetector detector, IHandledActivities handled, RetryLostRace retry, SettingsInForce settings, ClientLinks links, TimeProvider clock)
{
    /// <param name="context">The activity.</param>
    /// <param name="text">What was written, for its language; none for a press.</param>
    /// <param name="route">Run anew, with services of its own, as often as <see cref="RetryLostRace"/> allows.</param>
    public async Task<Answered> Run(TurnContext context, string? text, Func<IServiceProvider, Turn, Task<Reply>> route, CancellationToken stop)
    {
        var sender = await senders.Resolve(context, stop);
        var say = Say.In(LanguageOf(text, sender));
        var isKnownAgain = RepeatKey.Of(context.Activity) is not null;
        NetworkDb? db = null;
        return await retry.Run(
            async again =>
            {
                await using var scope = scopes.CreateAsyncScope();
                db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
                var turn = await Begin(context, sender, say, db, again);
                var reply = await route(scope.ServiceProvider, turn);
                turn.HadEffect = turn.Handling is not null && db.Handling is null;
                return new Answered(reply, turn);
            },
            fault => db?.IsLostRace(fault) == true || (isKnownAgain && StoreFaultException.IsBrokenOff(fault)),
            stop);
    }

    public static Scope ScopeOf(Activity activity) => activity.Conversation?.ConversationType switch
    {
        ConversationTypes.Channel => Scope.Channel,
        ConversationTypes.GroupChat => Scope.GroupChat,
        _ => Scope.Personal,
    };

    private async Task<Turn> Begin(TurnContext context, Member sender, Say say, NetworkDb db, CancellationToken stop)
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

        db.Handling = handling;
        if (context.Activity.Type == ActivityTypes.Invoke && ScopeOf(context.Activity) == Scope.Personal) db.PressedActivity = context.Activity.ReplyToId;
        return new Turn
        {
            Sender = sender, Say = say, Scope = ScopeOf(context.Activity), Now = now, Zone = Zones.Of(sender, await settings.Now(stop)),
            Context = context, Links = links, Handling = handling, Repeats = repeats,
        };
    }

    /// <summary>A channel's id never comes back for another act; only what is told by its content may be done again later.</summary>
    private static TimeSpan Kept(Activity activity, RepeatKey key) => activity.Id is { Length: > 0 } ? HandledActivity.Lifetime : key.KeptFor;

    private Language LanguageOf(string? text, Member sender) =>
        text is { Length: > 0 } ? detector.Detect(Words(text)) ?? sender.Language : sender.Language;

    /// <summary>What is written for the program, "barrier:it_system", and addresses are in no language.</summary>
    private static string Words(string text) => text.AsSpan().IndexOfAny(":=_@") < 0 && !text.Contains("www.", StringComparison.OrdinalIgnoreCase) ? text : string.Join(' ', text.Split(' ').Where(word => !SmallTalk.IsAddress(word) && !IsForProgram(word)));

    private static bool IsForProgram(string word) =>
        word.Contains('_', StringComparison.Ordinal) || (word.IndexOfAny([':', '=']) is > 0 and var at && at + 1 < word.Length && char.IsLetterOrDigit(word[at - 1]) && (char.IsLetterOrDigit(word[at + 1]) || word[at + 1] == '\u2060'));
}
