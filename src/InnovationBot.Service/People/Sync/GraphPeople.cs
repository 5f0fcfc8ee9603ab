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
/// Reads people from Microsoft Graph by delta query: all the first time, afterwards what changed.
/// </summary>
internal sealed class GraphPeople : IDisposable
{
    private const string FirstPage = "v1.0/users/delta?$select=id,displayName,mail,userPrincipalName,accountEnabled,usageLocation,preferredLanguage,jobTitle,userType";

    /// <summary>Pages of some hundred people each; a directory that never ends is broken.</summary>
    private const int MostPages = 10_000;

    private readonly GraphClient graph;

    public GraphPeople(GraphOptions options) => graph = new GraphClient(options);

    /// <param name="from">Where the last reading ended; none = everybody.</param>
    /// <exception cref="GraphException">It cannot be read; says why.</exception>
    public async Task<DirectoryChanges> Read(Uri? from, CancellationToken stop)
    {
        var (people, gone) = (new Dictionary<string, DirectoryPerson>(), new HashSet<string>());
        var token = await graph.Token(stop);
        var page = from ?? graph.Address(FirstPage);
        for (var pages = 0; pages < MostPages; pages++)
        {
            using var body = await graph.Page(page, token, stop);
            foreach (var user in body.RootElement.TryGetProperty("value", out var value) ? value.EnumerateArray() : default) Take(user, people, gone);
            if (graph.Link(body.RootElement, "@odata.deltaLink") is { } end) return new([.. people.Values], [.. gone], end);
            page = graph.Link(body.RootElement, "@odata.nextLink") ?? throw new GraphException("Microsoft Graph ended a page without saying where to go on.");
        }

        throw new GraphException("Microsoft Graph's list of people does not end.");
    }

    public void Dispose() => graph.Dispose();

    private static void Take(JsonElement user, Dictionary<string, DirectoryPerson> people, HashSet<string> gone)
    {
        if (GraphClient.Text(user, "id") is not { } id) return;
        if (user.TryGetProperty("@removed", out _) || (user.TryGetProperty("accountEnabled", out var enabled) && enabled.ValueKind == JsonValueKind.False))
        {
            people.Remove(id);
            gone.Add(id);
            return;
        }

        // Guests belong to another organisation; rooms and functional accounts without an address are nobody.
        if (GraphClient.Text(user, "userType") == "Guest" || (GraphClient.Text(user, "mail") ?? GraphClient.Text(user, "userPrincipalName")) is not { } email || GraphClient.Text(user, "displayName") is not { } name) return;
        gone.Remove(id);
        people[id] = new DirectoryPerson(id, email.ToLowerInvariant(), name, GraphClient.Text(user, "usageLocation"), GraphClient.Text(user, "preferredLanguage")?.Split('-')[0].ToLowerInvariant(), GraphClient.Text(user, "jobTitle"));
    }
}
