using InnovationBot.Network;
using InnovationBot.Network.People;

namespace InnovationBot.Search.Indexing;

/// <summary>What the search keeps in memory of somebody who may be suggested. Whether they still may is asked of the store again by whoever answers.</summary>
/// <param name="CaseContact">Agreed to be named as somebody who carried a case.</param>
/// <param name="Order">See <see cref="StableOrder"/>.</param>
internal sealed record KnownPerson(MemberId Id, OrganisationId? OrganisationId, bool CaseContact, bool Ambassador, long Order)
{
    public static KnownPerson? Of(Member member) => MayBeFound(member)
        ? new(member.Id, member.OrganisationId, member.Has(Consent.CaseContact), member.Ambassador == AmbassadorState.Confirmed, StableOrder.Of(member))
        : null;

    /// <summary>Absence is left to whoever answers: it ends without a change in the store. Of those who paused, who has a deputy is found in whose place.</summary>
    public static bool MayBeFound(Member member) =>
        member is { State: MemberState.Active, StoppedAt: null } or { State: MemberState.Paused, DeputyId: not null, StoppedAt: null }
        && member.Has(Consent.Findable) && member.Has(Consent.Contactable);
}
