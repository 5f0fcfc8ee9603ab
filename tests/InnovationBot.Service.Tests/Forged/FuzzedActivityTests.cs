using System.Text;
using System.Text.Json.Nodes;
using InnovationBot.Conversation.Routing;
using InnovationBot.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Forged;

/// <summary>
/// Activities and card payloads that were damaged at random, a bounded and repeatable run: the door refuses what is no activity, everything else is
/// answered, nothing ends in a fault of ours.
/// </summary>
public sealed class FuzzedActivityTests : IClassFixture<FuzzedActivityTests.Fuzzed>
{
    private static readonly int[] Expected = [200, 400, 401, 403, 413, 415, 501];

    private readonly BotUnderTest bot;

    public FuzzedActivityTests(Fuzzed fuzzed) => bot = fuzzed.Bot;

    public sealed class Fuzzed : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    [Theory]
    [InlineData(1, 150)]
    [InlineData(20_270, 150)]
    public async Task Damaged_activities_are_refused_or_answered(int seed, int runs)
    {
        var random = new Random(seed);
        var verbs = bot.Services.GetRequiredService<Routes>().Verbs.Order(StringComparer.Ordinal).ToArray();
        List<string> faults = [];
        for (var run = 0; run < runs; run++)
        {
            var activity = Begin(random, verbs);
            for (var damage = random.Next(1, 4); damage > 0; damage--) Damage(activity, random);
            var body = activity.ToJsonString();
            using var answer = await bot.Door.Send(Encoding.UTF8.GetBytes(random.Next(12) == 0 ? body[..random.Next(body.Length)] : body));
            if (!Expected.Contains((int)answer.StatusCode)) faults.Add($"{(int)answer.StatusCode}: {(body.Length > 600 ? body[..600] : body)}");
        }

        string.Join('\n', faults.Take(5)).ShouldBeEmpty();
        (await bot.Of("Still there").Say("help")).Count.ShouldBeGreaterThan(0);
    }

    private JsonObject Begin(Random random, string[] verbs)
    {
        var activity = new Attacker("Fuzz", "29:fuzz", "9f2c1d7e-0000-4000-8000-00000000f0f0", TestPerson.TenantId).Activity(bot);
        activity["deliveryMode"] = "expectReplies";
        switch (random.Next(5))
        {
            case 0:
                activity["text"] = "People wait eleven weeks for a building permit";
                activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Bot</at>", ["mentioned"] = new JsonObject { ["id"] = TestPerson.BotId } });
                break;
            case 1:
                activity["attachments"] = new JsonArray(new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["name"] = "cases.csv", ["content"] = new JsonObject { ["downloadUrl"] = "http://127.0.0.1:9/cases.csv" },
                });
                break;
            case 2:
                activity.Remove("deliveryMode");
                activity["type"] = "invoke";
                activity["name"] = (string[])["composeExtension/query", "composeExtension/queryLink", "application/search", "composeExtension/fetchTask", "handoff/action", "task/fetch"] is var names ? names[random.Next(names.Length)] : null;
                activity["value"] = new JsonObject
                {
                    ["commandId"] = "askNetwork", ["dataset"] = "organisations", ["queryText"] = "town", ["url"] = "https://example.org/case/1", ["continuation"] = "case.123",
                    ["parameters"] = new JsonArray(new JsonObject { ["name"] = "text", ["value"] = "permits" }), ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 10 },
                    ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["content"] = "<p>Somebody waits</p>" } }, ["data"] = new JsonObject { ["verb"] = verbs[random.Next(verbs.Length)] },
                };
                break;
            case 3:
                activity["type"] = (string[])["conversationUpdate", "installationUpdate", "messageReaction", "messageUpdate", "messageDelete", "event"] is var types ? types[random.Next(types.Length)] : null;
                activity["action"] = "add";
                activity["replyToId"] = "1";
                activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = TestPerson.BotId });
                activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
                break;
            default:
                activity.Remove("deliveryMode");
                activity["type"] = "invoke";
                activity["name"] = "adaptiveCard/action";
                activity["value"] = new JsonObject
                {
                    ["action"] = new JsonObject
                    {
                        ["type"] = "Action.Execute", ["verb"] = verbs[random.Next(verbs.Length)],
                        ["data"] = new JsonObject { ["problem"] = Guid.NewGuid().ToString("N"), ["case"] = Guid.NewGuid().ToString("N"), ["text"] = "words", ["page"] = 1, ["kind"] = "workshop" },
                    },
                };
                break;
        }

        return activity;
    }

    /// <summary>One place anywhere in it becomes something else, twice itself, or nothing.</summary>
    private static void Damage(JsonObject activity, Random random)
    {
        List<(JsonObject Parent, string Name)> places = [];
        Collect(activity);
        if (places.Count == 0) return;
        var (parent, name) = places[random.Next(places.Count)];
        switch (random.Next(4))
        {
            case 0: parent.Remove(name); break;
            case 1: parent[name + name] = parent[name]?.DeepClone(); break;
            default: parent[name] = Odd(random); break;
        }

        void Collect(JsonObject node)
        {
            foreach (var (key, value) in node)
            {
                places.Add((node, key));
                if (value is JsonObject inner) Collect(inner);
                if (value is JsonArray list) foreach (var one in list.OfType<JsonObject>()) Collect(one);
            }
        }
    }

    private static JsonNode? Odd(Random random) => random.Next(14) switch
    {
        0 => null,
        1 => "",
        2 => new string('ž', random.Next(20_000)),
        3 => "\ud800\u0000\u202e",
        4 => long.MaxValue,
        5 => -1.5e300,
        6 => true,
        7 => new JsonArray(),
        8 => new JsonObject(),
        9 => new JsonArray(1, "two", null, new JsonObject { ["verb"] = 3 }),
        10 => "'; DROP TABLE Members; --",
        11 => "{{DATE(2017-02-14T06:08:39Z)}} <at>all</at> [x](javascript:alert(1))",
        12 => Deep(random.Next(10, 60)),
        _ => "00000000000000000000000000000000",
    };

    private static JsonNode Deep(int levels)
    {
        JsonNode node = 1;
        for (var level = 0; level < levels; level++) node = new JsonObject { ["x"] = node };
        return node;
    }
}
