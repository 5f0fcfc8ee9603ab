using System.Globalization;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>What somebody wants to see of the events.</summary>
/// <param name="Text">Words of title, problem, agenda, place or series.</param>
/// <param name="Month">First of it.</param>
public sealed record EventFilter(string Text = "", Language? Language = null, DateOnly? Month = null, bool Past = false, bool Mine = false)
{
    public const int LongestText = 60;

    public static readonly EventFilter None = new();
}

/// <summary>Events that somebody may see: those they signed up for first, then by date.</summary>
public sealed class ListEvents(NetworkDb db, EventAccess access, EventViews views, TimeProvider clock)
{
    public const int PageSize = 6;

    /// <summary>More than a network has at once; of past ones the latest.</summary>
    private const int Most = 300;

    /// <summary>As many as what waits for an organiser may have of one kind.</summary>
    private const int MostDrafts = 60;

    public async Task<Result<EventsPage>> Handle(EventFilter filter, int page, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var own = await db.Registrations.AsNoTracking().Where(r => r.MemberId == by).ToDictionaryAsync(r => r.EventId, stop);
        var mine = own.Keys.ToList();

        var all = db.Events.AsNoTracking();
        all = filter.Past ? all.Where(e => e.Stage == EventStage.Published && e.EndsAt <= now).OrderByDescending(e => e.StartsAt)
            : filter.Mine ? all.Where(e => e.Stage == EventStage.Draft || e.EndsAt > now).OrderBy(e => e.StartsAt)
            : all.Where(e => e.Stage == EventStage.Published && e.EndsAt > now).OrderBy(e => e.StartsAt);
        if (filter.Mine) all = all.Where(e => mine.Contains(e.Id) || e.OrganiserId == by || e.HostId == by);

        List<(Event Event, Registration? Own)> found = [];
        foreach (var @event in await all.Take(Most).ToListAsync(stop))
        {
            var answer = own.GetValueOrDefault(@event.Id);
            if (!Fits(@event, filter) || (filter.Mine && !EventAccess.Runs(member, @event) && answer is not { Follows: true } && answer is not { HasSeat: true })) continue;
            if (await access.Sees(member, @event, answer, stop)) found.Add((@event, answer));
        }

        if (!filter.Past) found = [.. found.OrderByDescending(one => one.Own is { Follows: true })]; // stable: by date within
        (page, var pages) = Paged.At(page, found.Count, PageSize);
        List<EventView> shown = [];
        foreach (var (@event, answer) in found.Skip((page - 1) * PageSize).Take(PageSize))
            shown.Add(answer is null ? await views.Of(@event, member, stop) : await views.Of(@event, answer, null, stop));
        return new EventsPage(filter, shown, found.Count, page, pages, EventAccess.MayOrganise(member))
        {
            Reminds = filter.Mine ? !await db.EventHabits.AnyAsync(h => h.MemberId == by && h.NoReminders, stop) : null,
        };
    }

    /// <summary>Events that somebody runs and has not published, the newest first.</summary>
    public async Task<IReadOnlyList<Event>> Drafts(MemberId by, CancellationToken stop) => await db.MemberOf(by, stop) is not { } member ? [] :
        [.. (await db.Events.AsNoTracking().Where(e => e.Stage == EventStage.Draft).OrderByDescending(e => e.Id).Take(Most).ToListAsync(stop)).Where(e => EventAccess.Runs(member, e)).Take(MostDrafts)];

    private static bool Fits(Event @event, EventFilter filter)
    {
        var plan = @event.Plan;
        if (filter.Language is { } language && !plan.Languages.Contains(language)) return false;
        if (filter.Month is { } month && !(plan.Start is { } start && start.Date.Year == month.Year && start.Date.Month == month.Month)) return false;
        if (filter.Text.Length == 0) return true;
        var words = string.Join(' ', new[] { plan.Title, plan.Problem, plan.Agenda, plan.Place, plan.Series, plan.Host }.Where(text => text is not null));
        return filter.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(words, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}

/// <param name="MayOrganise">The reader may make events.</param>
public sealed record EventsPage(EventFilter Filter, IReadOnlyList<EventView> Events, int Total, int Page, int Pages, bool MayOrganise)
{
    /// <summary>Whether the reader is reminded of what they signed up for; told among their own events alone.</summary>
    public bool? Reminds { get; init; }
}
