using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors;

/// <summary>
/// An organiser says yes or no. Of two at once the first decides; the second, when of the same mind, is told that it is done, else
/// that it was decided.
/// </summary>
public sealed class DecideApplication(NetworkDb db, ShowApplication show, TimeProvider clock)
{
    /// <param name="reason">Needed for a no: the applicant reads it.</param>
    public async Task<Result<ApplicationView>> Handle(ApplicationId id, bool approved, string reason, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        if (!approved && reason.Trim() is not { Length: > 0 and <= AmbassadorApplication.LongestReason }) return AmbassadorRefusals.ApplicationReason;

        await using (var transaction = await db.BeginWrite(stop))
        {
            if (await db.Lock<AmbassadorApplication>(id, stop) is not { } application) return Refusal.NotFound;
            var wasWaiting = application.State == ApplicationState.Waiting;
            var now = clock.GetUtcNow();
            if (application.Decide(approved, reason.Trim(), by, await OrganiserRights.IsOnlyOne(db, by, stop), now) is { } closed) return closed;
            if (wasWaiting)
            {
                if (await db.Lock<Member>(application.MemberId, stop) is not { } member) return Refusal.NotFound;
                if (approved) Become(member, application, now);
                else if (member.Ambassador == AmbassadorState.Applied) member.Ambassador = AmbassadorState.None;

                db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
                db.AuditEvents.Add(AuditEvent.Of(approved ? AuditAct.ApplicationApproved : AuditAct.ApplicationDeclined, by, member.Id, now));
                db.Notices.Add(Notice.To(member.Id, AmbassadorNotices.Decided, id.Value, now, NoticeTiming.AtOnce));
            }

            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return await show.Handle(id, by, stop);
    }

    private static void Become(Member member, AmbassadorApplication application, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var problem in application.Problems) member.AddTopic(problem.Text, problem.Case, problem.Years, today);
        member.Give(Consent.Findable);
        member.Give(Consent.Contactable);
        (member.MonthlyCap, member.Visibility) = (application.MonthlyCap, application.Visibility);
        member.BecomeAmbassador(now);
    }
}

/// <summary>An application as organisers see it, before and after it was decided.</summary>
public sealed class ShowApplication(NetworkDb db)
{
    public async Task<Result<ApplicationView>> Handle(ApplicationId id, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        return await For(id, by, stop) is { } view ? view : Refusal.NotFound;
    }

    /// <summary>The same for the applicant.</summary>
    public async Task<Result<ApplicationView>> Own(ApplicationId id, MemberId by, CancellationToken stop) =>
        await For(id, by, stop) is { } view && view.Application.MemberId == by ? view : Refusal.NotFound;

    private async Task<ApplicationView?> For(ApplicationId id, MemberId by, CancellationToken stop)
    {
        if (await db.AmbassadorApplications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop) is not { } application) return null;
        if (await db.MemberOf(application.MemberId, stop) is not { } member) return null;

        var ids = application.Problems.Select(one => one.Case).OfType<CaseId>().ToList();
        var titles = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Title, stop);
        var organisation = await db.OrganisationOf(member.OrganisationId, stop);
        var others = organisation is null || !member.OrganisationConfirmed ? 0 : await db.Members.CountAsync(
            m => m.OrganisationId == organisation.Id && m.Ambassador == AmbassadorState.Confirmed && m.State == MemberState.Active && m.Id != member.Id, stop);
        return new ApplicationView(
            application, PersonAccess.Named(member, organisation, []), titles, others, IsOwn: by == member.Id, await OrganiserRights.IsOnlyOne(db, by, stop));
    }
}

/// <summary>Applications that wait, oldest first.</summary>
public sealed class ListApplications(NetworkDb db, ShowApplication show)
{
    private const int Most = 10;

    public async Task<Result<ApplicationsWaiting>> Handle(MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        var waiting = db.AmbassadorApplications.AsNoTracking().Where(a => a.State == ApplicationState.Waiting);
        List<ApplicationView> shown = [];
        foreach (var id in await waiting.OrderBy(a => a.SubmittedAt).Take(Most).Select(a => a.Id).ToListAsync(stop))
        {
            if ((await show.Handle(id, by, stop)) is { Refusal: null } one) shown.Add(one.Value);
        }

        return new ApplicationsWaiting(shown, await waiting.CountAsync(stop));
    }
}

/// <param name="Titles">Of the cases that bear problems out.</param>
/// <param name="Others">Ambassadors of the same organisation.</param>
/// <param name="IsOwn">The reader's own, which somebody else decides.</param>
/// <param name="OnlyOrganiser">There is nobody else to decide, so that the rule of two does not apply yet.</param>
public sealed record ApplicationView(
    AmbassadorApplication Application, PersonShown Person, IReadOnlyDictionary<CaseId, string> Titles, int Others, bool IsOwn, bool OnlyOrganiser);

public sealed record ApplicationsWaiting(IReadOnlyList<ApplicationView> First, int Count);
