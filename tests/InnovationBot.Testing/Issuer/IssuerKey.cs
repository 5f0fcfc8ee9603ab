using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace InnovationBot.Testing.Issuer;

/// <summary>A signing key as the issuer publishes it.</summary>
/// <param name="Id">The key's <c>kid</c>; <c>null</c> publishes the key without one.</param>
/// <param name="Endorsements">The channels it may speak for; <c>null</c> publishes none.</param>
public sealed record IssuerKey(RSA Rsa, string? Id, IReadOnlyList<string>? Endorsements, X509Certificate2? Certificate = null)
{
    public static IssuerKey New(string? id = null, params string[] endorsements) =>
        new(RSA.Create(2048), id ?? Guid.NewGuid().ToString("n"), endorsements.Length > 0 ? endorsements : ["msteams"]);

    /// <summary>The same key with a certificate that is valid in this time.</summary>
    public IssuerKey Certified(DateTimeOffset from, DateTimeOffset until)
    {
        var request = new CertificateRequest("CN=Loopback issuer", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return this with { Certificate = request.CreateSelfSigned(from, until) };
    }

    internal JsonObject Published()
    {
        var key = Rsa.ExportParameters(false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["n"] = WebEncoders.Base64UrlEncode(key.Modulus!),
            ["e"] = WebEncoders.Base64UrlEncode(key.Exponent!),
        };
        if (Id is not null) json["kid"] = Id;
        if (Endorsements is not null) json["endorsements"] = new JsonArray([.. Endorsements.Select(one => JsonValue.Create(one))]);
        if (Certificate is not null) json["x5c"] = new JsonArray(Convert.ToBase64String(Certificate.RawData));
        return json;
    }
}
