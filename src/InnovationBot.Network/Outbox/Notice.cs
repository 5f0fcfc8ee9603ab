using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Outbox;

/// <summary>
/// Something a person must hear, written in the transaction that made it true, and sent later by the delivery worker.
/// It holds no text: what is shown is rendered from the store at the moment it is sent, in the recipient's language.
/// </summary>
public sealed class Notice
{
    public NoticeId Id { get; init; }
    public MemberId RecipientId { get; init; }

    /// <summary>Names the renderer, "introduction.asked".</summary>
    public required string Kind { get; init; }

    /// <summary>The entity it is about.</summary>
    public Guid Subject { get; init; }

    /// <summary>A second id or a key the renderer needs; ids only, never text.</summary>
    public string? Detail { get; init; }

    /// <summary>Set when it is no new message but an edit of the card that this earlier notice sent.</summary>
    public NoticeId? Edits { get; init; }

    public NoticePriority Priority { get; init; }
    public NoticeTiming Timing { get; init; }

    /// <summary>Counts against the weekly limit of unasked messages.</summary>
    public bool Unasked { get; init; }

    /// <summary>Set when it is posted in this channel; then there is no recipient.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Set for a delivery of a broadcast: whoever wants none of this kind does not get it.</summary>
    public BroadcastKind? Broadcast { get; init; }

    /// <summary>A second notice of the same key is not written: unique, none = no limit.</summary>
    public string? Key { get; init; }

    public DateTimeOffset Due { get; set; }
    public NoticeState State { get; set; } = NoticeState.Queued;
    public FailureReason? Reason { get; set; }
    public int Attempts { get; set; }

    /// <summary>The end of the first try that counts; all tries together have a time limit.</summary>
    public DateTimeOffset? FirstTriedAt { get; set; }

    /// <summary>Whoever claimed it, and until when (on the real clock); afterwards it may be claimed again.</summary>
    public string? LeaseHolder { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Marked durably just before the send: claimed again after this, its fate is unknown and it is not sent again.</summary>
    public DateTimeOffset? SendingAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Where and as which activity it was sent, so that it can be edited.</summary>
    public string? ConversationId { get; set; }
    public string? ActivityId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What led to it, as W3C's <c>traceparent</c>, so that the log tells which activity a delivery goes back to. Set when it is saved.</summary>
    public string? Trace { get; set; }

    /// <summary>A new message for one person.</summary>
    public static Notice To(MemberId recipient, string kind, Guid subject, DateTimeOffset now, NoticeTiming timing, NoticePriority priority = NoticePriority.Own) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = recipient, Kind = kind, Subject = subject,
        Timing = timing, Priority = priority, Due = now, CreatedAt = now,
    };

    /// <summary>Brings the card an earlier notice sent up to date; edits raise no toast, so they wait for no working hour.</summary>
    public Notice Edit(DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = RecipientId, Kind = Kind, Subject = Subject, Detail = Detail, Edits = Id,
        Timing = NoticeTiming.AtOnce, Priority = Priority, Due = now, CreatedAt = now,
    };
}

/// <summary>Who goes first when many are due: lower values before higher ones.</summary>
public enum NoticePriority
{
    /// <summary>Answers to the person's own act.</summary>
    Own,
    Match,
    EventChange,
    CheckIn,
    Broadcast,
}

/// <summary>When a due notice may be sent.</summary>
public enum NoticeTiming
{
    AtOnce,

    /// <summary>Only within the recipient's working hours (08:00 to 17:00 local, Monday to Friday, no public holiday, not away).</summary>
    WorkingHours,
}

/// <summary><c>Sending</c> is claimed by a worker, and on its way once <see cref="Notice.SendingAt"/> is set; to people it still counts as queued.</summary>
public enum NoticeState { Queued, Sending, Sent, Unknown, Failed }

/// <summary>Why a delivery ended without being sent.</summary>
public enum FailureReason { Blocked, NotInstalled, OptedOut, Left, NotFound, Refused, GaveUp, Cancelled }
