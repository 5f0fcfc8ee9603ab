using System.Linq.Expressions;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>
/// Who reads which problems of others. Whoever is not of the public sector, or says so, reads none; nobody reads one of
/// somebody they shall not meet again.
/// </summary>
/// <param name="OrganisationId">Only when confirmed.</param>
/// <param name="ConfirmedPublicBody">A confirmed member of an organisation of the public sector.</param>
/// <param name="Apart">Everybody not to be brought together with this person, in either direction.</param>
public sealed record OpenProblemReader(MemberId Member, OrganisationId? OrganisationId, bool ConfirmedPublicBody, bool ReadsOthers, IReadOnlyList<MemberId> Apart)
{
    public static async Task<OpenProblemReader?> Of(NetworkDb db, MemberId id, CancellationToken stop)
    {
        if (await db.MemberOf(id, stop) is not { State: not MemberState.Left } member) return null;
        var organisation = await db.OrganisationOf(member.OrganisationId, stop);
        var apart = await db.BlockedPairs.Where(p => p.ById == id || p.OtherId == id).Select(p => p.ById == id ? p.OtherId : p.ById).ToListAsync(stop);
        return Of(member, organisation, apart);
    }

    public static OpenProblemReader Of(Member member, Organisation? organisation, IReadOnlyList<MemberId> apart)
    {
        var reader = Reader.Of(member, organisation);
        return new(member.Id, reader.OrganisationId, reader.ConfirmedPublicBody, (organisation?.Sector ?? member.SaysKind?.Sector ?? Sector.Public) == Sector.Public, apart);
    }

    /// <summary>Others' problems that this person may read.</summary>
    public Expression<Func<Problem, bool>> Reads
    {
        get
        {
            var (member, organisation, publicBody, readsOthers, apart) = this;
            return p => readsOthers && p.OwnerId != member && !apart.Contains(p.OwnerId)
                && (p.State == ProblemState.Open || p.State == ProblemState.Matched || p.State == ProblemState.Trying)
                && (p.Readers == Readers.Network
                    || (p.Readers == Readers.PublicBodies && publicBody)
                    || (p.Readers == Readers.Organisation && organisation != null && p.OpenedIn == organisation));
        }
    }
}
