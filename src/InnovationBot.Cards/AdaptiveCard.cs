using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>
/// A card for Teams, schema 1.5. The model can only be written, never read: what comes back from a press is untrusted
/// and is no card.
/// </summary>
public sealed record AdaptiveCard
{
    /// <summary>Media type of the attachment that carries a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyName("type"), JsonPropertyOrder(-5)]
    public string Type => "AdaptiveCard";

    [JsonPropertyName("$schema"), JsonPropertyOrder(-4)]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-3), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public CardVersion Version { get; init; }

    /// <summary>Two letters of ISO 639-1, without a region: screen readers choose their voice by it.</summary>
    [JsonPropertyOrder(-2)]
    public string? Lang { get; init; }

    /// <summary>What a client too old for schema 1.5 shows instead of the card. Plain text.</summary>
    [JsonPropertyOrder(-1)]
    public required string FallbackText { get; init; }

    /// <summary>What is read aloud in place of the card: its point in one or two sentences, no markup.</summary>
    [JsonPropertyOrder(-1)]
    public required string Speak { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }

    /// <summary>
    /// Buttons at the foot. Teams shows at most six and cuts the row on a phone, so most cards use
    /// <see cref="ActionSet"/>s in the body and leave this empty.
    /// </summary>
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>Opens when the card is pressed anywhere outside its own buttons and inputs.</summary>
    public SelectAction? SelectAction { get; init; }

    public Refresh? Refresh { get; init; }

    public Authentication? Authentication { get; init; }

    public TeamsCardProperties? Msteams { get; init; }

    /// <summary>The card as UTF-8 JSON; measure it with <see cref="CardSize"/>.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, CardJson.AdaptiveCard);

    /// <summary>Writes the card where an attachment's <c>content</c> belongs, without a copy in between.</summary>
    public void WriteTo(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, this, CardJson.AdaptiveCard);

    /// <summary>Writes the card as UTF-8 JSON into a buffer that the caller owns.</summary>
    public void WriteTo(IBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, CardJson.WriterOptions);
        WriteTo(writer);
    }
}

public enum CardVersion
{
    /// <summary>What Teams supports for bots, dialogs and message extensions.</summary>
    [JsonStringEnumMemberName("1.5")]
    Current,

    /// <summary>The newest that Teams shows where a link unfurls; nothing newer than 1.3 may stand in such a card.</summary>
    [JsonStringEnumMemberName("1.3")]
    LinkUnfurling,
}
