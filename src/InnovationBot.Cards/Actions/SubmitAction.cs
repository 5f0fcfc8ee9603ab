using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>
/// A press that reaches the bot as a message whose <c>value</c> holds the verb and the data, side by side. The only press
/// that dialogs know and that opens one; everywhere else take <see cref="ExecuteAction"/>.
/// </summary>
public sealed record SubmitAction : SelectAction
{
    [JsonIgnore]
    public required string Verb { get; init; }

    [JsonIgnore]
    public CardData Data { get; init; } = CardData.None;

    /// <summary>Opens a dialog: the press arrives as the invoke <c>task/fetch</c> instead of a message.</summary>
    [JsonIgnore]
    public bool OpensDialog { get; init; }

    /// <summary>Leaves out Teams' line "your response was sent to the app". Extension of Teams.</summary>
    [JsonIgnore]
    public bool HideFeedback { get; init; }

    public AssociatedInputs AssociatedInputs { get; init; }

    [JsonPropertyName("data")]
    public SubmitData Payload => new(Verb, Data, OpensDialog);

    [JsonPropertyName("msTeams")]
    public TeamsSubmitProperties? TeamsProperties => HideFeedback ? TeamsSubmitProperties.NoFeedback : null;
}

/// <summary>Verb and data as one object, with the order to Teams to open a dialog where it is meant.</summary>
[JsonConverter(typeof(SubmitDataConverter))]
public readonly record struct SubmitData(string Verb, CardData Data, bool OpensDialog);

public sealed record TeamsSubmitProperties(SubmitFeedback Feedback)
{
    internal static readonly TeamsSubmitProperties NoFeedback = new(new SubmitFeedback(true));
}

public sealed record SubmitFeedback(bool Hide);

internal sealed class SubmitDataConverter : JsonConverter<SubmitData>
{
    public override SubmitData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("What a press sends is untrusted; it is read as the route's own type.");

    public override void Write(Utf8JsonWriter writer, SubmitData value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("verb"u8, value.Verb);
        value.Data.WriteEntries(writer);
        if (value.OpensDialog)
        {
            writer.WriteStartObject("msteams"u8);
            writer.WriteString("type"u8, "task/fetch"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
