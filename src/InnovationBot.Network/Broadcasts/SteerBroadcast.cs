using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>
/// Pause, go on, cancel, take back, correct, send again. Each changes the broadcast and all its waiting deliveries in one
/// transaction; a delivery leaves only when the outbox marks it, so that what is not marked by then does not leave.
/// </summary>
public sealed class SteerBroadcast(NetworkDb db, BroadcastRights rights, TimeProvider clock)
{
    /// <summary>By so much the due time of a paused delivery is later, so that resuming finds the reader's own time again.</summary>
    private static readonly TimeSpan PausedBy = TimeSpan.FromDays(365_000);

    /// <summary>What is due from here on is paused.</summary>
    internal static readonly DateTimeOffset Paused = new(2900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Ends that a second try may mend: people who opted out, left, or were spared by a cancellation are not tried again.</summary>
    private static readonly FailureReason?[] Mendable = [FailureReason.Blocked, FailureReason.NotInstalled, FailureReason.NotFound, FailureReason.Refused, FailureReason.GaveUp];

    public static bool CanMend(FailureReason reason) => Mendable.Contains(reason);

    public Task<Result<Broadcast>> Pause(BroadcastId id, MemberId? by, CancellationToken stop) => Act(id, by, null, broadcast => Hidden(broadcast) ?? broadcast.Pause(), (_, _) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Notices" SET "State" = 'queued', "LeaseHolder" = NULL, "LeaseUntil" = NULL, "Due" = "Due" + {PausedBy.Ticks}
            WHERE "Subject" = {id.Value} AND "Kind" = {BroadcastNotices.Card} AND "State" IN ('queued', 'sending') AND "SendingAt" IS NULL AND "Due" < {Paused.UtcTicks}
            """, stop), stop);

    public Task<Result<Broadcast>> Resume(BroadcastId id, MemberId? by, CancellationToken stop) => Act(id, by, null, broadcast => Hidden(broadcast) ?? broadcast.Resume(clock.GetUtcNow()), (_, _) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Notices" SET "Due" = "Due" - {PausedBy.Ticks}
            WHERE "Subject" = {id.Value} AND "Kind" = {BroadcastNotices.Card} AND "State" = 'queued' AND "Due" >= {Paused.UtcTicks}
            """, stop), stop);

    public Task<Result<Broadcast>> Cancel(BroadcastId id, MemberId? by, CancellationToken stop) =>
        Act(id, by, AuditAct.BroadcastCancelled, broadcast => Hidden(broadcast) ?? broadcast.Cancel(clock.GetUtcNow()), (waiting, _) => CancelWaiting(waiting, stop), stop);

    public Task<Result<Broadcast>> Recall(BroadcastId id, MemberId? by, CancellationToken stop) =>
        Act(id, by, AuditAct.BroadcastRecalled, broadcast => broadcast.Recall(clock.GetUtcNow()), (waiting, _) => CancelWaiting(waiting, stop), stop);

    /// <summary>Deliveries drawn with the old words and not yet on their way are drawn again.</summary>
    internal Task<Result<Broadcast>> Correct(BroadcastId id, MemberId? by, BroadcastContent content, CancellationToken stop) =>
        Correct(id, by, AuditAct.BroadcastCorrected, broadcast => broadcast.Correct(content, clock.GetUtcNow()), stop);

    /// <summary>The correction that waited takes effect.</summary>
    internal Task<Result<Broadcast>> ApproveCorrection(BroadcastId id, MemberId by, CancellationToken stop) =>
        Correct(id, by, null, broadcast =>
        {
            var (writtenBy, now) = (broadcast.CorrectionBy, clock.GetUtcNow());
            if (broadcast.ApproveCorrection(by, now) is { } refusal) return refusal;
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.BroadcastCorrected, writtenBy, null, now, id.ToString()));
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.BroadcastApproved, by, writtenBy, now, id.ToString()));
            return null;
        }, stop);

    private Task<Result<Broadcast>> Correct(BroadcastId id, MemberId? by, AuditAct? logged, Func<Broadcast, Refusal?> correct, CancellationToken stop) =>
        Act(id, by, logged, correct, async (waiting, _) =>
            await waiting.Where(n => n.State == NoticeState.Sending).ExecuteUpdateAsync(
                set => set.SetProperty(n => n.State, NoticeState.Queued).SetProperty(n => n.LeaseHolder, (string?)null).SetProperty(n => n.LeaseUntil, (DateTimeOffset?)null), stop), stop);

    /// <summary>Tries again whom it did not reach, where a second try may.</summary>
    /// <param name="id">A broadcast.</param>
    /// <param name="by">An organiser.</param>
    /// <param name="unknown">Those whose fate is unknown: some of them may get it twice.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<Broadcast>> SendAgain(BroadcastId id, MemberId? by, bool unknown, CancellationToken stop)
    {
        var again = 0;
        var result = await Act(id, by, unknown ? AuditAct.BroadcastUnknownSentAgain : null, broadcast => Hidden(broadcast) ?? broadcast.SendAgain(clock.GetUtcNow()), async (_, now) =>
        {
            var deliveries = Deliveries(id);
            var ended = unknown ? deliveries.Where(n => n.State == NoticeState.Unknown) : deliveries.Where(n => n.State == NoticeState.Failed && Mendable.Contains(n.Reason));
            again = await ended.ExecuteUpdateAsync(
                set => set.SetProperty(n => n.State, NoticeState.Queued).SetProperty(n => n.Reason, (FailureReason?)null).SetProperty(n => n.Attempts, 0)
                    .SetProperty(n => n.FirstTriedAt, (DateTimeOffset?)null).SetProperty(n => n.SendingAt, (DateTimeOffset?)null)
                    .SetProperty(n => n.LeaseHolder, (string?)null).SetProperty(n => n.LeaseUntil, (DateTimeOffset?)null).SetProperty(n => n.Due, now), stop);
            return again;
        }, stop);
        return result.Refusal is null && again == 0 ? BroadcastRefusals.NothingToSendAgain : result;
    }

    /// <summary>Whether there is still something to stop would tell whether anybody was meant.</summary>
    private static Refusal? Hidden(Broadcast broadcast) => broadcast is { HidesNumbers: true, StartedAt: not null } ? BroadcastRefusals.NumbersHidden : null;

    private static async Task<int> CancelWaiting(IQueryable<Notice> waiting, CancellationToken stop) => await waiting.ExecuteUpdateAsync(
        set => set.SetProperty(n => n.State, NoticeState.Failed).SetProperty(n => n.Reason, FailureReason.Cancelled)
            .SetProperty(n => n.LeaseHolder, (string?)null).SetProperty(n => n.LeaseUntil, (DateTimeOffset?)null), stop);

    private IQueryable<Notice> Deliveries(BroadcastId id) => db.Notices.Where(n => n.Subject == id.Value && n.Kind == BroadcastNotices.Card);

    private async Task<Result<Broadcast>> Act(
        BroadcastId id, MemberId? by, AuditAct? logged, Func<Broadcast, Refusal?> act, Func<IQueryable<Notice>, DateTimeOffset, Task<int>> onWaiting, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;

        var now = clock.GetUtcNow();
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Broadcast>(id, stop) is not { } broadcast) return Refusal.NotFound;
        if (act(broadcast) is { } refusal) return refusal;
        await onWaiting(Deliveries(id).Where(n => (n.State == NoticeState.Queued || n.State == NoticeState.Sending) && n.SendingAt == null), now);
        if (logged is { } what) db.AuditEvents.Add(AuditEvent.Of(what, by, null, now, id.ToString()));
        broadcast.ProgressDue = now;
        broadcast.WorkDue ??= now;
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return broadcast;
    }
}
