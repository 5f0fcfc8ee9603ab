using System.Net.Http.Headers;
using System.Text.Json;

namespace InnovationBot.Service.People.Sync;

/// <summary>
/// Reads Microsoft Graph as an app. Follows no redirect and no address of another host, so that the token goes where it was meant for.
/// </summary>
internal sealed class GraphClient(GraphOptions options) : IDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) });

    public void Dispose() => http.Dispose();

    public Uri Address(string path) => new(Base(options.Endpoint), path);

    public async Task<JsonDocument> Page(Uri page, string token, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Send(request, stop);
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
    }

    /// <exception cref="GraphException">It gives none; says why. So do the other two.</exception>
    public async Task<string> Token(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Base(options.LoginEndpoint), $"{Uri.EscapeDataString(options.TenantId!)}/oauth2/v2.0/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["client_id"] = options.ClientId!, ["client_secret"] = options.Secret!, ["scope"] = "https://graph.microsoft.com/.default",
            }),
        };
        using var answer = await Send(request, stop);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
        return Text(body.RootElement, "access_token") ?? throw new GraphException("Microsoft Entra gave no token.");
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken stop)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(request, stop);
        }
        catch (HttpRequestException fault)
        {
            throw new GraphException($"{request.RequestUri!.Host} cannot be reached.", fault);
        }

        if (answer.IsSuccessStatusCode) return answer;
        var status = (int)answer.StatusCode;
        answer.Dispose();
        throw status == 410
            ? new GraphException("Microsoft Graph no longer knows where the last reading ended; run it again with --afresh.")
            : new GraphException($"{request.RequestUri!.Host} answered {status}.") { Status = status };
    }

    /// <summary>Where to go on.</summary>
    public Uri? Link(JsonElement body, string name)
    {
        if (Text(body, name) is not { } text) return null;
        var of = Base(options.Endpoint);
        return Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == of.Scheme && link.Authority == of.Authority
            ? link
            : throw new GraphException("Microsoft Graph named an address of another host; it is not followed.");
    }

    private static Uri Base(string address) => new(address.EndsWith('/') ? address : address + "/");

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}

/// <summary>A directory could not be read; the message is for whoever runs the command.</summary>
internal sealed class GraphException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What Graph answered, where it did.</summary>
    public int? Status { get; init; }
}
