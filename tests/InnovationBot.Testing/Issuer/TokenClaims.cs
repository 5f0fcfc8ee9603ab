using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace InnovationBot.Testing.Issuer;

/// <summary>A token in the making, good or bad: what is <c>null</c> is left out.</summary>
public sealed record TokenClaims
{
    public string? Issuer { get; init; }

    /// <summary>A string, or several.</summary>
    public JsonNode? Audience { get; init; }

    public string? ServiceUrl { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary><c>RS256</c>, <c>HS256</c> (keyed with the public key, as an attacker would), <c>none</c>, or any word.</summary>
    public string Algorithm { get; init; } = "RS256";

    public string? KeyId { get; init; }

    public required RSA SignedBy { get; init; }

    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    /// <summary>Changes the payload after it was signed.</summary>
    public Action<JsonObject>? Tamper { get; init; }

    public override string ToString()
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = Algorithm };
        if (KeyId is not null) header["kid"] = KeyId;

        var payload = new JsonObject();
        if (Issuer is not null) payload["iss"] = Issuer;
        if (Audience is not null) payload["aud"] = Audience.DeepClone();
        if (ServiceUrl is not null) payload["serviceurl"] = ServiceUrl;
        if (NotBefore is { } from) payload["nbf"] = from.ToUnixTimeSeconds();
        if (Expires is { } until) payload["exp"] = until.ToUnixTimeSeconds();
        foreach (var (name, value) in More) payload[name] = value;

        var signature = Sign($"{Part(header)}.{Part(payload)}");
        Tamper?.Invoke(payload);
        return $"{Part(header)}.{Part(payload)}.{signature}";
    }

    private static string Part(JsonObject json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private string Sign(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        return Algorithm switch
        {
            "none" => "",
            "HS256" => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(SignedBy.ExportSubjectPublicKeyInfo(), bytes)),
            "PS256" => WebEncoders.Base64UrlEncode(SignedBy.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
            _ => WebEncoders.Base64UrlEncode(SignedBy.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        };
    }
}
