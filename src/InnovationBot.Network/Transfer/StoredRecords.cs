using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>What is stored, as files tell it: with the ids and addresses that files use in place of our own.</summary>
internal static class StoredRecords
{
    public static async Task<IReadOnlyList<OrganisationRecord>> RecordsOf(this NetworkDb db, IReadOnlyList<Organisation> organisations, CancellationToken stop)
    {
        var parents = (await db.OrganisationsOf(organisations.Select(o => o.Parent), stop));
        var points = organisations.Where(o => o.ContactPoint is not null).Select(o => o.ContactPoint!.Value).Distinct().ToList();
        var emails = await db.EmailsOf(points, stop);
        var ids = organisations.Select(o => (OrganisationId?)o.Id).ToList();
        var awaited = (await db.AwaitedPeople.AsNoTracking().Where(a => ids.Contains(a.OrganisationId)).ToListAsync(stop)).ToLookup(a => a.OrganisationId!.Value, a => a.Email);
        return
        [
            .. organisations.Select(o => OrganisationRecord.Of(
                o, o.Parent is { } parent ? parents.GetValueOrDefault(parent)?.Key : null,
                o.ContactPoint is { } point && emails.TryGetValue(point, out var email) ? email : awaited[o.Id].FirstOrDefault())),
        ];
    }

    public static async Task<IReadOnlyList<MemberRecord>> RecordsOf(this NetworkDb db, IReadOnlyList<Member> members, CancellationToken stop)
    {
        var organisations = await db.OrganisationsOf(members.Select(m => m.OrganisationId), stop);
        return
        [
            .. members.Select(m => MemberRecord.Of(
                m, m is { OrganisationConfirmed: true, OrganisationId: { } id } && organisations.TryGetValue(id, out var organisation) ? organisation.Key : "")),
        ];
    }

    /// <param name="db">The store.</param>
    /// <param name="cases">With their contacts.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<IReadOnlyList<CaseRecord>> RecordsOf(this NetworkDb db, IReadOnlyList<Case> cases, CancellationToken stop)
    {
        var organisations = await db.OrganisationsOf(cases.Select(c => c.OrganisationId), stop);
        var emails = await db.EmailsOf([.. cases.SelectMany(c => c.Contacts).Select(contact => contact.MemberId).Distinct()], stop);
        var ids = cases.Select(c => (CaseId?)c.Id).ToList();
        var awaited = (await db.AwaitedPeople.AsNoTracking().Where(a => ids.Contains(a.CaseId)).ToListAsync(stop)).ToLookup(a => a.CaseId!.Value);
        return
        [
            .. cases.Select(c => CaseRecord.Of(
                c, c.OrganisationId is { } id ? organisations.GetValueOrDefault(id) : null,
                [
                    .. c.Contacts.Where(contact => emails.ContainsKey(contact.MemberId)).Select(contact => (contact.Position, Email: emails[contact.MemberId]))
                        .Concat(awaited[c.Id].Select(a => (a.Position, a.Email))).OrderBy(one => one.Position).ThenBy(one => one.Email, StringComparer.Ordinal)
                        .Select(one => one.Email),
                ])),
        ];
    }

    private static async Task<Dictionary<OrganisationId, Organisation>> OrganisationsOf(this NetworkDb db, IEnumerable<OrganisationId?> named, CancellationToken stop)
    {
        var ids = named.OfType<OrganisationId>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
    }

    private static async Task<Dictionary<MemberId, string>> EmailsOf(this NetworkDb db, List<MemberId> ids, CancellationToken stop) => ids.Count == 0
        ? []
        : await db.Members.Where(m => ids.Contains(m.Id) && m.Email != null).Select(m => new { m.Id, m.Email }).ToDictionaryAsync(m => m.Id, m => m.Email!, stop);
}
