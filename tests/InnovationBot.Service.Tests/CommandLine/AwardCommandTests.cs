using System.Text.Json.Nodes;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Testing;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.CommandLine;

/// <summary><c>create award</c>, <c>show award</c>, and the broadcast that calls for it, beside a running service.</summary>
public sealed class AwardCommandTests : IAsyncLifetime
{
    private BotUnderTest bot = null!;

    public async ValueTask InitializeAsync() => bot = await BotUnderTest.Start();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_file_becomes_a_round_show_tells_its_numbers_and_a_broadcast_calls_for_it_with_the_nomination_card()
    {
        var mia = bot.Of("Mia");
        await mia.Say("help");
        await bot.Store(async db => (await db.Members.SingleAsync(m => m.Email == mia.Person.Email)).Roles = [Role.Juror]);
        var made = await Create("award", $$"""
            { "name": "Award", "story": "Quiet work", "tracks": ["initiative", "challenge"], "categories": [{ "name": "Service", "winners": 2, "jurors": ["{{mia.Person.Email}}"],
              "criteria": [{ "name": "Need", "weight": 2, "anchors": ["low", "some", "high"] }, { "name": "Impact", "weight": 1 }] }, { "name": "Inside" }],
              "call_opens": "2020-03-01", "call_closes": "2031-03-31T12:00:30", "endorsements_close": "2031-04-07", "jury_closes": "2031-05-01",
              "objection_days": 7, "announce": "2031-06-01", "zone": "Europe/Ljubljana", "scores_per_nomination": 3, "rules": "https://rules.example/award", "feedback": true, "colour": "red" }
            """, "--publish");
        made.ExitCode.ShouldBe(0, made.Error);
        made.Error.ShouldContain("colour");
        var id = made.Out.TrimEnd().Split('\n')[^1];
        var shown = await Called.With("show", "award", id, "--json", "--data", bot.Folder);
        JsonNode.Parse(shown.Out)!.ToJsonString().ShouldBe($$"""{"id":"{{id}}","state":"call","categories":[{"name":"Service","nominations":0,"jurors":1,"scored":0},{"name":"Inside","nominations":0,"jurors":0,"scored":0}]}""");

        var sent = await Create("broadcast", $$"""{ "kind": "award", "award": "{{id}}", "text": "Name the quiet team.", "audience": { "emails": ["{{mia.Person.Email}}"] }, "urgent": true, "reason": "Test" }""", "--publish");
        sent.ExitCode.ShouldBe(0, sent.Error);
        var card = await mia.WaitForCard(seen => seen.Text.Contains("Whose work should “Award” see?", StringComparison.Ordinal), Patience.Token);
        card.Text.ShouldContain("Name the quiet team.");
        card.Action("nomination/new", null).ShouldNotBeNull();
    }

    [Fact]
    public async Task Everything_to_mend_is_named_by_field_and_nothing_is_stored()
    {
        var made = await Create("award", """
            { "name": "<b>Award</b>", "tracks": ["party"], "categories": [{ "name": "A", "winners": 0, "jurors": ["nobody@nowhere.example"], "criteria": [{ "name": "Need", "weight": "heavy", "anchors": ["one"] }] }],
              "call_opens": "2031-03-02", "call_closes": "2031-03-01", "zone": "Mars/Olympus", "scores_per_nomination": "many", "objection_days": -1 }
            """, "--publish");
        made.ExitCode.ShouldBe(2);
        foreach (var field in new[] { "name: ", "tracks: ", "categories[0].winners: ", "categories[0].jurors[0]: ", "categories[0].criteria[0].weight: ", "categories[0].criteria[0].anchors: ", "zone: ", "scores_per_nomination: ", "objection_days: ", "jury_closes: ", "announce: " })
            made.Error.ShouldContain(field);
        (await bot.Store(db => db.AwardRounds.AnyAsync(r => r.State == AwardState.Draft))).ShouldBeFalse();
    }

    private async Task<Called> Create(string kind, string json, params string[] more)
    {
        var file = Path.Combine(bot.Folder, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
        return await Called.With(["create", kind, file, "--data", bot.Folder, .. more]);
    }
}
