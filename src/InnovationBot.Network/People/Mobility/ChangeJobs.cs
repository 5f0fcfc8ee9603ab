using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Problems.Desk;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Mobility;

/// <summary>
/// Somebody works elsewhere now. The profile goes with them, with their history, cases and what they agreed to; what they were for the
/// old organisation stays there: requests to them go on to others, their desk and contact point end, and a successor is asked. The new
/// organisation is to be confirmed anew.
/// </summary>
public sealed class ChangeJobs(
    NetworkDb db, ClaimOrganisation claims, Absence absence, RequestNotices notices, WorkDeskItem desk, OfferEntryPoint offers, TimeProvider clock)
{
    /// <param name="Organisation">Id, key or name; a name nobody knows is proposed to the organisers.</param>
    /// <param name="Role">Empty takes it off.</param>
    /// <param name="Successor">E-mail address of a colleague at the old organisation; empty names nobody.</param>
    public sealed record Request(MemberId By, string Organisation, string Role, string Successor);

    /// <returns><see cref="MobilityRefusals.NewPlaceMissing"/>, <see cref="MobilityRefusals.SamePlace"/>, <see cref="MobilityRefusals.SuccessorUnknown"/>, <see cref="ProfileRefusals.NotJoined"/>; then nothing has changed.</returns>
    public async Task<Result<Moved>> Handle(Request request, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(request.Organisation)) return MobilityRefusals.NewPlaceMissing;
        if (await db.MemberOf(request.By, stop) is not { } asked) return Refusal.NotFound;
        if (!asked.HasJoined) return ProfileRefusals.NotJoined;
        var named = await db.OrganisationNamed(request.Organisation, stop);
        if (named is not null && named.Id == asked.OrganisationId) return MobilityRefusals.SamePlace;

        var old = await db.OrganisationOf(asked.OrganisationId, stop);
        Member? successor = null;
        if (request.Successor.Trim().Length > 0)
        {
            successor = old is null ? null : await offers.Colleague(request.Successor, old.Id, asked.Id, stop);
            if (successor is null) return MobilityRefusals.SuccessorUnknown;
        }

        var candidates = await absence.Candidates(request.By, stop);
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(request.By, stop) is not { HasJoined: true } member) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var wasEntryPoint = old is not null && IsEntryPoint(member, old);
        await Leave(member, old, now, stop);
        if (named is not null) await claims.Claim(member, named, stop);
        else await claims.Propose(member, request.Organisation, stop);
        member.Role = request.Role.Trim() is { Length: > 0 } role ? Problems.Problem.Cut(role, EditAbout.LongestRole) : null;
        var move = old is null ? null : db.Moves.Add(new Move
        {
            Id = EntityId.New<MoveId>(now), MemberId = member.Id, FromId = old.Id, ToId = named?.Id, MovedAt = now, WasEntryPoint = wasEntryPoint,
        }).Entity;
        if (move is not null && successor is not null && wasEntryPoint) offers.Offer(move, successor, now);
        db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.JobChanged, member.Id, member.Id, now));
        await db.SaveChangesAsync(stop);

        var passedOn = candidates.Count;
        await absence.PassOn(member.Id, candidates, stop);
        var told = await TellTakers(member.Id, stop);
        db.HandledAbout(member.Id.Value);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        var isOpen = wasEntryPoint && !await db.Members.AnyAsync(m => m.OrganisationId == old!.Id && m.Ambassador == AmbassadorState.Confirmed && m.State == MemberState.Active, stop);
        return new Moved(old?.Name, named?.Name ?? request.Organisation.Trim(), member.OrganisationConfirmed, isOpen, successor?.Name, passedOn, told);
    }

    /// <summary>What the form asks for.</summary>
    public async Task<Result<MoveForm>> Show(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (!member.HasJoined) return ProfileRefusals.NotJoined;
        var old = await db.OrganisationOf(member.OrganisationId, stop);
        return new MoveForm(old?.Name, member.Role, old is not null && IsEntryPoint(member, old));
    }

    private static bool IsEntryPoint(Member member, Organisation old) =>
        member.Ambassador == AmbassadorState.Confirmed || old.ContactPoint == member.Id || (member.OrganisationConfirmed && member.Has(Role.OrganisationOrganiser));

    private async Task Leave(Member member, Organisation? old, DateTimeOffset now, CancellationToken stop)
    {
        member.LeavePlace(now);
        foreach (var represented in await db.Members.Where(m => m.DeputyId == member.Id).ToListAsync(stop)) represented.DeputyId = null;
        foreach (var offer in await db.RoleOffers.Where(o => (o.FromId == member.Id || o.ToId == member.Id) && o.State == RoleOfferState.Waiting && o.Kind != OfferedRole.Organiser).ToListAsync(stop)) offer.Withdraw(now);
        foreach (var waiting in await db.AmbassadorApplications.Where(a => a.MemberId == member.Id && a.State == Ambassadors.ApplicationState.Waiting).ToListAsync(stop)) waiting.Withdraw(now);
        if (old is null) return;

        if (old.ContactPoint == member.Id) old.ContactPoint = null;
        var desks = await db.ContactPoints.Where(p => p.MemberId == member.Id).ToListAsync(stop);
        var ended = desks.Where(p => p.OrganisationId == old.Id).ToList();
        if (ended.Count == 0) return;
        db.ContactPoints.RemoveRange(ended);
        if (ended.Count == desks.Count) member.Take(Role.ContactPoint);
        await desk.EndOf(member.Id, now, stop);
    }

    /// <summary>Whoever was introduced to this person, and was not asked yet whether it helped, hears where things stand: both know each other's name.</summary>
    private async Task<int> TellTakers(MemberId giver, CancellationToken stop)
    {
        var running = await db.Introductions.Where(i => i.GiverId == giver && i.State == IntroductionState.Introduced).ToListAsync(stop);
        foreach (var introduction in running) notices.TellLater(introduction.TakerId, IntroductionNotices.GiverMoved, introduction.Id.Value);
        return running.Count;
    }
}

/// <param name="From">None when no organisation was known.</param>
/// <param name="Confirmed">The address that the channel reported is one of the new organisation's.</param>
/// <param name="IsPlaceOpen">They were an entry point, and the old organisation has no other.</param>
/// <param name="Successor">Who was asked to be the old organisation's entry point.</param>
/// <param name="PassedOn">Requests that went on to others.</param>
/// <param name="Told">People whom the bot told because they are talking with the person.</param>
public sealed record Moved(string? From, string To, bool Confirmed, bool IsPlaceOpen, string? Successor, int PassedOn, int Told);

/// <param name="From">The organisation as it is known now.</param>
/// <param name="IsEntryPoint">A successor can be named.</param>
public sealed record MoveForm(string? From, string? Role, bool IsEntryPoint);
