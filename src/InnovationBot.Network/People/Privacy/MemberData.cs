using System.Text.Json.Nodes;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>The person's own row, and where they stand as a contact point.</summary>
public sealed class MemberData(NetworkDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "profile";

    public IReadOnlyCollection<(Type, string)> Holds =>
    [
        (typeof(Member), nameof(Member.Id)), (typeof(Member), nameof(Member.DeputyId)), (typeof(Organisation), nameof(Organisation.ContactPoint)), (typeof(ContactPoint), nameof(ContactPoint.MemberId)),
    ];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var organisation = await db.OrganisationOf(person.OrganisationId, stop);
        var desks = await db.ContactPoints.AsNoTracking().Where(p => p.MemberId == person.Id).ToListAsync(stop);
        return ExportedJson.Of(new
        {
            person.Id, person.Name, person.Email, person.TenantId, person.EntraObjectId, reachedBy = person.Address?.Value, person.Role,
            organisation = organisation?.Name, organisationKnownBy = organisation is null ? (OrganisationProof?)null : person.OrganisationProof, person.SaysKind,
            person.Country, person.Zone, person.WorkingHours, person.Language, person.Languages, person.Topics, person.TopicEvidence, person.Offers, person.Visibility, person.State,
            person.Consents, person.Unwanted, person.Roles, person.Ambassador, person.AmbassadorSince, person.MonthlyCap, person.AwayUntil, person.PausedUntil,
            hasDeputy = person.DeputyId is not null, person.StoppedAt, person.InvitedAt, person.WantedAt, person.AnswerDue, person.WelcomedAt, person.PlaceCheckedAt, person.CreatedAt,
            contactPointFor = desks.Select(desk => new { desk.OrganisationId, desk.Country, desk.CreatedAt }),
            contactOfOrganisations = await db.Organisations.Where(o => o.ContactPoint == person.Id).Select(o => o.Name).ToListAsync(stop),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var organisation in await db.Organisations.Where(o => o.ContactPoint == person.Id).ToListAsync(stop))
        {
            organisation.ContactPoint = null;
            db.Changes.Add(Change.Of(ChangedKind.Organisation, organisation.Id.Value, clock.GetUtcNow()));
        }

        foreach (var represented in await db.Members.Where(m => m.DeputyId == person.Id).ToListAsync(stop)) represented.DeputyId = null;
        db.ContactPoints.RemoveRange(await db.ContactPoints.Where(p => p.MemberId == person.Id).ToListAsync(stop));
        db.Members.Remove(person);
    }
}
