using InnovationBot.Network.People;

namespace InnovationBot.Network.Transfer;

/// <summary>Why a file was not taken in or given out.</summary>
public static class TransferRefusals
{
    /// <summary>Organisers and administrators import and export; members only administrators export.</summary>
    public static readonly Refusal MayNotTransfer = new("MayNotTransfer");

    /// <summary>Another import, or somebody's change, came in between; nothing of the file was stored.</summary>
    public static readonly Refusal ImportOvertaken = new("ImportOvertaken");

    /// <param name="by">None for the administrator of the machine, who may all.</param>
    /// <param name="kind">What the file holds.</param>
    /// <param name="export">Out of the store, not into it.</param>
    public static Refusal? For(Member? by, RecordKind kind, bool export)
    {
        if (by is null || by.Has(Role.Administrator)) return null;
        return by.Has(Role.Organiser) && !(export && kind == RecordKind.Members) ? null : MayNotTransfer;
    }
}
