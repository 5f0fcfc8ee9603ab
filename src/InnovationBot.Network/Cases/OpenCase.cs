using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases;

/// <summary>The whole of one case, if this reader may read it; another's private case is not there at all.</summary>
public sealed class OpenCase(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NotFound"/> for a case that does not exist or is not for this reader.</returns>
    public async Task<Result<OpenedCase>> Handle(CaseId id, MemberId by, CancellationToken stop)
    {
        var reader = await db.ReaderOf(by, stop);
        var @case = await db.Cases.AsNoTracking().Include(c => c.Contacts).Include(c => c.NamedPartners).SingleOrDefaultAsync(c => c.Id == id, stop);
        if (@case is null || !reader.MayRead(@case)) return Refusal.NotFound;

        var organisation = await db.OrganisationOf(@case.OrganisationId, stop);
        var (shown, kind) = CaseShown.Of(@case, organisation);
        var contacts = shown is null ? [] : await Contacts(@case, reader, stop);

        db.Facts.Add(new Fact { Kind = FactKind.Opened, At = clock.GetUtcNow(), CaseId = id, Tier = @case.Tier, Country = @case.Country, PolicyArea = @case.PolicyArea });
        await db.SaveChangesAsync(stop);
        return new OpenedCase(@case, shown, kind, contacts)
        {
            Partners = CaseShown.PartnersOf(@case),
            Scheme = @case.SchemeId is { } scheme ? await db.Schemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == scheme, stop) : null,
        };
    }

    /// <summary>A contact's name would tell the organisation, so that a case shown only by kind has none.</summary>
    private async Task<IReadOnlyList<PersonShown>> Contacts(Case @case, Reader reader, CancellationToken stop)
    {
        var ids = @case.Contacts.OrderBy(contact => contact.Position).Select(contact => contact.MemberId).ToList();
        var people = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(stop);
        List<PersonShown> shown = [];
        foreach (var person in people.Where(m => m.Has(Consent.CaseContact) && reader.MayName(m)).OrderBy(m => ids.IndexOf(m.Id)))
        {
            shown.Add(PersonAccess.Named(person, await db.OrganisationOf(person.OrganisationId, stop), []));
        }

        return shown;
    }
}

/// <param name="Organisation">None when the case shows only its kind, or has none.</param>
/// <param name="Contacts">Those who agreed to be a case's contact and whom this reader may see by name.</param>
public sealed record OpenedCase(Case Case, Organisation? Organisation, OrganisationKind? Kind, IReadOnlyList<PersonShown> Contacts)
{
    /// <summary>Those who confirmed their part, and those an import named.</summary>
    public IReadOnlyList<PartnerShown> Partners { get; init; } = CaseShown.PartnersOf(Case);

    /// <summary>The programme, lab or scheme it came from.</summary>
    public Scheme? Scheme { get; init; }
}
