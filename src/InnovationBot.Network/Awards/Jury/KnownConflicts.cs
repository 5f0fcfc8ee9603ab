using InnovationBot.Network.Awards.Nominations;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>
/// Conflicts of interest that the network knows without being told: same organisation, nominee, partner, nominator, endorser. They are
/// filled in, and no juror takes them back.
/// </summary>
public sealed class KnownConflicts(NetworkDb db)
{
    /// <param name="jurors">Of one round.</param>
    /// <param name="nominations">All of that round, or the one that is asked about.</param>
    public async Task<IReadOnlyList<(AwardJurorId Juror, NominationId Nomination, ConflictKind Kind)>> Find(
        IReadOnlyCollection<AwardJuror> jurors, IReadOnlyCollection<Nomination> nominations, CancellationToken stop)
    {
        if (jurors.Count == 0 || nominations.Count == 0) return [];
        var people = jurors.Select(juror => juror.MemberId).OfType<MemberId>().ToList();
        var organisations = await db.Members.AsNoTracking().Where(m => people.Contains(m.Id) && m.OrganisationId != null).ToDictionaryAsync(m => m.Id, m => m.OrganisationId!.Value, stop);

        var round = nominations.First().RoundId;
        var one = nominations.Count == 1 ? nominations.First().Id : default(NominationId?);
        var of = db.Nominations.AsNoTracking().Where(n => n.RoundId == round && (one == null || n.Id == one));
        var nominees = await (from n in of join p in db.Nominees on n.Id equals p.NominationId join m in db.Members on p.MemberId equals m.Id select new { n.Id, p.MemberId, m.OrganisationId }).ToListAsync(stop);
        var partners = await (from n in of join p in db.NominationPartners on n.Id equals p.NominationId select new { n.Id, p.MemberId, p.OrganisationId }).ToListAsync(stop);
        var others = await (from n in of join p in db.CoNominators on n.Id equals p.NominationId select new { n.Id, p.MemberId }).ToListAsync(stop);
        var endorsers = await (from n in of join p in db.Endorsements on n.Id equals p.NominationId where p.MemberId != null select new { n.Id, MemberId = p.MemberId!.Value }).ToListAsync(stop);

        HashSet<(AwardJurorId, NominationId, ConflictKind)> found = [];
        var byPerson = jurors.Where(juror => juror.MemberId is not null).ToLookup(juror => juror.MemberId!.Value, juror => juror.Id);
        var byOrganisation = jurors.Where(juror => juror.MemberId is { } member && organisations.ContainsKey(member)).ToLookup(juror => organisations[juror.MemberId!.Value], juror => juror.Id);
        foreach (var nomination in nominations)
        {
            Person(nomination.NominatorId, nomination.Id, ConflictKind.Nominator);
            Organisation(nomination.OrganisationId, nomination.Id, ConflictKind.SameOrganisation);
        }

        foreach (var nominee in nominees)
        {
            Person(nominee.MemberId, nominee.Id, ConflictKind.Nominee);
            Organisation(nominee.OrganisationId, nominee.Id, ConflictKind.SameOrganisation);
        }

        foreach (var partner in partners)
        {
            Person(partner.MemberId, partner.Id, ConflictKind.Partner);
            Organisation(partner.OrganisationId, partner.Id, ConflictKind.Partner);
        }

        foreach (var other in others) Person(other.MemberId, other.Id, ConflictKind.Nominator);
        foreach (var endorser in endorsers) Person(endorser.MemberId, endorser.Id, ConflictKind.Endorser);
        return [.. found];

        void Person(MemberId? person, NominationId nomination, ConflictKind kind)
        {
            if (person is { } known) found.UnionWith(byPerson[known].Select(juror => (juror, nomination, kind)));
        }

        void Organisation(OrganisationId? organisation, NominationId nomination, ConflictKind kind)
        {
            if (organisation is { } known) found.UnionWith(byOrganisation[known].Select(juror => (juror, nomination, kind)));
        }
    }

    /// <summary>Whether this juror may neither see nor score it: told, or known now.</summary>
    public async Task<bool> Has(AwardJuror juror, Nomination nomination, CancellationToken stop) =>
        await db.JurorConflicts.AsNoTracking().AnyAsync(c => c.JurorId == juror.Id && c.NominationId == nomination.Id, stop)
        || (await Find([juror], [nomination], stop)).Count > 0;

    /// <summary>Writes down what is known and not written yet; saved by the caller.</summary>
    public async Task Fill(IReadOnlyCollection<AwardJuror> jurors, IReadOnlyCollection<Nomination> nominations, DateTimeOffset now, CancellationToken stop)
    {
        var ids = jurors.Select(juror => juror.Id).ToList();
        var written = (await db.JurorConflicts.AsNoTracking().Where(c => ids.Contains(c.JurorId)).ToListAsync(stop)).Select(c => (c.JurorId, c.NominationId, c.Kind)).ToHashSet();
        foreach (var (juror, nomination, kind) in await Find(jurors, nominations, stop))
            if (!written.Contains((juror, nomination, kind))) db.JurorConflicts.Add(new JurorConflict { JurorId = juror, NominationId = nomination, Kind = kind, At = now });
    }
}
