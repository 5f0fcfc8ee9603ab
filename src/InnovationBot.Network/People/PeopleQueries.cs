using InnovationBot.Network.Cases;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People;

/// <summary>Reads of people that most use cases need.</summary>
public static class PeopleQueries
{
    public static async Task<Organisation?> OrganisationOf(this NetworkDb db, OrganisationId? id, CancellationToken stop) =>
        id is { } known ? await db.Organisations.FindAsync([known], stop) : null;

    /// <summary>Somebody who may act: erased people and ids nobody has are none.</summary>
    public static async Task<Member?> MemberOf(this NetworkDb db, MemberId id, CancellationToken stop) =>
        await db.Members.FindAsync([id], stop) is { State: not MemberState.Erased } member ? member : null;

    /// <summary>What a person may read; somebody unknown reads what everybody may.</summary>
    public static async Task<Reader> ReaderOf(this NetworkDb db, MemberId id, CancellationToken stop) =>
        await db.MemberOf(id, stop) is { } member ? Reader.Of(member, await db.OrganisationOf(member.OrganisationId, stop)) : Reader.Anybody;

    /// <summary>Everybody who has a role. Roles are few, so those who have none are left out by the store and the rest is looked through.</summary>
    public static async Task<IReadOnlyList<Member>> MembersWith(this NetworkDb db, Role role, CancellationToken stop)
    {
        List<Role> none = [];
        var some = await db.Members.Where(m => m.Roles != none && m.State != MemberState.Erased && m.State != MemberState.Left).ToListAsync(stop);
        return [.. some.Where(m => m.Has(role)).OrderBy(m => m.Id.Value)];
    }
}
