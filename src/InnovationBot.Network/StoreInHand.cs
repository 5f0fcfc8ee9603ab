namespace InnovationBot.Network;

/// <summary>What a scope works on in place of the network's own store; nothing, but for a rehearsal.</summary>
public sealed class StoreInHand
{
    /// <summary>Set before anything of the scope asks for the store, which is disposed of with the scope.</summary>
    public NetworkDb? Store { get; set; }
}
