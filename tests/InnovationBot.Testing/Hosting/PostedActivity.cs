using System.Text.Json.Nodes;

namespace InnovationBot.Testing.Hosting;

/// <summary>An activity as Teams posts it for a person.</summary>
internal static class PostedActivity
{
    public static JsonObject Of(TestPerson person, string serviceUrl, string type, string locale, JsonObject conversation, Action<JsonObject> more)
    {
        conversation["tenantId"] = TestPerson.TenantId;
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"in:{Guid.NewGuid():N}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["locale"] = locale,
            ["from"] = new JsonObject { ["id"] = person.UserId, ["name"] = person.Name, ["aadObjectId"] = person.EntraObjectId },
            ["recipient"] = new JsonObject { ["id"] = TestPerson.BotId, ["name"] = "Innovation Bot" },
            ["conversation"] = conversation,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TestPerson.TenantId } },
        };
        more(activity);
        return activity;
    }
}
