using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>An address that a card may point at: absolute and https, because Teams opens and loads nothing else.</summary>
[JsonConverter(typeof(CardUrlConverter))]
public sealed record CardUrl
{
    private CardUrl(string value) => Value = value;

    public string Value { get; }

    /// <param name="url">Absolute address.</param>
    /// <param name="allowLoopback">Also plain http to this machine; for local mode, where the chat runs beside the bot.</param>
    /// <exception cref="ArgumentException">The address is relative, or has another scheme, or names a user.</exception>
    public static CardUrl Parse(string url, bool allowLoopback = false) =>
        TryParse(url, out var parsed, allowLoopback)
            ? parsed
            : throw new ArgumentException("A card points at absolute https addresses only.", nameof(url));

    /// <summary>As <see cref="Parse"/>, for addresses that people wrote.</summary>
    public static bool TryParse(string? url, [NotNullWhen(true)] out CardUrl? parsed, bool allowLoopback = false)
    {
        parsed = null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0) return false;
        if (uri.Scheme != Uri.UriSchemeHttps && !(allowLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) return false;

        parsed = new CardUrl(uri.AbsoluteUri);
        return true;
    }

    public static implicit operator CardUrl(string url) => Parse(url);

    public override string ToString() => Value;
}

internal sealed class CardUrlConverter : JsonConverter<CardUrl>
{
    public override CardUrl Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are only written.");

    public override void Write(Utf8JsonWriter writer, CardUrl value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
