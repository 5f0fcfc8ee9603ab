using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>Counts what is under way; within a transaction that holds the rows the limits belong to.</summary>
internal static class OpenRequests
{
    public static Task<int> OpenOf(this NetworkDb db, MemberId taker, CancellationToken stop) =>
        Open(db).CountAsync(i => i.TakerId == taker, stop);

    public static Task<bool> AskingAlready(this NetworkDb db, ProblemId problem, CancellationToken stop) =>
        Open(db).AnyAsync(i => i.ProblemId == problem, stop);

    public static IQueryable<Introduction> Open(this NetworkDb db) => db.Introductions.Where(
        i => i.State == IntroductionState.TakerAgreed || i.State == IntroductionState.GiverAsked || i.State == IntroductionState.TakerQuestioned);
}
