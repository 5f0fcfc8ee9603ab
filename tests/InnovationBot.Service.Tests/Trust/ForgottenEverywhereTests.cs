using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Search;
using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Testing.Hosting;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using EventId = Microsoft.Extensions.Logging.EventId;

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
        var left = rows.SelectMany(row => row.Value.Where(column => IsOfFiona(column.Value)).Select(column => $"{row.Key}.{column.Key}: {column.Value}"));
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

    [Fact]
    public async Task Every_field_of_ones_data_is_called_by_a_word_of_each_language()
    {
        await using var bot = await BotUnderTest.Start();
        var id = EntityId.New<MemberId>(bot.Clock.GetUtcNow());
        await bot.Store(db =>
        {
            db.Members.Add(new Member { Id = id, Name = "Fiona Fernweh", CreatedAt = bot.Clock.GetUtcNow() });
            db.AddRange(OneOfEach.Of(db.Model, id, Secret, bot.Clock.GetUtcNow()).Rows);
            return Task.FromResult(true);
        });
        await using var scope = bot.Services.CreateAsyncScope();
        var data = (await scope.ServiceProvider.GetRequiredService<ExportMyData>().Handle(id, Stop)).Value;

        var names = data.SelectMany(part => Names(part.Value)).ToHashSet();
        names.Count.ShouldBeGreaterThan(100);
        foreach (var language in Language.Spoken) names.Where(name => name != Secret && !Say.In(language).Has($"Data.Field_{name}")).ShouldBeEmpty(language.Code);

        static IEnumerable<string> Names(JsonNode? node) => node switch
        {
            JsonObject fields => fields.SelectMany(field => Names(field.Value).Append(field.Key)),
            JsonArray list => list.SelectMany(Names),
            _ => [],
        };
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
