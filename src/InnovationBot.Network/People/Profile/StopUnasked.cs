using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Network.People.Profile;

/// <summary>
/// "Stop": nothing more that the person did not ask for, from this moment: no news, no messages for many, no requests. What
/// waits to be sent is not sent, requests go on to others. What they agreed to is kept, so that one press brings it back.
/// </summary>
public sealed class StopUnasked(Absence absence, TimeProvider clock)
{
    public Task<Result<Member>> Handle(MemberId by, CancellationToken stop) =>
        absence.Begin(by, member => member.StoppedAt ??= clock.GetUtcNow(), stop);
}

/// <summary>Takes a "stop" back: everything is as the person had chosen before.</summary>
public sealed class HearAgain(NetworkDb db, TimeProvider clock)
{
    public async Task<Result<Member>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (member.StoppedAt is null) return member;

        member.StoppedAt = null;
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return member;
    }
}
