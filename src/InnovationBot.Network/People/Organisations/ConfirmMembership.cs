using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Organisations;

/// <summary>
/// An organiser, or an entry point of the organisation itself (its contact point, its ambassadors, its own organisers), says whether
/// somebody belongs there. Until a yes the organisation is only said, and opens nothing.
/// </summary>
public sealed class ConfirmMembership(NetworkDb db, TimeProvider clock)
{
    /// <param name="organisation">The one that was on the card: a claim that changed meanwhile is not confirmed by an old press.</param>
    /// <returns>The claim as it is now. <see cref="Refusal.NotYours"/>, <see cref="Refusal.NoLongerOpen"/>.</returns>
    public async Task<Result<ClaimView>> Handle(MemberId person, OrganisationId organisation, bool yes, MemberId by, CancellationToken stop)
    {
        var allowed = await Rights(person, organisation, by, stop);
        if (allowed.Refusal is { } refusal) return refusal;

        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(person, stop) is not { State: not MemberState.Erased } member || await db.OrganisationOf(organisation, stop) is not { } named) return Refusal.NotFound;
        if (member.OrganisationId == organisation && member.OrganisationConfirmed && yes) return View(member, named, by);
        if (member.OrganisationId != organisation || member.OrganisationConfirmed) return Refusal.NoLongerOpen;

        var now = clock.GetUtcNow();
        if (yes) member.JoinOrganisation(named, allowed.Value);
        else (member.OrganisationId, member.OrganisationProof) = (null, OrganisationProof.Claimed);
        db.Changes.Add(Change.Of(ChangedKind.Member, person.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(yes ? AuditAct.OrganisationConfirmed : AuditAct.OrganisationNotConfirmed, by, person, now));
        db.Notices.Add(new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = person, Kind = OrganisationNotices.Decided, Subject = organisation.Value, Detail = yes ? "yes" : "no",
            Timing = NoticeTiming.AtOnce, Priority = NoticePriority.Own, Due = now, CreatedAt = now,
        });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return View(member, named, by) with { Decided = yes };
    }

    /// <summary>The claim, for whoever may decide about it.</summary>
    public async Task<Result<ClaimView>> Show(MemberId person, OrganisationId organisation, MemberId by, CancellationToken stop)
    {
        var allowed = await Rights(person, organisation, by, stop);
        if (allowed.Refusal is { } refusal) return refusal;
        if (await db.MemberOf(person, stop) is not { } member || await db.OrganisationOf(organisation, stop) is not { } named) return Refusal.NotFound;
        return member.OrganisationId == organisation ? View(member, named, by) : Refusal.NoLongerOpen;
    }

    private static ClaimView View(Member member, Organisation organisation, MemberId by) =>
        new(member.Id, organisation.Id, PersonAccess.Named(member, organisation, []), member.Email, organisation.Name, member.OrganisationConfirmed ? true : null, member.Id == by);

    /// <returns>As what a yes of this person would count.</returns>
    private async Task<Result<OrganisationProof>> Rights(MemberId person, OrganisationId organisation, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is null)
            return person == by && !await OrganiserRights.IsOnlyOne(db, by, stop) ? Refusal.NotYours : OrganisationProof.Organiser;
        if (person == by || await db.MemberOf(by, stop) is not { } actor) return Refusal.NotYours;

        var isEntryPoint = actor.OrganisationConfirmed && actor.OrganisationId == organisation && (actor.Has(Role.OrganisationOrganiser) || (actor.Ambassador == AmbassadorState.Confirmed && actor.HasJoined));
        return isEntryPoint || (await db.OrganisationOf(organisation, stop))?.ContactPoint == by ? OrganisationProof.EntryPoint : Refusal.NotYours;
    }
}

/// <param name="Email">As the channel or an import told it: what an organiser decides by.</param>
/// <param name="Decided">None while it waits.</param>
/// <param name="IsOwn">About the reader: only where nobody else could decide.</param>
public sealed record ClaimView(MemberId Person, OrganisationId Organisation, PersonShown Shown, string? Email, string Name, bool? Decided, bool IsOwn);
