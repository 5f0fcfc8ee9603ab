using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions;

/// <summary>After "not my topic": takes a topic or offer off the giver's own profile, so that they are not asked for it again.</summary>
public sealed class RemoveTopic(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NotFound"/> for somebody else's request, and for what is not on the profile.</returns>
    public async Task<Result<Member>> Handle(IntroductionId id, MemberId by, string topic, CancellationToken stop)
    {
        if (await db.Introductions.FindAsync([id], stop) is not { } introduction || introduction.SideOf(by) != IntroductionSide.Giver) return Refusal.NotFound;
        if (await db.MemberOf(by, stop) is not { } member || !(member.Topics.Contains(topic) || member.Offers.Contains(topic))) return Refusal.NotFound;

        member.Drop(topic);
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return member;
    }
}
