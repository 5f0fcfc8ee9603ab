using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace InnovationBot.Benchmarks.Load;

/// <summary>A whole HTTP request made beforehand; only the activity's id is new each time, for a repeat is answered otherwise.</summary>
internal sealed class PostedActivity
{
    private const string Id = "0000000000000";

    private static long sent = 1_700_000_000_000;

    private readonly byte[] bytes;
    private readonly int idAt;

    private PostedActivity(byte[] bytes)
    {
        this.bytes = bytes;
        idAt = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Id));
    }

    /// <summary>A message in a person's own chat, with what Teams sends along.</summary>
    /// <param name="person">Number of the person.</param>
    /// <param name="serviceUrl"><c>null</c>: the answer is expected in the response.</param>
    public static PostedActivity Message(Uri target, string text, int person = 1, string locale = "en-GB", Uri? serviceUrl = null) =>
        Posted(target, "message", person, locale, serviceUrl, new JsonObject { ["text"] = text, ["textFormat"] = "plain" });

    /// <summary>A press on a card in a person's own chat.</summary>
    public static PostedActivity Press(Uri target, string verb, JsonObject data, int person) => Posted(target, "invoke", person, "en-GB", null, new JsonObject
    {
        ["name"] = "adaptiveCard/action",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" },
    });

    private static PostedActivity Posted(Uri target, string type, int person, string locale, Uri? serviceUrl, JsonObject more)
    {
        const string tenant = "9f2c1d7e-0000-4000-8000-000000000001";
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = Id,
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["localTimezone"] = "Europe/Ljubljana",
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = $"29:person-{person}", ["name"] = $"Person {person}", ["aadObjectId"] = $"5f1d3c3e-8c55-4c3a-9d7a-{person:d12}" },
            ["recipient"] = new JsonObject { ["id"] = "28:innovation-bot", ["name"] = "Innovation Bot" },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = tenant, ["id"] = $"a:chat-{person}" },
            ["entities"] = new JsonArray(new JsonObject { ["locale"] = locale, ["country"] = "SI", ["platform"] = "Windows", ["timezone"] = "Europe/Ljubljana", ["type"] = "clientInfo" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
            ["locale"] = locale,
        };
        foreach (var (name, value) in more) activity[name] = value?.DeepClone();
        if (serviceUrl is null) activity["deliveryMode"] = "expectReplies";
        else activity["serviceUrl"] = serviceUrl.AbsoluteUri;

        var body = Encoding.UTF8.GetBytes(activity.ToJsonString());
        var head = $"POST /api/messages HTTP/1.1\r\nHost: {target.Authority}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n";
        return new PostedActivity([.. Encoding.ASCII.GetBytes(head), .. body]);
    }

    /// <summary>The request as bytes that one caller may change and send.</summary>
    public Copy ForOneCaller() => new([.. bytes], idAt);

    internal readonly struct Copy(byte[] bytes, int idAt)
    {
        /// <summary>The next request, with an id never used before.</summary>
        public ReadOnlySpan<byte> Next()
        {
            Interlocked.Increment(ref sent).TryFormat(bytes.AsSpan(idAt, Id.Length), out _, provider: CultureInfo.InvariantCulture);
            return bytes;
        }
    }
}
