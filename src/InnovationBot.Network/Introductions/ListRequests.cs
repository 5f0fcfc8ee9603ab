using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>What a giver is asked.</summary>
public sealed class ListRequests
{
    public Task<RequestsOverview> Handle(MemberId by, CancellationToken stop) => throw new NotImplementedException();
}

/// <param name="Open">Requests that wait for the giver.</param>
/// <param name="LeftThisMonth">How many more may come in the running 30 days.</param>
/// <param name="MonthlyCap">As the giver set it.</param>
/// <param name="Past">Ended ones, newest first; what came of them only with the asker's leave.</param>
public sealed record RequestsOverview(
    IReadOnlyList<IntroductionView> Open, int LeftThisMonth, int MonthlyCap, bool Paused, DateTimeOffset? PausedUntil, DateTimeOffset? AwayUntil,
    IReadOnlyList<IntroductionView> Past);
