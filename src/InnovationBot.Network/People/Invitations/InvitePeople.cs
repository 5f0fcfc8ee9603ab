using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Settings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Invitations;

/// <summary>
/// Takes imported people into an invitation. They have no chat yet: an organiser writes to them. From the first invitation on each has
/// the time that <see cref="Kept.Invitations"/> is set to to answer; then what the import told is deleted.
/// </summary>
public sealed class InvitePeople(NetworkDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <param name="By">None for the administrator of the machine.</param>
    /// <param name="Organisation">Id, key or name: only people of this one.</param>
    /// <param name="Again">Also those who were invited before and have not answered.</param>
    public sealed record Request(MemberId? By, string? Organisation = null, bool Again = false);

    /// <returns>Whom somebody's question pointed to first, then as they were imported.</returns>
    public async Task<Result<IReadOnlyList<InvitedPerson>>> Handle(Request request, CancellationToken stop)
    {
        if (request.By is { } actor && await OrganiserRights.Check(db, actor, stop) is { } refusal) return refusal;

        OrganisationId? only = null;
        if (!string.IsNullOrWhiteSpace(request.Organisation))
        {
            if (await db.OrganisationNamed(request.Organisation, stop) is not { } named) return PeopleRefusals.OrganisationNotThere;
            only = named.Id;
        }

        var people = await db.Members.Where(m => m.State == MemberState.Invited && m.Email != null && (request.Again || m.InvitedAt == null) && (only == null || m.OrganisationId == only)).ToListAsync(stop);
        return await Invite(people, request.By, stop);
    }

    /// <summary>One person, whose text an organiser copies.</summary>
    public async Task<Result<InvitedPerson>> One(MemberId person, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        if (await db.MemberOf(person, stop) is not { State: MemberState.Invited } invited) return Refusal.NoLongerOpen;
        return (await Invite([invited], by, stop))[0];
    }

    private async Task<List<InvitedPerson>> Invite(List<Member> people, MemberId? by, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var answerDue = now + (await settings.Now(stop))[Kept.Invitations];
        var organisations = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        foreach (var person in people.Where(person => person.InvitedAt is null))
        {
            (person.InvitedAt, person.AnswerDue) = (now, answerDue);
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.PeopleInvited, by, person.Id, now));
        }

        await db.SaveChangesAsync(stop);
        return
        [
            .. people.OrderBy(person => person.WantedAt ?? DateTimeOffset.MaxValue).ThenBy(person => person.CreatedAt).ThenBy(person => person.Email, StringComparer.Ordinal).ThenBy(person => person.Id.Value).Select(person => new InvitedPerson(
                person.Id, person.Name, person.Email ?? "", person.Language, person.OrganisationId is { } of ? organisations.GetValueOrDefault(of) : null, person.CreatedAt, person.AnswerDue!.Value)),
        ];
    }
}

/// <param name="EnteredAt">When an organiser's file told of this person.</param>
/// <param name="AnswerDue">When that is deleted unless they answer.</param>
public sealed record InvitedPerson(MemberId Id, string Name, string Email, Language Language, string? Organisation, DateTimeOffset EnteredAt, DateTimeOffset AnswerDue);

/// <summary>Imported people who have not answered, for organisers.</summary>
public sealed class ListInvitations(NetworkDb db, SettingsInForce settings)
{
    private const int Most = 10;

    public async Task<Result<InvitationList>> Handle(MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;

        var waiting = db.Members.AsNoTracking().Where(m => m.State == MemberState.Invited && m.Email != null);
        var organisations = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var first = await waiting.OrderBy(m => m.WantedAt == null).ThenBy(m => m.WantedAt).ThenBy(m => m.InvitedAt != null).ThenBy(m => m.Id).Take(Most).ToListAsync(stop);
        return new InvitationList(
            [.. first.Select(m => new InvitationLine(m.Id, m.Name, m.OrganisationId is { } of ? organisations.GetValueOrDefault(of) : null, m.WantedAt is not null, m.InvitedAt))],
            await waiting.CountAsync(m => m.InvitedAt == null, stop), await waiting.CountAsync(m => m.InvitedAt != null, stop), await waiting.MinAsync(m => m.AnswerDue, stop),
            (int)(await settings.Now(stop))[Kept.Invitations].TotalDays);
    }
}

/// <param name="NotYet">Nobody wrote to them.</param>
/// <param name="NoAnswer">Invited, and silent.</param>
/// <param name="NextDue">When the first of them is deleted.</param>
/// <param name="Days">How long whoever is invited now has to answer.</param>
public sealed record InvitationList(IReadOnlyList<InvitationLine> First, int NotYet, int NoAnswer, DateTimeOffset? NextDue, int Days);

/// <param name="Wanted">A question's best evidence pointed to this person; by whom is kept nowhere.</param>
public sealed record InvitationLine(MemberId Person, string Name, string? Organisation, bool Wanted, DateTimeOffset? InvitedAt);

/// <summary>
/// A question's best evidence points to somebody who is not here yet: the asker hears no more than that somebody may help, and the
/// invitation goes first, without a word about the asker.
/// </summary>
public sealed class InvitedWhoMayHelp(NetworkDb db, TimeProvider clock)
{
    /// <param name="best">The case that fits best; none when nothing surely fits.</param>
    /// <param name="suggested">Whoever is suggested with it.</param>
    /// <param name="mark">Puts their invitation first; saved by the caller.</param>
    internal async Task<bool> Any(CaseId? best, IReadOnlyCollection<MemberId> suggested, bool mark, CancellationToken stop)
    {
        if (best is not { } @case) return false;
        var contacts = await db.CaseContacts.AsNoTracking().Where(contact => contact.CaseId == @case).Select(contact => contact.MemberId).ToListAsync(stop);
        if (contacts.Count == 0 || contacts.Exists(suggested.Contains)) return false;

        var invited = await db.Members.Where(m => contacts.Contains(m.Id) && m.State == MemberState.Invited && m.Email != null).ToListAsync(stop);
        if (mark) foreach (var person in invited) person.WantedAt ??= clock.GetUtcNow();
        return invited.Count > 0;
    }
}
