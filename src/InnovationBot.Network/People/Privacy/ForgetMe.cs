using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Erases a person everywhere in the store, at once and in one transaction. Requests they had to answer go on to somebody
/// else; whoever waited for them or had been asked by them is told that it is over. A line of the change sequence lets
/// the search index and the caches follow.
/// </summary>
public sealed class ForgetMe(NetworkDb db, IEnumerable<IPersonalData> everything, IEnumerable<IStoreTraces> traces, Absence absence, TimeProvider clock)
{
    public async Task<Refusal?> Handle(MemberId by, CancellationToken stop)
    {
        var candidates = await absence.Candidates(by, stop);
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(by, stop) is not { } person) return Refusal.NotFound;

        var pseudonym = await db.AuditPeople.Where(p => p.MemberId == by).Select(p => p.Pseudonym).FirstOrDefaultAsync(stop);
        person.State = MemberState.Erased; // from here on nobody is led to them
        await absence.PassOn(by, candidates, stop);
        foreach (var data in everything) await data.Erase(person, stop);
        foreach (var told in db.ChangeTracker.Entries<Notice>().Where(entry => entry.State == EntityState.Added && entry.Entity.RecipientId == by).ToList()) told.State = EntityState.Detached; // nobody is there to hear

        var now = clock.GetUtcNow();
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
        db.AuditEvents.Add(AuditEvent.Erased(pseudonym, now));
        db.Add(new Erasure { Hash = Erasure.HashOf(by), At = now });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        await transaction.DisposeAsync(); // else it holds what is swept
        foreach (var trace in traces) await trace.Sweep(stop);
        return null;
    }
}
