using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>Whose open problem is like the one an event works on. Never told by name: what organisers see of it is <see cref="SuggestAudience"/>'s.</summary>
public sealed class FittingPeople(NetworkDb db, Lazy<ISearch> search)
{
    /// <summary>Subjects that both have to name.</summary>
    private const int LeastShared = 2;

    /// <summary>Problems looked at, the newest first.</summary>
    private const int Most = 5000;

    /// <returns>By person, what their problems share with the event's. Nobody when the event names no problem; who runs it or brought the problem is not among them.</returns>
    public async Task<IReadOnlyDictionary<MemberId, HashSet<string>>> Of(Event @event, CancellationToken stop)
    {
        var found = new Dictionary<MemberId, HashSet<string>>();
        if (@event.Plan.Problem is null) return found;
        var about = search.Value.Subjects(Text(@event), Languages(@event));
        var open = await db.Problems.AsNoTracking()
            .Where(p => (p.State == ProblemState.Open || p.State == ProblemState.Matched || p.State == ProblemState.Trying)
                && p.OwnerId != @event.OrganiserId && p.OwnerId != @event.HostId && p.OwnerId != @event.ProblemOwnerId)
            .OrderByDescending(p => p.CreatedAt).Take(Most).Select(p => new { p.OwnerId, p.Text, p.Language }).ToListAsync(stop);
        foreach (var problem in open)
        {
            var shared = search.Value.About(problem.Text, problem.Language).Where(about.Contains).ToHashSet();
            if (shared.Count < LeastShared) continue;
            if (found.TryGetValue(problem.OwnerId, out var more)) more.UnionWith(shared);
            else found[problem.OwnerId] = shared;
        }

        return found;
    }

    /// <returns>These subjects in the event's own words.</returns>
    public IReadOnlyList<string> Named(IReadOnlySet<string> subjects, Event @event) => search.Value.Named(subjects, Text(@event), Languages(@event));

    private static string Text(Event @event) => $"{@event.Title}\n{@event.Plan.Problem}";

    private static List<Language> Languages(Event @event) => @event.Plan.Languages.FindAll(language => language.IsSpoken) is { Count: > 0 } own ? own : [.. Language.Spoken];
}

/// <summary>
/// People whose open problem is like the event's, as an audience of its invitation: how many and why, never who. Not what is
/// shown alone must be of many, but also what it tells beside every other such count, of this event or of another.
/// </summary>
public sealed class SuggestAudience(NetworkDb db, FindAudience find, FittingPeople fitting, ShowFigures figures)
{
    /// <summary>One for all events: an organiser may write a second event with a problem that differs by a word.</summary>
    private const string About = "events.fitting";

    private const int MostWords = 3;

    /// <returns>None when the event names no problem. Words that many of them name, and none where the figure is not shown.</returns>
    public async Task<(Figure Figure, IReadOnlyList<string> Words)?> Handle(Event @event, CancellationToken stop)
    {
        if (@event.Plan.Problem is null) return null;
        var shared = await fitting.Of(@event, stop);
        var crowd = await Crowd.Of(db, await find.Among([.. shared.Keys], @event.Audience, stop), stop);
        var figure = await figures.Handle(About, crowd, stop);
        if (!figure.IsShown) return (figure, []);
        var subjects = crowd.People.SelectMany(person => shared[person].Select(subject => (Subject: subject, Person: person))).GroupBy(one => one.Subject, one => one.Person)
            .Where(group => crowd.Of(group.ToHashSet()).IsLargeEnough).OrderByDescending(group => group.Count()).Take(MostWords).Select(group => group.Key).ToHashSet();
        return (figure, fitting.Named(subjects, @event));
    }

    /// <summary>How many were, or will be, sent a message for such people.</summary>
    /// <param name="sentTo">Who was; none while that is not decided.</param>
    public async Task<Figure?> Count(EventId id, IReadOnlyCollection<MemberId>? sentTo, CancellationToken stop)
    {
        if (sentTo is not null) return await figures.Handle(About, await Crowd.Of(db, sentTo, stop), stop);
        return await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop) is { } @event ? (await Handle(@event, stop))?.Figure : null;
    }
}
