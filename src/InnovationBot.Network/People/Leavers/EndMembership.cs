using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Profile;

namespace InnovationBot.Network.People.Leavers;

/// <summary>
/// Their organisation says that somebody has left it. Whoever never answered is forgotten; of whoever wrote without joining, what was entered;
/// a member is out of every list and answer, their requests go on to others, and their organisation counts no more. What they
/// asked themselves stays theirs, until their account ends or they say "forget me".
/// </summary>
public sealed class EndMembership(NetworkDb db, ForgetMe forget, DeclineInvitation decline, LeaveNetwork leave)
{
    /// <param name="by">None for the administrator of the machine.</param>
    /// <returns><see cref="ProfileRefusals.LastOrganiser"/>: somebody else has to be organiser first.</returns>
    public async Task<Refusal?> Handle(MemberId who, MemberId? by, CancellationToken stop)
    {
        if (await db.MemberOf(who, stop) is not { } member) return Refusal.NotFound;
        if (member.State == MemberState.Invited) return await forget.Handle(who, stop);
        if (!member.HasJoined) return (await decline.Handle(who, stop)).Refusal;
        if ((await leave.Handle(who, by, stop)).Refusal is { } refusal) return refusal;

        var left = (await db.MemberOf(who, stop))!;
        (left.OrganisationId, left.OrganisationProof, left.Role, left.ImportMarks) = (null, OrganisationProof.Claimed, null, null);
        await db.SaveChangesAsync(stop);
        return null;
    }
}
