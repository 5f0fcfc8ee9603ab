using InnovationBot.Network.Introductions;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>The main job at the running service with a PostgreSQL store: the whole way once, since every part has its own tests on both.</summary>
public sealed class PostgresScenarioTests : IAsyncLifetime
{
    private TestStore store = null!;
    private PermitNetwork network = null!;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.Open(StoreEngine.Postgres);
        network = await PermitNetwork.Start(new Dictionary<string, string?> { ["Store:ConnectionString"] = store.ConnectionString });
    }

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_asks_is_introduced_and_both_read_of_each_other()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/accept"), PermitNetwork.Patience);
        await giver.Press("introduction/accept");

        await network.Mia.WaitForCard(card => card.Text.Contains(giver.Person.Name, StringComparison.Ordinal) && card.Verbs.Contains("introduction/in-touch"), PermitNetwork.Patience);
        await network.Mia.Say("my introductions");
        network.Mia.LastCard.Text.ShouldContain(giver.Person.Name);
        (await store.Read(db => db.Set<Introduction>().CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_no_the_asker_reads_that_the_search_goes_on_and_not_who_said_it()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/decline"), PermitNetwork.Patience);
        await giver.Press("introduction/decline");

        var seen = await network.Mia.WaitForCard(card => card.Text.Contains("Still looking", StringComparison.OrdinalIgnoreCase), PermitNetwork.Patience);
        seen.Text.ShouldNotContain(giver.Person.Name);
    }
}
