using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns;

/// <summary>How often somebody wants to be asked; choosing is the consent, "never" takes it back, both at once.</summary>
public sealed class ChooseCadence(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="ProfileRefusals.NotJoined"/> for who is no member yet and wants to be asked.</returns>
    public async Task<Result<CheckInRhythm>> Handle(MemberId by, Cadence cadence, CancellationToken stop)
    {
        var chosen = await HandleUnsaved(by, cadence, stop);
        if (chosen.Refusal is null) await db.SaveChangesAsync(stop);
        return chosen;
    }

    /// <summary>Never again, and the check-in from which this was said is over; both or neither, also while another one is on its way.</summary>
    /// <param name="from">The check-in; what is over, or somebody else's, is left as it is.</param>
    public async Task<Result<CheckInRhythm>> Stop(MemberId by, CheckInId? from, CancellationToken stop)
    {
        var chosen = await HandleUnsaved(by, Cadence.Never, stop);
        if (chosen.Refusal is not null) return chosen;
        if (from is { } id && await db.CheckIns.FindAsync([id], stop) is { } checkIn && checkIn.Skip(by) is null) await db.Answered(by, id.Value, stop);
        await db.SaveChangesAsync(stop);
        return chosen;
    }

    private async Task<Result<CheckInRhythm>> HandleUnsaved(MemberId by, Cadence cadence, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (cadence != Cadence.Never && !member.HasJoined) return ProfileRefusals.NotJoined;

        var now = clock.GetUtcNow();
        var rhythm = await db.CheckInRhythms.FindAsync([by], stop) ?? db.CheckInRhythms.Add(new CheckInRhythm { MemberId = by }).Entity;
        var asked = await db.CheckIns.Where(c => c.MemberId == by && !c.ByPerson).OrderByDescending(c => c.CreatedAt).Select(c => (DateTimeOffset?)c.CreatedAt).FirstOrDefaultAsync(stop);
        rhythm.Choose(cadence, now, asked);
        var (had, wants) = (member.Has(Consent.CheckIns), cadence != Cadence.Never);
        if (wants) member.Give(Consent.CheckIns);
        else member.Withdraw(Consent.CheckIns);
        if (had != wants)
        {
            db.AuditEvents.Add(ConsentDefaults.Logged(Consent.CheckIns, wants, by, now));
            db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
        }

        return rhythm;
    }

    /// <returns>None when the person never chose.</returns>
    public async Task<CheckInRhythm?> Show(MemberId by, CancellationToken stop) => await db.CheckInRhythms.FindAsync([by], stop);
}
