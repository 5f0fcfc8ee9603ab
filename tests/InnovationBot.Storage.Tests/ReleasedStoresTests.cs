using System.Text.RegularExpressions;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Testing.Cards;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Storage.Tests;

/// <summary>
/// Stores as each released program left them, with a row of every kind: <c>Released/VERSION/ENGINE.sql</c>, written once with each release and never
/// again (CONTRIBUTING). This program's own is among them, recorded as the test runs.
/// </summary>
public sealed partial class ReleasedStoresTests
{
    private static readonly string Released = Path.Combine(RepositoryFolder.Root, "tests", "InnovationBot.Storage.Tests", "Released");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task A_store_of_any_release_is_brought_up_to_date_and_every_row_of_it_is_read(StoreEngine engine)
    {
        var own = await Record(engine);
        var version = typeof(Store).Assembly.GetName().Version!.ToString(3);
        if (Environment.GetEnvironmentVariable("RECORD_RELEASE") == version)
        {
            Directory.CreateDirectory(Path.Combine(Released, version));
            await File.WriteAllTextAsync(Path.Combine(Released, version, FileOf(engine)), own, Stop);
        }

        foreach (var (release, record) in Records(engine).Append(("this program", own)))
        {
            await using var empty = await EmptyDatabase.Of(engine);
            await StoreRecord.Load(engine, empty.ConnectionString, record, Stop);
            await using var services = new ServiceCollection().AddStore(empty.ConnectionString).BuildServiceProvider();
            await services.GetRequiredService<Store>().Migrate(Stop);
            await services.GetRequiredService<Store>().Open(Stop);
            await using var db = services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext();

            var kept = RowOf().Matches(record).Select(match => match.Groups["table"].Value).CountBy(table => table).ToDictionary();
            kept.Count.ShouldBeGreaterThan(50, release);
            foreach (var kind in db.Model.GetEntityTypes())
                (await Read(db, kind.ClrType)).Count.ShouldBe(kept.GetValueOrDefault(kind.GetTableName()!), $"{release}: {kind.ClrType.Name}");
        }
    }

    [Fact]
    public void Every_release_that_the_changelog_tells_of_has_left_its_store_here()
    {
        var releases = Heading().Matches(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "CHANGELOG.md"))).Select(match => match.Groups["version"].Value);
        foreach (var release in releases)
            foreach (var engine in Enum.GetValues<StoreEngine>())
                File.Exists(Path.Combine(Released, release, FileOf(engine))).ShouldBeTrue($"Record the store of {release} as CONTRIBUTING.md says.");
    }

    private static async Task<string> Record(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var db = store.NewDb();
        var now = new DateTimeOffset(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);
        var person = new Member { Id = EntityId.New<MemberId>(now), Name = "Ana O'Brien", Email = "ana@town.example", Language = Language.English, CreatedAt = now };
        db.Add(person);
        db.AddRange(OneOfEach.Of(db.Model, person.Id, "each", now).Rows);
        await db.SaveChangesAsync(Stop);
        return await StoreRecord.Of(db, Stop);
    }

    private static IEnumerable<(string Release, string Record)> Records(StoreEngine engine) => Directory.Exists(Released)
        ? Directory.EnumerateFiles(Released, FileOf(engine), SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(Path.GetDirectoryName(file))!, File.ReadAllText(file)))
        : [];

    private static string FileOf(StoreEngine engine) => engine == StoreEngine.Sqlite ? "sqlite.sql" : "postgres.sql";

    private static Task<List<object>> Read(NetworkDb db, Type kind) =>
        (Task<List<object>>)typeof(ReleasedStoresTests).GetMethod(nameof(ReadAll), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(kind).Invoke(null, [db])!;

    private static async Task<List<object>> ReadAll<TEntity>(NetworkDb db) where TEntity : class => [.. await db.Set<TEntity>().IgnoreQueryFilters().AsNoTracking().ToListAsync(Stop)];

    [GeneratedRegex(@"^INSERT INTO ""(?<table>\w+)"" \(""\w+""(, ""\w+"")*\) VALUES \((?!'\d{14}_)", RegexOptions.Multiline)]
    private static partial Regex RowOf();

    [GeneratedRegex(@"^## \[?v?(?<version>\d+\.\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex Heading();

    private sealed record EmptyDatabase(string ConnectionString, Func<ValueTask> Remove) : IAsyncDisposable
    {
        public static async Task<EmptyDatabase> Of(StoreEngine engine)
        {
            if (engine == StoreEngine.Sqlite)
            {
                var folder = Directory.CreateTempSubdirectory("innovationbot-released-");
                return new($"Data Source={folder}/network.db", () =>
                {
                    folder.Delete(recursive: true);
                    return ValueTask.CompletedTask;
                });
            }

            var server = await PostgresServer.Running;
            var name = server.NewName();
            await server.CreateEmpty(name);
            return new(server.ConnectionString(name), () => server.Drop(name));
        }

        public ValueTask DisposeAsync() => Remove();
    }
}
