using InnovationBot.Network.Events;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy.Retention;

/// <summary>What people need to eat or to get in, from the end of the event on.</summary>
public sealed class OldEventNeeds(NetworkDb db, EventLocks locks) : IRetention
{
    public Kept Kind => Kept.EventNeeds;

    public async Task<int> Count(DateTimeOffset before, CancellationToken stop) =>
        await Told(db.Registrations.Where(r => db.Events.Any(e => e.Id == r.EventId && e.HoldsNeeds && e.EndsAt <= before)), stop);

    public async Task<int> Delete(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken stop)
    {
        var erased = 0;
        var due = await db.Events.AsNoTracking().Where(e => e.HoldsNeeds && e.EndsAt <= before).OrderBy(e => e.Id).Take(most).Select(e => e.Id).ToListAsync(stop);
        await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Event: { HoldsNeeds: true } @event } || !(@event.EndsAt <= before)) return false;
            List<EventAnswer> none = [];
            var told = await Told(db.Registrations.Where(r => r.EventId == id), stop);
            await db.Registrations.Where(r => r.EventId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Needs, none), stop);
            @event.HoldsNeeds = false;
            await held.Save(stop);
            erased += told;
            return true;
        });
        return erased;
    }

    private static async Task<int> Told(IQueryable<Registration> of, CancellationToken stop) => (await of.Select(r => r.Needs).ToListAsync(stop)).Count(needs => needs.Count > 0);
}

/// <summary>Who signed up, from the end of the event on; the counts stay.</summary>
public sealed class OldRegistrations(NetworkDb db, EventLocks locks) : IRetention
{
    public Kept Kind => Kept.Registrations;

    public Task<int> Count(DateTimeOffset before, CancellationToken stop) =>
        db.Registrations.CountAsync(r => db.Events.Any(e => e.Id == r.EventId && e.HoldsRegistrations && e.EndsAt <= before), stop);

    public async Task<int> Delete(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken stop)
    {
        var erased = 0;
        var due = await db.Events.AsNoTracking().Where(e => e.HoldsRegistrations && e.EndsAt <= before).OrderBy(e => e.Id).Take(most).Select(e => e.Id).ToListAsync(stop);
        await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Event: { HoldsRegistrations: true } @event } || !(@event.EndsAt <= before)) return false;
            var gone = await db.Registrations.Where(r => r.EventId == id).ExecuteDeleteAsync(stop);
            await db.EventPairs.Where(p => p.EventId == id).ExecuteDeleteAsync(stop);
            (@event.HoldsRegistrations, @event.HoldsNeeds) = (false, false);
            await held.Save(stop);
            erased += gone;
            return true;
        });
        return erased;
    }
}
