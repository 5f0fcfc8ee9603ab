namespace InnovationBot.Network.Outbox;

/// <summary>
/// One line of the change sequence: written in the transaction that changed something others keep a copy of (the search
/// index, caches), read in order by whoever follows.
/// </summary>
public sealed class Change
{
    /// <summary>Given by the store, ascending.</summary>
    public long Sequence { get; init; }

    public ChangedKind Kind { get; init; }
    public Guid Subject { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>How long whoever follows may be away without building anew.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public static Change Of(ChangedKind kind, Guid subject, DateTimeOffset now) => new() { Kind = kind, Subject = subject, At = now };
}

public enum ChangedKind { Case, Member, Organisation, Problem, Settings, ShortAnswer }
