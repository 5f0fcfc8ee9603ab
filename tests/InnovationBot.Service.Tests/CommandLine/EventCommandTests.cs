using System.Text.Json;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.CommandLine;

/// <summary><c>create event</c> and <c>show event</c>, beside a running service.</summary>
public sealed class EventCommandTests : IAsyncLifetime
{
    private BotUnderTest bot = null!;

    private const string NextYear = "2031";

    public async ValueTask InitializeAsync() => bot = await BotUnderTest.Start(sample: true);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

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

    private async Task<Called> Create(string json, params string[] more)
    {
        var file = Path.Combine(bot.Folder, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
        return await Called.With(["create", "event", file, "--data", bot.Folder, .. more]);
    }
}
