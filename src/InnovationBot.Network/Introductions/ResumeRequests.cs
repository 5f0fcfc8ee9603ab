using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions;

/// <summary>Back: requests may come again.</summary>
public sealed class ResumeRequests(NetworkDb db, TimeProvider clock)
{
    public async Task<Result<Member>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;

        member.Resume();
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return member;
    }
}
