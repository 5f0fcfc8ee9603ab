using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Broadcasts.Channels;
using InnovationBot.Network.Events;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>What an organiser may see of broadcasts: how they stand, and of each person only whether it was sent.</summary>
public sealed class ListBroadcasts(NetworkDb db, BroadcastRights rights, CountBroadcast count, FindAudience find, SuggestAudience suggest)
{
    public const int PageSize = 8;

    /// <summary>The newest first, drafts before all.</summary>
    /// <param name="page">From 1; one behind the last is the last.</param>
    public async Task<Result<BroadcastsPage>> Handle(int page, MemberId by, CancellationToken stop)
    {
        var organiser = await rights.Organiser(by, stop);
        if (organiser.Refusal is { } refusal) return refusal;
        var all = db.Broadcasts.AsNoTracking();
        if (!BroadcastRights.IsFree(organiser.Value)) all = all.Where(b => b.OrganisationId == organiser.Value.OrganisationId);
        var (at, pages) = Paged.At(page, await all.CountAsync(stop), PageSize);
        List<ListedBroadcast> listed = [];
        foreach (var broadcast in await all.OrderBy(b => b.State == BroadcastState.Draft ? 0 : 1).ThenByDescending(b => b.CreatedAt).ThenBy(b => b.Id).Skip((at - 1) * PageSize).Take(PageSize).ToListAsync(stop))
            listed.Add(new(broadcast, await AboutTitle(broadcast, stop)));
        return new BroadcastsPage(listed, at, pages);
    }

    /// <summary>Drafts that somebody may go on with, and corrections that wait: what a second organiser is asked for first; none for whoever may not.</summary>
    public async Task<IReadOnlyList<Broadcast>> Drafts(MemberId by, CancellationToken stop)
    {
        if ((await rights.Organiser(by, stop)) is not { Refusal: null, Value: var organiser }) return [];
        var drafts = db.Broadcasts.AsNoTracking().Where(b => b.State == BroadcastState.Draft || b.Correction != null);
        if (!BroadcastRights.IsFree(organiser)) drafts = drafts.Where(b => b.OrganisationId == organiser.OrganisationId);
        return await drafts.OrderBy(b => b.State == BroadcastState.Draft && b.ApprovalAskedAt == null).ThenByDescending(b => b.Id).Take(MostDrafts).ToListAsync(stop);
    }

    /// <summary>As many as what waits for an organiser may have of one kind.</summary>
    private const int MostDrafts = 60;

    /// <param name="id">A broadcast.</param>
    /// <param name="by">None for the administrator of the machine.</param>
    /// <param name="counted">Also counts a draft's audience, for whoever is about to send it.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<BroadcastView>> Show(BroadcastId id, MemberId? by, bool counted, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is { } refusal) return refusal;
        return await View(found.Value, by, counted, stop);
    }

    /// <summary>Who was sent it, who was not, and of whom nobody knows: no reasons, nothing else.</summary>
    /// <param name="id">A broadcast.</param>
    /// <param name="by">An organiser.</param>
    /// <param name="page">From 1.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<BroadcastPeople>> People(BroadcastId id, MemberId by, int page, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is { } refusal) return refusal;
        if (found.Value.HidesNumbers) return BroadcastRefusals.NumbersHidden;
        var ended = db.Notices.AsNoTracking().Where(n =>
            n.Subject == id.Value && n.Kind == BroadcastNotices.Card && (n.State == NoticeState.Sent || n.State == NoticeState.Failed || n.State == NoticeState.Unknown));
        var total = await ended.CountAsync(stop);
        var (at, pages) = Paged.At(page, total, PeoplePageSize);
        var rows = await (
            from notice in ended
            join member in db.Members on notice.RecipientId equals member.Id
            orderby notice.State, member.Name, member.Id
            select new BroadcastPerson(member.Name, notice.State)).Skip((at - 1) * PeoplePageSize).Take(PeoplePageSize).ToListAsync(stop);
        return new BroadcastPeople(found.Value, rows, at, pages);
    }

    public const int PeoplePageSize = 25;

    private async Task<BroadcastView> View(Broadcast broadcast, MemberId? by, bool counted, CancellationToken stop)
    {
        var people = counted && broadcast is { IsDraft: true, HidesNumbers: false, Audience: { } audience }
            ? await find.Count(await find.Of(audience, broadcast.Kind, broadcast.About, stop), broadcast.Kind, stop) : null;
        var numbers = broadcast.HidesNumbers ? BroadcastNumbers.Hidden : await count.Handle(broadcast, stop);
        return new BroadcastView(broadcast, numbers, people, await NamesIn(broadcast.Audience, stop), await AboutTitle(broadcast, stop), broadcast.AuthorId == by)
        {
            Fitting = await Fitting(broadcast, stop), WroteCorrection = broadcast.CorrectionBy is { } writer && writer == by,
            Channels = broadcast.Channels.Count == 0 ? [] : await db.Channels.AsNoTracking().Where(c => broadcast.Channels.Contains(c.Id)).OrderBy(c => c.TeamName).ThenBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(stop),
        };
    }

    private async Task<Figure?> Fitting(Broadcast broadcast, CancellationToken stop)
    {
        if (broadcast.Audience?.FitsEvent is not { } @event) return null;
        var sentTo = broadcast.IsMade
            ? await db.Notices.AsNoTracking().Where(n => n.Subject == broadcast.Id.Value && n.Kind == BroadcastNotices.Card && n.ChannelId == null).Select(n => n.RecipientId).ToListAsync(stop)
            : null;
        return await suggest.Count(@event, sentTo, stop);
    }

    private async Task<string?> AboutTitle(Broadcast broadcast, CancellationToken stop) => broadcast switch
    {
        { Kind: BroadcastKind.Story, About: { } about } => await CaseTitle(new CaseId(about), stop),
        { Kind: BroadcastKind.Event, About: { } about } => await EventTitle(new EventId(about), stop),
        { Kind: BroadcastKind.Award, About: { } about } => await AwardName(new AwardRoundId(about), stop),
        _ => null,
    };

    private async Task<string?> CaseTitle(CaseId id, CancellationToken stop) =>
        await db.Cases.AsNoTracking().Where(c => c.Id == id).Select(c => c.Title).FirstOrDefaultAsync(stop);

    private async Task<string?> AwardName(AwardRoundId id, CancellationToken stop) =>
        (await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop))?.Name;

    private async Task<string?> EventTitle(EventId id, CancellationToken stop) =>
        (await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop))?.Title;

    /// <summary>The names of what an audience holds by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesIn(Audience? audience, CancellationToken stop)
    {
        var ids = new HashSet<OrganisationId>();
        Collect(audience);
        if (ids.Count == 0) return new Dictionary<string, string>();
        var names = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        return names.ToDictionary(one => one.Id.ToString(), one => one.Name);

        void Collect(Audience? part)
        {
            if (part is null) return;
            foreach (var text in part.Organisations ?? []) if (EntityId.TryRead<OrganisationId>(text, out var id)) ids.Add(id);
            if (part.OnlyOf is { } only) ids.Add(only);
            foreach (var one in part.AnyOf ?? []) Collect(one);
            Collect(part.Except);
        }
    }
}

public sealed record BroadcastsPage(IReadOnlyList<ListedBroadcast> Broadcasts, int Page, int Pages);

/// <param name="AboutTitle">Of the event, case or round it is about.</param>
public sealed record ListedBroadcast(Broadcast Broadcast, string? AboutTitle);

/// <param name="Audience">Counted only where that was asked for, and of a draft.</param>
/// <param name="Names">Of organisations, by id.</param>
/// <param name="AboutTitle">The case of a story.</param>
/// <param name="IsAuthor">The one who looks composed it.</param>
public sealed record BroadcastView(
    Broadcast Broadcast, BroadcastNumbers Numbers, AudienceCounts? Audience, IReadOnlyDictionary<string, string> Names, string? AboutTitle, bool IsAuthor)
{
    /// <summary>This reader wrote the correction that waits: somebody else has to agree.</summary>
    public bool WroteCorrection { get; init; }

    /// <summary>How many have a problem that fits, as far as it may be shown; none for every other audience. Then no number is.</summary>
    public Figure? Fitting { get; init; }

    /// <summary>Channels it is posted in, as far as they are known.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];
}

public sealed record BroadcastPerson(string Name, NoticeState State);

public sealed record BroadcastPeople(Broadcast Broadcast, IReadOnlyList<BroadcastPerson> People, int Page, int Pages);
