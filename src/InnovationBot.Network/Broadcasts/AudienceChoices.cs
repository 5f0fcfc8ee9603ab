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

    /// <summary>The addresses of people whom an organiser named by them.</summary>
    public async Task<IReadOnlyList<string>> EmailsOf(IReadOnlyCollection<MemberId> people, CancellationToken stop) => people.Count is 0 or > MostEmails
        ? []
        : [.. (await db.Members.AsNoTracking().Where(m => people.Contains(m.Id) && m.Email != null).Select(m => m.Email!).ToListAsync(stop)).Order(StringComparer.Ordinal)];

    private const int MostEmails = 200;

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

public sealed record StoryChoice(CaseId Id, string Title);

public sealed record AwardChoice(AwardRoundId Id, string Name);

public sealed record EventChoice(EventId Id, string Title);
