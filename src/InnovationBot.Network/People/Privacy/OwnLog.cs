using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>What the audit log holds about one person, for that person.</summary>
public sealed class OwnLog(NetworkDb db)
{
    /// <param name="by">Sender of the authenticated activity.</param>
    /// <param name="most">The latest so many.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<OwnLogView> Handle(MemberId by, int most, CancellationToken stop)
    {
        var own = await db.AuditPeople.AsNoTracking().Where(p => p.MemberId == by).Select(p => p.Pseudonym).FirstOrDefaultAsync(stop);
        if (own is null) return new([], 0);

        var events = db.AuditEvents.AsNoTracking().Where(a => a.Actor == own || a.Subject == own);
        var shown = await events.OrderByDescending(a => a.Id).Take(most).ToListAsync(stop);
        var actors = shown.Select(a => a.Actor).OfType<string>().Distinct().ToArray();
        var people = await (
            from person in db.AuditPeople.AsNoTracking()
            where actors.Contains(person.Pseudonym)
            join member in db.Members on person.MemberId equals member.Id
            select new { person.Pseudonym, member.Name, member.Roles }).ToListAsync(stop);
        var names = people.Where(p => p.Roles.Count > 0).ToDictionary(p => p.Pseudonym, p => p.Name);
        return new([.. shown.Select(a => new OwnAct(a.Act, a.At, a.Detail, a.Actor == own, a.Actor is null, a.Actor is { } actor ? names.GetValueOrDefault(actor) : null))], await events.CountAsync(stop));
    }
}

/// <param name="Acts">Latest first.</param>
/// <param name="Total">All that stand in the log.</param>
public sealed record OwnLogView(IReadOnlyList<OwnAct> Acts, int Total);

/// <param name="Act">What was done.</param>
/// <param name="At">UTC.</param>
/// <param name="Detail">A word of ours.</param>
/// <param name="ByYou">The reader did it.</param>
/// <param name="ByMachine">The network did, or the administrator of its machine.</param>
/// <param name="ByName">Who acted in a role that they still have; of others who acted nothing is told.</param>
public sealed record OwnAct(AuditAct Act, DateTimeOffset At, string? Detail, bool ByYou, bool ByMachine, string? ByName);
