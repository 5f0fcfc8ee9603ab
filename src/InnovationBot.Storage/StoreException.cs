using InnovationBot.Network;

namespace InnovationBot.Storage;

/// <summary>The store cannot do its work. The message is a sentence for whoever runs the bot; it holds no data and no password.</summary>
public sealed class StoreException(StoreProblem problem, string message, Exception? inner = null) : StoreFaultException(message, inner)
{
    public StoreProblem Problem { get; } = problem;

    public override bool BrokeOff => Problem == StoreProblem.NotReachable;
}

public enum StoreProblem
{
    /// <summary>The connection string names no store that this program knows.</summary>
    Unknown,

    /// <summary>No space left on the disk, or the database's own limit is reached.</summary>
    Full,

    /// <summary>Somebody else held the write lock for too long.</summary>
    Busy,

    /// <summary>Not a database, or a damaged one.</summary>
    Damaged,

    /// <summary>The folder or file cannot be made or written.</summary>
    NotWritable,

    /// <summary>The server does not answer, refuses the login, or has no such database.</summary>
    NotReachable,

    /// <summary>The tables are of a later version of the program.</summary>
    Newer,

    /// <summary>The tables are of a version that this one does not descend from.</summary>
    Unrelated,

    /// <summary>A copy goes into an empty store only.</summary>
    NotEmpty,

    /// <summary>The tables are of an earlier version of the program, and are not updated without being asked.</summary>
    Older,
}
