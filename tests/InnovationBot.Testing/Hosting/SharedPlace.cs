using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Testing.Connector;

namespace InnovationBot.Testing.Hosting;

/// <summary>A channel's thread or a group chat that several people and the bot read.</summary>
/// <param name="conversationId">A thread's ends in <c>;messageid=…</c>.</param>
/// <param name="type"><c>channel groupChat</c>.</param>
public sealed class SharedPlace(string conversationId, string type, LoopbackConnector connector, Door door)
{
    /// <summary>What everybody there sees of the bot, oldest first.</summary>
    public IReadOnlyList<ConnectorCall> Messages => connector.Shown(conversationId);

    public string Text => string.Join('\n', Messages.Select(message => message.Card.ValueKind == JsonValueKind.Object ? new SeenCard(message.ActivityId, message.Card).Text : message.Words));

    public SeenCard LastCard => Messages.Where(message => message.Card.ValueKind == JsonValueKind.Object).Select(message => new SeenCard(message.ActivityId, message.Card)).Last();

    /// <summary>Writes to everybody there, the bot mentioned first unless <paramref name="mentions"/> says otherwise.</summary>
    public Task Say(TestPerson person, string text, bool mentions = true) => door.Post(Posted(person, "message", message =>
    {
        message["text"] = mentions ? $"<at>Innovation Bot</at> {text}" : text;
        if (!mentions) return;
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>Innovation Bot</at>",
            ["mentioned"] = new JsonObject { ["id"] = TestPerson.BotId, ["name"] = "Innovation Bot" },
        });
    }));

    /// <summary>Presses a button of a card there.</summary>
    public async Task<PressAnswer> Press(TestPerson person, SeenCard card, string verb, string? title = null)
    {
        var data = JsonNode.Parse(card.Action(verb, title)!.Value.GetProperty("data").GetRawText());
        return new PressAnswer(JsonElement.Parse(await door.Post(Posted(person, "invoke", invoke =>
        {
            invoke["name"] = "adaptiveCard/action";
            invoke["replyToId"] = card.ActivityId;
            invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" };
        }))));
    }

    private JsonObject Posted(TestPerson person, string activity, Action<JsonObject> more) => PostedActivity.Of(
        person, connector.ServiceUrl, activity, "en-GB", new JsonObject { ["id"] = conversationId, ["conversationType"] = type, ["isGroup"] = true }, more);
}
