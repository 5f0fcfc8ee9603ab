namespace InnovationBot.Activities;

/// <summary>
/// Keeps outgoing calls under the channel's limits. Sits in the connector client, so that replies pass it as well as queued work;
/// an implementation that several instances share may replace the one in this process.
/// </summary>
public interface ISendLimiter
{
    /// <summary>Completes when the call may go.</summary>
    /// <param name="tenantId">Empty when unknown.</param>
    /// <param name="conversationId">Empty for a call that belongs to no conversation, or that only reads.</param>
    ValueTask Wait(string tenantId, string conversationId, CancellationToken stop);

    /// <summary>The channel answered 429: calls for this tenant and conversation wait as long.</summary>
    void Slow(string tenantId, string conversationId, TimeSpan time);
}
