using InnovationBot.Network.Introductions;
using InnovationBot.Network.People.Ambassadors.OpenHours;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Network.People.Ambassadors;

/// <summary>No ambassador any more, and not asked any more: open requests go on to others. What they know stays on their profile.</summary>
public sealed class RetireAmbassador(NetworkDb db, Absence absence, ShowAmbassador show, HoursAhead hours, TimeProvider clock)
{
    public async Task<Result<AmbassadorView>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { Ambassador: AmbassadorState.Confirmed }) return AmbassadorRefusals.NotAmbassador;
        await hours.CancelOf(by, stop);
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AmbassadorRetired, by, by, clock.GetUtcNow()));
        return (await absence.Begin(by, member => member.Retire(), stop)).Refusal is { } refusal ? refusal : await show.Handle(by, stop);
    }
}
