using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>The taker lets organisers read the problem and find somebody by hand: their yes, without which nobody else reads it.</summary>
public sealed class AskOrganiser(NetworkDb db, RequestNotices notices, WorkingCalendars calendars, TimeProvider clock)
{
    /// <returns><see cref="IntroductionRefusals.OrganiserNotYet"/> before it was offered, <see cref="IntroductionRefusals.NoOrganiser"/> where nobody but colleagues of the owner has the role.</returns>
    public async Task<Result<Problem>> Handle(ProblemId id, MemberId by, CancellationToken stop)
    {
        if (await db.ProblemOf(id, by, stop) is not var (problem, owner)) return Refusal.NotFound;
        if (problem.OrganiserAskedAt is not null) return problem;
        if (!problem.IsOpen) return Refusal.NoLongerOpen;
        if (problem.OrganiserOfferedAt is null) return IntroductionRefusals.OrganiserNotYet;

        var organisers = (await db.MembersWith(Role.Organiser, stop)).Where(organiser => organiser.Id != by && !Desks.IsColleague(organiser, owner)).ToList();
        if (organisers.Count == 0) return IntroductionRefusals.NoOrganiser;

        var now = clock.GetUtcNow();
        problem.ContactPointMaySee = true;
        problem.OrganiserAskedAt = now;
        await ToDesk(problem, now, stop);
        foreach (var organiser in organisers)
        {
            notices.TellLater(organiser.Id, IntroductionNotices.Broker, id.Value);
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.ProblemShownToOrganiser, organiser.Id, by, now));
        }

        await db.SaveChangesAsync(stop);
        return problem;
    }

    /// <summary>It lies at the desk of the network for organisers alone, with the text that the owner approved for whoever is asked.</summary>
    private async Task ToDesk(Problem problem, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.DeskItems.SingleOrDefaultAsync(i => i.ProblemId == problem.Id && i.State != DeskItemState.Closed, stop) is { } lies)
        {
            lies.ForOrganisers(now);
            return;
        }

        var asked = await db.Introductions.Where(i => i.ProblemId == problem.Id).OrderByDescending(i => i.CreatedAt).FirstOrDefaultAsync(stop);
        var item = db.DeskItems.Add(new DeskItem
        {
            Id = EntityId.New<DeskItemId>(now), ProblemId = problem.Id, OwnerId = problem.OwnerId, Text = asked?.Blurb ?? Problem.Cut(problem.Text, Introduction.MaxBlurb),
            Language = problem.Language, Languages = [.. asked?.Languages ?? [problem.Language]], OwnerNamed = asked?.Disclosure == Disclosure.NameNow,
            CreatedAt = now, DueAt = (await calendars.Of(problem.OwnerId, stop)).Add(now, DeskItem.AnswerWithinWorkingDays),
        }).Entity;
        item.ForOrganisers(now);
    }
}
