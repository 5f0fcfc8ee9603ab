using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Outbox;

/// <summary>
/// The outbox as the delivery worker sees it. Each call is one short transaction of its own, so that several instances
/// share the work by row claims. Due times are on the network's clock; leases on the real one, which a demonstration
/// cannot shift.
/// </summary>
public interface INoticeQueue
{
    /// <summary>
    /// Takes due notices under a lease, and those of other holders whose lease ran out, abandoned ones first, then by
    /// priority and due time. One that was already marked comes back with <see cref="ClaimedNotice.MayHaveArrived"/>:
    /// its fate is to be recorded as unknown, and it can be marked no more.
    /// </summary>
    /// <param name="holder">One worker of one process; never used again after a restart.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="due">Now, on the network's clock.</param>
    /// <param name="clock">Now, on the real clock.</param>
    /// <param name="lease">How long the claim holds from <paramref name="clock"/> on, unless renewed.</param>
    Task<IReadOnlyList<ClaimedNotice>> Claim(
        string holder, int most, DateTimeOffset due, DateTimeOffset clock, TimeSpan lease, CancellationToken stop);

    /// <summary>Takes nothing but what other holders abandoned, for whoever has enough of their own in hand; see <see cref="Claim"/>.</summary>
    Task<IReadOnlyList<ClaimedNotice>> TakeOver(
        string holder, int most, DateTimeOffset due, DateTimeOffset clock, TimeSpan lease, CancellationToken stop);

    /// <summary>Extends those of the leases that <paramref name="holder"/> still has.</summary>
    Task Renew(string holder, IReadOnlyCollection<NoticeId> notices, DateTimeOffset until, CancellationToken stop);

    /// <summary>
    /// Records, in one transaction, what became of tries, and marks durably which requests are about to leave. What
    /// <paramref name="holder"/> no longer holds is left as it is.
    /// </summary>
    /// <param name="ended">Ends of tries. <see cref="FailureReason.Blocked"/> and <see cref="FailureReason.NotInstalled"/> also suppress a recipient who has an address.</param>
    /// <param name="leaving">Notices whose request is about to leave.</param>
    /// <param name="now">On the network's clock.</param>
    /// <returns>
    /// Those marked; only these may be sent. Left out are notices no longer held, those marked before, and unasked ones
    /// that would exceed <see cref="UnaskedLimit"/>: their claim runs out and the next one sees why.
    /// </returns>
    Task<IReadOnlySet<NoticeId>> Advance(
        string holder, IReadOnlyCollection<DeliveryRecord> ended, IReadOnlyCollection<NoticeId> leaving, DateTimeOffset now, CancellationToken stop);
}

/// <summary>How many messages a person gets that nothing they did called for.</summary>
public static class UnaskedLimit
{
    /// <summary>Broadcasts, check-ins, news and questions about the profile together.</summary>
    public const int PerWindow = 2;

    /// <summary>The row of the settings by which administrators set another number; the queue reads it as it marks.</summary>
    public static readonly string SettingKey = Settings.NetworkSettings.KeyOf(Settings.NetworkLimit.UnaskedAWeek);

    /// <summary>Rolling, so that no two weeks' worth meet at a Sunday night.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);
}

/// <summary>What the worker needs to know of a claimed notice; no name, no text.</summary>
/// <param name="Notice">As stored when claimed, tracked by nobody.</param>
/// <param name="Recipient">None when the person's record is gone.</param>
/// <param name="Edited">What became of the notice that this one edits.</param>
/// <param name="UnaskedLately">When the recipient got unasked messages within <see cref="UnaskedLimit.Window"/>, oldest first; empty unless this one is unasked too.</param>
public sealed record ClaimedNotice(Notice Notice, NoticeRecipient? Recipient, EditedNotice? Edited, IReadOnlyList<DateTimeOffset> UnaskedLately)
{
    /// <summary>Whoever had it before marked it and never told what came of it.</summary>
    public bool MayHaveArrived => Notice.SendingAt is not null;
}

/// <summary>Whether, where and when a person can be reached.</summary>
/// <param name="Zone">IANA name; none = the network's default zone.</param>
/// <param name="Country">ISO 3166-1 alpha-2, the person's or their organisation's; none = not known.</param>
/// <param name="StoppedAt">Set for whoever wants nothing unasked.</param>
/// <param name="UnwantedBroadcasts">Kinds of broadcasts that the person wants none of; none = not asked for, for the notice is no broadcast.</param>
public sealed record NoticeRecipient(
    Address? Address, MemberState State, FailureReason? Suppressed, Language Language, string? Zone, string? Country, DateTimeOffset? AwayUntil,
    WorkingHours? WorkingHours = null, DateTimeOffset? StoppedAt = null, IReadOnlyList<BroadcastKind>? UnwantedBroadcasts = null);

/// <summary>The earlier notice whose card is to be brought up to date.</summary>
public sealed record EditedNotice(NoticeState State, string? ConversationId, string? ActivityId);

/// <summary>The end of one try.</summary>
/// <param name="Notice">Which notice.</param>
/// <param name="State"><see cref="NoticeState.Queued"/> when it is to be tried again or was let go, else where it ends.</param>
/// <param name="At">On the network's clock.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Due">When to try again; none leaves the due time as it is.</param>
/// <param name="CountsAsTry">Only tries that count lead to giving up; a refused connection and a 429 do not.</param>
/// <param name="ConversationId">Where it arrived.</param>
/// <param name="ActivityId">As which activity; some channels tell none.</param>
public sealed record DeliveryRecord(
    NoticeId Notice, NoticeState State, DateTimeOffset At, FailureReason? Reason = null, DateTimeOffset? Due = null,
    bool CountsAsTry = false, string? ConversationId = null, string? ActivityId = null);

/// <summary>Reacts, in the transaction that records it, to a notice having arrived: a message held back starts its timers then.</summary>
public interface IDelivered
{
    /// <summary>The notice kind this reacts to.</summary>
    string Kind { get; }

    /// <summary>Called once, for <see cref="NoticeState.Sent"/> alone; what became of the others is seen by whoever sweeps for it.</summary>
    Task Handle(Notice notice, DateTimeOffset at, CancellationToken stop);
}
