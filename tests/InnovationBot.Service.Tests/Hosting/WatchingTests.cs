using System.Collections.Concurrent;
using System.Text.Json;
using InnovationBot.Testing;
using InnovationBot.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Tests.Hosting;

public sealed class WatchingTests(WatchingTests.Watched watched) : IClassFixture<WatchingTests.Watched>
{
    private const string Problem = "Nobody answers the zyzzyva phone at our building permit office, people wait eleven weeks";

    [Fact]
    public async Task Turns_searches_and_deliveries_are_on_the_page_for_Prometheus()
    {
        await watched.Bot.Of("Mia").Say(Problem);
        await watched.Bot.Of("Mia").Say(Problem);

        using var answer = await watched.Bot.Door.Get(new Uri(watched.Bot.Address, "metrics"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        page.ShouldContain("# TYPE innovationbot_turns_total counter");
        page.ShouldContain("innovationbot_turns_total{type=\"message\",status=\"200\"} ");
        page.ShouldContain("innovationbot_turn_duration_seconds_bucket{type=\"message\",le=\"+Inf\"} ");
        page.ShouldContain("innovationbot_searches_total{fit=");
        page.ShouldContain("innovationbot_connector_calls_total{operation=\"send\",outcome=\"Sent\"} ");
        page.ShouldContain("innovationbot_notices_waiting{state=\"queued\"} ");
        page.ShouldContain("innovationbot_cache_lookups_total{cache=\"members\",outcome=");
        page.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ShouldAllBe(line => IsNumber(line.Substring(line.LastIndexOf(' ') + 1)));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_readiness()
    {
        using var answer = await watched.Bot.Door.Get(new Uri(watched.Bot.Address, "health/ready"));
        var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        health.GetProperty("causes").EnumerateObject().Select(cause => cause.Name).ShouldBe(
            health.GetProperty("checks").EnumerateObject().Where(check => check.Value.GetString() != "ok").Select(check => check.Name));
    }

    [Fact]
    public async Task A_delivery_is_followed_back_to_its_activity_and_no_line_of_the_log_tells_what_was_written_or_by_whom()
    {
        var mia = watched.Bot.Of("Miaquixotic");
        await mia.Say("help");
        await watched.Bot.In("19:office@thread.v2", "groupChat").Say(mia.Person, Problem); // what is personal follows in the own chat

        await watched.Until(line => line.Contains(": Sent", StringComparison.Ordinal) && line.StartsWith("Notice ", StringComparison.Ordinal));
        var delivered = watched.Lines.First(line => line.Contains(": Sent", StringComparison.Ordinal) && line.StartsWith("Notice ", StringComparison.Ordinal));
        watched.Lines.ShouldContain(line => line.StartsWith("Turn (message): 200", StringComparison.Ordinal) && line.EndsWith(delivered.Substring(delivered.Length - 32), StringComparison.Ordinal));
        foreach (var line in watched.Lines)
        {
            line.ShouldNotContain("zyzzyva");
            line.ShouldNotContain("quixotic");
        }
    }

    [Fact]
    public void A_structured_line_tells_the_day_too()
    {
        var json = watched.Bot.Services.GetRequiredService<IOptionsMonitor<JsonConsoleFormatterOptions>>().CurrentValue;
        (json.UseUtcTimestamp, json.TimestampFormat).ShouldBe((true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
    }

    private static bool IsNumber(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _);

    public sealed class Watched : IAsyncLifetime, ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public BotUnderTest Bot { get; private set; } = null!;

        public IReadOnlyList<string> Lines => [.. lines];

        public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start(
            sample: false, new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Trace" },
            builder => builder.Services.AddSingleton<ILoggerProvider>(this));

        public async Task Until(Func<string, bool> fits)
        {
            var started = TimeProvider.System.GetTimestamp();
            while (!Lines.Any(fits))
            {
                if (TimeProvider.System.GetElapsedTime(started) > Patience.Limit) throw new TimeoutException(string.Join('\n', Lines.TakeLast(20)));
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }

        public async ValueTask DisposeAsync() => await Bot.DisposeAsync();
    }
}
