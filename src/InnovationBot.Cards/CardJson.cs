using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace InnovationBot.Cards;

/// <summary>One set of options for all cards: metadata from the source generator, nothing found out per card.</summary>
internal static class CardJson
{
    private static readonly JsonSerializerOptions Options = new(CardJsonContext.Default.Options)
    {
        // Cards travel as application/json and stand in no HTML; letters beyond ASCII keep their two bytes instead of six.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = CardJsonContext.Default.WithAddedModifier(ForWriting),
    };

    public static readonly JsonTypeInfo<AdaptiveCard> AdaptiveCard = (JsonTypeInfo<AdaptiveCard>)Options.GetTypeInfo(typeof(AdaptiveCard));

    /// <summary>For cards that are changed as JSON after they were written.</summary>
    public static readonly JsonSerializerOptions WrittenOnce = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void ForWriting(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (!property.IsRequired && IsList(property.PropertyType)) property.ShouldSerialize = (_, list) => list is ICollection { Count: > 0 };

            // "required" binds the code that draws a card; the serialiser would take it for a demand on JSON that is read.
            property.IsRequired = false;
        }
    }

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
