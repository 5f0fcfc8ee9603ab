using InnovationBot.Network.Awards.Rounds;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>The marks that cases carry in the library, once a round's results are for everybody.</summary>
public sealed class AwardMarks(NetworkDb db, TimeProvider clock)
{
    /// <summary>The best of each case; nothing for a case without.</summary>
    public async Task<IReadOnlyDictionary<CaseId, AwardMark>> Of(IReadOnlyCollection<CaseId> cases, CancellationToken stop)
    {
        if (cases.Count == 0) return new Dictionary<CaseId, AwardMark>();
        var (ids, now) = (cases.Select(id => (CaseId?)id).ToList(), clock.GetUtcNow());
        var found = await db.Nominations.AsNoTracking()
            .Where(n => ids.Contains(n.CaseId) && n.AcceptedAt != null
                && (n.State == NominationState.Winner || n.State == NominationState.Finalist || n.State == NominationState.Shortlisted || n.State == NominationState.Eligible))
            .Join(db.AwardRounds.Where(r => r.State == AwardState.Announced && r.PublicAt <= now), n => n.RoundId, r => r.Id, (n, r) => new { n.CaseId, n.State, Round = r }).ToListAsync(stop);
        return found.GroupBy(one => one.CaseId!.Value).ToDictionary(one => one.Key, one => one.Select(mark => new AwardMark(mark.Round.Name, Place(mark.State))).MaxBy(mark => mark.Place)!);
    }

    private static AwardPlace Place(NominationState state) => state switch
    {
        NominationState.Winner => AwardPlace.Winner,
        NominationState.Finalist or NominationState.Shortlisted => AwardPlace.Finalist,
        _ => AwardPlace.Nominated,
    };
}

/// <param name="Round">Its name.</param>
public sealed record AwardMark(string Round, AwardPlace Place);

public enum AwardPlace { Nominated, Finalist, Winner }
