using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Storage.Tests;

public class SqliteFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_saved_is_there_after_the_process_is_killed()
    {
        await using var store = await TestStore.Open(StoreEngine.Sqlite);
        await store.Save(new Member { Id = EntityId.New<MemberId>(DateTimeOffset.UnixEpoch), Name = "Mia" });

        // What a kill leaves is what the operating system holds of the files now, with nothing closed or folded in.
        var left = Directory.CreateTempSubdirectory("innovationbot-killed-");
        var file = store.ConnectionString["Data Source=".Length..];
        foreach (var part in new[] { "", "-wal" }) File.Copy(file + part, Path.Combine(left.FullName, "network.db" + part));

        await using (var services = new ServiceCollection().AddStore($"Data Source={left}/network.db").BuildServiceProvider())
        await using (var db = services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext())
        {
            (await db.Members.SingleAsync(Stop)).Name.ShouldBe("Mia");
        }

        left.Delete(recursive: true);
    }

    [Fact]
    public async Task A_full_disk_is_told_with_a_sentence_and_the_store_goes_on_when_there_is_room()
    {
        await using var store = await TestStore.Open(StoreEngine.Sqlite);
        await using var db = store.NewDb();
        await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1", Stop); // cannot be less than what is there
        db.Add(new Member { Id = EntityId.New<MemberId>(DateTimeOffset.UnixEpoch), Name = new string('x', 500_000) });
        var thrown = await Should.ThrowAsync<StoreException>(() => db.SaveChangesAsync(Stop));
        thrown.Problem.ShouldBe(StoreProblem.Full);

        await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1000000", Stop);
        (await db.SaveChangesAsync(Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task Writers_wait_in_line_without_holding_threads()
    {
        await using var store = await TestStore.Open(StoreEngine.Sqlite);
        await using var first = store.NewDb();
        await using var transaction = await first.BeginWrite(Stop);
        var waiting = Enumerable.Range(0, 200).Select(i => store.Save(new Member { Id = EntityId.New<MemberId>(DateTimeOffset.UnixEpoch), Name = $"{i}" })).ToArray();
        waiting.ShouldAllBe(save => !save.IsCompleted); // all 200 began on this one thread

        (await store.Read(db => db.Members.CountAsync(Stop))).ShouldBe(0); // readers are not held up
        await transaction.CommitAsync(Stop);
        await Task.WhenAll(waiting);
        (await store.Read(db => db.Members.CountAsync(Stop))).ShouldBe(200);
    }
}
