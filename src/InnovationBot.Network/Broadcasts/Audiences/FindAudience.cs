using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts.Audiences;

/// <summary>Finds the people of a checked audience, in pages of their ids, so that a hundred thousand take no more memory than a thousand.</summary>
public sealed class FindAudience(NetworkDb db, FittingPeople fitting)
{
    private const int PageSize = 1000;

    /// <summary>More people named one by one than this are looked for among all.</summary>
    private const int MostLookedUp = 500;

    /// <summary>The audience as a message reaches it: an invitation only those who may see its event.</summary>
    /// <param name="about">The event, of an invitation.</param>
    public async Task<Audience> Of(Audience audience, BroadcastKind kind, Guid? about, CancellationToken stop)
    {
        if (kind != BroadcastKind.Event || about is not { } id || audience.FitsEvent is not null) return audience;
        var invitesTo = new EventId(id);
        return await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == invitesTo, stop) is { } @event && @event.Audience != Audience.All ? audience.Within(@event.Audience) : audience;
    }

    /// <summary>The next of an audience's people after one, by id.</summary>
    /// <param name="audience">Checked.</param>
    /// <param name="kind">Of the message: who wants none of its kind is not reached.</param>
    /// <param name="after">Where the page before ended; none = from the beginning.</param>
    public async Task<AudiencePage> Page(Audience audience, BroadcastKind kind, MemberId? after, CancellationToken stop)
    {
        var test = new AudienceTest(await AsPeople(audience, stop));
        var page = await SignedUp(test, await Candidates(test, after).Take(PageSize).ToListAsync(stop), stop);
        return new AudiencePage(
            [.. page.Where(test.Holds).Select(one => new AudienceMember(one.Id, one.Unreachable(kind), one.Language, one.Zone, one.LivesIn, one.Hours, one.AwayUntil))],
            page.Count < PageSize ? null : page[^1].Id);
    }

    /// <summary>How many there are, and how many of them cannot be reached and why.</summary>
    public async Task<AudienceCounts> Count(Audience audience, BroadcastKind kind, CancellationToken stop)
    {
        var (people, unreachable, languages) = (0, new Dictionary<FailureReason, int>(), new Dictionary<Language, int>());
        MemberId? after = null;
        do
        {
            var page = await Page(audience, kind, after, stop);
            people += page.People.Count;
            foreach (var person in page.People)
            {
                if (person.Unreachable is { } reason) unreachable[reason] = unreachable.GetValueOrDefault(reason) + 1;
                else languages[person.Language] = languages.GetValueOrDefault(person.Language) + 1;
            }

            after = page.Next;
        }
        while (after is not null);
        return new AudienceCounts(people, unreachable, languages);
    }

    /// <summary>Whether somebody belongs to an audience.</summary>
    public async Task<bool> Holds(Audience audience, MemberId person, CancellationToken stop)
    {
        var test = new AudienceTest(await AsPeople(audience, stop));
        var found = await SignedUp(test, await Project(db.Members.Where(m => m.Id == person)).ToListAsync(stop), stop);
        return found is [var candidate] && test.Holds(candidate);
    }

    /// <summary>Those of some people who belong to an audience, whether or not they can be reached.</summary>
    public async Task<IReadOnlyList<MemberId>> Among(IReadOnlyCollection<MemberId> people, Audience audience, CancellationToken stop)
    {
        if (people.Count == 0) return [];
        List<MemberId> found = [];
        MemberId? after = null;
        do
        {
            var page = await Page(Audience.Among(people, audience), BroadcastKind.Event, after, stop);
            found.AddRange(page.People.Select(person => person.Id));
            after = page.Next;
        }
        while (after is not null);
        return found;
    }

    /// <summary>Who fits an event is decided when it is asked; only who may see the event is meant.</summary>
    private async Task<Audience> AsPeople(Audience audience, CancellationToken stop)
    {
        if (audience.FitsEvent is not { } id) return audience;
        return await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop) is { } @event
            ? Audience.Among((await fitting.Of(@event, stop)).Keys, @event.Audience)
            : new Audience { People = [] };
    }

    /// <summary>Who signed up, and has not taken it back.</summary>
    private async Task<IReadOnlyList<Candidate>> SignedUp(AudienceTest test, List<Candidate> page, CancellationToken stop)
    {
        var events = test.Events.Distinct().Select(text => EntityId.TryRead<EventId>(text, out var id) ? id : default).ToList();
        if (events.Count == 0) return page;
        var people = page.ConvertAll(one => one.Id);
        var found = await db.Registrations.AsNoTracking()
            .Where(r => events.Contains(r.EventId) && people.Contains(r.MemberId) && r.State != RegistrationState.Declined && r.State != RegistrationState.Cancelled)
            .Select(r => new { r.MemberId, r.EventId }).ToListAsync(stop);
        var byPerson = found.ToLookup(one => one.MemberId, one => one.EventId.ToString());
        return [.. page.Select(one => one with { SignedUpFor = byPerson[one.Id].ToHashSet() })];
    }

    private IQueryable<Candidate> Candidates(AudienceTest test, MemberId? after)
    {
        var members = after is { } last ? db.Members.FromSql($"""SELECT * FROM "Members" WHERE "Id" > {last.Value}""") : db.Members;
        if (test.OnlyPeople is { Count: <= MostLookedUp } people) members = members.Where(m => people.Contains(m.Id));
        if (test.OnlyOrganisations is { Count: <= MostLookedUp } organisations)
            members = members.Where(m => m.OrganisationId != null && organisations.Contains(m.OrganisationId.Value));
        return Project(members);
    }

    private IQueryable<Candidate> Project(IQueryable<Member> members) =>
        from member in members.AsNoTracking()
        where member.State != MemberState.Erased
        join organisation in db.Organisations on member.OrganisationId equals (OrganisationId?)organisation.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        orderby member.Id
        select new Candidate(
            member.Id, member.State, member.Address != null, member.Suppressed, member.StoppedAt, member.Consents, member.Unwanted,
            member.OrganisationId, member.OrganisationProof, member.Country, member.SaysKind, member.Topics, member.Language, member.Languages,
            member.Roles, member.Ambassador, organisation == null ? null : (Tier?)organisation.Tier, organisation == null ? null : (Sector?)organisation.Sector,
            organisation == null ? null : organisation.Country, organisation == null ? null : organisation.PolicyAreas,
            member.Zone, member.WorkingHours, member.AwayUntil);
}

/// <param name="People">Those of the page that belong to the audience; may be none although more follow.</param>
/// <param name="Next">Where to read on; none = that was the last page.</param>
public sealed record AudiencePage(IReadOnlyList<AudienceMember> People, MemberId? Next);

/// <summary>One of an audience, with what tells when they may be written to.</summary>
/// <param name="Unreachable">Why nothing can be sent to them; none = they are reached.</param>
public sealed record AudienceMember(
    MemberId Id, FailureReason? Unreachable, Language Language, string? Zone, string? Country, WorkingHours? Hours, DateTimeOffset? AwayUntil);

/// <param name="People">All of the audience.</param>
/// <param name="Unreachable">Those of them who cannot be reached, by why.</param>
/// <param name="Languages">What those who can be reached read.</param>
public sealed record AudienceCounts(int People, IReadOnlyDictionary<FailureReason, int> Unreachable, IReadOnlyDictionary<Language, int> Languages)
{
    public int Reachable => People - Unreachable.Values.Sum();
}
