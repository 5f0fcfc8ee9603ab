using System.Text.Json;
using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts.Audiences;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.People.Sync;

/// <summary>Who is in a group of Microsoft Entra, read when somebody names it and kept nowhere but as people of the audience.</summary>
internal sealed class GraphGroups(GraphOptions options, MachineClock clock, ILogger<GraphGroups> log) : IDirectoryGroups, IDisposable
{
    /// <summary>Pages of 999; somebody waits for the answer.</summary>
    private const int MostPages = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly GraphClient graph = new(options, clock.Time);

    public bool IsOn => true;

    public async Task<Result<List<string>>> Members(string group, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(Patience, clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            var token = await graph.Token(either.Token);
            if (await IdOf(group, token, either.Token) is not { } id) return AudienceRefusals.GroupUnknown.With("value", group);
            List<string> people = [];
            var page = graph.Address($"v1.0/groups/{id}/transitiveMembers/microsoft.graph.user?$select=id&$top=999");
            for (var pages = 0; pages < MostPages; pages++)
            {
                using var body = await graph.Page(page, token, either.Token);
                people.AddRange(Ids(body));
                if (graph.Link(body.RootElement, "@odata.nextLink") is not { } next) return people;
                page = next;
            }

            return AudienceRefusals.GroupUnreadable.With("value", group);
        }
        catch (GraphException fault) when (fault.Status == 404)
        {
            return AudienceRefusals.GroupUnknown.With("value", group);
        }
        catch (Exception fault) when ((fault is GraphException or JsonException or OperationCanceledException) && !stop.IsCancellationRequested)
        {
            Log.GroupUnreadable(log, fault.GetType().Name, fault is GraphException known ? known.Message : "");
            return AudienceRefusals.GroupUnreadable.With("value", group);
        }
    }

    public void Dispose() => graph.Dispose();

    /// <returns>None unless exactly one group has this name.</returns>
    private async Task<string?> IdOf(string group, string token, CancellationToken stop)
    {
        if (Guid.TryParse(group, out var id)) return id.ToString();
        var name = Uri.EscapeDataString(group.Replace("'", "''", StringComparison.Ordinal));
        using var body = await graph.Page(graph.Address($"v1.0/groups?$filter=displayName%20eq%20'{name}'&$select=id&$top=2"), token, stop);
        return Ids(body).ToList() is [var only] && Guid.TryParse(only, out var found) ? found.ToString() : null;
    }

    private static IEnumerable<string> Ids(JsonDocument body) =>
        body.RootElement.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(one => GraphClient.Text(one, "id")).OfType<string>()] : [];
}

internal static partial class Log
{
    [LoggerMessage(451, LogLevel.Warning, "A group of the directory could not be read: {Fault} {Why}")]
    public static partial void GroupUnreadable(ILogger log, string fault, string why);
}
