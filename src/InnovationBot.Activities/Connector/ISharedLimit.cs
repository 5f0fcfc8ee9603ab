namespace InnovationBot.Activities;

/// <summary>The channel's limit for a tenant where several instances send: registered by a host that has one, asked after this process's own limits.</summary>
public interface ISharedLimit
{
    /// <returns>How long from now the call may go; the moment is taken.</returns>
    ValueTask<TimeSpan> Reserve(string tenantId, int perSecond, CancellationToken stop);

    /// <summary>The channel asked for a pause.</summary>
    void Pause(string tenantId, TimeSpan time);
}
