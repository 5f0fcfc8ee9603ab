using InnovationBot.Network.Cases;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>A broadcast as its readers see it, as things stand.</summary>
public sealed class ReadBroadcast(NetworkDb db, ListBroadcasts list)
{
    /// <summary>What decides whether a card drawn before still says what is true.</summary>
    /// <returns>None when it is gone, cancelled, or what it is about is no longer to be shown.</returns>
    public async Task<BroadcastEdition?> Edition(BroadcastId id, CancellationToken stop)
    {
        var now = await db.Broadcasts.AsNoTracking().Where(b => b.Id == id)
            .Select(b => new { b.State, b.Revision, b.RecalledAt, b.Kind, b.About }).SingleOrDefaultAsync(stop);
        if (now is null) return null;
        var isTakenBack = now.RecalledAt is not null;
        if (now.State == BroadcastState.Cancelled && !isTakenBack) return null;
        if (now.Kind != BroadcastKind.Story || isTakenBack) return new BroadcastEdition(now.Kind, now.Revision, 0, isTakenBack, now.About);
        var caseId = new CaseId(now.About ?? Guid.Empty);
        return await db.Cases.AsNoTracking().Where(c => c.Id == caseId && c.State == CaseState.Published && c.Readers == Readers.Network).Select(c => (int?)c.Version).SingleOrDefaultAsync(stop) is { } version
            ? new BroadcastEdition(now.Kind, now.Revision, version, false, now.About)
            : null;
    }

    /// <summary>For somebody who was sent it; nobody else reads it. None of what was taken back, and of events and awards, whose cards are their own.</summary>
    public async Task<BroadcastShown?> Got(BroadcastId id, MemberId by, CancellationToken stop)
    {
        var key = BroadcastNotices.KeyOf(id, by);
        if (!await db.Notices.AnyAsync(n => n.Key == key && (n.State == NoticeState.Sent || n.State == NoticeState.Unknown), stop)) return null;
        return await Edition(id, stop) is { IsTakenBack: false, Kind: BroadcastKind.Message or BroadcastKind.Story } ? await Handle(id, stop) : null;
    }

    public async Task<BroadcastShown?> Handle(BroadcastId id, CancellationToken stop)
    {
        return await db.Broadcasts.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, stop) is { } broadcast ? await Handle(broadcast, stop) : null;
    }

    /// <summary>As it would be with the correction that waits for a second organiser; none when none waits.</summary>
    public async Task<BroadcastShown?> Corrected(BroadcastId id, CancellationToken stop)
    {
        if (await db.Broadcasts.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, stop) is not { Correction: { } correction } broadcast) return null;
        broadcast.Content = correction;
        return await Handle(broadcast, stop);
    }

    /// <summary>Also one that is not stored yet.</summary>
    public async Task<BroadcastShown> Handle(Broadcast broadcast, CancellationToken stop)
    {
        var caseId = new CaseId(broadcast.Kind == BroadcastKind.Story ? broadcast.About ?? Guid.Empty : Guid.Empty);
        var story = broadcast.Kind == BroadcastKind.Story ? await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, stop) : null;
        var from = await db.OrganisationName(broadcast.OrganisationId, stop);
        return new BroadcastShown(broadcast, await list.NamesIn(broadcast.Audience, stop), story, from);
    }
}

/// <param name="Revision">Of the broadcast.</param>
/// <param name="SubjectVersion">Of the case.</param>
/// <param name="IsTakenBack">Cards say no more than that.</param>
public sealed record BroadcastEdition(BroadcastKind Kind, int Revision, int SubjectVersion, bool IsTakenBack, Guid? About);

/// <param name="Names">Of organisations in its audience, by id.</param>
/// <param name="Story">The case it tells.</param>
/// <param name="From">The organisation whose organiser sends it; none = the network's organisers.</param>
public sealed record BroadcastShown(Broadcast Broadcast, IReadOnlyDictionary<string, string> Names, Case? Story, string? From);

internal static class BroadcastQueries
{
    public static async Task<string?> OrganisationName(this NetworkDb db, OrganisationId? id, CancellationToken stop) =>
        id is { } own ? await db.Organisations.AsNoTracking().Where(o => o.Id == own).Select(o => o.Name).SingleOrDefaultAsync(stop) : null;
}
