using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>A tick, which comes back as the text <c>true</c> or <c>false</c>.</summary>
public sealed record ToggleInput : CardInput
{
    /// <summary>Stands beside the box; <see cref="CardInput.Label"/> stands above and names the field.</summary>
    public required string Title { get; init; }

    [JsonIgnore]
    public bool Ticked { get; init; }

    [JsonPropertyName("value")]
    public string? Value => Ticked ? "true" : null;

    /// <summary>Always on: a sentence to agree to would be cut on a phone.</summary>
    [JsonPropertyName("wrap")]
    public bool Wrap => true;
}
