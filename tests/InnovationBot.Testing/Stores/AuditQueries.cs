using InnovationBot.Network;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Testing.Stores;

/// <summary>The audit log by people, as long as their pseudonyms are known.</summary>
public static class AuditQueries
{
    public static IQueryable<AuditEvent> ActsBy(this NetworkDb db, MemberId person) =>
        db.AuditEvents.Where(act => db.AuditPeople.Any(p => p.MemberId == person && p.Pseudonym == act.Actor));

    public static IQueryable<AuditEvent> ActsOn(this NetworkDb db, MemberId person) =>
        db.AuditEvents.Where(act => db.AuditPeople.Any(p => p.MemberId == person && p.Pseudonym == act.Subject));
}
