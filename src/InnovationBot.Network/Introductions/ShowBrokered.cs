using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Desk;

namespace InnovationBot.Network.Introductions;

/// <summary>A problem that its owner lets organisers read, so that they find somebody by hand; never a colleague of the owner, who may have become one since.</summary>
public sealed class ShowBrokered(NetworkDb db)
{
    /// <returns><c>null</c> when the owner took the consent back, the problem is closed, or the reader is no organiser any more.</returns>
    public async Task<Problem?> Handle(ProblemId id, MemberId by, CancellationToken stop) =>
        await db.Problems.FindAsync([id], stop) is { ContactPointMaySee: true, OrganiserAskedAt: not null } problem && problem.IsOpen
        && await db.MemberOf(by, stop) is { } reader && reader.Has(Role.Organiser)
        && await db.MemberOf(problem.OwnerId, stop) is { } owner && !Desks.IsColleague(reader, owner)
            ? problem
            : null;
}
