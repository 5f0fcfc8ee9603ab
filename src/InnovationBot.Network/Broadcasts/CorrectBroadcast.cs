using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Settings;

namespace InnovationBot.Network.Broadcasts;

/// <summary>
/// Changes what cards say that are already at people's. What a second organiser had to agree to before it was sent, one has to agree to again
/// before it says something else: else a harmless message would be the way around them.
/// </summary>
public sealed class CorrectBroadcast(NetworkDb db, BroadcastRights rights, SteerBroadcast steer, SettingsInForce settings, TimeProvider clock)
{
    /// <param name="id">One that is no draft.</param>
    /// <param name="by">An organiser.</param>
    /// <param name="content">Checked.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>With <see cref="Broadcast.Correction"/> when it waits for somebody.</returns>
    internal async Task<Result<Broadcast>> Handle(BroadcastId id, MemberId by, BroadcastContent content, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;
        if (await ToAsk(found.Value, by, stop) is not { Count: > 0 } others) return await steer.Correct(id, by, content, stop);

        var now = clock.GetUtcNow();
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Broadcast>(id, stop) is not { } broadcast) return Refusal.NotFound;
        if (broadcast.AskToCorrect(content, by) is { } refusal) return refusal;
        db.Notices.AddRange(others.Take(PublishBroadcast.MostAsked).Select(other => Notice.To(other.Id, BroadcastNotices.Approval, id.Value, now, NoticeTiming.WorkingHours)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return broadcast;
    }

    /// <summary>A second organiser agrees to the correction that waits.</summary>
    public Task<Result<Broadcast>> Approve(BroadcastId id, MemberId by, CancellationToken stop) => steer.ApproveCorrection(id, by, stop);

    /// <summary>It goes on saying what it says: whoever wrote the correction takes it back, or who was asked does not agree.</summary>
    public async Task<Result<Broadcast>> Drop(BroadcastId id, MemberId by, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Broadcast>(id, stop) is not { } broadcast) return Refusal.NotFound;
        if (broadcast.Correction is null) return Refusal.NoLongerOpen;
        broadcast.DropCorrection();
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return broadcast;
    }

    /// <returns>Who could agree; empty when nobody has to, or there is nobody else.</returns>
    private async Task<IReadOnlyList<Member>> ToAsk(Broadcast broadcast, MemberId by, CancellationToken stop)
    {
        var needed = broadcast.Urgent || broadcast.ApprovedBy is not null || broadcast.Expected >= (await settings.Now(stop))[NetworkLimit.BroadcastApprovalFrom];
        return needed ? await rights.Others(broadcast, by, stop) : [];
    }
}
