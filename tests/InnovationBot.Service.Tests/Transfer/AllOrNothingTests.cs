using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.CommandLine;
using InnovationBot.Service.Files;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.Transfer;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.Transfer;

/// <summary>Of a file all is seen at once or nothing, whoever reads, edits or kills meanwhile.</summary>
public sealed class AllOrNothingTests
{
    /// <summary>More than a transaction before the commit holds, and no more than the commit changes on the slowest machine (<c>StagedUpdates.Chunk</c>).</summary>
    private const int Many = 500;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Stores))]
    public async Task Nobody_reads_some_of_a_file_in_its_old_text_and_some_in_its_new(StoreEngine engine)
    {
        await using var network = await NetworkOnDisk.On(engine);
        (await network.Import("cases", Cases("old", Many))).ExitCode.ShouldBe(0);

        var seen = new ConcurrentBag<string>();
        using var ended = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
                seen.Add(string.Join('+', await network.Read(db => db.Cases.Select(c => c.Problem + c.Contacts.Count).Distinct().OrderBy(text => text).ToListAsync(Stop))));
        }, Stop);
        var imported = await network.Import("cases", Cases("new", Many, contacts: true));
        await ended.CancelAsync();
        await reader;

        imported.Out.ShouldContain("500 changed", Case.Sensitive, imported.Error);
        seen.Distinct().ShouldBeSubsetOf(["old0", "new0"]);
        (await network.Read(db => db.Cases.CountAsync(c => c.Problem == "new" && c.Edition == 2, Stop))).ShouldBe(Many);
        (await network.Read(db => db.AwaitedPeople.CountAsync(Stop))).ShouldBe(Many);
        (await network.Read(db => db.StagedUpdates.CountAsync(Stop))).ShouldBe(0);
        (await network.Read(db => db.Imports.CountAsync(Stop))).ShouldBe(0);
        (await network.Import("cases", Cases("new", Many, contacts: true))).Out.ShouldContain("0 changed, 500 unchanged");
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task What_somebody_changes_while_the_file_is_being_written_is_not_overwritten_either(StoreEngine engine)
    {
        await using var network = await NetworkOnDisk.On(engine);
        await network.Import("cases", Cases("old", 3));

        var edited = false;
        var outcome = await Run(network, Cases("new", 3), new OnceWritten(() =>
        {
            edited = true;
            Edit(network).GetAwaiter().GetResult();
        }));

        (edited, outcome.IsDone).ShouldBe((true, true));
        var cases = await network.Read(db => db.Cases.AsNoTracking().OrderBy(c => c.Key).ToListAsync(Stop));
        cases.Select(c => (c.Problem, c.Title)).ShouldBe([("new", "new"), ("said here", "new"), ("new", "new")]);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task What_is_decided_when_its_process_is_killed_is_carried_to_its_end_by_whoever_comes_next(StoreEngine engine)
    {
        await using var network = await NetworkOnDisk.On(engine);
        await network.Import("cases", Cases("old", 3));

        await Should.ThrowAsync<IOException>(() => Run(network, Cases("new", 4), new OnceWritten(() =>
        {
            network.Read(db => db.Imports.ExecuteUpdateAsync(set => set.SetProperty(i => i.PublishedAt, DateTimeOffset.UnixEpoch), Stop)).GetAwaiter().GetResult();
            Edit(network).GetAwaiter().GetResult();
            throw new IOException("killed");
        })));

        var exported = Encoding.UTF8.GetString(await network.Export("cases", "jsonl"));
        exported.Split("\"problem\":\"new\"").Length.ShouldBe(4, exported);
        exported.ShouldContain("\"title\":\"new\",\"problem\":\"said here\"");
        (await network.Read(db => db.StagedUpdates.CountAsync(Stop))).ShouldBe(0);
        (await network.Read(db => db.Imports.CountAsync(Stop))).ShouldBe(0);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task What_its_importer_is_carrying_to_its_end_is_left_to_it_until_it_is_silent(StoreEngine engine)
    {
        await using var network = await NetworkOnDisk.On(engine);
        await network.Import("cases", Cases("old", 1));
        var now = TimeProvider.System.GetUtcNow();
        var import = new Import { Id = EntityId.New<ImportId>(now), RenewedAt = now, PublishedAt = now };
        await using (var db = network.Store.NewDb())
        {
            db.Imports.Add(import);
            (await db.Cases.SingleAsync(Stop)).StagedBy = import.Id;
            await db.SaveChangesAsync(Stop);
        }

        await using var clockwork = network.Store.NewDb();
        var finish = new FinishImports(clockwork, lines: null!, TimeProvider.System);
        (await finish.RunDue(now + Import.Silence, 100, Stop)).ShouldBe(0);
        (await network.Read(db => db.Imports.CountAsync(Stop))).ShouldBe(1);
        await finish.RunDue(now + Import.Silence + TimeSpan.FromSeconds(1), 100, Stop);
        (await network.Read(db => db.Imports.CountAsync(Stop))).ShouldBe(0);
        (await network.Read(db => db.Cases.Select(c => c.StagedBy).SingleAsync(Stop))).ShouldBeNull();
    }

    [Fact]
    public async Task A_killed_import_leaves_nothing_that_anybody_sees_and_the_next_one_begins_anew()
    {
        await using var network = await NetworkOnDisk.On(StoreEngine.Sqlite);
        await network.Import("cases", Cases("old", 400));
        await File.WriteAllTextAsync(network.File("again.jsonl"), Cases("new", 4_000), Stop);
        using (var killed = StartImport(network.Folder, network.File("again.jsonl")))
        {
            while (!killed.HasExited && await network.Read(db => db.Cases.IgnoreQueryFilters().CountAsync(Stop)) == 400) await Task.Yield();
            killed.Kill();
            await killed.WaitForExitAsync(Stop);
            killed.ExitCode.ShouldNotBe(0);
        }

        (await network.Read(db => db.Cases.IgnoreQueryFilters().CountAsync(Stop))).ShouldBeGreaterThan(400);
        (await network.Read(db => db.Cases.Select(c => c.Problem).ToListAsync(Stop))).ShouldBe(Enumerable.Repeat("old", 400));

        // as long after the kill as it takes to be sure that it was one
        await network.Read(db => db.Imports.ExecuteUpdateAsync(set => set.SetProperty(i => i.RenewedAt, i => DateTimeOffset.UnixEpoch), Stop));
        (await network.Import("cases", Cases("new", 401))).Out.ShouldContain("1 new, 400 changed");
        (await network.Read(db => db.Cases.IgnoreQueryFilters().Select(c => c.Problem).ToListAsync(Stop))).ShouldBe(Enumerable.Repeat("new", 401));
        (await network.Read(db => db.StagedUpdates.CountAsync(Stop))).ShouldBe(0);
    }

    private static string Cases(string text, int count, bool contacts = false) => string.Join('\n', Enumerable.Range(0, count).Select(number =>
        $$"""{"id":"{{number:d5}}","title":"{{text}}","problem":"{{text}}","what_was_done":"w","outcome":"partly","language":"en","contacts":[{{(contacts ? $"\"p{number}@town.example\"" : "")}}]}"""));

    private static async Task Edit(NetworkOnDisk network)
    {
        await using var db = network.Store.NewDb();
        (await db.Cases.SingleAsync(c => c.Key == "00001", Stop)).Problem = "said here";
        await db.SaveChangesAsync(Stop);
    }

    private static async Task<ImportOutcome> Run(NetworkOnDisk network, string text, IImportProgress progress)
    {
        await using var opened = await CommandNetwork.Open(Installation.In(network.Folder, new Dictionary<string, string?>()), new CommandConsole(TextWriter.Null, TextWriter.Null), Stop);
        await using var scope = opened.Scope();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var none = new Dictionary<string, string>();
        return await new ImportFiles(scope.ServiceProvider).Run(new ImportRequest(RecordKind.Cases, content, RecordFormat.JsonLines, none, none, null, DryRun: false), progress, Stop);
    }

    private static Process StartImport(string folder, string file)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "innovationbot.dll"), "import", "cases", file, "--data", folder])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    private sealed class OnceWritten(Action act) : IImportProgress
    {
        public void Checked(int lines)
        {
        }

        public void Written(int lines, int of) => act();

        public void Waiting()
        {
        }
    }
}
