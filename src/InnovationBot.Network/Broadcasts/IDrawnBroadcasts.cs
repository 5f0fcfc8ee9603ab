namespace InnovationBot.Network.Broadcasts;

/// <summary>Cards as they are drawn: how large a broadcast's would be is known only there.</summary>
public interface IDrawnBroadcasts
{
    /// <returns>Bytes of the largest of its cards, over all languages that it is written in.</returns>
    Task<int> Largest(Broadcast broadcast, CancellationToken stop);
}

/// <summary>Where no cards are drawn.</summary>
internal sealed class NoDrawnBroadcasts : IDrawnBroadcasts
{
    public Task<int> Largest(Broadcast broadcast, CancellationToken stop) => Task.FromResult(0);
}
