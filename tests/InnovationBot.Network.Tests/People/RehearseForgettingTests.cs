using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Network.Tests.People;

public sealed class RehearseForgettingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreEngine.Sqlite, true)]
    [InlineData(StoreEngine.Postgres, false)]
    public async Task Somebody_made_up_is_forgotten_beside_a_writer_and_leaves_nothing_in_the_own_store(StoreEngine engine, bool isRehearsed)
    {
        await using var store = await TestStore.Open(engine);
        var search = new StoredSearch(store.NewDb);
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddSingleton<ISearch>(search).AddSingleton<IShortAnswerSearch>(search).AddSingleton<ITasks, WordTasks>()
            .AddStore(store.ConnectionString).AddNetwork().BuildServiceProvider(validateScopes: true);
        await using var writer = store.NewDb();
        await using var locked = await writer.BeginWrite(Stop);

        (await services.GetRequiredService<RehearseForgetting>().Run(Stop)).ShouldBe(isRehearsed);

        (await store.Read(db => db.Members.AnyAsync(Stop))).ShouldBeFalse();
        (await store.Read(db => db.Set<Erasure>().AnyAsync(Stop))).ShouldBeFalse();
        (await store.Read(db => db.AuditEvents.AnyAsync(Stop))).ShouldBeFalse();
    }
}
