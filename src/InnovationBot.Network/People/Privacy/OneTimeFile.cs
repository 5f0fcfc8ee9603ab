namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// A file that waits to be fetched once by one person. It is kept sealed: the key stands only in the link that the person got, so
/// neither a copy of the store nor whoever runs it can read it.
/// </summary>
public sealed class OneTimeFile
{
    /// <summary>SHA-256 of the link's secret, 64 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>Whose file it is; erased with them.</summary>
    public MemberId MemberId { get; init; }

    public required byte[] Sealed { get; init; }

    /// <summary>Afterwards it is gone as if fetched.</summary>
    public DateTimeOffset ExpiresDue { get; init; }

    /// <summary>Long enough to change from the chat to the browser and sign in there, short enough that a forgotten link is no risk.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
}
