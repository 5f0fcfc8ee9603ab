using InnovationBot.Network.People;

namespace InnovationBot.Network.Outbox;

/// <summary>
/// The outbox as the delivery worker sees it. Each call is one short statement of its own, so that several instances
/// share the work by row claims.
/// </summary>
public interface INoticeQueue
{
    /// <summary>
    /// Takes due notices under a lease: queued ones, and claimed ones whose lease ran out before they were marked as
    /// being sent. Ordered by priority, then due time. Those marked and abandoned become <see cref="NoticeState.Unknown"/> here.
    /// </summary>
    Task<IReadOnlyList<ClaimedNotice>> Claim(string holder, int most, DateTimeOffset now, TimeSpan lease, CancellationToken stop);

    /// <summary>Extends the leases that <paramref name="holder"/> still has.</summary>
    Task Renew(string holder, IReadOnlyCollection<NoticeId> notices, DateTimeOffset until, CancellationToken stop);

    /// <summary>Marks, durably, that the request is about to leave.</summary>
    /// <returns>Those that are still held by <paramref name="holder"/>; only these may be sent.</returns>
    Task<IReadOnlyCollection<NoticeId>> MarkSending(string holder, IReadOnlyCollection<NoticeId> notices, DateTimeOffset now, CancellationToken stop);

    /// <summary>Records what became of sends.</summary>
    Task Record(IReadOnlyCollection<DeliveryRecord> records, CancellationToken stop);
}

/// <summary>What the worker needs of a notice and its recipient; no name, no text.</summary>
public sealed record ClaimedNotice(Notice Notice, Address? Address, string? EditConversationId, string? EditActivityId);

/// <summary>The end of one try. <paramref name="Due"/> is set when it is to be tried again, with <paramref name="State"/> queued.</summary>
public sealed record DeliveryRecord(
    NoticeId Notice, NoticeState State, DateTimeOffset At, FailureReason? Reason = null, DateTimeOffset? Due = null,
    bool CountsAsTry = false, string? ConversationId = null, string? ActivityId = null);

/// <summary>Reacts within one transaction to a notice having been delivered: a message held back starts its timers when it arrives.</summary>
public interface IDelivered
{
    /// <summary>The notice kind this reacts to.</summary>
    string Kind { get; }

    Task Handle(Notice notice, DateTimeOffset at, CancellationToken stop);
}
