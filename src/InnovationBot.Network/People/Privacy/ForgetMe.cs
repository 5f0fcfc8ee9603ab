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
        var sent = await CardsAbout.Sent(db, everything, by, stop);
        person.State = MemberState.Erased; // from here on nobody is led to them
        await absence.PassOn(by, candidates, stop);
        foreach (var data in everything) await data.Erase(person, stop);
        foreach (var told in db.ChangeTracker.Entries<Notice>().Where(entry => entry.State == EntityState.Added && entry.Entity.RecipientId == by).ToList()) told.State = EntityState.Detached; // nobody is there to hear

        var now = clock.GetUtcNow();
        await CardsAbout.Redraw(db, sent, by, now, stop);
        await AnonymiseChanges(by, now, stop);
        db.AuditEvents.Add(AuditEvent.Erased(pseudonym, now));
        db.Add(new Erasure { Hash = Erasure.HashOf(by), At = now });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        await transaction.DisposeAsync(); // else it holds what is swept
        foreach (var trace in traces) await trace.Sweep(stop);
        return null;
    }

    /// <summary>The change sequence keeps its lines, for copies are still to follow it, but not whom they are about.</summary>
    private async Task AnonymiseChanges(MemberId person, DateTimeOffset now, CancellationToken stop)
    {
        var trace = Change.TraceOf(person);
        foreach (var added in db.ChangeTracker.Entries<Change>().Where(entry => entry.Entity.Kind == ChangedKind.Member && entry.Entity.Subject == person.Value).ToList()) added.State = EntityState.Detached;
        await db.Changes.Where(change => change.Kind == ChangedKind.Member && change.Subject == person.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(change => change.Kind, ChangedKind.Forgotten).SetProperty(change => change.Subject, trace), stop);
        db.Changes.Add(Change.Of(ChangedKind.Forgotten, trace, now));
    }
}
