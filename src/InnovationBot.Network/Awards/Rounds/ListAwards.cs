using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>Running and past rounds, the newest first; every past one stays readable.</summary>
public sealed class ListAwards(NetworkDb db, TimeProvider clock)
{
    public async Task<Result<AwardsPage>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        var organises = AwardAccess.MayOrganise(member);
        var rounds = await db.AwardRounds.AsNoTracking().OrderByDescending(r => r.CreatedAt).ToListAsync(stop); // a network has few
        var seen = rounds.Where(round => AwardAccess.Sees(member, round)).ToList();
        var now = clock.GetUtcNow();
        return new AwardsPage([.. seen.Where(r => !r.IsPublic(now))], [.. seen.Where(r => r.IsPublic(now))], organises, now);
    }

    /// <summary>One round as somebody may see it, with what of it is theirs.</summary>
    public async Task<Result<AwardView>> Show(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round || !AwardAccess.Sees(member, round)) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var reads = AwardAccess.ReadsNominations(member, await db.OrganisationOf(member.OrganisationId, stop));
        var endorsable = reads && round.TakesEndorsements(now) ? await Endorsable(id).CountAsync(stop) : 0;
        var organises = AwardAccess.MayOrganise(member);
        return new AwardView(round, organises ? round.StateAt(now) : round.ShownAt(now), organises, endorsable, organises ? await Counts(round, stop) : []) { Judges = await db.AwardJurors.AnyAsync(j => j.RoundId == id && j.MemberId == by && j.LeftAt == null, stop) };
    }

    /// <summary>A round that everybody may see.</summary>
    public async Task<AwardRound?> Published(AwardRoundId id, CancellationToken stop) =>
        await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.PublishedAt != null, stop);

    /// <summary>Nominations of which title and organisation may be shown to people who may endorse.</summary>
    internal IQueryable<Nomination> Endorsable(AwardRoundId id) => db.Nominations.AsNoTracking().Where(n =>
        n.RoundId == id && n.AcceptedAt != null && (n.State == NominationState.Submitted || n.State == NominationState.Eligible)
        && db.Nominees.Any(one => one.NominationId == n.Id && one.State == NomineeState.Accepted && one.ShownForEndorsement)
        && !db.Nominees.Any(one => one.NominationId == n.Id && one.State == NomineeState.Accepted && !one.ShownForEndorsement));

    /// <summary>State and numbers, for organisers and scripts.</summary>
    /// <param name="by">None for the administrator of the machine.</param>
    public async Task<Result<(AwardRound Round, AwardState State, IReadOnlyList<AwardCategoryCount> Categories)>> Count(AwardRoundId id, MemberId? by, CancellationToken stop)
    {
        if (await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return Refusal.NotFound;
        if (by is { } reader && (await db.MemberOf(reader, stop) is not { } member || !AwardAccess.MayOrganise(member))) return AwardRefusals.OrganisersOnly;
        return (round, round.StateAt(clock.GetUtcNow()), await Counts(round, stop));
    }

    private async Task<IReadOnlyList<AwardCategoryCount>> Counts(AwardRound round, CancellationToken stop)
    {
        var nominations = await db.Nominations.AsNoTracking().Where(n => n.RoundId == round.Id && n.State != NominationState.Draft && n.State != NominationState.Withdrawn && n.State != NominationState.Ineligible)
            .Select(n => new { n.Category, Scores = db.JuryScores.Count(s => s.NominationId == n.Id && s.SubmittedAt != null) }).ToListAsync(stop);
        var jurors = await db.AwardJurors.AsNoTracking().Where(j => j.RoundId == round.Id && j.LeftAt == null && j.MemberId != null).Select(j => j.Categories).ToListAsync(stop);
        return
        [
            .. round.Plan.Categories.Select(category => new AwardCategoryCount(
                category, nominations.Count(n => n.Category == category.Key), jurors.Count(keys => keys.Contains(category.Key)),
                nominations.Count(n => n.Category == category.Key && n.Scores >= round.Plan.ScoresPerNomination))),
        ];
    }
}

/// <param name="Organises">The reader may make rounds.</param>
public sealed record AwardsPage(IReadOnlyList<AwardRound> Running, IReadOnlyList<AwardRound> Past, bool Organises, DateTimeOffset Now);

/// <param name="Endorsable">How many nominations the reader may be shown to endorse.</param>
/// <param name="Counts">For organisers alone.</param>
public sealed record AwardView(AwardRound Round, AwardState State, bool Organises, int Endorsable, IReadOnlyList<AwardCategoryCount> Counts)
{
    /// <summary>The reader is on its jury.</summary>
    public bool Judges { get; init; }
}

/// <param name="Nominations">Put forward, and neither withdrawn nor refused.</param>
/// <param name="Jurors">Named for it and still there.</param>
/// <param name="Scored">Nominations that have as many submitted scores as the round asks for.</param>
public sealed record AwardCategoryCount(AwardCategory Category, int Nominations, int Jurors, int Scored);
