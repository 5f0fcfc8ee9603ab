using System.Collections.Concurrent;
using InnovationBot.Activities;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Turns;
using InnovationBot.Service.Options;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.People;

/// <summary>
/// Keeps one person, or their script, from taking all of the bot's time: whoever takes more turns than allowed gets a sentence instead
/// of a turn. Counted in this process, before anything is read, and where several instances share a budget, in that too: it is asked once
/// somebody has used a quarter of what this process gives, so that nobody waits for it who writes as people do.
/// </summary>
internal sealed class TurnLimit(
    IBot bot, IOptions<ServiceOptions> service, IOptions<BotOptions> options, IOptions<NetworkOptions> network, MachineClock clock, ILogger<TurnLimit> log,
    ITurnBudget? shared = null) : IBot
{
    /// <summary>Messages beyond the limit are answered this often; answering each would pass the flood on to the channel.</summary>
    private static readonly TimeSpan Reminder = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly int perMinute = options.Value.LocalMode ? 0 : service.Value.TurnsPerMinute;
    private readonly ConcurrentDictionary<SenderKey, Budget> budgets = new();
    private long sweepDue;

    public ValueTask<InvokeResponse?> OnTurn(TurnContext turn, CancellationToken stop)
    {
        if (perMinute == 0 || !IsAct(turn.Activity)) return bot.OnTurn(turn, stop);

        var now = clock.Time.GetTimestamp();
        ForgetIdle(now);
        var key = SenderKey.Of(turn);
        var budget = budgets.GetOrAdd(key, static (_, it) => new Budget(it.perMinute, it.now), (perMinute, now));
        if (!budget.TryTake(clock.Time, now, out var isBusy)) return Refuse(turn, budget, now, stop);
        if (shared is null) return bot.OnTurn(turn, stop);

        var taking = shared.TryTake($"{key.Tenant} {key.Id}", perMinute);
        return isBusy ? AfterAsking(taking, turn, budget, now, stop) : bot.OnTurn(turn, stop);
    }

    private async ValueTask<InvokeResponse?> AfterAsking(Task<bool?> taking, TurnContext turn, Budget budget, long now, CancellationToken stop) =>
        await taking is false ? await Refuse(turn, budget, now, stop) : await bot.OnTurn(turn, stop);

    /// <summary>What a person does; arrivals and departures must not be lost.</summary>
    private static bool IsAct(Activity activity) =>
        activity.Type is ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.MessageReaction;

    private async ValueTask<InvokeResponse?> Refuse(TurnContext turn, Budget budget, long now, CancellationToken stop)
    {
        var isFirst = budget.TryRemind(clock.Time, now, Reminder);
        if (isFirst) Log.TooManyTurns(log);
        var sentence = Say.In(Language.FromTag(turn.Activity.Locale) ?? new Language(network.Value.DefaultLanguage))["Routing.TooManyTurns"];
        if (turn.Activity.Type == ActivityTypes.Invoke) return ReplyWriter.AnswerSentence(turn.Activity.Name, sentence);
        if (turn.Activity.Type == ActivityTypes.Message && (isFirst || turn.ExpectsReplies)) await turn.Send(Activity.Message(sentence), stop);
        return null;
    }

    /// <summary>Who has been silent for a minute has a full budget again, which is what a stranger has.</summary>
    private void ForgetIdle(long now)
    {
        var due = Volatile.Read(ref sweepDue);
        if (now < due || Interlocked.CompareExchange(ref sweepDue, now + (long)(Sweep.TotalSeconds * clock.Time.TimestampFrequency), due) != due) return;
        foreach (var entry in budgets)
            if (entry.Value.IsIdle(clock.Time, now, Sweep)) budgets.TryRemove(entry);
    }

    /// <summary>Fills evenly to half a minute's turns, which is the largest burst.</summary>
    private sealed class Budget(int perMinute, long began)
    {
        private readonly Lock gate = new();
        private readonly double most = Math.Max(1, perMinute / 2.0);
        private double left = Math.Max(1, perMinute / 2.0);
        private long filledAt = began;
        private long? remindedAt;

        public bool TryTake(TimeProvider time, long now, out bool isBusy)
        {
            lock (gate)
            {
                left = Math.Min(most, left + (Math.Max(0, time.GetElapsedTime(filledAt, now).TotalMinutes) * perMinute));
                filledAt = now;
                isBusy = left <= most * 3 / 4;
                if (left < 1) return false;
                left--;
                return true;
            }
        }

        public bool TryRemind(TimeProvider time, long now, TimeSpan every)
        {
            lock (gate)
            {
                if (remindedAt is { } last && time.GetElapsedTime(last, now) < every) return false;
                remindedAt = now;
                return true;
            }
        }

        public bool IsIdle(TimeProvider time, long now, TimeSpan since)
        {
            lock (gate) return time.GetElapsedTime(filledAt, now) >= since;
        }
    }
}
