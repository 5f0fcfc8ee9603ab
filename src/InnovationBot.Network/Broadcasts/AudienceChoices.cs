using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>What there is to choose from when somebody composes: only values that somebody or something has.</summary>
public sealed class AudienceChoices(NetworkDb db, ListOrganisationChoices organisations, IDirectoryGroups directory, TimeProvider clock)
{
    private const int MostAreas = 60;
    private const int MostStories = 40;

    public async Task<ComposeChoices> Handle(MemberId by, CancellationToken stop)
    {
        var areas = await db.Organisations.AsNoTracking().Select(o => o.PolicyAreas).ToListAsync(stop);
        var countries = await db.Organisations.AsNoTracking().Select(o => o.Country).Distinct().ToListAsync(stop);
        return new ComposeChoices(
            await organisations.Handle(by, stop),
            [.. areas.SelectMany(list => list).Select(area => area.Trim()).Where(area => area.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Take(MostAreas)],
            [.. countries.Order(StringComparer.Ordinal)]) { Events = await Events(stop), HasGroups = directory.IsOn };
    }

    /// <summary>Events that are still to come, the next ones first.</summary>
    public async Task<IReadOnlyList<EventChoice>> Events(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var coming = await db.Events.AsNoTracking().Where(e => e.Stage == EventStage.Published && e.EndsAt > now).OrderBy(e => e.StartsAt).Take(MostEvents).ToListAsync(stop);
        return [.. coming.Select(e => new EventChoice(e.Id, e.Title))];
    }

    /// <summary>Rounds of the award whose call is open or still to come.</summary>
    public async Task<IReadOnlyList<AwardChoice>> Awards(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var published = await db.AwardRounds.AsNoTracking().Where(r => r.PublishedAt != null).OrderByDescending(r => r.CreatedAt).ToListAsync(stop);
        return [.. published.Where(r => r.StateAt(now) <= AwardState.Call).Select(r => new AwardChoice(r.Id, r.Name))];
    }

    private const int MostEvents = 40;

    /// <summary>The people whom an organiser named one by one in a group: as addresses as far as a form holds them all, else they stay as they are.</summary>
    public async Task<NamedPeople> Named(Audience? group, CancellationToken stop)
    {
        if (group is not { People: { Count: > 0 } people }) return NamedPeople.None;
        if (people.Count > MostEmails) return new NamedPeople([], people);
        var known = await db.Members.AsNoTracking().Where(m => people.Contains(m.Id) && m.Email != null).Select(m => new { m.Id, Email = m.Email! }).ToListAsync(stop);
        return known.Sum(one => one.Email.Length + 2) > MostLetters
            ? new NamedPeople([], people)
            : new NamedPeople([.. known.Select(one => one.Email).Order(StringComparer.Ordinal)], [.. people.Except(known.Select(one => one.Id))]);
    }

    private const int MostEmails = 200;

    /// <summary>A field of a form takes 8,000; some room is left to add people.</summary>
    private const int MostLetters = 7000;

    /// <summary>The newest cases that can be told as a story.</summary>
    public async Task<IReadOnlyList<StoryChoice>> Stories(CancellationToken stop) =>
    [
        .. (await db.Cases.AsNoTracking().Where(c => c.State == CaseState.Published && c.Readers == Readers.Network && (c.Result != null || (string)(object)c.Results != "[]"))
            .OrderByDescending(c => c.PublishedAt).ThenBy(c => c.Id).Take(MostStories).ToListAsync(stop)).Where(BroadcastRules.IsStory).Select(c => new StoryChoice(c.Id, c.Title)),
    ];
}

/// <param name="Areas">Policy areas as organisations name them.</param>
/// <param name="Countries">ISO 3166-1 alpha-2.</param>
public sealed record ComposeChoices(IReadOnlyList<OrganisationChoice> Organisations, IReadOnlyList<string> Areas, IReadOnlyList<string> Countries)
{
    /// <summary>Whose registrations can be written to.</summary>
    public IReadOnlyList<EventChoice> Events { get; init; } = [];

    /// <summary>Groups of a directory can be named.</summary>
    public bool HasGroups { get; init; }
}

/// <summary>People named one by one, as a form shows them.</summary>
/// <param name="Emails">Stand in the form, and are taken out there.</param>
/// <param name="Kept">Do not stand in it: too many, or without an address. They stay unless all of them are left out.</param>
public sealed record NamedPeople(IReadOnlyList<string> Emails, IReadOnlyList<MemberId> Kept)
{
    public static readonly NamedPeople None = new([], []);
}

public sealed record StoryChoice(CaseId Id, string Title);

public sealed record AwardChoice(AwardRoundId Id, string Name);

public sealed record EventChoice(EventId Id, string Title);
