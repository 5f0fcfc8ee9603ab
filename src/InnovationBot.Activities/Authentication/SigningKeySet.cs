using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace InnovationBot.Activities;

/// <summary>A key that signs requests, with the channels it may speak for.</summary>
/// <param name="Endorsements">Channel ids; empty for a key that may speak for none.</param>
/// <param name="NotBefore">Of the key's certificate, when the document carries one.</param>
/// <param name="NotAfter">Of the key's certificate, when the document carries one.</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Endorsements, DateTimeOffset? NotBefore, DateTimeOffset? NotAfter)
{
    public bool IsValidAt(DateTimeOffset now) => (NotBefore is not { } from || now >= from) && (NotAfter is not { } until || now <= until);
}

/// <summary>One downloaded key document (RFC 7517): keys and endorsements come from the same download, so they cannot disagree during a rollover.</summary>
internal sealed record SigningKeySet(IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset LoadedAt)
{
    /// <summary>Keys of another kind, without id, or unreadable are left out.</summary>
    /// <exception cref="JsonException">The document has no usable key at all.</exception>
    public static SigningKeySet Parse(ReadOnlyMemory<byte> document, DateTimeOffset now)
    {
        using var json = JsonDocument.Parse(document);
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("keys"u8, out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in list.EnumerateArray())
            {
                if (Text(one, "kid"u8) is { Length: > 0 } id && Text(one, "kty"u8) == "RSA" && Text(one, "use"u8) is null or "sig" && Read(one, id) is { } key)
                    keys[id] = key;
            }
        }

        return keys.Count > 0 ? new SigningKeySet(keys, now) : throw new JsonException("The document names no signing key.");
    }

    private static SigningKey? Read(JsonElement one, string id)
    {
        try
        {
            if (Text(one, "n"u8) is not { } modulus || Text(one, "e"u8) is not { } exponent) return null;
            var rsa = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(modulus), Exponent = Base64UrlEncoder.DecodeBytes(exponent) };
            using var certificate = Certificate(one);
            return new SigningKey(
                new RsaSecurityKey(rsa) { KeyId = id },
                Texts(one, "endorsements"u8),
                certificate?.NotBefore.ToUniversalTime(),
                certificate?.NotAfter.ToUniversalTime());
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static X509Certificate2? Certificate(JsonElement one) =>
        Texts(one, "x5c"u8) is [var leaf, ..] ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(leaf)) : null;

    private static string? Text(JsonElement of, ReadOnlySpan<byte> name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static List<string> Texts(JsonElement of, ReadOnlySpan<byte> name) =>
        of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array
            ? [.. member.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)]
            : [];
}
