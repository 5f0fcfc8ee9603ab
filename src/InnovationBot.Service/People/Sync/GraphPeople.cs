using System.Net.Http.Headers;
using System.Text.Json;

namespace InnovationBot.Service.People.Sync;

/// <summary>What a directory tells since it was last asked.</summary>
/// <param name="People">There, new or changed.</param>
/// <param name="Gone">Entra ids of accounts that were removed or disabled.</param>
/// <param name="Next">Where to go on the next time.</param>
internal sealed record DirectoryChanges(IReadOnlyList<DirectoryPerson> People, IReadOnlyList<string> Gone, Uri Next);

/// <param name="Id">The Entra object id.</param>
internal sealed record DirectoryPerson(string Id, string Email, string Name, string? Country, string? Language, string? Role);

/// <summary>
/// Reads people from Microsoft Graph by delta query: all the first time, afterwards what changed. Follows no redirect and no address of another
/// host, so that the token goes where it was meant for.
/// </summary>
internal sealed class GraphPeople : IDisposable
{
    private const string FirstPage = "v1.0/users/delta?$select=id,displayName,mail,userPrincipalName,accountEnabled,usageLocation,preferredLanguage,jobTitle,userType";

    /// <summary>Pages of some hundred people each; a directory that never ends is broken.</summary>
    private const int MostPages = 10_000;

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) });
    private readonly GraphOptions options;

    public GraphPeople(GraphOptions options) => this.options = options;

    /// <param name="from">Where the last reading ended; none = everybody.</param>
    /// <exception cref="GraphException">It cannot be read; says why.</exception>
    public async Task<DirectoryChanges> Read(Uri? from, CancellationToken stop)
    {
        var (people, gone) = (new Dictionary<string, DirectoryPerson>(), new HashSet<string>());
        var token = await Token(stop);
        var page = from ?? new Uri(Base(options.Endpoint), FirstPage);
        for (var pages = 0; pages < MostPages; pages++)
        {
            using var body = await Page(page, token, stop);
            foreach (var user in body.RootElement.TryGetProperty("value", out var value) ? value.EnumerateArray() : default) Take(user, people, gone);
            if (Link(body.RootElement, "@odata.deltaLink") is { } end) return new([.. people.Values], [.. gone], end);
            page = Link(body.RootElement, "@odata.nextLink") ?? throw new GraphException("Microsoft Graph ended a page without saying where to go on.");
        }

        throw new GraphException("Microsoft Graph's list of people does not end.");
    }

    public void Dispose() => http.Dispose();

    private static void Take(JsonElement user, Dictionary<string, DirectoryPerson> people, HashSet<string> gone)
    {
        if (Text(user, "id") is not { } id) return;
        if (user.TryGetProperty("@removed", out _) || (user.TryGetProperty("accountEnabled", out var enabled) && enabled.ValueKind == JsonValueKind.False))
        {
            people.Remove(id);
            gone.Add(id);
            return;
        }

        // Guests belong to another organisation; rooms and functional accounts without an address are nobody.
        if (Text(user, "userType") == "Guest" || (Text(user, "mail") ?? Text(user, "userPrincipalName")) is not { } email || Text(user, "displayName") is not { } name) return;
        gone.Remove(id);
        people[id] = new DirectoryPerson(id, email.ToLowerInvariant(), name, Text(user, "usageLocation"), Text(user, "preferredLanguage")?.Split('-')[0].ToLowerInvariant(), Text(user, "jobTitle"));
    }

    private async Task<JsonDocument> Page(Uri page, string token, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Send(request, stop);
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
    }

    private async Task<string> Token(CancellationToken stop)
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
            : new GraphException($"{request.RequestUri!.Host} answered {status}.");
    }

    private Uri? Link(JsonElement body, string name)
    {
        if (Text(body, name) is not { } text) return null;
        var of = Base(options.Endpoint);
        return Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == of.Scheme && link.Authority == of.Authority
            ? link
            : throw new GraphException("Microsoft Graph named an address of another host; it is not followed.");
    }

    private static Uri Base(string address) => new(address.EndsWith('/') ? address : address + "/");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}

/// <summary>A directory could not be read; the message is for whoever runs the command.</summary>
internal sealed class GraphException(string message, Exception? inner = null) : Exception(message, inner);
