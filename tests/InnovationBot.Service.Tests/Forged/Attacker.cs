using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Testing.Hosting;

namespace InnovationBot.Service.Tests.Forged;

/// <summary>Somebody who posts what they like, as whom they like, within what the channel lets through: sender, tenant and payload.</summary>
internal sealed record Attacker(string Kind, string UserId, string EntraId, string Tenant)
{
    private string Chat => $"a:{UserId}";

    public async Task<(int Status, string Text)> Press(BotUnderTest bot, string verb, JsonObject data) => await Send(bot, activity =>
    {
        activity["type"] = "invoke";
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = "some-card";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() }, ["trigger"] = "manual" };
    });

    /// <returns>What the bot answered, replies in the body included.</returns>
    public async Task<(int Status, string Text)> Say(BotUnderTest bot, string text) => await Send(bot, activity =>
    {
        activity["text"] = text;
        activity["deliveryMode"] = "expectReplies";
    });

    /// <summary>An invoke of any name: a dialog, the message extension, a file's consent.</summary>
    public async Task<(int Status, string Text)> Invoke(BotUnderTest bot, string name, JsonObject value) => await Send(bot, activity =>
    {
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["value"] = value.DeepClone();
    });

    /// <summary>Something that happens to a message: it is changed, deleted, liked.</summary>
    public async Task<(int Status, string Text)> Happens(BotUnderTest bot, string type, Action<JsonObject> more) => await Send(bot, activity =>
    {
        activity["type"] = type;
        activity["deliveryMode"] = "expectReplies";
        more(activity);
    });

    public JsonObject Activity(BotUnderTest bot) => new()
    {
        ["type"] = "message", ["id"] = $"in:{Guid.NewGuid():N}", ["channelId"] = "msteams", ["serviceUrl"] = bot.Connector.ServiceUrl, ["locale"] = "en-GB",
        ["from"] = new JsonObject { ["id"] = UserId, ["name"] = Kind, ["aadObjectId"] = EntraId },
        ["recipient"] = new JsonObject { ["id"] = TestPerson.BotId, ["name"] = "Innovation Bot" },
        ["conversation"] = new JsonObject { ["id"] = Chat, ["conversationType"] = "personal", ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    private async Task<(int, string)> Send(BotUnderTest bot, Action<JsonObject> more)
    {
        var activity = Activity(bot);
        more(activity);
        using var answer = await bot.Door.Send(System.Text.Encoding.UTF8.GetBytes(activity.ToJsonString()));
        var body = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, body.Length == 0 ? "" : JsonElement.Parse(body).ToString());
    }
}
