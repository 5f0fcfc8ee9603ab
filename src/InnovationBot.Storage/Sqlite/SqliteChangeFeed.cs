using System.Globalization;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage.Sqlite;

/// <summary>One writer at a time gives out the numbers, so they are committed in order.</summary>
internal sealed class SqliteChangeFeed(SqliteSessions sessions, IDbContextFactory<NetworkDb> contexts) : IChangeFeed
{
    public async Task<ChangePosition> End(CancellationToken stop)
    {
        await using var db = contexts.CreateDbContext();
        return PlaceAfter(await db.Changes.AsNoTracking().OrderByDescending(c => c.Sequence).FirstOrDefaultAsync(stop));
    }

    public async Task<ChangeBatch> Read(ChangePosition after, int most, CancellationToken stop)
    {
        await using var db = contexts.CreateDbContext();
        var (sequence, mark) = Parse(after);
        var batch = await db.Changes.AsNoTracking().Where(c => c.Sequence >= sequence).OrderBy(c => c.Sequence).Take(most + 1).ToListAsync(stop);
        if (sequence > 0)
        {
            if (batch is not [var last, ..] || last.Sequence != sequence || Mark(last) != mark) return new([], after, Lost: true);
            batch.RemoveAt(0);
        }
        else if (batch is [{ Sequence: > 1 }, ..])
        {
            return new([], after, Lost: true); // the first ones were pruned
        }

        if (batch.Count > most) batch.RemoveAt(most);
        return new(batch, batch is [.., var newest] ? PlaceAfter(newest) : after);
    }

    public Task<int> Prune(DateTimeOffset now, int most, CancellationToken stop) =>
        sessions.Write(
            session => session.Command(
                """
                DELETE FROM "Changes" WHERE "Sequence" IN (
                    SELECT "Sequence" FROM "Changes"
                    WHERE "At" < @before AND "Sequence" < (SELECT max("Sequence") FROM "Changes") ORDER BY "Sequence" LIMIT @most)
                """,
                ("@before", (now - Change.Lifetime).UtcTicks), ("@most", most)).ExecuteNonQuery(),
            stop);

    /// <summary>A number alone would still be found in a store restored from a backup, where it means another change.</summary>
    private static string Mark(Change change) => $"{change.At.UtcTicks:x}.{change.Mark:N}";

    private static ChangePosition PlaceAfter(Change? change) =>
        change is null ? default : new(string.Create(CultureInfo.InvariantCulture, $"{change.Sequence}.{Mark(change)}"));

    private static (long Sequence, string Mark) Parse(ChangePosition position)
    {
        var dot = position.Value?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && long.TryParse(position.Value.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? (sequence, position.Value![(dot + 1)..])
            : position.Value is null or "" ? (0, "") : (long.MaxValue, "");
    }
}
