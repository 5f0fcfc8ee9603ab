namespace InnovationBot.Network.People.Roles;

/// <summary>Whom problems go to that nobody else can answer: for the whole network, a country, or an organisation.</summary>
public sealed class ContactPoint
{
    public ContactPointId Id { get; init; }
    public MemberId MemberId { get; init; }

    /// <summary>Only for people of this organisation.</summary>
    public OrganisationId? OrganisationId { get; init; }

    /// <summary>Only for people of this country, ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The nearest desk first: own organisation, own country, the whole network; none when it is not for this person.</summary>
    public int? Distance(OrganisationId? organisation, string? country) =>
        OrganisationId is { } its ? its == organisation ? 0 : null
        : Country is { } land ? string.Equals(land, country, StringComparison.OrdinalIgnoreCase) ? 1 : null
        : 2;
}
