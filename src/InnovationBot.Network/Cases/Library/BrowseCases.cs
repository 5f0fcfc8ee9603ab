using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Library;

/// <summary>Looks through the library: newest first, or best first when words are looked for. Only what the reader may read is counted, listed or offered as a filter.</summary>
public sealed class BrowseCases(NetworkDb db, ISearch search, TimeProvider clock)
{
    public const int PageSize = 6;

    /// <summary>With words to look for, this many at most are found; nobody turns more pages than that.</summary>
    private const int MostFound = 120;

    /// <param name="By">The sender; none where many read.</param>
    /// <param name="Language">Of the filter's words.</param>
    /// <param name="Page">From 1; a page behind the last one is the last.</param>
    /// <param name="Size">Cases on a page, 1 to 25.</param>
    public sealed record Request(MemberId? By, CaseFilter Filter, Language Language, int Page = 1, int Size = PageSize)
    {
        /// <summary>Cases left out before the first one, whatever the page; for lists that others stand among. Behind the last one there are none.</summary>
        public int? From { get; init; }
    }

    /// <returns><see cref="LibraryRefusals.FilterUnknown"/> for a policy area or region that no readable case has.</returns>
    public async Task<Result<CasesPage>> Handle(Request request, CancellationToken stop)
    {
        var reader = request.By is { } by ? await db.ReaderOf(by, stop) : Reader.Anybody;
        var readable = db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(reader));
        var values = await readable.GroupBy(c => new { c.PolicyArea, c.Country, c.Year })
            .Select(group => new { group.Key.PolicyArea, group.Key.Country, group.Key.Year, Count = group.Count() }).ToListAsync(stop);
        var organisations = await db.Organisations.AsNoTracking().Select(o => new Below(o.Id, o.Parent, o.Name, o.Tier)).ToListAsync(stop);
        var regions = Regions(organisations, await readable.Where(c => c.ShownAs == ShownAs.Named && c.OrganisationId != null).Select(c => c.OrganisationId!.Value).Distinct().ToListAsync(stop));
        var areas = MostCommon(values.Select(value => (value.PolicyArea, value.Count))).ToLookup(CaseFilter.KeyOf);
        var filter = request.Filter;
        if (filter.Area is { } area && !areas.Contains(area)) return LibraryRefusals.FilterUnknown.With("filter", area);
        if (filter.Region is { } region && !regions.ContainsKey(region)) return LibraryRefusals.FilterUnknown.With("filter", region);

        IReadOnlyList<CaseId> found = filter.Text.Length > 0 ? await Find(request, reader, readable, stop) : [];
        var total = await Count(filter);
        var (page, pages) = Paged.At(request.Page, total, request.Size);
        var cases = total == 0 ? [] : await Page(request.From ?? (page - 1) * request.Size);
        List<WiderFilter> wider = [];
        if (total == 0)
            foreach (var part in filter.Parts)
                if (await Count(filter.Without(part)) is > 0 and var more) wider.Add(new WiderFilter(part, more));

        return new CasesPage(filter, await Shown(cases, stop), total, page, pages, Choices(), wider);

        IQueryable<Case> Matching(CaseFilter asked)
        {
            var matching = readable.Where(
                asked, [.. areas[asked.Area ?? ""]], asked.Region is { } key ? regions[key].Below : []);
            return asked.Text.Length > 0 ? matching.Where(c => found.Contains(c.Id)) : matching;
        }

        Task<int> Count(CaseFilter asked) => Matching(asked).CountAsync(stop);

        async Task<List<Case>> Page(int skip)
        {
            if (filter.Text.Length == 0)
                return await Matching(filter).OrderByDescending(c => c.Year).ThenByDescending(c => c.PublishedAt).ThenBy(c => c.Id)
                    .Skip(skip).Take(request.Size).ToListAsync(stop);
            var rank = found.Select((id, i) => (id, i)).ToDictionary(one => one.id, one => one.i);
            var ids = (await Matching(filter).Select(c => c.Id).ToListAsync(stop)).OrderBy(id => rank[id]).Skip(skip).Take(request.Size).ToList();
            return [.. (await readable.Where(c => ids.Contains(c.Id)).ToListAsync(stop)).OrderBy(c => rank[c.Id])];
        }

        CaseChoices Choices() => new(
            [.. areas.Select(same => new NamedChoice(same.Key, same.First()))],
            [.. regions.Select(one => new NamedChoice(one.Key, one.Value.Name))],
            [.. MostCommon(values.Select(value => (value.Country, value.Count)))],
            [.. values.Select(value => value.Year).OfType<int>().Distinct().OrderDescending()]);
    }

    /// <summary>Titles that hold the words first, their own or the English one that readers of other languages see, then what the search finds them to be about.</summary>
    private async Task<IReadOnlyList<CaseId>> Find(Request request, Reader reader, IQueryable<Case> readable, CancellationToken stop)
    {
        var words = request.Filter.Text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // the store's own function, which knows no culture
        var titled = await readable.Where(c => c.Title.ToLower().Contains(words) || (c.EnglishTitle != null && c.EnglishTitle.ToLower().Contains(words))).OrderByDescending(c => c.Year).ThenBy(c => c.Id).Take(MostFound).Select(c => c.Id).ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
        var about = await search.Find(new SearchRequest(request.Filter.Text, request.Language, reader, Cases: MostFound, People: 0, EvenIfNothingFits: true), stop);
        var floor = about.Fit == Fit.Nothing ? double.MaxValue : about.Cases.Select(hit => hit.Relevance).DefaultIfEmpty().Max() * MatchingPolicy.SlotFloor; // a word or two is often no problem that anything could fit
        var hits = about.Cases.Where(hit => hit.SharedWords.Count > 0 || hit.Relevance >= floor);
        return [.. titled.Concat(hits.Select(hit => hit.Id)).Distinct().Take(MostFound)];
    }

    private async Task<IReadOnlyList<ListedCase>> Shown(List<Case> cases, CancellationToken stop)
    {
        var ids = cases.Select(c => c.OrganisationId).OfType<OrganisationId>().Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
        var marks = await new AwardMarks(db, clock).Of([.. cases.Select(c => c.Id)], stop);
        return
        [
            .. cases.Select(c =>
            {
                var (organisation, kind) = CaseShown.Of(c, c.OrganisationId is { } id ? organisations.GetValueOrDefault(id) : null);
                return new ListedCase(c, organisation, kind) { Confirmation = Confirmation.Of(c, clock.GetUtcNow()), Mark = marks.GetValueOrDefault(c.Id) };
            }),
        ];
    }

    private static IEnumerable<string> MostCommon(IEnumerable<(string? Name, int Count)> values) => values.Where(value => !string.IsNullOrWhiteSpace(value.Name))
        .GroupBy(value => value.Name!, value => value.Count).OrderByDescending(same => same.Sum()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key);

    private sealed record Below(OrganisationId Id, OrganisationId? Parent, string Name, Tier Tier);

    /// <summary>Regional organisations that have cases, themselves or through those below them, with everybody they stand above.</summary>
    private static Dictionary<string, (string Name, HashSet<OrganisationId> Below)> Regions(List<Below> organisations, List<OrganisationId> withCases)
    {
        var byId = organisations.ToDictionary(one => one.Id);
        var regions = new Dictionary<string, (string Name, HashSet<OrganisationId> Below)>();
        foreach (var id in withCases)
        {
            var seen = new HashSet<OrganisationId>(); // parents may go in a circle: whoever imported them decides
            for (var at = byId.GetValueOrDefault(id); at is not null && seen.Add(at.Id); at = at.Parent is { } parent ? byId.GetValueOrDefault(parent) : null)
            {
                if (at.Tier != Tier.Regional) continue;
                var key = CaseFilter.KeyOf(at.Name);
                if (!regions.TryGetValue(key, out var region)) regions[key] = region = (at.Name, []);
                region.Below.Add(id);
            }
        }

        return regions;
    }
}
