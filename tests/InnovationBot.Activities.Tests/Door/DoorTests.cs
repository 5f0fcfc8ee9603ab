using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
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

    [Theory]
    [InlineData("type", null)]
    [InlineData("type", "\"\"")]
    [InlineData("type", "7")]
    [InlineData("type", "{}")]
    [InlineData("from", null)]
    [InlineData("from", "\"29:mia\"")]
    [InlineData("from.id", null)]
    [InlineData("from.id", "\"\"")]
    [InlineData("from.id", "12")]
    [InlineData("conversation", null)]
    [InlineData("conversation.id", null)]
    [InlineData("conversation.id", "\"a\\u0000b\"")]
    [InlineData("channelId", null)]
    [InlineData("channelId", "\"\"")]
    [InlineData("text", "5")]
    [InlineData("text", "\"\\ud83d\"")]
    [InlineData("value", "{\"verb\":\"\\uD83D\"}")]
    [InlineData("attachments", "{}")]
    public async Task What_is_no_activity_is_400(string path, string? json)
    {
        await using var host = await BotHost.Local();
        var body = Sent.Message(host.Connector.ServiceUrl).With(path, json is null ? null : "PLACE").ToJsonString();
        if (json is not null) body = body.Replace("\"PLACE\"", json, StringComparison.Ordinal);

        (await host.Post(body)).ShouldBe(new Answer(400, "", null));
        host.Bot.Turns.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":\"message\"}}")]
    [InlineData("<html>")]
    public async Task What_is_no_json_object_is_400(string body)
    {
        await using var host = await BotHost.Local();
        (await host.Post(body)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_400()
    {
        await using var host = await BotHost.Local();
        var bytes = Encoding.UTF8.GetBytes(Sent.Message(host.Connector.ServiceUrl, "QQ").ToJsonString());
        bytes[bytes.AsSpan().IndexOf("QQ"u8)] = 0xff;
        var answer = await host.Post("", change: request =>
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        });
        answer.Status.ShouldBe(400);
    }

    [Theory]
    [InlineData(62, 200)]
    [InlineData(63, 400)]
    public async Task Json_is_at_most_64_levels_deep(int levels, int status)
    {
        await using var host = await BotHost.Local();
        var body = Sent.Message(host.Connector.ServiceUrl).With("value", "PLACE").ToJsonString()
            .Replace("\"PLACE\"", $"{string.Concat(Enumerable.Repeat("{\"a\":", levels))}[]{new string('}', levels)}", StringComparison.Ordinal);
        (await host.Post(body)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(1024 * 1024, 200)]
    [InlineData((1024 * 1024) + 1, 413)]
    public async Task A_body_is_at_most_a_mebibyte_whether_it_says_its_length_or_not(int length, int status)
    {
        await using var host = await BotHost.Local();
        var body = Sent.Message(host.Connector.ServiceUrl, "PLACE").ToJsonString();
        body = body.Replace("PLACE", new string('x', length - body.Length + 5), StringComparison.Ordinal);
        (await host.Post(body)).Status.ShouldBe(status);
        (await host.Post(body, change: request => request.Headers.TransferEncodingChunked = true)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json", 200)]
    [InlineData("APPLICATION/JSON;charset=UTF-8", 200)]
    public async Task Only_json_is_taken(string contentType, int status)
    {
        await using var host = await BotHost.Local();
        var answer = await host.Post(Sent.Message(host.Connector.ServiceUrl), change: request =>
            request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType));
        answer.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_request_without_a_content_type_is_415()
    {
        await using var host = await BotHost.Local();
        (await host.Post("{}", change: request => request.Content!.Headers.ContentType = null)).Status.ShouldBe(415);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_405(string method)
    {
        await using var host = await BotHost.Local();
        (await host.Post("{}", change: request => request.Method = new HttpMethod(method))).Status.ShouldBe(405);
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
