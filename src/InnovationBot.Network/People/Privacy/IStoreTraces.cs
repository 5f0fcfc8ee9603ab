namespace InnovationBot.Network.People.Privacy;

/// <summary>What a store keeps of erased rows outside its tables, in files of its own. A store that keeps nothing there implements none.</summary>
public interface IStoreTraces
{
    /// <summary>Overwrites it as far as nobody holds it just now. Called after an erasure was committed; a failure undoes nothing.</summary>
    Task Sweep(CancellationToken stop);
}
