using System.Net.Http.Headers;
using System.Text;

namespace InnovationBot.Activities.Tests.Door;

/// <summary>What is no activity gets no further than the door, with the status that says why.</summary>
public sealed class DoorRefusalTests
{
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
}
