namespace InnovationBot.Activities;

/// <summary>The channel's limits where several instances send: registered by a host that has them, asked after this process's own limits.</summary>
public interface ISharedLimit
{
    /// <summary>Completes when the conversation lets the call go.</summary>
    /// <param name="conversationId">Empty for a call that belongs to no conversation, or that only reads.</param>
    /// <param name="perSecond">The tenant's.</param>
    /// <returns>How long from then the tenant does; the moment is taken.</returns>
    ValueTask<TimeSpan> Reserve(string tenantId, string conversationId, int perSecond, CancellationToken stop);

    /// <summary>The channel asked for a pause.</summary>
    void Pause(string tenantId, TimeSpan time);
}
