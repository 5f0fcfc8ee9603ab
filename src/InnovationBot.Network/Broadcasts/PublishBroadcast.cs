using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Settings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>Sends a draft off, now or at a time; a large or urgent one once a second organiser agreed.</summary>
public sealed class PublishBroadcast(
    NetworkDb db, BroadcastRights rights, BroadcastRules rules, ComposeBroadcast compose, FindAudience find, SuggestAudience suggest, SettingsInForce settings, TimeProvider clock)
{
    /// <summary>More organisers than this are not asked to agree to one broadcast.</summary>
    internal const int MostAsked = 10;

    /// <param name="At">None = as soon as each reader works.</param>
    /// <param name="Reason">Why it is urgent.</param>
    public sealed record Moment(SendAt? At, bool Urgent, string? Reason);

    /// <param name="id">A draft.</param>
    /// <param name="by">None for the administrator of the machine.</param>
    /// <param name="moment">None = as the draft says.</param>
    /// <param name="inChat">On the command line no second organiser is asked.</param>
    public async Task<Result<Broadcast>> Handle(BroadcastId id, MemberId? by, Moment? moment, bool inChat, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;
        var broadcast = found.Value;
        if (!broadcast.IsDraft) return Refusal.NoLongerOpen;
        if (await rules.Check(broadcast.Kind, broadcast.Content, broadcast.About, stop) is { } unfit) return unfit;

        var (at, urgent, reason) = moment ?? new Moment(broadcast.At, broadcast.Urgent, broadcast.UrgentReason);
        if (compose.Moment(at, urgent, reason) is { } wrong) return wrong;
        if (broadcast.Audience is null && broadcast.Channels.Count == 0) return AudienceRefusals.Missing;

        var people = broadcast.Audience is { } audience ? await People(broadcast, audience, stop) : 0;
        if (people == 0 && broadcast is { Channels.Count: 0, HidesNumbers: false }) return AudienceRefusals.Nobody;

        var others = inChat ? await rights.Others(broadcast, broadcast.AuthorId, stop) : [];
        if (inChat && urgent && others.Count == 0) return BroadcastRefusals.UrgentNeedsSecond;
        var approvalFrom = (await settings.Now(stop))[NetworkLimit.BroadcastApprovalFrom];
        var approval = !inChat || (!urgent && people < approvalFrom) ? Approval.NotNeeded : others.Count > 0 ? Approval.Needed : Approval.NobodyElse;

        var now = clock.GetUtcNow();
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Broadcast>(id, stop) is not { } locked) return Refusal.NotFound;
        (locked.At, locked.Urgent, locked.UrgentReason) = (at, urgent, urgent ? reason?.Trim() : null);
        if (locked.Publish(people + locked.Channels.Count, approval, now) is { } refusal) return refusal;
        if (approval == Approval.Needed)
        {
            db.Notices.AddRange(others.Take(MostAsked).Select(other => Notice.To(other.Id, BroadcastNotices.Approval, id.Value, now, NoticeTiming.WorkingHours)));
        }
        else
        {
            Published(locked, by, now);
        }

        if (urgent) db.AuditEvents.Add(AuditEvent.Of(AuditAct.BroadcastUrgent, by, null, now, id.ToString()));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return locked;
    }

    /// <summary>A second organiser agrees.</summary>
    public async Task<Result<Broadcast>> Approve(BroadcastId id, MemberId by, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;
        var now = clock.GetUtcNow();
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Broadcast>(id, stop) is not { } broadcast) return Refusal.NotFound;
        if (broadcast.Approve(by, now) is { } refusal) return refusal;
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.BroadcastApproved, by, broadcast.AuthorId, now, id.ToString()));
        Published(broadcast, broadcast.AuthorId, now);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return broadcast;
    }

    /// <summary>Of people whose problem fits only what is shown of them: whether a second organiser is asked would tell the rest.</summary>
    private async Task<int> People(Broadcast broadcast, Audience audience, CancellationToken stop)
    {
        if (audience.FitsEvent is not { } @event) return (await find.Count(await find.Of(audience, broadcast.Kind, broadcast.About, stop), broadcast.Kind, stop)).People;
        return await suggest.Count(@event, sentTo: null, stop) is { IsShown: true, Count: var shown } ? shown : 0;
    }

    private void Published(Broadcast broadcast, MemberId? by, DateTimeOffset now)
    {
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.BroadcastPublished, by, null, now, broadcast.Id.ToString()));
        if (broadcast.AuthorId is { } author) db.Notices.Add(Progress(broadcast, author, now));
    }

    private static Notice Progress(Broadcast broadcast, MemberId author, DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = author, Kind = BroadcastNotices.Progress, Subject = broadcast.Id.Value, Key = $"broadcast-progress:{broadcast.Id}",
        Timing = NoticeTiming.AtOnce, Priority = NoticePriority.Own, Due = now, CreatedAt = now,
    };
}
