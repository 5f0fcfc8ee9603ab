using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Desk;

/// <summary>What lies at the desks of a person, and one item as they may see it.</summary>
public sealed class ListDesk(NetworkDb db, Desks desks)
{
    public const int OnAPage = 6;

    /// <summary>Those that wait first, the oldest first; then the person's own; then what others have.</summary>
    /// <returns><see cref="Refusal.NotYours"/> for whoever sits at no desk and is no organiser.</returns>
    public async Task<Result<DeskPage>> Handle(MemberId by, int page, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } reader) return Refusal.NotYours;
        var places = await desks.Of(by, stop);
        if (places.Count == 0 && !reader.Has(Role.Organiser)) return Refusal.NotYours;

        List<DeskItem> readable = [];
        foreach (var item in await db.DeskItems.AsNoTracking().Where(i => i.State != DeskItemState.Closed).OrderBy(i => i.CreatedAt).ToListAsync(stop))
            if (await desks.MayRead(item, reader, stop)) readable.Add(item);

        var ordered = readable.OrderBy(i => i.State == DeskItemState.Waiting ? 0 : i.ClaimedById == by ? 1 : 2).ThenBy(i => i.DueAt).ThenBy(i => i.Id.Value).ToList();
        var (at, pages) = Paged.At(page, ordered.Count, OnAPage);
        List<DeskItemShown> shown = [];
        foreach (var item in ordered.Skip((at - 1) * OnAPage).Take(OnAPage)) shown.Add(await Shown(item, reader, stop));
        return new DeskPage(shown, ordered.Count, ordered.Count(i => i.State == DeskItemState.Waiting), at, pages);
    }

    /// <summary>All that is open and this person may read, in the same order, for what waits for them elsewhere.</summary>
    public async Task<IReadOnlyList<DeskItemShown>> Open(MemberId by, CancellationToken stop)
    {
        List<DeskItemShown> all = [];
        for (var page = 1; ; page++)
        {
            var found = await Handle(by, page, stop);
            if (found.Refusal is not null) return all;
            all.AddRange(found.Value.Items);
            if (page >= found.Value.Pages || all.Count >= 60) return all;
        }
    }

    /// <returns><see cref="Refusal.NotFound"/> for whoever may not read it.</returns>
    public async Task<Result<DeskItemShown>> Show(DeskItemId id, MemberId by, CancellationToken stop)
    {
        if (await db.DeskItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, stop) is not { } item || await db.MemberOf(by, stop) is not { } reader) return Refusal.NotFound;
        return item.OwnerId == by || await desks.MayRead(item, reader, stop) ? await Shown(item, reader, stop) : Refusal.NotFound;
    }

    /// <summary>To whom whoever has it may hand it on.</summary>
    public async Task<Result<HandOnChoices>> Choices(DeskItemId id, MemberId by, CancellationToken stop)
    {
        var shown = await Show(id, by, stop);
        if (shown.Refusal is { } refusal) return refusal;
        if (!shown.Value.IsMine || !shown.Value.Item.IsOpen) return shown.Value.Item.IsOpen ? DeskRefusals.ClaimFirst : Refusal.NoLongerOpen;

        var item = shown.Value.Item;
        var owner = await db.MemberOf(item.OwnerId, stop);
        List<DeskNamed> others = [];
        List<Member> people = [];
        foreach (var place in await desks.All(stop))
        {
            var there = (await desks.People(place, stop))
                .Where(one => one.Id != by && one.Id != item.OwnerId && (item.OwnOrganisationMaySee || owner is null || !Desks.IsColleague(one, owner))).ToList();
            if (there.Count > 0 && place != item.Place) others.Add(await Named(place, stop));
            people.AddRange(there.Where(one => people.TrueForAll(known => known.Id != one.Id)));
        }

        return new HandOnChoices(shown.Value, others, [.. people.Select(one => (one.Id, one.Name))]);
    }

    private async Task<DeskItemShown> Shown(DeskItem item, Member reader, CancellationToken stop)
    {
        var isOwner = item.OwnerId == reader.Id;
        var owner = await db.MemberOf(item.OwnerId, stop);
        var organisation = await db.OrganisationOf(owner?.OrganisationId, stop);
        var shown = owner is null ? PersonShown.Nobody : item.OwnerNamed || item.End == DeskItemEnd.Introduced
            ? PersonAccess.Named(owner, organisation, item.Languages) : PersonAccess.Unnamed(owner, organisation, item.Languages);
        var country = organisation?.Country ?? owner?.SaysKind?.Country ?? owner?.Country;
        var readers = (await db.OrganisationOf(reader.OrganisationId, stop))?.Country ?? reader.Country;
        var has = !isOwner && item.ClaimedById is { } id && id != reader.Id ? (await db.MemberOf(id, stop))?.Name : null;
        return new DeskItemShown(
            item, shown with { Languages = item.Languages }, country, country is not null && readers is not null && country != readers,
            await Named(item.Place, stop), has, item.ClaimedById == reader.Id, isOwner)
        {
            OrganisersAsked = await db.Problems.AnyAsync(p => p.Id == item.ProblemId && p.OrganiserAskedAt != null, stop),
        };
    }

    private async Task<DeskNamed> Named(DeskPlace place, CancellationToken stop) => new(place, (await db.OrganisationOf(place.Organisation, stop))?.Name);
}

/// <param name="Total">Items that are open and this person may read; <paramref name="Waiting"/> of them nobody has claimed.</param>
public sealed record DeskPage(IReadOnlyList<DeskItemShown> Items, int Total, int Waiting, int Page, int Pages);

/// <param name="Organisation">Its name, when it is an organisation's desk.</param>
public sealed record DeskNamed(DeskPlace Place, string? Organisation);

/// <param name="Country">Where it comes from, when known.</param>
/// <param name="FromAbroad">Another country than the reader's.</param>
/// <param name="HasIt">The colleague who claimed it; none for the owner's eyes.</param>
/// <param name="IsMine">The reader claimed it.</param>
public sealed record DeskItemShown(
    DeskItem Item, PersonShown Owner, string? Country, bool FromAbroad, DeskNamed Desk, string? HasIt, bool IsMine, bool IsOwner)
{
    /// <summary>Nobody else could answer, and its owner let organisers look by hand.</summary>
    public bool OrganisersAsked { get; init; }
}

public sealed record HandOnChoices(DeskItemShown Shown, IReadOnlyList<DeskNamed> Desks, IReadOnlyList<(MemberId Id, string Name)> People);
