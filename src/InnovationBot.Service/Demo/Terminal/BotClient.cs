using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Activities;
using InnovationBot.Service.Demo.Playground;

namespace InnovationBot.Service.Demo.Terminal;

/// <summary>Speaks with the bot as a channel does, over HTTP, and reads its replies in the answer (<c>expectReplies</c>).</summary>
/// <param name="http">With the bot's address as its base.</param>
internal sealed class BotClient(HttpClient http)
{
    private const string ConversationId = "a:innovation-bot-terminal";

    /// <summary>What the bot said.</summary>
    /// <exception cref="HttpRequestException">The bot is gone or in trouble.</exception>
    public Task<IReadOnlyList<JsonElement>> Say(string text, CancellationToken stop)
    {
        var message = Activity(ActivityTypes.Message);
        message["text"] = text;
        message["textFormat"] = TextFormats.Plain;
        return Replies(message, stop);
    }

    /// <summary>The bot is installed: it says hello, the first time.</summary>
    public Task<IReadOnlyList<JsonElement>> Arrive(CancellationToken stop)
    {
        var arrival = Activity(ActivityTypes.InstallationUpdate);
        arrival["action"] = InstallationActions.Add;
        return Replies(arrival, stop);
    }

    /// <summary>Presses a button of Action.Execute.</summary>
    /// <param name="data">The button's data and the fields' values.</param>
    /// <returns>The answer to the invoke: <c>statusCode</c>, <c>type</c>, <c>value</c>.</returns>
    public async Task<JsonElement> Press(string? messageId, string verb, JsonObject data, CancellationToken stop)
    {
        var invoke = Activity(ActivityTypes.Invoke);
        invoke["name"] = InvokeNames.AdaptiveCardAction;
        invoke["replyToId"] = messageId;
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        };
        return await Post(invoke, stop);
    }

    private async Task<IReadOnlyList<JsonElement>> Replies(JsonObject activity, CancellationToken stop)
    {
        var answer = await Post(activity, stop);
        return [.. answer.List("activities")];
    }

    private async Task<JsonElement> Post(JsonObject activity, CancellationToken stop)
    {
        using var response = await http.PostAsJsonAsync(ActivitiesSetup.Path, activity, stop);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync(stop);
        return body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>The same person as in the Playground, in a chat of its own; without a service URL, since nobody listens there.</summary>
    private static JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = Guid.NewGuid().ToString(),
        ["channelId"] = "msteams",
        ["deliveryMode"] = DeliveryModes.ExpectReplies,
        ["locale"] = "en-GB",
        ["from"] = new JsonObject { ["id"] = PlaygroundConfig.You.UserId, ["name"] = PlaygroundConfig.You.Name, ["aadObjectId"] = PlaygroundConfig.You.EntraObjectId },
        ["recipient"] = new JsonObject { ["id"] = PlaygroundConfig.BotId, ["name"] = "Innovation Bot" },
        ["conversation"] = new JsonObject { ["id"] = ConversationId, ["conversationType"] = ConversationTypes.Personal, ["tenantId"] = PlaygroundConfig.TenantId },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = PlaygroundConfig.TenantId } },
    };
}
