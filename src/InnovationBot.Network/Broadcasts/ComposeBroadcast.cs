using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Broadcasts.Channels;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>Everything up to sending: drafts, what they say, whom they are for. What is already sent is corrected.</summary>
public sealed class ComposeBroadcast(NetworkDb db, BroadcastRights rights, BroadcastRules rules, CheckAudience check, FindAudience find, CorrectBroadcast correct, TimeProvider clock)
{
    /// <summary>A whole broadcast, as a file tells it.</summary>
    /// <param name="Audience">As read, not yet checked.</param>
    public sealed record Draft(BroadcastKind Kind, BroadcastContent Content, Guid? About = null, Audience? Audience = null, SendAt? At = null, bool Urgent = false, string? Reason = null);

    /// <param name="draft">What is known of it.</param>
    /// <param name="by">None for the administrator of the machine.</param>
    public async Task<Result<Broadcast>> Create(Draft draft, MemberId? by, CancellationToken stop)
    {
        Member? author = null;
        if (by is { } id)
        {
            var organiser = await rights.Organiser(id, stop);
            if (organiser.Refusal is { } refusal) return refusal;
            author = organiser.Value;
        }

        if (await rules.Check(draft.Kind, draft.Content, draft.About, stop) is { } unfit) return unfit;
        if (Moment(draft.At, draft.Urgent, draft.Reason) is { } wrong) return wrong;
        var audience = draft.Audience is { } given ? await check.Handle(given, author, Event(draft.Kind, draft.About), stop) : default(Result<Audience>?);
        if (audience?.Refusal is { } unknown) return unknown;
        if (audience?.Value is { } meant && await IsNobody(meant, draft.Kind, draft.About, stop)) return AudienceRefusals.Nobody;

        var now = clock.GetUtcNow();
        var broadcast = db.Broadcasts.Add(new Broadcast
        {
            Id = EntityId.New<BroadcastId>(now), AuthorId = by, OrganisationId = author is null || BroadcastRights.IsFree(author) ? null : author.OrganisationId, Kind = draft.Kind,
            About = draft.About, Content = draft.Content, Audience = audience?.Value, At = draft.At, Urgent = draft.Urgent, UrgentReason = draft.Urgent ? draft.Reason?.Trim() : null, CreatedAt = now,
        }).Entity;
        db.HandledAbout(broadcast.Id.Value);
        await db.SaveChangesAsync(stop);
        return broadcast;
    }

    /// <summary>Changes what it says; of one that is being sent or was, also on the cards that are already there.</summary>
    public async Task<Result<Broadcast>> Write(BroadcastId id, MemberId by, BroadcastContent content, Guid? about, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;
        var broadcast = found.Value;
        if (await rules.Check(broadcast.Kind, content, about ?? broadcast.About, stop) is { } unfit) return unfit;
        if (!broadcast.IsDraft) return await correct.Handle(id, by, content, stop);
        if (broadcast.HidesNumbers && about is not null && about != broadcast.About) return AudienceRefusals.FitsInvitation;

        (broadcast.Content, broadcast.About) = (content, about ?? broadcast.About);
        broadcast.Change();
        await db.SaveChangesAsync(stop);
        return broadcast;
    }

    /// <param name="id">A draft.</param>
    /// <param name="by">An organiser.</param>
    /// <param name="audience">As read, not yet checked; none = nobody by themselves, only channels.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<Broadcast>> Address(BroadcastId id, MemberId by, Audience? audience, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;
        var broadcast = found.Value;
        if (!broadcast.IsDraft) return Refusal.NoLongerOpen;
        if (audience is { } given)
        {
            var author = (await rights.Organiser(by, stop)).Value;
            var made = await check.Handle(given, author, Event(broadcast.Kind, broadcast.About), stop);
            if (made.Refusal is { } unknown) return unknown;
            if (await IsNobody(made.Value, broadcast.Kind, broadcast.About, stop)) return AudienceRefusals.Nobody;
            broadcast.Audience = made.Value;
        }
        else
        {
            broadcast.Audience = null;
        }

        broadcast.Change();
        await db.SaveChangesAsync(stop);
        return broadcast;
    }

    /// <summary>Chooses the channels it is posted in.</summary>
    public async Task<Result<Broadcast>> Post(BroadcastId id, MemberId by, IReadOnlyList<string> channels, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;
        var broadcast = found.Value;
        if (!broadcast.IsDraft) return Refusal.NoLongerOpen;
        if (await Unfit(channels, by, stop) is { } unfit) return unfit;
        broadcast.Channels = [.. channels.Distinct()];
        broadcast.Change();
        await db.SaveChangesAsync(stop);
        return broadcast;
    }

    private static EventId? Event(BroadcastKind kind, Guid? about) => kind == BroadcastKind.Event && about is { } id ? new EventId(id) : null;

    /// <summary>Of people whose problem fits it is not told whether there are any.</summary>
    private async Task<bool> IsNobody(Audience audience, BroadcastKind kind, Guid? about, CancellationToken stop) =>
        audience.FitsEvent is null && (await find.Count(await find.Of(audience, kind, about, stop), kind, stop)).People == 0;

    /// <summary>Organisers of one organisation write to its people, not to channels that others read.</summary>
    private async Task<Refusal?> Unfit(IReadOnlyList<string> channels, MemberId by, CancellationToken stop)
    {
        if (channels.Count == 0) return null;
        if (await db.MemberOf(by, stop) is not { } member || !BroadcastRights.IsFree(member)) return Refusal.NotYours;
        var known = await db.Channels.AsNoTracking().Where(c => channels.Contains(c.Id) && c.GoneAt == null).ToListAsync(stop);
        return channels.Any(id => !known.Exists(channel => channel.Id == id)) ? BroadcastRefusals.ChannelUnknown
            : known.Exists(channel => channel.Kind == ChannelKind.Private) ? BroadcastRefusals.ChannelPrivate
            : null;
    }

    /// <summary>A new draft that says the same to the same people.</summary>
    public async Task<Result<Broadcast>> Duplicate(BroadcastId id, MemberId by, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;
        var (broadcast, now) = (found.Value, clock.GetUtcNow());
        var author = (await rights.Organiser(by, stop)).Value;
        var copy = db.Broadcasts.Add(new Broadcast
        {
            Id = EntityId.New<BroadcastId>(now), AuthorId = by, OrganisationId = BroadcastRights.IsFree(author) ? null : author.OrganisationId, Kind = broadcast.Kind, About = broadcast.About,
            Content = broadcast.Content, Channels = [.. broadcast.Channels], CreatedAt = now,
            Audience = broadcast.Audience is null || BroadcastRights.IsFree(author) ? broadcast.Audience : broadcast.Audience with { OnlyOf = author.OrganisationId },
        }).Entity;
        db.HandledAbout(copy.Id.Value);
        await db.SaveChangesAsync(stop);
        return copy;
    }

    /// <summary>Throws a draft away.</summary>
    public async Task<Refusal?> Delete(BroadcastId id, MemberId by, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is { } refusal) return refusal;
        if (!found.Value.IsDraft) return Refusal.NoLongerOpen;
        db.Broadcasts.Remove(found.Value);
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <summary>Takes back a draft that its maker did not get to publish.</summary>
    public Task Discard(BroadcastId id, CancellationToken stop) =>
        db.Broadcasts.Where(b => b.Id == id && b.State == BroadcastState.Draft).ExecuteDeleteAsync(stop);

    internal Refusal? Moment(SendAt? at, bool urgent, string? reason)
    {
        var now = clock.GetUtcNow();
        if (at is { IsReadable: false }) return BroadcastRefusals.TimeUnreadable;
        if (at is not null && Latest(at) <= now) return BroadcastRefusals.TimePast;
        if (!urgent) return null;
        if (string.IsNullOrWhiteSpace(reason)) return BroadcastRefusals.ReasonMissing;
        return reason.Trim().Length > BroadcastRules.LongestReason
            ? BroadcastRefusals.TooLong.With("field", "reason").With("most", BroadcastRules.LongestReason).With("length", reason.Trim().Length)
            : null;
    }

    /// <summary>Past is what has passed on every reader's clock.</summary>
    private static DateTimeOffset Latest(SendAt at) => at.Offset is null ? new DateTimeOffset(at.Local, TimeSpan.FromHours(-12)).ToUniversalTime() : at.Begins;
}
