using InnovationBot.Network;
using InnovationBot.Network.People;

namespace InnovationBot.Service.Files;

/// <summary>An organisation as a file tells it; others are referred to by their ids and addresses.</summary>
internal sealed record OrganisationRecord(
    string Id, string Name, Tier Tier, Sector Sector, string Country, string? Parent, List<string> PolicyAreas, string? Website, string? ContactPoint, List<string> Domains)
{
    public static OrganisationRecord Read(FieldReader fields) => new(
        fields.Key("id"), fields.Name("name"), fields.Word<Tier>("tier"), fields.Word<Sector>("sector"), fields.Country("country"),
        fields.KeyOrNone("parent"), fields.List("policy_areas"), fields.NameOrNone("website"), fields.EmailOrNone("contact_point"),
        [.. fields.List("domains").Select(domain => domain.TrimStart('@').ToLowerInvariant()).Distinct()]);

    /// <summary>Everything but what refers to others.</summary>
    public Organisation ToOrganisation(DateTimeOffset now) => new()
    {
        Id = EntityId.New<OrganisationId>(now), Key = Id, Name = Name, Tier = Tier, Sector = Sector, Country = Country,
        PolicyAreas = PolicyAreas, Website = Website, Domains = Domains, CreatedAt = now,
    };
}
