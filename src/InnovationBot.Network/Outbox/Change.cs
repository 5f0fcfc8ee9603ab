using System.Security.Cryptography;

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

    /// <summary>Whom or what it is about, by id; of somebody who was forgotten only <see cref="TraceOf"/>.</summary>
    public Guid Subject { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>How long whoever follows may be away without building anew.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>What tells this change from others in a place of the sequence; stays the same when its person is forgotten, and holds no person's id.</summary>
    public Guid Mark => Kind == ChangedKind.Member ? TraceOf(MemberId.From(Subject)) : Subject;

    public static Change Of(ChangedKind kind, Guid subject, DateTimeOffset now) => new() { Kind = kind, Subject = subject, At = now };

    /// <summary>What stands for a person who was forgotten: whoever still holds their id finds by it what to drop, and nobody else finds anybody.</summary>
    public static Guid TraceOf(MemberId person)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(person.Value.ToByteArray(), hash);
        return new Guid(hash[..16]);
    }
}

/// <summary><c>Forgotten</c>: a member who is erased; the subject is their trace.</summary>
public enum ChangedKind { Case, Member, Organisation, Problem, Settings, ShortAnswer, Forgotten }
