using InnovationBot.Network;
using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Storage;
using InnovationBot.Testing.Hosting;
using InnovationBot.Testing.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Operating;

/// <summary>The way to a country's store, and back from a backup.</summary>
public sealed class CopyStoreTests
{
    public static bool CannotRun => PostgresServer.Missing is not null && Environment.GetEnvironmentVariable("CI") is null;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Skip = "PostgreSQL is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task A_file_moves_to_PostgreSQL_whole_and_what_is_written_next_has_a_number_of_its_own()
    {
        await using var bot = await BotUnderTest.Start(sample: true);
        await bot.Of("Mia").Say("Nobody answers the phone at our building permit office, people come in person to ask");
        await bot.Stop();
        await using var target = await TestStore.Open(StoreEngine.Postgres);

        var copied = await Called.With("copy-store", target.ConnectionString, "--data", bot.Folder);
        copied.ExitCode.ShouldBe(0, copied.Error);
        copied.Out.ShouldNotContain("DIFFERENT");
        copied.Out.Split('\n').ShouldContain(line => line.StartsWith("same\tCases\t", StringComparison.Ordinal) && line.Split('\t')[2] != "0");
        await target.Save(new Fact { Kind = FactKind.Asked, At = MovedClock.Begin });

        var again = await Called.With("copy-store", target.ConnectionString, "--data", bot.Folder);
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("not empty");
    }

    [Fact]
    public async Task A_restored_backup_answers_the_same_and_whoever_was_erased_since_is_erased_again()
    {
        await using var bot = await BotUnderTest.Start();
        var cases = Path.Combine(bot.Folder, "cases.jsonl");
        await File.WriteAllTextAsync(
            cases, """{"id":"q","title":"A permit in three days","problem":"People waited eleven weeks for a building permit","what_was_done":"One desk.","outcome":"succeeded","result":"Three days.","lesson":"Start with the forms.","language":"en"}""", Stop);
        (await Called.With("import", "cases", cases, "--data", bot.Folder)).ExitCode.ShouldBe(0);
        await bot.Of("Mia").Say("help");
        await bot.Of("Jan").Say("help");
        var asked = await Called.With("ask", "People wait eleven weeks for a building permit", "--json", "--data", bot.Folder);
        asked.Out.ShouldContain("\"id\":\"q\"");
        await Backup(bot.Folder);

        var mia = await bot.Store(db => db.Members.Where(member => member.Name == "Mia").Select(member => member.Id).SingleAsync(Stop));
        await using (var scope = bot.Services.CreateAsyncScope()) (await scope.ServiceProvider.GetRequiredService<ForgetMe>().Handle(mia, Stop)).ShouldBeNull();
        var erasures = Path.Combine(bot.Folder, "erasures.txt");
        (await Called.With("erasures", "export", erasures, "--data", bot.Folder)).Out.Trim().ShouldBe("1");
        await bot.Stop();
        Restore(bot.Folder);

        (await Called.With("ask", "People wait eleven weeks for a building permit", "--json", "--data", bot.Folder)).Out.ShouldBe(asked.Out);
        (await Called.With("erasures", "apply", erasures, "--data", bot.Folder)).Out.Trim().ShouldBe("1");
        (await Called.With("erasures", "apply", erasures, "--data", bot.Folder)).Out.Trim().ShouldBe("0");
        await bot.Restart();
        (await bot.Store(db => db.Members.AsNoTracking().Where(member => member.Name == "Mia" && member.State != MemberState.Erased).CountAsync(Stop))).ShouldBe(0);
        (await bot.Store(db => db.Members.AsNoTracking().CountAsync(member => member.Name == "Jan", Stop))).ShouldBe(1);
    }

    /// <summary>As docs/operating.md says: SQLite's own copy, which is whole while the service runs.</summary>
    private static async Task Backup(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "network.db")};Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM INTO '{Path.Combine(folder, "backup.db")}'";
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static void Restore(string folder)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(folder, "network.db*")) File.Delete(file);
        File.Move(Path.Combine(folder, "backup.db"), Path.Combine(folder, "network.db"));
    }
}
