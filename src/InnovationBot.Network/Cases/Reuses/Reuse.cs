namespace InnovationBot.Network.Cases.Reuses;

/// <summary>
/// What somebody does with a case in their own place. Having talked about it is none; spread counts only once it is
/// <see cref="ReuseStatus.Implemented"/>.
/// </summary>
public sealed class Reuse
{
    public ReuseId Id { get; init; }
    public CaseId CaseId { get; init; }

    /// <summary>Who told; none once that person was forgotten.</summary>
    public MemberId? MemberId { get; set; }

    public ReuseKind Kind { get; private set; }
    public ReuseStatus Status { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was first said to be in use.</summary>
    public DateTimeOffset? ImplementedAt { get; private set; }

    public int Version { get; set; }

    /// <returns>Whether anything is new.</returns>
    public bool Tell(ReuseKind kind, ReuseStatus status, DateTimeOffset now)
    {
        if (ChangedAt != default && (kind, status) == (Kind, Status)) return false;

        (Kind, Status, ChangedAt) = (kind, status, now);
        if (status == ReuseStatus.Implemented) ImplementedAt ??= now;
        return true;
    }
}

/// <summary>Somebody says that a case helped them; once a person.</summary>
public sealed class CaseHelp
{
    public CaseId CaseId { get; init; }
    public MemberId MemberId { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>Which case a message of the bot's shows first, so that a like of the message counts for it.</summary>
public sealed class ShownMessage
{
    /// <summary>The message's id in the channel.</summary>
    public required string ActivityId { get; init; }

    public MemberId MemberId { get; init; }
    public CaseId CaseId { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>A message this old is liked by nobody any more.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(60);
}
