using System.Collections;
using InnovationBot.Storage;
using Xunit;

namespace InnovationBot.Testing.Stores;

/// <summary>
/// Runs a test on every engine: <c>[Theory, ClassData(typeof(Stores))]</c>, then <see cref="TestStore.Open"/>. Without PostgreSQL on the
/// machine its rows are skipped with the reason; under CI they fail, so that nobody believes what did not run.
/// </summary>
public sealed class Stores : IEnumerable<TheoryDataRow<StoreEngine>>
{
    public IEnumerator<TheoryDataRow<StoreEngine>> GetEnumerator()
    {
        yield return new(StoreEngine.Sqlite);
        yield return new(StoreEngine.Postgres) { Skip = Environment.GetEnvironmentVariable("CI") is null ? PostgresServer.Missing : null };
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
