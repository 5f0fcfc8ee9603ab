using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using InnovationBot.Conversation.Routing;
using InnovationBot.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Forged;

/// <summary>
/// Activities and card payloads with anything in any place, a bounded and repeatable run: the door refuses what is no activity, everything else is
/// answered, nothing ends in a fault of ours.
/// </summary>
public sealed class FuzzedActivityTests : IClassFixture<FuzzedActivityTests.Fuzzed>
{
    private static readonly int[] Expected = [200, 400, 401, 403, 413, 415, 501];

    private static readonly string[] Invokes = ["composeExtension/query", "composeExtension/queryLink", "application/search", "composeExtension/fetchTask", "handoff/action", "task/fetch", "task/submit", "fileConsent/invoke"];

    private static readonly string[] Events = ["conversationUpdate", "installationUpdate", "messageReaction", "messageUpdate", "messageDelete", "event"];

    /// <summary>What has broken programs before; the rest is made up.</summary>
    private static readonly string[] Odd =
    [
        "null", "true", "\"\"", "\"\\ud800\\u0000\\u202e\"", "9223372036854775807", "-1.5e300", "-1e999", "[]", "{}", "[1,\"two\",null,{\"verb\":3}]", "\"'; DROP TABLE Members; --\"",
        "\"{{DATE(2017-02-14T06:08:39Z)}} <at>all</at> [x](javascript:alert(1))\"", "\"00000000000000000000000000000000\"", "\"2026-13-45\"",
        $"\"{new string('ž', 20_000)}\"", string.Concat(Enumerable.Repeat("{\"x\":", 50)) + "1" + new string('}', 50),
    ];

    private static readonly Gen<string> AnyJson = Gen.OneOf(
        Gen.Elements(Odd),
        ArbMap.Default.GeneratorFor<string>().Select(text => JsonSerializer.Serialize(text)),
        ArbMap.Default.GeneratorFor<int>().Select(number => JsonSerializer.Serialize(number)),
        ArbMap.Default.GeneratorFor<string[]>().Select(texts => JsonSerializer.Serialize(texts)),
        ArbMap.Default.GeneratorFor<Guid>().Select(id => $"\"{id:N}\""));

    private readonly BotUnderTest bot;
    private readonly string[] verbs;

    public FuzzedActivityTests(Fuzzed fuzzed)
    {
        bot = fuzzed.Bot;
        verbs = [.. bot.Services.GetRequiredService<Routes>().Verbs.Order(StringComparer.Ordinal)];
    }

    public sealed class Fuzzed : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    /// <param name="Place">Which member, counted through the whole activity.</param>
    /// <param name="Act">Taken away, doubled, or given a value.</param>
    private sealed record Damage(int Place, int Act, string Value);

    [Property(MaxTest = 300, Replay = "(20270,67583)")]
    public Property Damaged_activities_are_refused_or_answered() => Prop.ForAll(
        (from kind in Gen.Choose(0, 4)
         from which in Gen.Choose(0, 10_000)
         from damages in (from place in Gen.Choose(0, 10_000) from act in Gen.Choose(0, 4) from value in AnyJson select new Damage(place, act, value)).NonEmptyListOf()
         from cut in Gen.Frequency((11, Gen.Constant(1_000)), (1, Gen.Choose(0, 999)))
         select (kind, which, damages, cut)).ToArbitrary(),
        fuzz =>
        {
            var activity = Begun(fuzz.kind, fuzz.which);
            var damages = fuzz.damages.Take(4).ToList();
            foreach (var (damage, number) in damages.Select((damage, number) => (damage, number))) Do(damage, activity, Place(number));
            var body = activity.ToJsonString();
            for (var number = 0; number < damages.Count; number++) body = body.Replace($"\"{Place(number)}\"", damages[number].Value, StringComparison.Ordinal);
            using var answer = bot.Door.Send(Encoding.UTF8.GetBytes(body[..(body.Length * fuzz.cut / 1_000)])).GetAwaiter().GetResult();
            Expected.ShouldContain((int)answer.StatusCode, body.Length > 600 ? body[..600] : body);
        });

    [Fact]
    public async Task Who_comes_next_is_answered() => (await bot.Of("Still there").Say("help")).Count.ShouldBeGreaterThan(0);

    [Theory]
    [InlineData("a")]
    [InlineData("a@b.cc ")]
    [InlineData("<style Mrs Novak ")]
    public async Task Hundreds_of_thousands_of_characters_of_anything_are_answered_in_bounded_time(string repeated)
    {
        var activity = new Attacker("Long", "29:long", "9f2c1d7e-0000-4000-8000-00000000f0f1", TestPerson.TenantId).Activity(bot);
        (activity["deliveryMode"], activity["text"]) = ("expectReplies", string.Concat(Enumerable.Repeat(repeated, 500_000 / repeated.Length)));
        var began = TimeProvider.System.GetTimestamp();
        using var answer = await bot.Door.Send(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        ((int)answer.StatusCode).ShouldBe(200);
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30), "what grows faster than the text takes minutes");
    }

    private JsonObject Begun(int kind, int which)
    {
        var activity = new Attacker("Fuzz", "29:fuzz", "9f2c1d7e-0000-4000-8000-00000000f0f0", TestPerson.TenantId).Activity(bot);
        activity["deliveryMode"] = "expectReplies";
        switch (kind)
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
                activity["name"] = Invokes[which % Invokes.Length];
                activity["value"] = new JsonObject
                {
                    ["commandId"] = "askNetwork", ["dataset"] = "organisations", ["queryText"] = "town", ["url"] = "https://example.org/case/1", ["continuation"] = "case.123", ["action"] = "accept",
                    ["parameters"] = new JsonArray(new JsonObject { ["name"] = "text", ["value"] = "permits" }), ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 10 },
                    ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["content"] = "<p>Somebody waits</p>" } }, ["data"] = new JsonObject { ["verb"] = verbs[which % verbs.Length] },
                };
                break;
            case 3:
                activity["type"] = Events[which % Events.Length];
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
                        ["type"] = "Action.Execute", ["verb"] = verbs[which % verbs.Length],
                        ["data"] = new JsonObject { ["problem"] = Guid.NewGuid().ToString("N"), ["case"] = Guid.NewGuid().ToString("N"), ["text"] = "words", ["page"] = 1, ["kind"] = "workshop" },
                    },
                };
                break;
        }

        return activity;
    }

    /// <summary>Stands for a value until the text is written: what is no valid text cannot be held as one.</summary>
    private static string Place(int number) => $"PLACE-{number}";

    private static void Do(Damage damage, JsonObject activity, string value)
    {
        List<(JsonObject Parent, string Name)> places = [];
        Collect(activity);
        if (places.Count == 0) return;
        var (parent, name) = places[damage.Place % places.Count];
        switch (damage.Act)
        {
            case 0: parent.Remove(name); break;
            case 1: parent[name + name] = parent[name]?.DeepClone(); break;
            default: parent[name] = value; break;
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
}
