namespace InnovationBot.Network.Outbox;

/// <summary>
/// The channel's limit for all instances together: gives out moments to send at, one after another. Only a store that several instances share has one;
/// a single process keeps to the limit by itself.
/// </summary>
public interface ISendBudget
{
    /// <summary>Waits for the conversation's next free moment, where the budget counts conversations, and takes the tenant's.</summary>
    /// <param name="tenant">Each has a limit of its own.</param>
    /// <param name="conversation">Empty when it is about none.</param>
    /// <param name="perSecond">At most so many for the tenant within any second, 1 or more.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>How long from then the tenant's moment is.</returns>
    ValueTask<TimeSpan> Reserve(string tenant, string conversation, int perSecond, CancellationToken stop);

    /// <summary>The channel asked for a pause: nobody sends to this tenant for that long.</summary>
    ValueTask Pause(string tenant, TimeSpan time, CancellationToken stop);
}

/// <summary>The next moment that is free, when no faster place is there to keep it; one row for each tenant.</summary>
public sealed class SendBudgetRow
{
    public required string Tenant { get; init; }

    /// <summary>In microseconds of the database's clock.</summary>
    public long NextAt { get; set; }

    /// <summary>When it was last taken from; whoever sees that others need the row uses it too.</summary>
    public long UsedAt { get; set; }
}
