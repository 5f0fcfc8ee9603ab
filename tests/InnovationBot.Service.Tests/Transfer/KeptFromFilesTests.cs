using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.Transfer;

/// <summary>A file is no way around who may read a case.</summary>
public sealed class KeptFromFilesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_members_wrote_for_other_readers_is_neither_shown_nor_opened_by_an_organisers_file()
    {
        await using var network = await NetworkOnDisk.On(StoreEngine.Sqlite);
        await network.Import("organisations", """
            {"id":"town","name":"Town","tier":"local","sector":"public","country":"SI"}
            {"id":"lake","name":"Lake","tier":"local","sector":"public","country":"SI"}
            """);
        await network.Import("members", """{"email":"ana@town.example","name":"Ana","organisation":"town"}""");
        (await Called.With("grant", "organiser", "ana@town.example", "--data", network.Folder)).ExitCode.ShouldBe(0);
        await network.Import("cases", Case("a", "readers\":\"organisation\",\"organisation\":\"lake\",\"lesson\":\"Only for the lake") + "\n" + Case("b", "readers\":\"organisation\",\"organisation\":\"lake"));
        await network.Read(db => db.Cases.Where(c => c.Key == "a").ExecuteUpdateAsync(set => set.SetProperty(c => c.EditedAt, DateTimeOffset.UnixEpoch).SetProperty(c => c.Problem, "What the lake says"), Stop));

        var opening = Case("a", "readers\":\"network\",\"lesson\":\"Another") + "\n" + Case("b", "readers\":\"public_bodies");
        var imported = await network.Import("cases", opening, "--as", "ana@town.example");
        imported.ExitCode.ShouldBe(0, imported.Error);
        imported.Out.ShouldContain("1 changed, 1 unchanged");
        imported.Out.ShouldContain("members wrote this case for other readers");
        (imported.Out + imported.Error).ShouldNotContain("lake says");
        (imported.Out + imported.Error).ShouldNotContain("Only for the lake");
        (await Readers(network)).ShouldBe([Network.Readers.Organisation, Network.Readers.PublicBodies], "what came by files alone goes on by files");

        (await network.Import("cases", opening)).Out.ShouldContain("here \"What the lake says\""); // the machine's administrator decides
        (await Readers(network)).ShouldBe([Network.Readers.Network, Network.Readers.PublicBodies]);
    }

    private static string Case(string id, string more) => $$"""{"id":"{{id}}","title":"t","problem":"p","what_was_done":"w","outcome":"failed","language":"en","{{more}}"}""";

    private static Task<List<Network.Readers>> Readers(NetworkOnDisk network) => network.Read(db => db.Cases.OrderBy(c => c.Key).Select(c => c.Readers).ToListAsync(Stop));
}
