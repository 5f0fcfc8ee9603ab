using System.Text.Json;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.CommandLine;

/// <summary><c>create event</c> and <c>show event</c>, beside a running service.</summary>
public sealed class EventCommandTests(EventCommandTests.SampleService service) : IClassFixture<EventCommandTests.SampleService>
{
    private const string NextYear = "2031";

    private readonly BotUnderTest bot = service.Bot;

    public sealed class SampleService : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start(sample: true);

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    [Fact]
    public async Task A_file_becomes_an_event_whose_id_is_the_last_line_and_show_tells_its_numbers()
    {
        var made = await Create($$"""
            { "title": "Queue clinic", "kind": "workshop", "start": "{{NextYear}}-03-01T09:00", "end": "{{NextYear}}-03-01T12:00", "zone": "Europe/Ljubljana", "place": "Room 1",
              "capacity": 25, "online_capacity": 5, "link": "https://meet.example/q", "languages": ["en", "sl"], "questions": [{ "label": "Food", "kind": "dietary" }],
              "audience": { "everyone": ["true"] } }
            """, "--publish");
        made.Error.ShouldBeEmpty();
        made.ExitCode.ShouldBe(0);

        var shown = await Called.With("show", "event", made.Out.TrimEnd().Split('\n')[^1], "--json", "--data", bot.Folder);
        var json = JsonElement.Parse(shown.Out);
        json.EnumerateObject().Select(field => field.Name).ShouldBe(["id", "state", "capacity", "going", "waitlist", "declined", "registrations"]);
        json.GetProperty("state").GetString().ShouldBe("published");
        json.GetProperty("capacity").GetInt32().ShouldBe(30);
        json.GetProperty("registrations").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Everything_to_mend_is_named_at_once_and_nothing_is_stored()
    {
        var made = await Create("""
            { "title": "<b>Clinic</b>", "kind": "party", "start": "2031-03-01T09:00", "end": "2031-03-01T08:00", "zone": "Mars/Olympus", "capacity": "many",
              "problem_owner": "nobody@nowhere.example", "audience": { "tier": ["galactic"] }, "questions": [{ "label": "Table", "kind": "choice", "choices": ["A"] }], "colour": "red" }
            """);
        made.ExitCode.ShouldBe(2);
        foreach (var field in new[] { "title: ", "kind: ", "zone: ", "capacity: ", "problem_owner: ", "audience: ", "questions[0].choices: ", "ignored: colour" }) made.Error.ShouldContain(field);
        made.Out.ShouldBeEmpty();
        (await bot.Store(db => db.Events.AnyAsync(e => e.OrganiserId == null && e.PublishedAt == null))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"end\": \"2031-03-01T08:00\"", "end: The end is not after the start")]
    [InlineData("\"deadline\": \"2026-01-01\"", "deadline: The deadline is in the past")]
    [InlineData("\"audience\": { \"emails\": [\"nobody@nowhere.example\"] }", "audience: ")]
    [InlineData("\"audience\": { \"tier\": [\"local\"], \"except\": { \"everyone\": [\"true\"] } }", "audience: ")]
    [InlineData("\"kind\": \"hackathon\"", "follow_up: A hackathon")]
    [InlineData("\"capacity\": 0", "capacity: Write a whole number")]
    public async Task What_cannot_be_published_is_refused_by_field(string with, string told)
    {
        var made = await Create($$"""{ "title": "Clinic", "kind": "workshop", "start": "2031-03-01T09:00", "end": "2031-03-01T12:00", "zone": "Europe/Ljubljana", {{with}} }""", "--publish");
        made.ExitCode.ShouldBe(2);
        made.Error.ShouldContain(told);
    }

    [Fact]
    public async Task With_somebodys_rights_only_organisers_make_events_and_a_broken_file_is_unreadable()
    {
        var somebody = await bot.Store(db => db.Members.Where(m => m.Email != null && !((string)(object)m.Roles).Contains("organiser")).Select(m => m.Email!).FirstAsync());
        var made = await Create("""{ "title": "Clinic" }""", "--as", somebody);
        (made.ExitCode, made.Error).ShouldBe((1, "Only organisers make events. Ask an organiser of the network to give you the role." + Environment.NewLine));
        (await Create("{ \"title\": ")).ExitCode.ShouldBe(2);
        (await Create("[]")).ExitCode.ShouldBe(2);
        (await Called.With("show", "event", "nothing", "--json", "--data", bot.Folder)).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_series_by_rule_makes_the_months_after_too_and_says_which()
    {
        var made = await Create($$"""
            { "title": "Monthly clinic", "kind": "workshop", "start": "{{NextYear}}-01-13T09:00", "end": "{{NextYear}}-01-13T12:00", "zone": "Europe/Ljubljana", "place": "Room 1",
              "series": { "name": "Clinics", "rule": "same_weekday", "more": 3 } }
            """, "--publish");
        made.Error.ShouldBeEmpty();
        var ids = made.Out.TrimEnd().Split(Environment.NewLine);
        ids.Length.ShouldBe(4);
        var events = await bot.Store(db => db.Events.AsNoTracking().ToListAsync());
        var first = events.Single(e => e.Id.ToString() == ids[^1]);
        var series = events.Where(e => e.SeriesId == first.SeriesId).OrderBy(e => e.StartsAt).ToList();
        series.Select(e => e.Id.ToString()).ShouldBe([ids[^1], .. ids[..^1]]);
        series.ShouldAllBe(e => e.PublishedAt != null && e.Plan.Series == "Clinics" && e.StartsAt!.Value.DayOfWeek == first.StartsAt!.Value.DayOfWeek);

        var wrong = await Create("""{ "title": "Monthly clinic", "series": { "rule": "weekly", "more": 12, "until": "2030" } }""");
        foreach (var field in new[] { "series.rule: ", "series.more: ", "series.until: ", "start: ", "end: " }) wrong.Error.ShouldContain(field);
        wrong.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_broadcast_whose_card_would_be_too_large_is_refused_with_its_size()
    {
        var choices = string.Join(", ", Enumerable.Range(0, 10).Select(i => $"\"{i}{new string('語', 50)}\""));
        var questions = string.Join(", ", Enumerable.Range(0, 5).Select(i => $$"""{ "label": "Table {{i}}", "kind": "choice", "choices": [{{choices}}] }"""));
        var made = await Create($$"""
            { "title": "Large clinic", "kind": "workshop", "start": "{{NextYear}}-03-01T09:00", "end": "{{NextYear}}-03-01T12:00", "zone": "UTC", "place": "Room 1", "problem": "{{new string('語', 1900)}}", "questions": [{{questions}}] }
            """, "--publish");
        made.Error.ShouldBeEmpty();
        var sent = await Create("broadcast", $$"""{ "kind": "event", "event": "{{made.Out.Trim()}}", "text": "{{new string('語', 4000)}}", "audience": { "everyone": ["true"] } }""", []);
        sent.ExitCode.ShouldBe(1);
        sent.Error.ShouldContain("at most 25 KB can be sent");
        (await bot.Store(db => db.Broadcasts.AnyAsync(b => b.Kind == BroadcastKind.Event))).ShouldBeFalse();
    }

    private Task<Called> Create(string json, params string[] more) => Create("event", json, more);

    private async Task<Called> Create(string kind, string json, string[] more)
    {
        var file = Path.Combine(bot.Folder, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
        return await Called.With(["create", kind, file, "--data", bot.Folder, .. more]);
    }
}
