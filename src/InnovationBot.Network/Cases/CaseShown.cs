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

    /// <summary>
    /// Whether the case may speak for somebody who carried it. Whoever would be named to this reader is nobody to show beside a
    /// case that shows only a kind: the name would tell whose it is.
    /// </summary>
    public static bool SpeaksFor(Case @case, Member person, Reader reader) => @case.ShownAs == ShownAs.Named || !reader.MayName(person);

    /// <summary>
    /// Partners whom everybody who reads the case may see: those who confirmed it. Whom an import names was not asked. With the
    /// organisation shown only as its kind, a partner is no more than its sector, since a name would tell whose case it is.
    /// </summary>
    /// <param name="case">With <see cref="Case.NamedPartners"/> loaded.</param>
    public static IReadOnlyList<PartnerShown> PartnersOf(Case @case) =>
    [
        .. @case.NamedPartners.Where(partner => partner.IsConfirmed && (@case.ShownAs == ShownAs.Named || partner.Sector is not null)).OrderBy(partner => partner.Position)
            .Select(partner => new PartnerShown(@case.ShownAs == ShownAs.Named ? partner.Name : null, partner.Sector)),
    ];
}

/// <param name="Name">None where only the sector is shown.</param>
public sealed record PartnerShown(string? Name, Sector? Sector);
