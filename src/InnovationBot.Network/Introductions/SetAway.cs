using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions;

/// <summary>Away: no requests and nothing unasked until then; open requests are passed on at once.</summary>
public sealed class SetAway(Absence absence, ResumeRequests resume, TimeProvider clock)
{
    /// <param name="until">In the future; none = back now.</param>
    public async Task<Result<Member>> Handle(MemberId by, DateTimeOffset? until, CancellationToken stop) =>
        until is not { } back ? await resume.Handle(by, stop)
        : back <= clock.GetUtcNow() ? IntroductionRefusals.NotInTheFuture
        : await absence.Begin(by, member => member.AwayUntil = back, stop);
}
