using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The taker lets organisers read the problem and find somebody by hand: their yes, without which nobody else reads it.</summary>
public sealed class AskOrganiser(NetworkDb db, RequestNotices notices, TimeProvider clock)
{
    /// <returns><see cref="IntroductionRefusals.OrganiserNotYet"/> before it was offered, <see cref="IntroductionRefusals.NoOrganiser"/> where nobody has the role.</returns>
    public async Task<Result<Problem>> Handle(ProblemId id, MemberId by, CancellationToken stop)
    {
        if (await db.ProblemOf(id, by, stop) is not var (problem, _)) return Refusal.NotFound;
        if (problem.OrganiserAskedAt is not null) return problem;
        if (!problem.IsOpen) return Refusal.NoLongerOpen;
        if (problem.OrganiserOfferedAt is null) return IntroductionRefusals.OrganiserNotYet;

        var organisers = (await db.MembersWith(Role.Organiser, stop)).Where(organiser => organiser.Id != by).ToList();
        if (organisers.Count == 0) return IntroductionRefusals.NoOrganiser;

        var now = clock.GetUtcNow();
        problem.ContactPointMaySee = true;
        problem.OrganiserAskedAt = now;
        foreach (var organiser in organisers)
        {
            notices.TellLater(organiser.Id, IntroductionNotices.Broker, id.Value);
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.ProblemShownToOrganiser, organiser.Id, by, now));
        }

        await db.SaveChangesAsync(stop);
        return problem;
    }
}
