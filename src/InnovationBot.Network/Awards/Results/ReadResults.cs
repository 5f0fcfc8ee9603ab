using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Results;

/// <summary>Results as everybody reads them once they were announced, and as those concerned read their own.</summary>
public sealed class ReadResults(NetworkDb db, TimeProvider clock)
{
    /// <summary>Winners and finalists of all categories, winners first; before they are for everybody, for those concerned alone.</summary>
    /// <param name="by">None where many read.</param>
    public async Task<Result<AwardResults>> Handle(AwardRoundId id, MemberId? by, CancellationToken stop)
    {
        if (await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return Refusal.NotFound;
        if (round.State != AwardState.Announced || (!round.IsPublic(clock.GetUtcNow()) && !await IsConcerned(id, by, stop))) return ResultRefusals.NotAnnounced;
        var nominations = (await db.Nominations.AsNoTracking().Where(n => n.RoundId == id && (n.State == NominationState.Winner || n.State == NominationState.Finalist)).ToListAsync(stop)).Where(n => n.IsForJury).ToList();
        var ids = nominations.ConvertAll(n => n.Id);
        var named = await (from n in db.Nominees where ids.Contains(n.NominationId) && n.State == NomineeState.Accepted && n.MayBeMentioned join m in db.Members on n.MemberId equals m.Id select new { n.NominationId, m.Name, m.EntraObjectId }).ToListAsync(stop);
        var partners = await db.NominationPartners.AsNoTracking().Where(p => ids.Contains(p.NominationId) && p.State == NominationPartnerState.Confirmed).ToListAsync(stop);
        List<AwardResult> results = [];
        foreach (var nomination in nominations.OrderBy(n => round.Plan.Categories.FindIndex(c => c.Key == n.Category)).ThenBy(n => n.State == NominationState.Winner ? 0 : 1).ThenBy(n => n.Id.Value))
        {
            results.Add(new AwardResult(
                nomination, round.Plan.Category(nomination.Category ?? "")?.Name ?? "", nomination.State == NominationState.Winner, (await db.OrganisationOf(nomination.OrganisationId, stop))?.Name,
                [.. named.Where(one => one.NominationId == nomination.Id).Select(one => one.Name).Order(StringComparer.CurrentCulture)], [.. partners.Where(p => p.NominationId == nomination.Id).Select(p => p.Name)])
            {
                EntraIds = named.Where(one => one.NominationId == nomination.Id && one.EntraObjectId is not null).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.EntraObjectId!),
            });
        }

        return new AwardResults(round, results);
    }

    /// <summary>Organisers, the jury, nominees and those who nominated.</summary>
    private async Task<bool> IsConcerned(AwardRoundId id, MemberId? by, CancellationToken stop)
    {
        if (by is not { } reader || await db.MemberOf(reader, stop) is not { } member) return false;
        if (AwardAccess.MayOrganise(member) || await db.AwardJurors.AnyAsync(j => j.RoundId == id && j.MemberId == reader, stop)) return true;
        return await db.Nominations.AnyAsync(n => n.RoundId == id && (n.NominatorId == reader || db.CoNominators.Any(c => c.NominationId == n.Id && c.MemberId == reader)
            || db.Nominees.Any(one => one.NominationId == n.Id && one.MemberId == reader && one.State == NomineeState.Accepted)), stop);
    }

    /// <summary>What became of one nomination, for its nominees and those who nominated it.</summary>
    public async Task<Result<OwnResult>> Own(NominationId id, MemberId by, CancellationToken stop)
    {
        if (await db.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, stop) is not { } nomination || await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        var round = await db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == nomination.RoundId, stop);
        var nominee = await db.Nominees.AsNoTracking().SingleOrDefaultAsync(n => n.NominationId == id && n.MemberId == by && n.State == NomineeState.Accepted, stop);
        var nominated = nomination.NominatorId == by || await db.CoNominators.AsNoTracking().AnyAsync(n => n.NominationId == id && n.MemberId == by, stop);
        if (nominee is null && !nominated) return Refusal.NotFound;
        if (round.State != AwardState.Announced) return ResultRefusals.NotAnnounced;
        return new OwnResult(round, nomination, round.Plan.Category(nomination.Category ?? "")?.Name ?? "", member, nominee, (await db.OrganisationOf(nomination.OrganisationId, stop))?.Name);
    }

    /// <summary>Why: the means of the criteria and what jurors wrote, without their names and in no order of theirs.</summary>
    public async Task<Result<AwardReasons>> Reasons(NominationId id, MemberId by, CancellationToken stop)
    {
        var own = await Own(id, by, stop);
        if (own.Refusal is { } refusal) return refusal;
        if (own.Value.Nominee is null) return Refusal.NotYours;
        if (!own.Value.Round.Plan.Feedback) return ResultRefusals.NoFeedback;
        var scores = await db.JuryScores.AsNoTracking().Where(s => s.NominationId == id && s.SubmittedAt != null).ToListAsync(stop);
        var criteria = own.Value.Round.Plan.Category(own.Value.Nomination.Category ?? "")?.CriteriaFor(own.Value.Nomination.Track) ?? [];
        var means = criteria.Select(criterion => (criterion, Given: scores.SelectMany(score => score.Values).Where(value => value.Criterion == criterion.Key).Select(value => (decimal)value.Value).ToList()))
            .Where(one => one.Given.Count > 0).Select(one => (one.criterion, Math.Round(one.Given.Average(), 1)));
        var decision = await db.AwardDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.NominationId == id, stop);
        return new AwardReasons(own.Value, [.. means], [.. scores.Select(score => score.Comment).OfType<string>().Order(StringComparer.Ordinal)], decision?.Reason);
    }

    /// <summary>The offer to be a contact for the topic: recorded by itself, and without effect on anything else.</summary>
    public async Task<Result<OwnResult>> AnswerOffer(NominationId id, bool accepted, MemberId by, CancellationToken stop)
    {
        var own = await Own(id, by, stop);
        if (own.Refusal is not null) return own;
        if (own.Value.Nominee is not { } known) return Refusal.NotYours;
        var nominee = await db.Nominees.SingleAsync(n => n.Id == known.Id, stop);
        nominee.ContactOffer = accepted ? ContactOffer.Accepted : ContactOffer.Declined;
        if (accepted)
        {
            var member = (await db.MemberOf(by, stop))!;
            var topic = own.Value.Nomination.Content.Title;
            if (!member.Topics.Contains(topic)) member.Topics = [.. member.Topics, topic];
            db.Changes.Add(Outbox.Change.Of(Outbox.ChangedKind.Member, by.Value, clock.GetUtcNow()));
        }

        db.HandledAbout(id.Value);
        await db.SaveChangesAsync(stop);
        return await Own(id, by, stop);
    }
}

public sealed record AwardResults(AwardRound Round, IReadOnlyList<AwardResult> Results);

/// <param name="People">Of the team, those who agreed to be named.</param>
/// <param name="Partners">Those that confirmed.</param>
public sealed record AwardResult(Nomination Nomination, string Category, bool Wins, string? Organisation, IReadOnlyList<string> People, IReadOnlyList<string> Partners)
{
    /// <summary>Of those people, by name, as far as the channel knows them: for mentions.</summary>
    public IReadOnlyDictionary<string, string> EntraIds { get; init; } = new Dictionary<string, string>();
}

/// <param name="Nominee">None for somebody who nominated it.</param>
public sealed record OwnResult(AwardRound Round, Nomination Nomination, string Category, Member Reader, Nominee? Nominee, string? Organisation)
{
    public AwardPlace Place => Nomination.State switch { NominationState.Winner => AwardPlace.Winner, NominationState.Finalist or NominationState.Shortlisted => AwardPlace.Finalist, _ => AwardPlace.Nominated };
}

/// <param name="Comments">Without names.</param>
public sealed record AwardReasons(OwnResult Own, IReadOnlyList<(AwardCriterion Criterion, decimal Mean)> Means, IReadOnlyList<string> Comments, string? Decision);
