using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.People;
using InnovationBot.Network.Transfer;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>Makes rows of the people a nomination names and asks them. Who is not there yet is asked when they first write.</summary>
public sealed class AskNominees(NetworkDb db, FindAudience audiences)
{
    /// <summary>Saved by the caller.</summary>
    /// <returns><see cref="NominationRefusals.MayNotBeNominated"/> when somebody named is none of those the round is for.</returns>
    public async Task<Refusal?> Nominees(Nomination nomination, AwardRound round, MemberId by, NomineeConsents own, NominationPeople named, DateTimeOffset now, CancellationToken stop)
    {
        var people = await db.Members.Where(m => m.Email != null && named.Emails.Contains(m.Email) && m.State != MemberState.Erased && m.State != MemberState.Left).ToListAsync(stop);
        List<MemberId> ids = [.. people.Select(person => person.Id)];
        if (named.OwnWork && !ids.Contains(by)) ids.Insert(0, by);
        var there = await db.Nominees.Where(n => n.NominationId == nomination.Id).Select(n => n.MemberId).ToListAsync(stop);
        foreach (var id in ids.Except(there))
        {
            if (round.Plan.Nominees != Audience.All && !await audiences.Holds(round.Plan.Nominees, id, stop)) return NominationRefusals.MayNotBeNominated;
            var nominee = db.Nominees.Add(new Nominee { Id = EntityId.New<NomineeId>(now), NominationId = nomination.Id, MemberId = id, CreatedAt = now }).Entity;
            if (id == by)
            {
                nominee.Accept(by, own, now);
                nomination.AcceptedAt ??= now;
            }
            else
            {
                db.Notices.Add(NominationNotices.AskedNotice(nominee, now));
            }

            if (nomination.OrganisationId is null && await db.MemberOf(id, stop) is { OrganisationConfirmed: true } member) nomination.OrganisationId = member.OrganisationId;
        }

        var known = people.ConvertAll(person => person.Email);
        foreach (var email in named.Emails.Where(email => !known.Contains(email)).Distinct())
            if (!await db.AwaitedPeople.AnyAsync(a => a.NominationId == nomination.Id && a.Email == email, stop))
                db.AwaitedPeople.Add(new AwaitedPerson { Email = email, NominationId = nomination.Id });
        return null;
    }

    /// <summary>Each is asked by the person named if the network knows them there, else by the organisation's contact point.</summary>
    public async Task Partners(Nomination nomination, NominationPeople named, MemberId by, DateTimeOffset now, CancellationToken stop)
    {
        var there = await db.NominationPartners.Where(p => p.NominationId == nomination.Id).ToListAsync(stop);
        foreach (var written in named.Partners.DistinctBy(one => one.Name.ToUpperInvariant()))
        {
            if (there.Exists(one => string.Equals(one.Name, written.Name, StringComparison.OrdinalIgnoreCase))) continue;
            var organisation = await db.Organisations.OrderBy(o => o.Id).FirstOrDefaultAsync(o => o.Name == written.Name, stop);
            var partner = db.NominationPartners.Add(new NominationPartner
            {
                Id = EntityId.New<NominationPartnerId>(now), NominationId = nomination.Id, Name = written.Name, Tier = organisation?.Tier ?? written.Tier, OrganisationId = organisation?.Id,
            }).Entity;
            var email = written.Email?.ToLowerInvariant();
            var person = email is null ? null : await db.Members.FirstOrDefaultAsync(m => m.Email == email && m.State != MemberState.Erased && m.State != MemberState.Left, stop);
            if (organisation is not null && person is not null && (person.OrganisationId != organisation.Id || !person.OrganisationConfirmed)) person = null;
            if (person is null && organisation?.ContactPoint is { } contact) person = await db.MemberOf(contact, stop);
            if (person is not null && person.Id != by)
            {
                partner.Ask(person.Id);
                db.Notices.Add(NominationNotices.PartnerNotice(partner, person.Id, now));
            }
            else if (email is not null && organisation is null && person is null)
            {
                db.AwaitedPeople.Add(new AwaitedPerson { Email = email, NominationPartnerId = partner.Id });
            }
        }
    }

    /// <summary>Somebody named by an address has written for the first time.</summary>
    internal static async Task Arrive(NetworkDb db, NominationId id, MemberId member, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Nominations.FindAsync([id], stop) is not { IsInRound: true } || await db.Nominees.AnyAsync(n => n.NominationId == id && n.MemberId == member, stop)) return;
        var nominee = db.Nominees.Add(new Nominee { Id = EntityId.New<NomineeId>(now), NominationId = id, MemberId = member, CreatedAt = now }).Entity;
        db.Notices.Add(NominationNotices.AskedNotice(nominee, now));
    }
}
