using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore.Storage;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>
/// Acts on a round, and acts that its deadline or its uniqueness decides, take the round's row first: of a phase that ends and a
/// nomination that comes in the same second one is before the other.
/// </summary>
public sealed class AwardLocks(NetworkDb db)
{
    /// <returns><c>null</c> for an id nobody has; then nothing is held.</returns>
    public Task<LockedAward?> Take(AwardRoundId id, CancellationToken stop) => HeldRow.Take(
        db, async transaction => await db.Lock<AwardRound>(id, stop) is { } round ? new LockedAward(db, transaction, round) : null, stop);

    /// <summary>For an act of organisers.</summary>
    /// <param name="by">None for the administrator of the machine.</param>
    public async Task<(LockedAward? Held, Refusal? Refusal)> TakeAs(MemberId? by, AwardRoundId id, CancellationToken stop)
    {
        if (by is { } organiser && (await db.MemberOf(organiser, stop) is not { } member || !AwardAccess.MayOrganise(member))) return (null, AwardRefusals.OrganisersOnly);
        return await Take(id, stop) is { } held ? (held, null) : (null, Refusal.NotFound);
    }

    /// <summary>The round of a nomination, and the nomination itself.</summary>
    public async Task<(LockedAward Held, Nomination Nomination)?> TakeOf(NominationId id, CancellationToken stop)
    {
        if (await db.Nominations.FindAsync([id], stop) is not { } found) return null;
        if (await Take(found.RoundId, stop) is not { } held) return null;
        await db.Entry(found).ReloadAsync(stop); // as it is now that nobody else changes it
        if (db.Entry(found).State != Microsoft.EntityFrameworkCore.EntityState.Detached) return (held, found);
        await held.DisposeAsync();
        return null;
    }
}

/// <summary>One round within a transaction; rolled back unless saved.</summary>
public sealed record LockedAward(NetworkDb Db, IDbContextTransaction Transaction, AwardRound Round) : HeldRow(Db, Transaction);
