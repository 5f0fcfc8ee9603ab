using InnovationBot.Network.People;

namespace InnovationBot.Network.Cases;

/// <summary>How a case shows where it comes from: by the organisation's name, or only by its kind.</summary>
public static class CaseShown
{
    /// <param name="case">As stored.</param>
    /// <param name="organisation">The case's, when it has one.</param>
    /// <returns>No organisation for a case that shows only its kind; the kind when it is known.</returns>
    public static (Organisation? Organisation, OrganisationKind? Kind) Of(Case @case, Organisation? organisation)
    {
        var kind = organisation?.Kind
            ?? (@case is { Tier: { } tier, Sector: { } sector, Country: { } country } ? new OrganisationKind(tier, sector, country) : null);
        return (@case.ShownAs == ShownAs.Named ? organisation : null, kind);
    }
}
