using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Testing.Hosting;

namespace InnovationBot.Conversation.Tests.Routing;

/// <summary>What a client asks besides messages and presses on cards, at the running service.</summary>
public sealed class DialogTests(DialogTests.Running running) : IClassFixture<DialogTests.Running>
{
    private readonly BotUnderTest bot = running.Bot;

    public sealed class Running : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    [Fact]
    public async Task A_dialog_is_answered_by_the_route_of_its_verb()
    {
        var person = bot.Of("Ana");
        var problem = await person.Say("People wait eleven weeks for a building permit at our counter in Celje.");
        problem.ShouldNotBeEmpty();
        await person.Say("my problems");
        var verb = person.LastCard.Verbs.First();

        var dialog = new DialogAnswer(await person.Invoke("task/fetch", new JsonObject { ["data"] = Data(person.LastCard, verb) }));

        dialog.Closes.ShouldBeFalse(dialog.Text);
        dialog.Shown.Card.GetRawText().ShouldNotContain("Action.Execute");
        dialog.Title.ShouldBe("Innovation network");
    }

    [Theory]
    [InlineData("""{"data":{"verb":"no/such"}}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":"text"}""")]
    [InlineData("""{}""")]
    public async Task A_dialog_that_nobody_has_is_answered_with_a_sentence(string value)
    {
        var person = bot.Of("Ana");
        foreach (var invoke in new[] { "task/fetch", "task/submit", "composeExtension/submitAction" })
        {
            var answer = new DialogAnswer(await person.Invoke(invoke, JsonNode.Parse(value)!.AsObject()));
            answer.Closes.ShouldBeTrue();
            answer.Text.ShouldContain("I don’t know this button");
        }
    }

    [Fact]
    public async Task A_list_that_nobody_has_is_empty()
    {
        var found = await bot.Of("Ana").Invoke("application/search", new JsonObject { ["queryText"] = "x", ["dataset"] = "none" });
        found.GetProperty("value").GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_link_to_elsewhere_is_left_as_it_is()
    {
        var shown = await bot.Of("Ana").Invoke("composeExtension/queryLink", new JsonObject { ["url"] = "https://example.org/" });
        shown.GetProperty("composeExtension").GetProperty("attachments").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("composeExtension/query", """{"commandId":"find","parameters":"permits"}""")]
    [InlineData("composeExtension/query", """{"commandId":"find","parameters":[3]}""")]
    [InlineData("composeExtension/query", """{"commandId":"find","queryOptions":{"skip":"many"}}""")]
    [InlineData("composeExtension/queryLink", """{"url":7}""")]
    [InlineData("composeExtension/fetchTask", """{"commandId":[]}""")]
    [InlineData("application/search", """{"queryText":{}}""")]
    [InlineData("handoff/action", """{"continuation":"of somebody else"}""")]
    [InlineData("fileConsent/invoke", """{"action":"perhaps"}""")]
    public async Task A_value_that_cannot_be_read_is_refused_as_a_bad_request(string invoke, string value) =>
        (await Should.ThrowAsync<HttpRequestException>(() => bot.Of("Ana").Invoke(invoke, JsonNode.Parse(value)!.AsObject()))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("""{"commandId":"find"}""")]
    [InlineData("""{"commandId":"find","parameters":null,"queryOptions":null}""")]
    [InlineData("""{"commandId":"find","parameters":[null,{"name":"text","value":{}}],"queryOptions":{"skip":-3,"count":2147483647}}""")]
    [InlineData("""{"commandId":"somebody else’s"}""")]
    public async Task A_search_that_says_nothing_is_answered_with_what_there_is(string value) =>
        (await bot.Of("Ana").Invoke("composeExtension/query", JsonNode.Parse(value)!.AsObject())).GetProperty("composeExtension").GetProperty("type").GetString().ShouldBe("result");

    [Theory]
    [InlineData(true, "Action.Submit")]
    [InlineData(false, "Action.Execute")]
    public void A_form_opens_as_a_dialog_only_where_the_client_has_dialogs(bool opensDialogs, string type)
    {
        var reading = new Reading(Say.In(Language.English), TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch) { OpensDialogs = opensDialogs };
        var card = new AdaptiveCard { FallbackText = "A", Speak = "A", Body = [], Actions = [reading.Form("Open", "form/open", ("id", "7"))] };

        var button = JsonSerializer.Deserialize<JsonElement>(card.ToUtf8()).GetProperty("actions")[0];

        button.GetProperty("type").GetString().ShouldBe(type);
        button.GetProperty("data").GetProperty("id").GetString().ShouldBe("7");
    }

    private static JsonObject Data(SeenCard card, string verb)
    {
        var data = JsonNode.Parse(card.Action(verb)!.Value.GetProperty("data").GetRawText())!.AsObject();
        data["verb"] = verb;
        return data;
    }
}
