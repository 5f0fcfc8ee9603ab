using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Ambassadors.OpenHours;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Problems.Coalitions;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Problems.Opened;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Profile;

/// <summary>
/// Out of the network, at once: in no list and no answer, no ambassador, no role. Requests to the person go on to others, their own
/// open ones are taken back. What they asked stays readable for them until they say "forget me"; joining again is one press.
/// </summary>
public sealed class LeaveNetwork(NetworkDb db, Absence absence, RequestNotices notices, HelpOffers offers, WorkDeskItem work, HoursAhead hours, LeaveCoalitions coalitions, TimeProvider clock)
{
    /// <returns><see cref="ProfileRefusals.LastOrganiser"/>, <see cref="ProfileRefusals.NotJoined"/>.</returns>
    public Task<Result<Member>> Handle(MemberId by, CancellationToken stop) => Handle(by, by, stop);

    /// <param name="by">Who leaves.</param>
    /// <param name="actor">Who says so: themselves, or whoever keeps their organisation's list; none for the administrator of the machine.</param>
    /// <returns>As above.</returns>
    internal async Task<Result<Member>> Handle(MemberId by, MemberId? actor, CancellationToken stop)
    {
        var candidates = await absence.Candidates(by, stop);
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(by, stop) is not { State: not MemberState.Erased } member) return Refusal.NotFound;
        if (!member.HasJoined) return ProfileRefusals.NotJoined;
        if (member.Has(Role.Organiser) && (await db.MembersWith(Role.Organiser, stop)).All(organiser => organiser.Id == by)) return ProfileRefusals.LastOrganiser;

        var now = clock.GetUtcNow();
        member.Leave();
        db.ContactPoints.RemoveRange(await db.ContactPoints.Where(point => point.MemberId == by).ToListAsync(stop));
        foreach (var waiting in await db.AmbassadorApplications.Where(a => a.MemberId == by && a.State == ApplicationState.Waiting).ToListAsync(stop)) waiting.Withdraw(now);
        foreach (var offer in await db.RoleOffers.Where(o => (o.FromId == by || o.ToId == by) && o.State == RoleOfferState.Waiting).ToListAsync(stop)) offer.Withdraw(now);
        foreach (var represented in await db.Members.Where(m => m.DeputyId == by).ToListAsync(stop)) represented.DeputyId = null;
        foreach (var organisation in await db.Organisations.Where(o => o.ContactPoint == by).ToListAsync(stop)) organisation.ContactPoint = null;
        await TakeBack(by, now, stop);
        await hours.CancelOf(by, stop);
        await offers.EndOf(by, stop);
        await coalitions.EndOf(by, stop);
        await work.EndOf(by, now, stop);
        await db.PassQuestionsOn(by, now, stop);
        await absence.PassOn(by, candidates, stop);
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.Left, actor, by, now));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return member;
    }

    private async Task TakeBack(MemberId by, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var open in await db.Open().Where(i => i.TakerId == by).ToListAsync(stop))
        {
            if (open.Withdraw(by, now) is null) await notices.EndRequest(open, tellGiver: true, stop);
        }
    }
}
