using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>Nominations as those see them who may: their nominator, nominees, partners (their part), organisers.</summary>
public sealed class ListNominations(NetworkDb db, TimeProvider clock)
{
    public const int PageSize = 8;

    /// <summary>What somebody nominated, began, or is nominated for; and the rounds whose call is open.</summary>
    public async Task<Result<OwnNominations>> Own(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var rounds = await db.AwardRounds.AsNoTracking().OrderByDescending(r => r.CreatedAt).ToListAsync(stop);
        var mine = await db.Nominations.AsNoTracking()
            .Where(n => n.NominatorId == by || db.Nominees.Any(one => one.NominationId == n.Id && one.MemberId == by) || db.CoNominators.Any(one => one.NominationId == n.Id && one.MemberId == by))
            .OrderByDescending(n => n.SavedAt).Take(30).ToListAsync(stop);
        return new OwnNominations(
            [.. rounds.Where(round => round.IsCallOpen(now))],
            [.. mine.Select(n => (n, rounds.First(r => r.Id == n.RoundId)))],
            AwardAccess.MayOrganise(member), [.. rounds.Where(r => r.IsPublished && r.StateAt(now) == AwardState.Draft)]);
    }

    /// <summary>One nomination, with all that its reader may see of it.</summary>
    public async Task<Result<NominationView>> Show(NominationId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || await db.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, stop) is not { } nomination) return Refusal.NotFound;
        var round = await db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == nomination.RoundId, stop);
        var nominees = await db.Nominees.AsNoTracking().Where(n => n.NominationId == id).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).ToListAsync(stop);
        var others = await db.CoNominators.AsNoTracking().Where(n => n.NominationId == id).OrderBy(n => n.JoinedAt).ToListAsync(stop);
        var own = nominees.Find(one => one.MemberId == by);
        var organises = AwardAccess.MayOrganise(member) && nomination.State != NominationState.Draft;
        if (nomination.NominatorId != by && own is null && !organises && !others.Exists(one => one.MemberId == by)) return Refusal.NotFound;

        List<string> names = [];
        foreach (var nominee in nominees)
            if (await db.MemberOf(nominee.MemberId, stop) is { } person) names.Add(person.Name);
        return new NominationView(nomination, round, await db.OrganisationOf(nomination.OrganisationId, stop), nominees, names, await db.AwaitedPeople.CountAsync(a => a.NominationId == id, stop))
        {
            Own = own, IsNominator = nomination.NominatorId == by, Organises = organises,
            Others = others,
            Partners = await db.NominationPartners.AsNoTracking().Where(p => p.NominationId == id).OrderBy(p => p.Name).ToListAsync(stop),
            Endorsements = await db.Endorsements.AsNoTracking().Where(e => e.NominationId == id && e.Sentence != "").OrderBy(e => e.CreatedAt).Select(e => e.Sentence).ToListAsync(stop),
            Case = nomination.CaseId is { } @case ? await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == @case && (c.State == CaseState.Published || c.State == CaseState.Archived), stop) : null,
            HasCaseDraft = nomination.CaseDraftId is { } draft && await db.CaseDrafts.AnyAsync(d => d.Id == draft && d.AuthorId == by, stop),
        };
    }

    /// <summary>As <see cref="Show"/>, for the nominee who was asked.</summary>
    public async Task<Result<NominationView>> Asked(NomineeId id, MemberId by, CancellationToken stop) =>
        await db.Nominees.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.MemberId == by, stop) is { } nominee ? await Show(nominee.NominationId, by, stop) : Refusal.NotFound;

    /// <summary>A partner's own part: round, title, and what the partner is named as.</summary>
    public async Task<Result<PartnerView>> Partner(NominationPartnerId id, MemberId by, CancellationToken stop)
    {
        if (await db.NominationPartners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.MemberId == by, stop) is not { } partner) return Refusal.NotFound;
        var nomination = await db.Nominations.AsNoTracking().SingleAsync(n => n.Id == partner.NominationId, stop);
        if (!nomination.IsInRound) return Refusal.NotFound;
        var round = await db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == nomination.RoundId, stop);
        return new PartnerView(partner, nomination, round, await db.OrganisationOf(nomination.OrganisationId, stop));
    }

    /// <summary>What waits for organisers: nominations nobody has checked, oldest first, those that were mended before.</summary>
    public async Task<Result<NominationsPage>> Waiting(AwardRoundId? id, int page, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || !AwardAccess.MayOrganise(member)) return AwardRefusals.OrganisersOnly;
        var now = clock.GetUtcNow();
        var rounds = (await db.AwardRounds.AsNoTracking().ToListAsync(stop)).Where(r => r.StateAt(now) is AwardState.Call or AwardState.Endorsement or AwardState.Eligibility && (id is null || r.Id == id)).Select(r => r.Id).ToList();
        var waiting = db.Nominations.AsNoTracking().Where(n => rounds.Contains(n.RoundId) && n.State == NominationState.Submitted && n.MendDue == null && n.AcceptedAt != null);
        var total = await waiting.CountAsync(stop);
        (page, var pages) = Paged.At(page, total, PageSize);
        var found = await waiting.OrderBy(n => n.MendedAt == null).ThenBy(n => n.SubmittedAt).ThenBy(n => n.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return new NominationsPage(id, found, total, page, pages);
    }

    /// <summary>All nominations of a round, for organisers.</summary>
    public async Task<Result<NominationsPage>> All(AwardRoundId id, int page, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || !AwardAccess.MayOrganise(member)) return AwardRefusals.OrganisersOnly;
        var all = db.Nominations.AsNoTracking().Where(n => n.RoundId == id && n.State != NominationState.Draft);
        var total = await all.CountAsync(stop);
        (page, var pages) = Paged.At(page, total, PageSize);
        return new NominationsPage(id, await all.OrderBy(n => n.SubmittedAt).ThenBy(n => n.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop), total, page, pages);
    }

    private bool IsTold(AwardRound round, Member reader) => round.IsPublic(clock.GetUtcNow()) || (round.State == AwardState.Announced && AwardAccess.MayOrganise(reader));

    /// <summary>One of those.</summary>
    public async Task<Result<(Nomination Nomination, AwardRound Round, Organisation? Organisation)>> Read(NominationId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || await db.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, stop) is not { IsForJury: true } nomination) return Refusal.NotFound;
        var round = await db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == nomination.RoundId, stop);
        return IsTold(round, member) ? (nomination, round, await db.OrganisationOf(nomination.OrganisationId, stop)) : Refusal.NotFound;
    }

    /// <summary>What was nominated and accepted, once the round was announced: for everybody.</summary>
    public async Task<Result<IReadOnlyList<(Nomination Nomination, Organisation? Organisation)>>> Announced(AwardRoundId id, int skip, int take, MemberId by, CancellationToken stop)
    {
        if (await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round || await db.MemberOf(by, stop) is not { } member || !IsTold(round, member)) return Refusal.NotFound;
        List<(Nomination, Organisation?)> shown = [];
        var inRound = db.Nominations.AsNoTracking().Where(n => n.RoundId == id && n.AcceptedAt != null
            && (n.State == NominationState.Winner || n.State == NominationState.Finalist || n.State == NominationState.Shortlisted || n.State == NominationState.Eligible));
        foreach (var nomination in await inRound.OrderBy(n => n.State == NominationState.Winner ? 0 : n.State == NominationState.Finalist ? 1 : 2).ThenBy(n => n.Id).Skip(skip).Take(take).ToListAsync(stop))
            shown.Add((nomination, await db.OrganisationOf(nomination.OrganisationId, stop)));
        return shown;
    }
}

/// <param name="Open">Rounds whose call is open.</param>
/// <param name="Coming">Published rounds whose call has not opened yet.</param>
public sealed record OwnNominations(IReadOnlyList<AwardRound> Open, IReadOnlyList<(Nomination Nomination, AwardRound Round)> Mine, bool Organises, IReadOnlyList<AwardRound> Coming);

/// <param name="Names">Of the nominees, for those who may see the nomination.</param>
/// <param name="Awaited">Nominees who have not written to the bot yet.</param>
public sealed record NominationView(Nomination Nomination, AwardRound Round, Organisation? Organisation, IReadOnlyList<Nominee> Nominees, IReadOnlyList<string> Names, int Awaited)
{
    public Nominee? Own { get; init; }
    public bool IsNominator { get; init; }
    public bool Organises { get; init; }
    public IReadOnlyList<CoNominator> Others { get; init; } = [];
    public IReadOnlyList<NominationPartner> Partners { get; init; } = [];
    public IReadOnlyList<string> Endorsements { get; init; } = [];
    public Case? Case { get; init; }

    /// <summary>The reader has the draft of a case that was made of it.</summary>
    public bool HasCaseDraft { get; init; }
}

public sealed record PartnerView(NominationPartner Partner, Nomination Nomination, AwardRound Round, Organisation? Organisation);

public sealed record NominationsPage(AwardRoundId? Round, IReadOnlyList<Nomination> Nominations, int Total, int Page, int Pages);
