namespace InnovationBot.Network.Outbox;

/// <summary>Work that only one instance is to do at a time because doing it twice costs something; what must not happen twice is kept apart by rows.</summary>
public interface ISoleWork
{
    /// <summary>Takes the work on, until it is disposed or this process ends, however it ends.</summary>
    /// <param name="name">Of the work.</param>
    /// <returns><c>null</c> while another instance has it.</returns>
    ValueTask<ISoleTurn?> TryTake(string name, CancellationToken stop);
}

/// <summary>The work is this instance's.</summary>
public interface ISoleTurn : IAsyncDisposable
{
    /// <returns>No when the store was away meanwhile, so that another instance may have it.</returns>
    ValueTask<bool> IsHeld(CancellationToken stop);
}
