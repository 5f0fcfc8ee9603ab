using System.Text.Json.Nodes;

namespace InnovationBot.Activities.Tests;

/// <summary>Activities as Teams sends them, small enough to change one thing.</summary>
internal static class Sent
{
    public static JsonObject Message(string serviceUrl, string text = "hello") => new()
    {
        ["type"] = "message",
        ["id"] = "1763928000123",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "29:mia", ["name"] = "Mia", ["aadObjectId"] = "5f1d3c3e-8c55-4c3a-9d7a-3d5f0c2b7a11" },
        ["recipient"] = new JsonObject { ["id"] = $"28:{BotHost.AppId}", ["name"] = "Innovation Bot" },
        ["conversation"] = new JsonObject { ["id"] = "a:1pWoH", ["conversationType"] = "personal", ["tenantId"] = BotHost.Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = BotHost.Tenant } },
        ["text"] = text,
        ["textFormat"] = "plain",
        ["locale"] = "en-IE",
    };

    public static JsonObject ExpectingReplies(string text = "hello")
    {
        var message = Message("", text);
        message.Remove("serviceUrl");
        message["deliveryMode"] = "expectReplies";
        return message;
    }

    public static JsonObject Invoke(string serviceUrl, string? name, JsonNode? value)
    {
        var invoke = Message(serviceUrl);
        invoke.Remove("text");
        invoke["type"] = "invoke";
        invoke["name"] = name;
        invoke["value"] = value;
        return invoke;
    }

    /// <summary>The same with one member set, or taken away when <paramref name="value"/> is null.</summary>
    /// <param name="path">Members by dots, for example <c>from.id</c>.</param>
    public static JsonObject With(this JsonObject activity, string path, JsonNode? value)
    {
        var steps = path.Split('.');
        var at = activity;
        foreach (var step in steps[..^1]) at = at[step]!.AsObject();
        if (value is null) at.Remove(steps[^1]);
        else at[steps[^1]] = value;
        return activity;
    }
}
