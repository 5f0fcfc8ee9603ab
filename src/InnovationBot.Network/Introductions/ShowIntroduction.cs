namespace InnovationBot.Network.Introductions;

/// <summary>One introduction as one side may see it now; a taker sees in place of one that came to nothing what followed it.</summary>
public sealed class ShowIntroduction(NetworkDb db, IntroductionViews views)
{
    /// <returns><see cref="Refusal.NotFound"/> also for whoever is on neither side.</returns>
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop) =>
        await db.Introductions.FindAsync([id], stop) is { } introduction ? await views.Of(introduction, by, stop) : Refusal.NotFound;
}
