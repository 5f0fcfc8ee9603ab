using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Roles;

/// <summary>Ends one contact desk; with the last of a person's their role ends too.</summary>
public sealed class RemoveDesk(NetworkDb db, TimeProvider clock)
{
    public async Task<Refusal?> Handle(ContactPointId id, MemberId by, CancellationToken stop)
    {
        if (await RoleRights.Check(db, GrantedRole.ContactPoint, by, stop) is { } refusal) return refusal;
        if (await db.ContactPoints.FindAsync([id], stop) is not { } desk) return null; // somebody else was faster

        var now = clock.GetUtcNow();
        db.ContactPoints.Remove(desk);
        if (await db.MemberOf(desk.MemberId, stop) is { } member && !await db.ContactPoints.AnyAsync(p => p.MemberId == member.Id && p.Id != id, stop))
            member.Take(Role.ContactPoint);
        db.Changes.Add(Change.Of(ChangedKind.Member, desk.MemberId.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.RoleRevoked, by, desk.MemberId, now, Vocabulary.Write(GrantedRole.ContactPoint)));
        await db.SaveChangesAsync(stop);
        return null;
    }
}
