using System.Text.Json;

namespace InnovationBot.Service.People.Sync;

/// <summary>What a directory tells since it was last asked.</summary>
/// <param name="People">There, new or changed.</param>
/// <param name="Gone">Entra ids of accounts that were removed or disabled.</param>
/// <param name="Next">Where to go on the next time.</param>
/// <param name="Everybody">Entra ids of all accounts, guests too, when the whole directory was read; none when only what changed was.</param>
internal sealed record DirectoryChanges(IReadOnlyList<DirectoryPerson> People, IReadOnlyList<string> Gone, Uri Next, IReadOnlySet<string>? Everybody);

/// <summary>What the directory tells of somebody: of a change perhaps only what changed.</summary>
/// <param name="Id">The Entra object id.</param>
internal sealed record DirectoryPerson(string Id, string? Email, string? Name, string? Country, string? Language, string? Role);

/// <summary>
/// Reads people from Microsoft Graph by delta query: all the first time, afterwards what changed; all again when Graph no longer knows where the last reading ended.
/// </summary>
internal sealed class GraphPeople : IDisposable
{
    private const string FirstPage = "v1.0/users/delta?$select=id,displayName,mail,userPrincipalName,accountEnabled,usageLocation,preferredLanguage,jobTitle,userType";

    /// <summary>Pages of some hundred people each; a directory that never ends is broken.</summary>
    private const int MostPages = 10_000;

    private readonly GraphClient graph;

    public GraphPeople(GraphOptions options, TimeProvider clock) => graph = new GraphClient(options, clock);

    /// <param name="from">Where the last reading ended; none = everybody.</param>
    /// <exception cref="GraphException">It cannot be read; says why.</exception>
    public async Task<DirectoryChanges> Read(Uri? from, CancellationToken stop)
    {
        var token = await graph.Token(stop);
        try
        {
            return await Pages(from, token, stop);
        }
        catch (GraphException gone) when (gone.Status == 410 && from is not null)
        {
            return await Pages(null, token, stop);
        }
    }

    private async Task<DirectoryChanges> Pages(Uri? from, string token, CancellationToken stop)
    {
        var (people, gone, seen) = (new Dictionary<string, DirectoryPerson>(), new HashSet<string>(), new HashSet<string>());
        var page = from ?? graph.Address(FirstPage);
        for (var pages = 0; pages < MostPages; pages++)
        {
            using var body = await graph.Page(page, token, stop);
            foreach (var user in body.RootElement.TryGetProperty("value", out var value) ? value.EnumerateArray() : default)
            {
                if (GraphClient.Text(user, "id") is not { } id) continue;
                seen.Add(id);
                Take(id, user, people, gone);
            }

            if (graph.Link(body.RootElement, "@odata.deltaLink") is { } end) return new([.. people.Values], [.. gone], end, from is null ? seen : null);
            page = graph.Link(body.RootElement, "@odata.nextLink") ?? throw new GraphException("Microsoft Graph ended a page without saying where to go on.");
        }

        throw new GraphException("Microsoft Graph's list of people does not end.");
    }

    public void Dispose() => graph.Dispose();

    private static void Take(string id, JsonElement user, Dictionary<string, DirectoryPerson> people, HashSet<string> gone)
    {
        if (user.TryGetProperty("@removed", out _) || (user.TryGetProperty("accountEnabled", out var enabled) && enabled.ValueKind == JsonValueKind.False))
        {
            people.Remove(id);
            gone.Add(id);
            return;
        }

        gone.Remove(id);
        if (GraphClient.Text(user, "userType") == "Guest")
        {
            people.Remove(id); // belongs to another organisation
            return;
        }

        // The same account may come twice, and of a change only what changed: what was told before stays.
        var before = people.GetValueOrDefault(id);
        people[id] = new DirectoryPerson(
            id, (GraphClient.Text(user, "mail") ?? before?.Email ?? GraphClient.Text(user, "userPrincipalName"))?.ToLowerInvariant(), GraphClient.Text(user, "displayName") ?? before?.Name,
            GraphClient.Text(user, "usageLocation") ?? before?.Country, GraphClient.Text(user, "preferredLanguage")?.Split('-')[0].ToLowerInvariant() ?? before?.Language,
            GraphClient.Text(user, "jobTitle") ?? before?.Role);
    }
}
