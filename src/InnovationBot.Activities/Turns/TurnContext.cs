namespace InnovationBot.Activities;

/// <summary>One activity and the ways to answer it; lives as long as the turn.</summary>
public sealed class TurnContext
{
    /// <summary>The channel's answer within a turn is waited for this long, the limiter included: Teams gives an invoke about 5 s and a message 15.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A call of which nothing was taken is repeated once after about this time.</summary>
    internal static readonly TimeSpan QuickRetry = TimeSpan.FromMilliseconds(300);

    private readonly IConnectorClient connector;
    private readonly TimeProvider clock;
    private List<Activity>? replies;
    private ConversationReference? reference;

    /// <param name="clock">The machine's; not one that a demonstration may move.</param>
    /// <param name="isPlayground">The request came from the Agents Playground, which opens no dialogs.</param>
    public TurnContext(Activity activity, CallerIdentity caller, IConnectorClient connector, TimeProvider clock, bool isPlayground = false)
    {
        Activity = activity;
        Caller = caller;
        this.connector = connector;
        this.clock = clock;
        IsPlayground = isPlayground;
        ExpectsReplies = activity.Type != ActivityTypes.Invoke && activity.DeliveryMode == DeliveryModes.ExpectReplies;
    }

    public Activity Activity { get; }

    public CallerIdentity Caller { get; }

    /// <summary>Where to write to this sender later.</summary>
    public ConversationReference Reference => reference ??= ConversationReference.Of(Activity);

    /// <summary>What is sent stands in the HTTP answer and does not pass the connector. Never of an invoke, whose answer is its own.</summary>
    public bool ExpectsReplies { get; }

    /// <summary>The sender's client is the Agents Playground: it opens no dialogs and draws no carousel.</summary>
    public bool IsPlayground { get; }

    /// <summary>What was sent while <see cref="ExpectsReplies"/>.</summary>
    public IReadOnlyList<Activity> Replies => replies ?? [];

    /// <summary>
    /// Answers into the conversation; in a channel that is the thread. Sender, recipient and conversation are filled in. With <see cref="Activity.ReplyToId"/> set it becomes a threaded reply.
    /// A call that the channel did not take is repeated once, quickly.
    /// </summary>
    public ValueTask<ConnectorResult> Send(Activity reply, CancellationToken stop)
    {
        if (ExpectsReplies) return ValueTask.FromResult(Keep(reply));
        return reply.ReplyToId is { Length: > 0 } parent
            ? Quickly((reply, parent), static (turn, it, stop) => turn.connector.Reply(turn.Reference, it.parent, it.reply, stop), stop)
            : Quickly(reply, static (turn, reply, stop) => turn.connector.Send(turn.Reference, reply, stop), stop);
    }

    /// <summary>Replaces a message that the bot sent into this conversation; its <see cref="Activity.Id"/> says which. Readers get no notification.</summary>
    public ValueTask<ConnectorResult> Update(Activity activity, CancellationToken stop) =>
        Quickly(activity, static (turn, it, stop) => turn.connector.Update(turn.Reference, it.Id ?? "", it, stop), stop);

    /// <summary>Deletes a message that the bot sent into this conversation.</summary>
    public ValueTask<ConnectorResult> Delete(string activityId, CancellationToken stop) =>
        Quickly(activityId, static (turn, id, stop) => turn.connector.Delete(turn.Reference, id, stop), stop);

    /// <summary>Shows that the bot is at work; worth it where an answer takes over half a second.</summary>
    public ValueTask<ConnectorResult> Typing(CancellationToken stop) =>
        Send(new Activity { Type = ActivityTypes.Typing }, stop);

    private ConnectorResult Keep(Activity reply)
    {
        replies ??= [];
        var kept = reply.Copy();
        kept.Type ??= ActivityTypes.Message;
        kept.Id = $"{Activity.Id}|{replies.Count}";
        kept.ReplyToId ??= Activity.Id;
        kept.ChannelId ??= Activity.ChannelId;
        kept.ServiceUrl ??= Activity.ServiceUrl;
        kept.From ??= Activity.Recipient;
        kept.Recipient ??= Activity.From;
        kept.Conversation ??= Activity.Conversation;
        replies.Add(kept);
        return new ConnectorResult { Outcome = ConnectorOutcome.Sent, Id = kept.Id };
    }

    private async ValueTask<ConnectorResult> Quickly<T>(
        T what, Func<TurnContext, T, CancellationToken, ValueTask<ConnectorResult>> call, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            var first = await call(this, what, both.Token);
            if (first is not { Outcome: ConnectorOutcome.Retry, Reason: not FailureReason.Throttled } || first.RetryAfter > QuickRetry) return first;
            await Task.Delay(QuickRetry * (0.8 + (0.4 * Random.Shared.NextDouble())), clock, both.Token);
            return await call(this, what, both.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new ConnectorResult { Outcome = ConnectorOutcome.Retry, Reason = FailureReason.Throttled };
        }
    }
}
