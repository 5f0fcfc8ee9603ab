using InnovationBot.Network.People;

namespace InnovationBot.Network.Transfer;

/// <summary>An organisation as a file tells it; others are referred to by their ids and addresses.</summary>
public sealed record OrganisationRecord(
    string Id, string Name, Tier Tier, Sector Sector, string Country, string? Parent, List<string> PolicyAreas, string? Website, string? ContactPoint, List<string> Domains)
{
    public static readonly IReadOnlyList<RecordField<OrganisationRecord>> Fields =
    [
        new("id", record => record.Id), new("name", record => record.Name), new("tier", record => Vocabulary.Write(record.Tier)),
        new("sector", record => Vocabulary.Write(record.Sector)), new("country", record => record.Country), new("parent", record => record.Parent),
        new("policy_areas", record => record.PolicyAreas), new("website", record => record.Website), new("contact_point", record => record.ContactPoint),
        new("domains", record => record.Domains),
    ];

    /// <param name="organisation">As stored.</param>
    /// <param name="parent">The id that its importer uses for its parent.</param>
    /// <param name="contactPoint">The address of its contact point, member or not yet.</param>
    internal static OrganisationRecord Of(Organisation organisation, string? parent, string? contactPoint) => new(
        organisation.Key, organisation.Name, organisation.Tier, organisation.Sector, organisation.Country, parent, organisation.PolicyAreas,
        organisation.Website, contactPoint, organisation.Domains);

    /// <summary>Everything but what refers to others.</summary>
    public Organisation ToOrganisation(DateTimeOffset now) => ToOrganisation(EntityId.New<OrganisationId>(now), now);

    internal Organisation ToOrganisation(OrganisationId id, DateTimeOffset now) => new()
    {
        Id = id, Key = Id, Name = Name, Tier = Tier, Sector = Sector, Country = Country,
        PolicyAreas = PolicyAreas, Website = Website, Domains = Domains, ImportMarks = FieldMarks.Of(Fields, this), CreatedAt = now,
    };

    /// <summary>Takes over one field of a file, but for <c>parent</c> and <c>contact_point</c>, which refer to others.</summary>
    internal void Give(Organisation organisation, string field)
    {
        switch (field)
        {
            case "id": organisation.Key = Id; break;
            case "name": organisation.Name = Name; break;
            case "tier": organisation.Tier = Tier; break;
            case "sector": organisation.Sector = Sector; break;
            case "country": organisation.Country = Country; break;
            case "policy_areas": organisation.PolicyAreas = PolicyAreas; break;
            case "website": organisation.Website = Website; break;
            case "domains": organisation.Domains = Domains; break;
        }
    }
}
