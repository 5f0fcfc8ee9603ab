using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Network.Broadcasts;

/// <summary>Somebody wants no more broadcasts of a kind, or wants them again. What of it still waits for them is not sent.</summary>
public sealed class FewerOfThese(NetworkDb db, TimeProvider clock)
{
    public async Task<Result<Member>> Handle(MemberId by, BroadcastKind kind, bool wanted, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (member.Unwanted.Contains(kind) != wanted) return member;

        var now = clock.GetUtcNow();
        member.Unwanted = wanted ? [.. member.Unwanted.Where(one => one != kind)] : [.. member.Unwanted, kind];
        db.AuditEvents.Add(AuditEvent.Of(wanted ? AuditAct.ConsentGiven : AuditAct.ConsentWithdrawn, by, by, now, $"broadcasts_{Vocabulary.Write(kind)}"));
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
        await db.SaveChangesAsync(stop);
        return member;
    }
}
