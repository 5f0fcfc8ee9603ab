using InnovationBot.Network.Turns;

namespace InnovationBot.Storage.Sqlite;

internal sealed class SqliteHandledActivities(SqliteSessions sessions) : IHandledActivities
{
    public ValueTask<HandledActivity?> Find(string key, CancellationToken stop) => ValueTask.FromResult(sessions.Read(session =>
    {
        using var row = session.Command("""SELECT "At", "Subject" FROM "HandledActivities" WHERE "Key" = @key""", ("@key", key)).ExecuteReader();
        return row.Read()
            ? new HandledActivity { Key = key, At = new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero), Subject = row.IsDBNull(1) ? null : row.GetGuid(1) }
            : null;
    }));

    public Task<int> Prune(DateTimeOffset now, int most, CancellationToken stop) =>
        sessions.Write(
            session => session.Command(
                """DELETE FROM "HandledActivities" WHERE "Key" IN (SELECT "Key" FROM "HandledActivities" WHERE "At" < @before LIMIT @most)""",
                ("@before", (now - HandledActivity.Lifetime).UtcTicks), ("@most", most)).ExecuteNonQuery(),
            stop);
}
