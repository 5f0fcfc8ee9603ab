using System.Text.Json.Nodes;

namespace InnovationBot.Activities.Tests.Door;

public sealed class DoorTests
{
    [Fact]
    public async Task A_message_is_answered_200_with_nothing_and_the_reply_goes_to_the_connector()
    {
        await using var host = await BotHost.Local();
        host.Bot.Echoes();
        var answer = await host.Post(Sent.Message(host.Connector.ServiceUrl, "Gradbeno dovoljenje čaka 🏗️"));

        answer.ShouldBe(new Answer(200, "", null));
        var reply = host.Connector.SentTo("a:1pWoH").ShouldHaveSingleItem();
        reply.Words.ShouldBe("Gradbeno dovoljenje čaka 🏗️");
        reply.Authorization.ShouldBeEmpty();
    }

    [Fact]
    public async Task ExpectReplies_puts_the_replies_into_the_answer_and_not_on_the_wire()
    {
        await using var host = await BotHost.Local();
        host.Bot.Does = async (turn, stop) =>
        {
            turn.ExpectsReplies.ShouldBeTrue();
            await turn.Typing(stop);
            var sent = await turn.Send(Activity.Card(RawJson.Parse("""{"type":"AdaptiveCard"}"""), "news"), stop);
            sent.Outcome.ShouldBe(ConnectorOutcome.Sent);
            sent.Id.ShouldBe("1763928000123|1");
            return null;
        };
        var answer = await host.Post(Sent.ExpectingReplies());

        answer.Status.ShouldBe(200);
        answer.ContentType.ShouldBe("application/json; charset=utf-8");
        var replies = answer.Json["activities"]!.AsArray();
        replies.Select(one => (string?)one!["type"]).ShouldBe(["typing", "message"]);
        var card = replies[1]!;
        ((string?)card["attachments"]![0]!["content"]!["type"]).ShouldBe("AdaptiveCard");
        ((string?)card["recipient"]!["id"]).ShouldBe("29:mia");
        ((string?)card["from"]!["id"]).ShouldBe($"28:{BotHost.AppId}");
        ((string?)card["conversation"]!["id"]).ShouldBe("a:1pWoH");
        ((string?)card["replyToId"]).ShouldBe("1763928000123");
        host.Connector.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task ExpectReplies_without_a_reply_is_an_empty_list()
    {
        await using var host = await BotHost.Local();
        (await host.Post(Sent.ExpectingReplies())).Body.ShouldBe("""{"activities":[]}""");
    }

    [Theory]
    [InlineData("notification")]
    [InlineData("somethingNew")]
    public async Task An_undefined_delivery_mode_is_normal(string mode)
    {
        await using var host = await BotHost.Local();
        host.Bot.Echoes();
        var answer = await host.Post(Sent.Message(host.Connector.ServiceUrl).With("deliveryMode", mode));
        answer.ShouldBe(new Answer(200, "", null));
        host.Connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_invoke_is_answered_by_the_bots_status_and_body()
    {
        await using var host = await BotHost.Local();
        host.Bot.Does = (_, _) => ValueTask.FromResult<InvokeResponse?>(new InvokeResponse(202, RawJson.Parse("""{"ok":"ž"}""")));
        var answer = await host.Post(Sent.Invoke(host.Connector.ServiceUrl, "handoff/action", new JsonObject { ["continuation"] = "x" }));
        answer.ShouldBe(new Answer(202, """{"ok":"ž"}""", "application/json; charset=utf-8"));
    }

    [Theory]
    [InlineData("tab/fetch")]
    [InlineData(null)]
    public async Task An_invoke_that_nobody_handles_is_501(string? name)
    {
        await using var host = await BotHost.Local();
        (await host.Post(Sent.Invoke(host.Connector.ServiceUrl, name, null))).ShouldBe(new Answer(501, "", null));
    }

    [Fact]
    public async Task A_defect_of_the_bot_is_500_without_a_word_and_the_bot_lives_on()
    {
        await using var host = await BotHost.Local();
        host.Bot.Does = (_, _) => throw new InvalidOperationException("what Mia wrote");
        (await host.Post(Sent.Message(host.Connector.ServiceUrl))).ShouldBe(new Answer(500, "", null));
        (await host.Post(Sent.ExpectingReplies())).ShouldBe(new Answer(500, "", null));

        host.Bot.Echoes();
        (await host.Post(Sent.Message(host.Connector.ServiceUrl))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("from.role", "bot")]
    [InlineData("from.id", "28:" + BotHost.AppId)]
    public async Task What_a_bot_says_is_not_answered(string path, string value)
    {
        await using var host = await BotHost.Local();
        (await host.Post(Sent.Message(host.Connector.ServiceUrl).With(path, value))).ShouldBe(new Answer(200, "", null));
        (await host.Post(Sent.ExpectingReplies().With(path, value))).Body.ShouldBe("""{"activities":[]}""");
        host.Bot.Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task News_about_the_installation_has_its_turn_even_from_a_bot()
    {
        await using var host = await BotHost.Local();
        await host.Post(Sent.Message(host.Connector.ServiceUrl).With("type", "installationUpdate").With("action", "add").With("from.role", "bot"));
        host.Bot.Turns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task More_turns_than_allowed_at_once_are_503_and_the_others_finish()
    {
        await using var host = await BotHost.Local(settings: ("Bot:TurnsAtOnce", "1"));
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        host.Bot.Does = async (_, _) =>
        {
            entered.TrySetResult();
            await leave.Task;
            return null;
        };
        var first = host.Post(Sent.Message(host.Connector.ServiceUrl));
        await entered.Task;
        (await host.Post(Sent.Message(host.Connector.ServiceUrl))).Status.ShouldBe(503);
        leave.SetResult();
        (await first).Status.ShouldBe(200);
        (await host.Post(Sent.Message(host.Connector.ServiceUrl))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_playground_is_known_by_its_header()
    {
        await using var host = await BotHost.Local();
        await host.Post(Sent.Message(host.Connector.ServiceUrl), change: request => request.Headers.Add("x-ms-agents-playground", "true"));
        await host.Post(Sent.Message(host.Connector.ServiceUrl));
        host.Bot.Turns.Select(turn => turn.IsPlayground).ShouldBe([true, false]);
    }
}
