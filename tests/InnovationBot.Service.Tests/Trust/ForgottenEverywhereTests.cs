using System.Collections.Concurrent;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Search;
using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Testing.Hosting;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Tests.Trust;

/// <summary>Somebody who owns one of everything, is found, wrote and was written to, is forgotten: then everything is searched for them.</summary>
public sealed class ForgottenEverywhereTests
{
    private const string Secret = "zwqforgotten";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_somebody_forgotten_nothing_stays_in_any_table_index_cache_log_or_export()
    {
        var log = new KeptLog();
        await using var bot = await BotUnderTest.Start(
            settings: new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Debug", ["Logging:LogLevel:Microsoft"] = "Warning" },
            configure: builder => builder.Logging.AddProvider(log));
        var fiona = bot.Of("Fiona Fernweh");
        await fiona.Say("profile");
        await fiona.Press("profile/join", new Dictionary<string, string> { ["findable"] = "true", ["contactable"] = "true" });
        await fiona.Say("Parents bring the same certificate to three offices zwqforgotten");
        await fiona.Say("my data");
        var id = await bot.Store(async db =>
        {
            var member = await db.Members.SingleAsync(one => one.Name == fiona.Person.Name, Stop);
            (member.Visibility, member.Topics) = (Visibility.Listed, [Secret]);
            db.AddRange(OneOfEach.Of(db.Model, member.Id, Secret, bot.Clock.GetUtcNow()).Rows.Where(row => !IsThere(row)));
            return member.Id;

            bool IsThere(object row) => db.Entry(row) is var entry && db.Find(row.GetType(), [.. entry.Metadata.FindPrimaryKey()!.Properties.Select(key => entry.Property(key.Name).CurrentValue)]) is not null;
        });
        await bot.Services.GetRequiredService<ISearchIndex>().CatchUp(Stop);
        var earlier = await bot.Store(db => StoreDump.Of(db, Stop));
        earlier.Values.SelectMany(row => row.Values).Count(IsOfFiona).ShouldBeGreaterThan(40);

        await fiona.Say("forget me");
        (await fiona.Press("people/forget")).Text.ShouldContain("your name and your words are gone");

        var rows = await bot.Store(db => StoreDump.Of(db, Stop));
        var left = rows.Where(row => !row.Key.StartsWith("Changes ", StringComparison.Ordinal)).SelectMany(row => row.Value.Where(column => IsOfFiona(column.Value)).Select(column => $"{row.Key}.{column.Key}: {column.Value}"));
        string.Join('\n', left.Take(40)).ShouldBeEmpty();
        log.Lines.Count.ShouldBeGreaterThan(0);
        log.Lines.Where(line => IsOfFiona(line) || line.Contains("certificate", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var records in new[] { "members", "cases", "organisations" })
        {
            var file = Path.Combine(bot.Folder, $"{records}.jsonl");
            await Called.With("export", records, file, "--data", bot.Folder);
            if (File.Exists(file)) IsOfFiona(await File.ReadAllTextAsync(file, Stop)).ShouldBeFalse(records);
        }

        await bot.Services.GetRequiredService<ISearchIndex>().CatchUp(Stop);
        var other = bot.Of("Otto Other");
        await other.Say("ambassadors");
        await other.Say("Parents bring the same certificate to three offices");
        IsOfFiona(other.Text).ShouldBeFalse();

        // the store's own files and the index's, as whoever copies the folder reads them; whoever read just when the log was to be emptied has read by now
        foreach (var traces in bot.Services.GetServices<IStoreTraces>()) await traces.Sweep(Stop);
        foreach (var file in Directory.GetFiles(bot.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var text = await Read(file);
            foreach (var mark in new[] { fiona.Person.Name, fiona.Person.Email, fiona.Person.EntraObjectId, fiona.Person.UserId }) text.Contains(mark, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{Path.GetFileName(file)} holds {mark}");
        }

        await fiona.Say("help");
        (await bot.Store(db => db.Members.SingleAsync(one => one.Name == fiona.Person.Name, Stop))).Id.ShouldNotBe(id);

        bool IsOfFiona(string text) => new[] { id.ToString(), id.Value.ToString(), fiona.Person.Name, fiona.Person.Email, fiona.Person.EntraObjectId, fiona.Person.UserId }
            .Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Byte for letter. Empty for a file that went meanwhile: the index writes on.</summary>
    private static async Task<string> Read(string file)
    {
        try
        {
            await using var data = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await data.CopyToAsync(bytes, Stop);
            return System.Text.Encoding.Latin1.GetString(bytes.ToArray());
        }
        catch (FileNotFoundException)
        {
            return "";
        }
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
