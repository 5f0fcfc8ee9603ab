using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Events;

/// <summary>Two people who both asked to be introduced at an event. Neither learns the other's name before both said yes.</summary>
public sealed class EventPair
{
    /// <summary>For each person, so that nobody's day is full of strangers.</summary>
    public const int MostEach = 2;

    public EventPairId Id { get; init; }
    public EventId EventId { get; init; }
    public MemberId OneId { get; init; }
    public MemberId OtherId { get; init; }

    /// <summary>Words that both named: why they may have something to say to each other.</summary>
    public List<string> Shared { get; init; } = [];

    public bool? OneSays { get; private set; }
    public bool? OtherSays { get; private set; }

    public bool BothSaidYes => OneSays == true && OtherSays == true;

    /// <summary>Somebody said no: nobody is told who.</summary>
    public bool IsOver => OneSays == false || OtherSays == false;

    public MemberId OtherOf(MemberId member) => member == OneId ? OtherId : OneId;

    public bool? SaidBy(MemberId member) => member == OneId ? OneSays : OtherSays;

    public Refusal? Say(MemberId by, bool yes)
    {
        if (by != OneId && by != OtherId) return Refusal.NotFound;
        if (BothSaidYes) return Refusal.NoLongerOpen;
        if (by == OneId) OneSays = yes;
        else OtherSays = yes;
        return null;
    }
}

internal sealed class EventPairModel : IEntityTypeConfiguration<EventPair>
{
    public void Configure(EntityTypeBuilder<EventPair> pair)
    {
        pair.Ignore(p => p.BothSaidYes);
        pair.Ignore(p => p.IsOver);
        pair.HasOne<Event>().WithMany().HasForeignKey(p => p.EventId).OnDelete(DeleteBehavior.Cascade);
        pair.HasIndex(p => new { p.EventId, p.OneId, p.OtherId }).IsUnique();
        pair.HasIndex(p => p.OneId);
        pair.HasIndex(p => p.OtherId);
    }
}

/// <summary>Somebody who is going asks to be introduced there, and answers to whom.</summary>
public sealed class MeetThere(NetworkDb db, EventLocks locks, EventViews views, TimeProvider clock)
{
    /// <param name="about">The problem the person names; none = no longer.</param>
    public async Task<Result<EventView>> Ask(EventId id, MemberId by, string? about, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await held.Of(by, stop) is not { State: RegistrationState.Going } registration) return Refusal.NotFound;
        if (@event.HasStarted(clock.GetUtcNow())) return EventRefusals.Over;
        if (about is not null && string.IsNullOrWhiteSpace(about)) return EventRefusals.FieldMissing;
        registration.MeetAbout = about?.Trim();
        await held.Save(stop);
        return await views.Of(@event, by, stop);
    }

    /// <returns>The pair as one of its two sees it.</returns>
    public async Task<Result<PairView>> Show(EventPairId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is null || await db.EventPairs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop) is not { } pair || (pair.OneId != by && pair.OtherId != by)) return Refusal.NotFound;
        return await IsOff(pair, by, stop) ? Refusal.NotFound : await View(pair, by, stop);
    }

    public async Task<Result<PairView>> Say(EventPairId id, MemberId by, bool yes, CancellationToken stop)
    {
        if (await db.EventPairs.AsNoTracking().Where(p => p.Id == id).Select(p => (EventId?)p.EventId).SingleOrDefaultAsync(stop) is not { } of) return Refusal.NotFound;
        await using var held = await locks.Take(of, stop);
        if (held is null || await db.EventPairs.SingleOrDefaultAsync(p => p.Id == id, stop) is not { } pair) return Refusal.NotFound;
        if ((pair.OneId == by || pair.OtherId == by) && await IsOff(pair, by, stop)) return Refusal.NotFound;
        if (pair.Say(by, yes) is { } refusal) return refusal;

        var now = clock.GetUtcNow();
        if (pair.BothSaidYes)
            db.Notices.Add(Notice.To(pair.OtherOf(by), EventNotices.Paired, id.Value, now, NoticeTiming.AtOnce, NoticePriority.EventChange));
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return await View(pair, by, stop);
    }

    /// <summary>Before both said yes: the other no longer comes, or wants to be introduced to nobody any more.</summary>
    private async Task<bool> IsOff(EventPair pair, MemberId by, CancellationToken stop)
    {
        var other = pair.OtherOf(by);
        return !pair.BothSaidYes && !await db.Registrations.AnyAsync(r => r.EventId == pair.EventId && r.MemberId == other && r.State == RegistrationState.Going && r.MeetAbout != null, stop);
    }

    private async Task<Result<PairView>> View(EventPair pair, MemberId by, CancellationToken stop)
    {
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == pair.EventId, stop) is not { } @event || await db.MemberOf(pair.OtherOf(by), stop) is not { } other) return Refusal.NotFound;
        var organisation = await db.OrganisationOf(other.OrganisationId, stop);
        var about = await db.Registrations.AsNoTracking().Where(r => r.EventId == pair.EventId && r.MemberId == other.Id).Select(r => r.MeetAbout).SingleOrDefaultAsync(stop);
        return pair.BothSaidYes
            ? new PairView(pair, @event, PersonAccess.Named(other, organisation, []), other.Email, about, true)
            : new PairView(pair, @event, PersonAccess.Unnamed(other, organisation, []), null, null, pair.SaidBy(by));
    }
}

/// <param name="Other">Unnamed before both said yes; then <paramref name="Email"/> and what they named come too.</param>
/// <param name="Said">The reader's answer.</param>
public sealed record PairView(EventPair Pair, Event Event, PersonShown Other, string? Email, string? About, bool? Said);

/// <summary>Two working days before an event, those who asked for it are each shown at most two people of other organisations.</summary>
public sealed class PairPeople(NetworkDb db, EventLocks locks, ISearch search) : IDueWork
{
    /// <summary>Words by which two are told why.</summary>
    private const int MostWords = 5;

    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Events.AsNoTracking().Where(e => e.MeetDue <= now).OrderBy(e => e.MeetDue).Take(most).Select(e => e.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Event: var @event } || !(@event.MeetDue <= now)) return false;
            @event.MeetDue = null;
            if (@event.Stage == EventStage.Published && !@event.HasStarted(now)) await Pair(id, now, stop);
            await held.Save(stop);
            return true;
        });
    }

    private async Task Pair(EventId id, DateTimeOffset now, CancellationToken stop)
    {
        var asked = await db.Registrations.AsNoTracking().Where(r => r.EventId == id && r.State == RegistrationState.Going && r.MeetAbout != null)
            .Join(db.Members, r => r.MemberId, m => m.Id, (r, m) => new { r.MemberId, r.MeetAbout, m.OrganisationId, r.Number, m.Language, m.Languages }).OrderBy(one => one.Number).ToListAsync(stop);
        var people = asked.ConvertAll(one => new Asked(one.MemberId, one.OrganisationId, one.MeetAbout!, [.. one.Languages.Prepend(one.Language).Where(language => language.IsSpoken).Distinct()], search));
        var blocked = (await db.BlockedPairs.AsNoTracking().Select(b => new { b.ById, b.OtherId }).ToListAsync(stop)).SelectMany(b => new[] { (b.ById, b.OtherId), (b.OtherId, b.ById) }).ToHashSet();
        // an event that is changed late comes by here again: who was shown to each other stays so
        var there = (await db.EventPairs.AsNoTracking().Where(p => p.EventId == id).Select(p => new { p.OneId, p.OtherId }).ToListAsync(stop)).SelectMany(p => new[] { (p.OneId, p.OtherId), (p.OtherId, p.OneId) }).ToHashSet();
        var taken = there.GroupBy(pair => pair.Item1).ToDictionary(person => person.Key, person => person.Count());
        var candidates = from i in Enumerable.Range(0, people.Count)
                         from j in Enumerable.Range(i + 1, people.Count - i - 1)
                         let shared = people[i].Subjects.Intersect(people[j].Subjects).ToHashSet()
                         where shared.Count > 0 && (people[i].OrganisationId is null || people[i].OrganisationId != people[j].OrganisationId) && !blocked.Contains((people[i].MemberId, people[j].MemberId))
                            && !there.Contains((people[i].MemberId, people[j].MemberId))
                         orderby shared.Count descending, i, j
                         select (One: people[i], Other: people[j], Shared: shared);
        foreach (var (one, other, shared) in candidates)
        {
            if (taken.GetValueOrDefault(one.MemberId) >= EventPair.MostEach || taken.GetValueOrDefault(other.MemberId) >= EventPair.MostEach) continue;
            (taken[one.MemberId], taken[other.MemberId]) = (taken.GetValueOrDefault(one.MemberId) + 1, taken.GetValueOrDefault(other.MemberId) + 1);
            var pair = db.EventPairs.Add(new EventPair
            {
                Id = EntityId.New<EventPairId>(now), EventId = id, OneId = one.MemberId, OtherId = other.MemberId, Shared = [.. search.Named(shared, one.About, one.Languages).Take(MostWords)],
            }).Entity;
            foreach (var person in new[] { one.MemberId, other.MemberId })
                db.Notices.Add(Notice.To(person, EventNotices.Pair, pair.Id.Value, now, NoticeTiming.WorkingHours, NoticePriority.EventChange));
        }
    }

    private sealed record Asked(MemberId MemberId, OrganisationId? OrganisationId, string About, IReadOnlyList<Language> Languages, ISearch Search)
    {
        public HashSet<string> Subjects { get; } = Search.Subjects(About, Languages);
    }
}
