using System.Security.Cryptography;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Erases a person everywhere in the store, at once and in one transaction. Requests they had to answer go on to somebody
/// else; whoever waited for them or had been asked by them is told that it is over. A line of the change sequence lets
/// the search index and the caches follow.
/// </summary>
public sealed class ForgetMe(NetworkDb db, IEnumerable<IPersonalData> everything, Absence absence, TimeProvider clock)
{
    public async Task<Refusal?> Handle(MemberId by, CancellationToken stop)
    {
        var candidates = await absence.Candidates(by, stop);
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(by, stop) is not { } person) return Refusal.NotFound;

        person.State = MemberState.Erased; // from here on nobody is led to them
        await absence.PassOn(by, candidates, stop);
        foreach (var data in everything) await data.Erase(person, stop);

        var now = clock.GetUtcNow();
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
        db.AuditEvents.Add(new AuditEvent { Act = AuditAct.PersonErased, At = now, ErasedHash = HashOf(by) });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return null;
    }

    /// <summary>What stands in the audit log in place of an erased person: lower-case hexadecimal SHA-256 of the id's 32 digits.</summary>
    public static string HashOf(MemberId id) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(id.ToString())));
}
