using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Activities;

/// <summary>
/// The one way in which this room reads and writes JSON: camelCase, nulls left out, at most 64 levels, generated at build time.
/// Text is written as UTF-8 and not escaped to ASCII (but for what lies beyond the Basic Multilingual Plane); nothing here is ever put into HTML.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = Depth,
    Converters = [typeof(LenientTimestampConverter)])]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(TeamsChannelAccount))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(MessagingExtensionQuery))]
[JsonSerializable(typeof(SearchRequest))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>Deeper JSON is refused at the door.</summary>
    public const int Depth = 64;

    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    static ActivityJson()
    {
        Default = new ActivityJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = Encoder });
    }
}

/// <summary>As <see cref="ActivityJson"/>, for what only this room writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientTimestampConverter)])]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(TaskModuleAnswer))]
[JsonSerializable(typeof(TaskModuleMessageAnswer))]
[JsonSerializable(typeof(MessagingExtensionAnswer))]
[JsonSerializable(typeof(ThumbnailCard))]
[JsonSerializable(typeof(FileConsentCard))]
[JsonSerializable(typeof(FileInfoCard))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    static AnswerJson()
    {
        Default = new AnswerJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = ActivityJson.Encoder });
    }
}

/// <summary>The answer to an activity of <see cref="DeliveryModes.ExpectReplies"/>.</summary>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>A timestamp that cannot be read is none: no reason to lose what a person wrote.</summary>
internal sealed class LenientTimestampConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant)) return instant;
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is not { } instant) writer.WriteNullValue();
        else if (instant.Offset == TimeSpan.Zero) writer.WriteStringValue(instant.UtcDateTime); // ends in Z, as channels write it
        else writer.WriteStringValue(instant);
    }
}
