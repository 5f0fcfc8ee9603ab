using System.Text.Json.Nodes;

namespace InnovationBot.Activities.Tests.Door;

public sealed class AdaptiveCardActionTests
{
    [Theory]
    [InlineData("""{"type":"Action.Execute"}""", "")]
    [InlineData("""{"type":"Action.Execute","verb":""}""", "")]
    [InlineData("""{"type":"Action.Execute","verb":7}""", "")]
    [InlineData("""{"type":"Action.Execute","verb":null,"data":"x"}""", "")]
    [InlineData("""{"type":"Action.Execute","verb":"no/such"}""", "no/such")]
    [InlineData("""{"verb":"ask"}""", "ask")]
    public async Task A_verb_of_any_kind_reaches_the_bot(string action, string verb)
    {
        await using var host = await BotHost.Local();
        host.Bot.Does = (turn, _) =>
        {
            AdaptiveCardAction.Of(turn.Activity)!.Verb.ShouldBe(verb);
            return ValueTask.FromResult<InvokeResponse?>(InvokeResponse.Message("Sorry, that button is no longer known."));
        };
        var answer = await host.Post(Sent.Invoke(host.Connector.ServiceUrl, "adaptiveCard/action", new JsonObject { ["action"] = JsonNode.Parse(action) }));
        answer.Status.ShouldBe(200);
        ((int?)answer.Json["statusCode"]).ShouldBe(200);
    }

    [Theory]
    [InlineData(null, "BadRequest")]
    [InlineData("7", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":"press"}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"ask"}}""", "NotSupported")]
    [InlineData("""{"action":{"type":7}}""", "NotSupported")]
    public async Task A_malformed_value_is_answered_400_with_the_documented_body(string? value, string code)
    {
        await using var host = await BotHost.Local();
        var answer = await host.Post(Sent.Invoke(host.Connector.ServiceUrl, "adaptiveCard/action", value is null ? null : JsonNode.Parse(value)));
        answer.Status.ShouldBe(400);
        ((int?)answer.Json["statusCode"]).ShouldBe(400);
        ((string?)answer.Json["type"]).ShouldBe("application/vnd.microsoft.error");
        ((string?)answer.Json["value"]!["code"]).ShouldBe(code);
        host.Bot.Turns.ShouldBeEmpty();
    }

    [Fact]
    public void An_automatic_refresh_is_told_from_a_press()
    {
        var refresh = Parse("""{"action":{"type":"Action.Execute","id":"r","verb":"v","data":{"a":"1"}},"trigger":"automatic"}""");
        refresh.IsAutomatic.ShouldBeTrue();
        refresh.Id.ShouldBe("r");
        refresh.Data.GetProperty("a").GetString().ShouldBe("1");
        Parse("""{"action":{"type":"Action.Execute"},"trigger":"manual"}""").IsAutomatic.ShouldBeFalse();
        Parse("""{"action":{"type":"Action.Execute"}}""").IsAutomatic.ShouldBeFalse();
    }

    private static AdaptiveCardAction Parse(string value) => AdaptiveCardAction.Of(
        new Activity { Type = ActivityTypes.Invoke, Name = InvokeNames.AdaptiveCardAction, Value = System.Text.Json.JsonElement.Parse(value) })!;
}
