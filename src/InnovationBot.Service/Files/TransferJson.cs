using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Service.Files;

/// <summary>The few shapes of JSON that files hold, known when the program is built.</summary>
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class TransferJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay as they are.</summary>
    public static readonly TransferJson Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
