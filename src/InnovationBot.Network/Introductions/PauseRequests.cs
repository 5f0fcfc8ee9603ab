using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions;

/// <summary>No more requests, until an instant or until resumed; open ones are passed on at once.</summary>
public sealed class PauseRequests(Absence absence, TimeProvider clock)
{
    /// <param name="until">In the future; none = until the person resumes.</param>
    public async Task<Result<Member>> Handle(MemberId by, DateTimeOffset? until, CancellationToken stop) =>
        until <= clock.GetUtcNow() ? IntroductionRefusals.NotInTheFuture : await absence.Begin(by, member => member.Pause(until), stop);
}
