using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;

namespace InnovationBot.Network.CheckIns;

/// <summary>How often somebody wants to be asked; choosing is the consent, "never" takes it back, both at once.</summary>
public sealed class ChooseCadence(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="ProfileRefusals.NotJoined"/> for who is no member yet and wants to be asked.</returns>
    public async Task<Result<CheckInRhythm>> Handle(MemberId by, Cadence cadence, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (cadence != Cadence.Never && !member.HasJoined) return ProfileRefusals.NotJoined;

        var now = clock.GetUtcNow();
        var rhythm = await db.CheckInRhythms.FindAsync([by], stop) ?? db.CheckInRhythms.Add(new CheckInRhythm { MemberId = by }).Entity;
        rhythm.Choose(cadence, now);
        var (had, wants) = (member.Has(Consent.CheckIns), cadence != Cadence.Never);
        if (wants) member.Give(Consent.CheckIns);
        else member.Withdraw(Consent.CheckIns);
        if (had != wants)
        {
            db.AuditEvents.Add(ConsentDefaults.Logged(Consent.CheckIns, wants, by, now));
            db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
        }

        await db.SaveChangesAsync(stop);
        return rhythm;
    }

    /// <returns>None when the person never chose.</returns>
    public async Task<CheckInRhythm?> Show(MemberId by, CancellationToken stop) => await db.CheckInRhythms.FindAsync([by], stop);
}
