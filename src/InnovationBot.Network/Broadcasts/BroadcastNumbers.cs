using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>How a broadcast stands: queued (in flight included), sent, unknown and all failed are its recipients together, always.</summary>
/// <param name="Answered">People of its audience who signed up to its event, or said that they cannot come.</param>
/// <param name="EditsLeft">Cards that still have to be corrected or taken back.</param>
public sealed record BroadcastNumbers(
    int Recipients, int Queued, int Sent, int Unknown, IReadOnlyDictionary<FailureReason, int> Failed, int Answered, int EditsDone, int EditsLeft)
{
    /// <summary>In place of those that nobody may see.</summary>
    public static readonly BroadcastNumbers Hidden = new(0, 0, 0, 0, new Dictionary<FailureReason, int>(), 0, 0, 0);

    public int AllFailed => Failed.Values.Sum();
}

/// <summary>Counts the deliveries of a broadcast.</summary>
public sealed class CountBroadcast(NetworkDb db)
{
    public async Task<BroadcastNumbers> Handle(Broadcast broadcast, CancellationToken stop)
    {
        var deliveries = db.Notices.AsNoTracking().Where(n => n.Subject == broadcast.Id.Value && n.Kind == BroadcastNotices.Card);
        var states = await deliveries.GroupBy(n => n.State).Select(group => new { State = group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.State, one => one.Count, stop);
        var failed = states.ContainsKey(NoticeState.Failed)
            ? await deliveries.Where(n => n.State == NoticeState.Failed).GroupBy(n => n.Reason).Select(group => new { Reason = group.Key, Count = group.Count() }).ToListAsync(stop)
            : [];
        var reasons = new SortedDictionary<FailureReason, int>();
        foreach (var one in failed) reasons[one.Reason ?? FailureReason.Refused] = reasons.GetValueOrDefault(one.Reason ?? FailureReason.Refused) + one.Count;

        var (made, sent, unknown) = (states.Values.Sum(), states.GetValueOrDefault(NoticeState.Sent), states.GetValueOrDefault(NoticeState.Unknown));
        var recipients = broadcast.IsDraft ? 0 : broadcast.IsMade ? made : Math.Max(made, broadcast.Expected);
        var queued = made - sent - unknown - reasons.Values.Sum(); // what failed between the two looks is no longer queued
        if (broadcast.State != BroadcastState.Cancelled) queued += recipients - made;
        else if (recipients > made) reasons[FailureReason.Cancelled] = reasons.GetValueOrDefault(FailureReason.Cancelled) + recipients - made;

        var (done, left) = broadcast.Revision > 0 ? await Edits(broadcast, stop) : (0, 0);
        if (broadcast.EditedUpTo is not null) left = Math.Max(left, sent - done); // not all of them are written yet
        return new BroadcastNumbers(
            recipients, queued, sent, unknown, reasons, await Answered(broadcast, stop), done, left);
    }

    private async Task<int> Answered(Broadcast broadcast, CancellationToken stop)
    {
        if (broadcast is { Kind: BroadcastKind.Award, About: { } award, StartedAt: not null })
        {
            var round = new AwardRoundId(award);
            return await db.Nominations.Where(n => n.RoundId == round && n.SubmittedAt != null && db.Notices.Any(notice => notice.Subject == broadcast.Id.Value && notice.Kind == BroadcastNotices.Card && notice.RecipientId == n.NominatorId))
                .Select(n => n.NominatorId).Distinct().CountAsync(stop);
        }

        if (broadcast is not { Kind: BroadcastKind.Event, About: { } about, StartedAt: not null }) return 0;
        var @event = new EventId(about);
        return await db.Registrations.CountAsync(
            r => r.EventId == @event && r.State != RegistrationState.Cancelled
                && db.Notices.Any(n => n.Subject == broadcast.Id.Value && n.Kind == BroadcastNotices.Card && n.RecipientId == r.MemberId),
            stop);
    }

    private async Task<(int Done, int Left)> Edits(Broadcast broadcast, CancellationToken stop)
    {
        var prefix = $"broadcast-edit:{broadcast.Id}:{broadcast.Revision}:";
        var states = await db.Notices.AsNoTracking().Where(n => n.Subject == broadcast.Id.Value && n.Kind == BroadcastNotices.Edit && n.Key!.StartsWith(prefix))
            .GroupBy(n => n.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(stop);
        var left = states.Where(one => one.State is NoticeState.Queued or NoticeState.Sending).Sum(one => one.Count);
        return (states.Sum(one => one.Count) - left, left);
    }
}
