using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Time;

/// <summary>Work that looks at everybody now and then, not at due rows: when it looks next. One row for each such work.</summary>
public sealed class Round
{
    public required string Name { get; init; }

    public DateTimeOffset NextDue { get; set; }

    public int Version { get; set; }
}

internal static class Rounds
{
    /// <summary>
    /// Finds what there is to do and does it one by one, then waits for the next round. What is left of a round that ended early
    /// (the program stopped, more was found than one batch) is found by the next sweep.
    /// </summary>
    /// <param name="name">Of the round, the same for ever.</param>
    /// <param name="every">From the end of one round to the next.</param>
    /// <param name="most">Of what <paramref name="find"/> gives; as many mean that there may be more.</param>
    /// <param name="find">What is to be done now; not again what <paramref name="act"/> has done.</param>
    /// <param name="act">Saves what it did.</param>
    public static async Task<int> EachRound<TId>(
        this NetworkDb db, string name, TimeSpan every, DateTimeOffset now, int most, Func<Task<List<TId>>> find, Func<TId, Task<bool>> act, CancellationToken stop)
    {
        if (await db.Rounds.AsNoTracking().AnyAsync(r => r.Name == name && r.NextDue > now, stop)) return 0;
        var found = await find();
        var acted = await db.Each(found, act);
        if (found.Count >= most && acted > 0) return acted;

        if (await db.Rounds.FindAsync([name], stop) is { } round) round.NextDue = now + every;
        else db.Rounds.Add(new Round { Name = name, NextDue = now + every });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (Exception lost) when (db.IsLostRace(lost))
        {
            // another instance ended the same round
        }

        db.ChangeTracker.Clear();
        return acted;
    }
}

internal sealed class RoundModel : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.HasKey(r => r.Name);
        round.Property(r => r.Name).HasMaxLength(64);
        round.Property(r => r.Version).IsConcurrencyToken();
    }
}
