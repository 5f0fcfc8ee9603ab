using System.Net;
using System.Net.Http.Headers;

namespace InnovationBot.Activities;

/// <summary>One call to the connector: what it is, where it goes, and whether doing it twice would show.</summary>
/// <param name="Operation">For log and counter.</param>
/// <param name="Body">JSON; <c>null</c> for none.</param>
/// <param name="IsRepeatable">Doing it twice leaves the same as once, so a lost answer is a reason to repeat and not an <see cref="ConnectorOutcome.Unknown"/>.</param>
/// <param name="LimitKey">The conversation whose limit it uses up; empty for none.</param>
internal readonly record struct ConnectorRequest(
    string Operation, HttpMethod Method, string ServiceUrl, string Path, byte[]? Body, bool IsRepeatable, string TenantId, string LimitKey);

/// <summary>JSON bytes that remember whether anything of them was put on the wire.</summary>
internal sealed class JsonBody : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly byte[] utf8;

    public JsonBody(byte[] utf8)
    {
        this.utf8 = utf8;
        Headers.ContentType = Json;
    }

    public bool HasLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasLeft = true;
        return stream.WriteAsync(utf8, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = utf8.Length;
        return true;
    }
}
