using System.Net.Http.Headers;
using System.Text.Json;
using InnovationBot.Activities;

namespace InnovationBot.Service.People.Sync;

/// <summary>
/// Reads Microsoft Graph as an app. Follows no redirect and no address of another host, so that the token goes where it was meant for. Waits
/// when it is told to, and asks again.
/// </summary>
internal sealed class GraphClient(GraphOptions options, TimeProvider clock) : IDisposable
{
    private const int MostTries = 6;

    /// <summary>Longer than this nobody waits at a command.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) });

    public void Dispose() => http.Dispose();

    public Uri Address(string path) => new(Base(options.Endpoint), path);

    public async Task<JsonDocument> Page(Uri page, string token, CancellationToken stop)
    {
        using var answer = await Send(
            () => new HttpRequestMessage(HttpMethod.Get, page) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } }, stop);
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
    }

    /// <exception cref="GraphException">It gives none; says why. So do the other two.</exception>
    public async Task<string> Token(CancellationToken stop)
    {
        using var answer = await Send(
            () => new HttpRequestMessage(HttpMethod.Post, new Uri(Base(options.LoginEndpoint), $"{Uri.EscapeDataString(options.TenantId!)}/oauth2/v2.0/token"))
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials", ["client_id"] = options.ClientId!, ["client_secret"] = options.Secret!, ["scope"] = options.Scope,
                }),
            },
            stop);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
        return Text(body.RootElement, "access_token") ?? throw new GraphException("Microsoft Entra gave no token.");
    }

    private async Task<HttpResponseMessage> Send(Func<HttpRequestMessage> make, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            using var request = make();
            var host = request.RequestUri!.Host;
            HttpResponseMessage answer;
            try
            {
                answer = await http.SendAsync(request, stop);
            }
            catch (HttpRequestException fault)
            {
                throw new GraphException($"{host} cannot be reached.", fault);
            }

            if (answer.IsSuccessStatusCode) return answer;
            using (answer)
            {
                var status = (int)answer.StatusCode;
                if (status is not (429 or 503 or 504)) throw new GraphException($"{host} answered {status}.") { Status = status };
                var wait = RetryAfter.Of(answer, clock.GetUtcNow()) ?? TimeSpan.FromSeconds(Math.Pow(2, tries));
                if (tries == MostTries || wait > LongestWait)
                    throw new GraphException($"{host} is busy (it answered {status}) and asks to wait {Math.Max(0, Math.Ceiling(wait.TotalSeconds)):0} seconds. Run it again later; nothing was changed.") { Status = status };
                if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, stop);
            }
        }
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
