using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions;

/// <summary>At most so many requests in 30 days; one that was declined counts too.</summary>
public sealed class SetMonthlyCap(NetworkDb db)
{
    /// <param name="requests">1 to 20.</param>
    public async Task<Result<Member>> Handle(MemberId by, int requests, CancellationToken stop)
    {
        if (requests is < 1 or > 20) return IntroductionRefusals.CapOutOfRange;
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;

        member.MonthlyCap = requests;
        await db.SaveChangesAsync(stop);
        return member;
    }
}
