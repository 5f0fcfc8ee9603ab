using InnovationBot.Network.Transfer;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Network.Tests.Transfer;

public sealed class RehearseImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_rehearsed_to_its_end_in_an_empty_store_and_leaves_nothing_in_the_own_one()
    {
        await using var store = await TestStore.Open(StoreEngine.Sqlite);
        await using var writer = store.NewDb();
        await using var locked = await writer.BeginWrite(Stop);

        (await new RehearseImport(TimeProvider.System, store.Services.GetRequiredService<IEmptyStore>()).Run(Stop)).ShouldBeTrue("while somebody else holds the write lock");

        (await store.Read(db => db.Cases.IgnoreQueryFilters().AnyAsync(Stop))).ShouldBeFalse();
        (await store.Read(db => db.Imports.AnyAsync(Stop))).ShouldBeFalse();
        (await store.Read(db => db.AuditEvents.AnyAsync(Stop))).ShouldBeFalse();
    }
}
