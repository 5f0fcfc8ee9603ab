using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Profile;

/// <summary>A person's own profile, for that person.</summary>
public sealed class ShowProfile(NetworkDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <summary>Choices a card can hold.</summary>
    private const int MostCases = 20;

    public async Task<Result<ProfileView>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == by && m.State != MemberState.Erased, stop) is not { } person) return Refusal.NotFound;

        var cases = await db.Cases.AsNoTracking().Where(Network.Cases.CaseAccess.ReadableBy(await db.ReaderOf(by, stop)))
            .Where(c => c.State == Network.Cases.CaseState.Published && (c.AuthorId == by || c.Contacts.Any(contact => contact.MemberId == by)))
            .OrderBy(c => c.Title).Take(MostCases).Select(c => new OwnCase(c.Id, c.Title)).ToListAsync(stop);
        var waiting = await db.AmbassadorApplications.AnyAsync(a => a.MemberId == by && a.State == ApplicationState.Waiting, stop);
        return new ProfileView(person, await db.OrganisationOf(person.OrganisationId, stop), cases, waiting, clock.GetUtcNow())
        {
            Proposed = await db.OrganisationProposals.Where(p => p.MemberId == by && p.State == ProposalState.Waiting).Select(p => p.Name).FirstOrDefaultAsync(stop),
            HolidayCountries = [.. PublicHolidays.KnownCountries.Union((await settings.Now(stop)).CountriesWithHolidays)],
        };
    }
}

/// <param name="Person">Not tracked; to be shown to this person alone.</param>
/// <param name="Cases">Published cases the person wrote or carried: what can bear out a topic.</param>
/// <param name="ApplicationWaits">Asked to become an ambassador, not decided yet.</param>
public sealed record ProfileView(Member Person, Organisation? Organisation, IReadOnlyList<OwnCase> Cases, bool ApplicationWaits, DateTimeOffset Now)
{
    /// <summary>An organisation that the person named, and organisers have not looked at yet.</summary>
    public string? Proposed { get; init; }

    /// <summary>Countries whose public holidays are known, ISO 3166-1 alpha-2.</summary>
    public IReadOnlyCollection<string> HolidayCountries { get; init; } = PublicHolidays.KnownCountries;

    /// <summary>What an organiser's file told is there, and the person has not said yet whether it may stay.</summary>
    public bool IsImport => Person.AnswerDue is not null;

    public TopicEvidence? EvidenceOf(string topic) => Person.TopicEvidence.Find(evidence => evidence.Topic == topic);
}

public sealed record OwnCase(CaseId Id, string Title);
