using System.Text.Json.Nodes;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>What a person nominated, is nominated for, confirmed, endorsed or organised. A nomination whose last nominee is forgotten goes with them.</summary>
public sealed class NominationsData(NetworkDb db) : IPersonalData
{
    public string Name => "nominations";

    public IReadOnlyCollection<(Type, string)> Holds =>
    [
        (typeof(AwardRound), nameof(AwardRound.OrganiserId)), (typeof(Nomination), nameof(Nomination.NominatorId)), (typeof(Nomination), nameof(Nomination.EligibilityBy)),
        (typeof(Nominee), nameof(Nominee.MemberId)), (typeof(CoNominator), nameof(CoNominator.MemberId)),
        (typeof(NominationPartner), nameof(NominationPartner.MemberId)), (typeof(Endorsement), nameof(Endorsement.MemberId)),
    ];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var rounds = await db.AwardRounds.AsNoTracking().ToDictionaryAsync(r => r.Id, stop);
        var nominee = await db.Nominees.AsNoTracking().Where(n => n.MemberId == person.Id).ToListAsync(stop);
        var (ids, about) = (nominee.ConvertAll(n => n.NominationId), await About(person, stop));
        return ExportedJson.Of(new
        {
            nominated = about.Where(n => n.NominatorId == person.Id).Select(n => new { n.Id, round = rounds[n.RoundId].Name, n.Track, state = n.ShownState(rounds[n.RoundId]), n.Content, n.CreatedAt, n.SubmittedAt }),
            nominatedFor = about.Where(n => ids.Contains(n.Id)).Select(n => new { round = rounds[n.RoundId].Name, state = n.ShownState(rounds[n.RoundId]), n.Content, you = nominee.Find(one => one.NominationId == n.Id) is { } one ? new { one.State, one.AnsweredAt, one.ShownForEndorsement, one.MayBeMentioned, one.OpensProblem, one.ContactOffer } : null }),
            joined = (await db.CoNominators.AsNoTracking().Where(n => n.MemberId == person.Id).ToListAsync(stop)).Select(n => new { n.Content, n.JoinedAt }),
            partner = (await db.NominationPartners.AsNoTracking().Where(p => p.MemberId == person.Id).ToListAsync(stop)).Select(p => new { p.Name, p.State, p.AnsweredAt }),
            endorsed = (await db.Endorsements.AsNoTracking().Where(e => e.MemberId == person.Id).ToListAsync(stop)).Select(e => new { e.Sentence, e.CreatedAt }),
            organised = rounds.Values.Where(r => r.OrganiserId == person.Id).Select(r => new { r.Id, r.Name, r.State, r.CreatedAt }),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var round in await db.AwardRounds.ToListAsync(stop)) // a network has few
        {
            if (round.OrganiserId == person.Id) round.OrganiserId = null;
            var (nominators, nominees) = (round.Plan.Nominators.Without(person.Id), round.Plan.Nominees.Without(person.Id));
            if (nominators != round.Plan.Nominators || nominees != round.Plan.Nominees) round.Plan = round.Plan with { Nominators = nominators, Nominees = nominees };
        }

        db.CoNominators.RemoveRange(await db.CoNominators.Where(n => n.MemberId == person.Id).ToListAsync(stop));
        foreach (var partner in await db.NominationPartners.Where(p => p.MemberId == person.Id).ToListAsync(stop)) partner.MemberId = null;
        foreach (var endorsement in await db.Endorsements.Where(e => e.MemberId == person.Id).ToListAsync(stop)) (endorsement.MemberId, endorsement.Sentence) = (null, "");
        foreach (var checkedBy in await db.Nominations.Where(n => n.EligibilityBy == person.Id).ToListAsync(stop)) checkedBy.EligibilityBy = null;

        foreach (var nomination in await About(person, stop))
        {
            if (nomination.NominatorId == person.Id) nomination.NominatorId = null;
            var nominees = await db.Nominees.Where(n => n.NominationId == nomination.Id).ToListAsync(stop);
            db.Nominees.RemoveRange(nominees.Where(n => n.MemberId == person.Id));
            if (nomination.State == NominationState.Draft || nominees.TrueForAll(n => n.MemberId == person.Id)) await NominationErasure.Erase(db, nomination, stop);
        }
    }

    /// <summary>Nominations that this person wrote or is nominated in.</summary>
    private Task<List<Nomination>> About(Member person, CancellationToken stop) =>
        db.Nominations.Where(n => n.NominatorId == person.Id || db.Nominees.Any(one => one.NominationId == n.Id && one.MemberId == person.Id)).OrderBy(n => n.CreatedAt).ToListAsync(stop);
}
