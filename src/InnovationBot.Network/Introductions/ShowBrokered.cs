using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>A problem that its owner lets organisers read, so that they find somebody by hand.</summary>
public sealed class ShowBrokered(NetworkDb db)
{
    /// <returns><c>null</c> when the owner took the consent back, the problem is closed, or the reader is no organiser any more.</returns>
    public async Task<Problem?> Handle(ProblemId id, MemberId by, CancellationToken stop) =>
        await db.Problems.FindAsync([id], stop) is { ContactPointMaySee: true } problem && problem.IsOpen
        && await db.Members.FindAsync([by], stop) is { } reader && (reader.Has(Role.Organiser) || reader.Has(Role.ContactPoint))
            ? problem
            : null;
}
