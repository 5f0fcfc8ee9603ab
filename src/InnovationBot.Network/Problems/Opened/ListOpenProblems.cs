using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>What owners opened to this person, those nobody has answered first; and the person's own offers that wait.</summary>
public sealed class ListOpenProblems(NetworkDb db)
{
    public const int OnAPage = 6;

    /// <summary>Older ones than this many are read by their owners only.</summary>
    private const int Most = 2000;

    public async Task<OpenProblemsPage> Handle(MemberId by, OpenProblemFilter filter, int page, CancellationToken stop)
    {
        if (await OpenProblemReader.Of(db, by, stop) is not { } reader) return new OpenProblemsPage([], 0, 1, 1, filter, OpenProblemChoices.None, [], ReadsOthers: false);

        var readable = await Readable(reader, stop);
        var kept = readable.Where(one => filter.Keeps(one)).OrderBy(one => one.Answered).ThenByDescending(one => one.OpenedAt).ThenBy(one => one.Id.Value).ToList();
        var (at, pages) = Paged.At(page, kept.Count, OnAPage);
        List<OpenProblemShown> shown = [];
        foreach (var one in kept.Skip((at - 1) * OnAPage).Take(OnAPage))
            if (await db.ShowOpen(one.Id, by, one.Answered, stop) is { } open) shown.Add(open);
        return new OpenProblemsPage(shown, kept.Count, at, pages, filter, OpenProblemChoices.Of(readable), await Offers(by, stop), reader.ReadsOthers);
    }

    private async Task<List<OpenProblemEntry>> Readable(OpenProblemReader reader, CancellationToken stop)
    {
        var problems = await db.Problems.AsNoTracking().Where(reader.Reads).OrderByDescending(p => p.OpenedAt).Take(Most)
            .Select(p => new { p.Id, p.Language, p.Tasks, p.OpenedAt, p.OwnerId }).ToListAsync(stop);
        var owners = problems.Select(p => p.OwnerId).Distinct().ToList();
        var tiers = await (from m in db.Members.AsNoTracking()
                           join o in db.Organisations on m.OrganisationId equals o.Id into organisations
                           from o in organisations.DefaultIfEmpty()
                           where owners.Contains(m.Id)
                           select new { m.Id, Tier = (Tier?)o.Tier, m.SaysKind }).ToDictionaryAsync(m => m.Id, m => m.Tier ?? m.SaysKind?.Tier, stop);
        var ids = problems.Select(p => p.Id).ToList();
        var answered = (await db.Introductions.Where(i => ids.Contains(i.ProblemId) && (i.IntroducedAt != null || i.WrittenAnswer != null) && i.State != IntroductionState.Cancelled)
            .Select(i => i.ProblemId).Distinct().ToListAsync(stop)).ToHashSet();
        return problems.ConvertAll(p => new OpenProblemEntry(
            p.Id, p.Language, p.Tasks, tiers.GetValueOrDefault(p.OwnerId), answered.Contains(p.Id), p.OpenedAt ?? default));
    }

    private async Task<IReadOnlyList<OwnOffer>> Offers(MemberId by, CancellationToken stop) =>
        [.. (await db.HelpOffers.AsNoTracking().Where(o => o.GiverId == by && o.State == HelpOfferState.Waiting).OrderBy(o => o.CreatedAt)
            .Join(db.Problems, o => o.ProblemId, p => p.Id, (o, p) => new { Offer = o, p.OpenText }).ToListAsync(stop))
            .Select(one => new OwnOffer(one.Offer, one.OpenText ?? ""))];
}

/// <param name="Task">One of the lexicon's public tasks.</param>
public sealed record OpenProblemFilter(string? Task, Tier? Tier, Language? Language)
{
    public static readonly OpenProblemFilter None = new(null, null, null);

    internal bool Keeps(OpenProblemEntry one) =>
        (Task is null || one.Tasks.Contains(Task)) && (Tier is null || one.Tier == Tier) && (Language is null || one.Language == Language);
}

internal sealed record OpenProblemEntry(ProblemId Id, Language Language, IReadOnlyList<string> Tasks, Tier? Tier, bool Answered, DateTimeOffset OpenedAt);

/// <summary>What occurs among the problems a reader may read: nothing else can be filtered by.</summary>
public sealed record OpenProblemChoices(IReadOnlyList<string> Tasks, IReadOnlyList<Tier> Tiers, IReadOnlyList<Language> Languages)
{
    public static readonly OpenProblemChoices None = new([], [], []);

    internal static OpenProblemChoices Of(IReadOnlyList<OpenProblemEntry> entries) => new(
        [.. entries.SelectMany(one => one.Tasks).Distinct().Order(StringComparer.Ordinal)],
        [.. entries.Select(one => one.Tier).OfType<Tier>().Distinct().Order()],
        [.. entries.Select(one => one.Language).Distinct().OrderBy(language => language.Code, StringComparer.Ordinal)]);
}

/// <param name="ReadsOthers">Not for members of other sectors than the public one.</param>
public sealed record OpenProblemsPage(
    IReadOnlyList<OpenProblemShown> Problems, int Total, int Page, int Pages, OpenProblemFilter Filter, OpenProblemChoices Choices,
    IReadOnlyList<OwnOffer> Offers, bool ReadsOthers);

/// <param name="ProblemText">Of the problem it was offered for, while that is open.</param>
public sealed record OwnOffer(HelpOffer Offer, string ProblemText);
