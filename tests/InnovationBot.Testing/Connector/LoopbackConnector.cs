using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace InnovationBot.Testing.Connector;

/// <summary>
/// A stand-in for Teams' connector on a free port of loopback: takes what a bot sends, keeps it in order, and fails as it is told to.
/// A conversation exists as soon as something is sent to it.
/// </summary>
public sealed class LoopbackConnector : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly ConcurrentQueue<Fault> next = new();
    private readonly ConcurrentDictionary<string, string> personalChats = new();
    private readonly CallRecord record = new();
    private LoopbackServer? server;
    private int ids;

    private LoopbackConnector(TimeProvider clock) => this.clock = clock;

    /// <summary>What activities carry as their service URL; ends in a slash.</summary>
    public string ServiceUrl => new Uri(Server.Address, "teams/").AbsoluteUri;

    /// <summary>Every answer comes this much later.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Asked for each call when no fault is queued; <c>null</c> = take it.</summary>
    public Func<ConnectorCall, Fault?>? Fails { get; set; }

    /// <summary>Whom the member calls tell, in this order.</summary>
    public List<ConnectorMember> Members { get; } = [];

    /// <summary>Members to a page when none is asked for.</summary>
    public int PageSize { get; set; } = 50;

    /// <summary>Ids of people for whom the app is not installed: no 1:1 conversation can be made with them.</summary>
    public ConcurrentDictionary<string, bool> NotInstalled { get; } = new();

    /// <summary>Everything that was taken, in the order of arrival.</summary>
    public IReadOnlyList<ConnectorCall> Calls => record.Taken;

    /// <summary>Everything that arrived, also what was refused or torn off.</summary>
    public IReadOnlyList<ConnectorCall> Attempts => record.Arrived;

    private LoopbackServer Server => server ?? throw new InvalidOperationException("Not started.");

    public static async Task<LoopbackConnector> Start(TimeProvider? clock = null)
    {
        var connector = new LoopbackConnector(clock ?? TimeProvider.System);
        connector.server = await LoopbackServer.Start(connector.Map);
        return connector;
    }

    /// <summary>The next calls fail so, one each.</summary>
    public void FailNext(params IEnumerable<Fault> faults)
    {
        foreach (var fault in faults) next.Enqueue(fault);
    }

    /// <summary>What was sent into a conversation: messages and replies, in order, as they were first sent.</summary>
    public IReadOnlyList<ConnectorCall> SentTo(string conversationId) =>
        [.. Calls.Where(call => call.ConversationId == conversationId && call.Kind is ConnectorCallKind.Send or ConnectorCallKind.Reply && call.Type != "typing")];

    /// <summary>What a person would see there now: edits applied, deleted messages gone.</summary>
    public IReadOnlyList<ConnectorCall> Shown(string conversationId)
    {
        var shown = new List<ConnectorCall>();
        foreach (var call in Calls.Where(call => call.ConversationId == conversationId))
        {
            var at = shown.FindIndex(one => one.ActivityId == call.ActivityId);
            if (call.Kind is ConnectorCallKind.Send or ConnectorCallKind.Reply && call.Type != "typing") shown.Add(call);
            else if (at >= 0 && call.Kind == ConnectorCallKind.Update) shown[at] = call;
            else if (at >= 0 && call.Kind == ConnectorCallKind.Delete) shown.RemoveAt(at);
        }

        return shown;
    }

    /// <summary>The first taken call that fits, one that came before included; waits for it without polling.</summary>
    public Task<ConnectorCall> WaitFor(Func<ConnectorCall, bool> fits, CancellationToken stop) => record.WaitFor(fits, stop);

    /// <summary>The 1:1 conversation with a person, as the bot would get it.</summary>
    public string PersonalChat(string userId) => personalChats.GetOrAdd(userId, id => $"a:{id}");

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    private void Map(WebApplication application)
    {
        var v3 = application.MapGroup("teams/v3/conversations");
        v3.MapPost("", context => Take(context, ConnectorCallKind.Create, Create));
        v3.MapPost("{c}/activities", context => Take(context, ConnectorCallKind.Send, Made));
        v3.MapPost("{c}/activities/{a}", context => Take(context, ConnectorCallKind.Reply, Made));
        v3.MapPut("{c}/activities/{a}", context => Take(context, ConnectorCallKind.Update, Existing));
        v3.MapDelete("{c}/activities/{a}", context => Take(context, ConnectorCallKind.Delete, Existing));
        v3.MapGet("{c}/members/{m}", context => Take(context, ConnectorCallKind.Read, Member));
        v3.MapGet("{c}/pagedmembers", context => Take(context, ConnectorCallKind.Read, Page));
    }

    private async Task Take(HttpContext context, ConnectorCallKind kind, Func<HttpContext, ConnectorCall, (int Status, JsonNode? Body)> answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var call = CallOf(context, kind, body.ToArray());
        record.Arrive(call);
        if (Latency > TimeSpan.Zero) await Task.Delay(Latency, clock, context.RequestAborted);

        var fault = next.TryDequeue(out var queued) ? queued : Fails?.Invoke(call);
        if (fault is { IsTaken: false })
        {
            await Fail(context, fault);
            return;
        }

        var (status, json) = answer(context, call);
        if (status < 300) record.Take(call);
        if (fault is not null) await Fail(context, fault);
        else await Answer(context, status, json?.ToJsonString());
    }

    private ConnectorCall CallOf(HttpContext context, ConnectorCallKind kind, byte[] body)
    {
        var parent = Segment(context, "a");
        var isNew = kind is ConnectorCallKind.Send or ConnectorCallKind.Reply;
        return new ConnectorCall(
            kind,
            Segment(context, "c") ?? "",
            isNew ? $"1:{Interlocked.Increment(ref ids):d6}" : parent ?? "",
            kind == ConnectorCallKind.Reply ? parent : null,
            body.Length > 0 ? JsonElement.Parse(body) : default,
            context.Request.Headers.Authorization.ToString(),
            context.Request.Headers.UserAgent.ToString(),
            clock.GetUtcNow());
    }

    /// <summary>One segment of the path, decoded; the server leaves %2F as it is.</summary>
    private static string? Segment(HttpContext context, string name) =>
        ((string?)context.GetRouteValue(name))?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static async Task Fail(HttpContext context, Fault fault)
    {
        if (fault.IsReset)
        {
            context.Abort();
            return;
        }

        if (fault.RetryAfter is not null) context.Response.Headers.RetryAfter = fault.RetryAfter;
        if (fault.IsEndless)
        {
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await Answer(context, fault.Status, fault.Body);
    }

    private static async Task Answer(HttpContext context, int status, string? body)
    {
        context.Response.StatusCode = status;
        if (body is null) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(body);
    }

    private (int Status, JsonNode? Body) Made(HttpContext context, ConnectorCall call) => (201, new JsonObject { ["id"] = call.ActivityId });

    private (int Status, JsonNode? Body) Existing(HttpContext context, ConnectorCall call) =>
        record.Knows(call.ConversationId, call.ActivityId)
            ? (200, new JsonObject { ["id"] = call.ActivityId })
            : (404, Error("ActivityNotFoundInConversation"));

    private (int Status, JsonNode? Body) Create(HttpContext context, ConnectorCall call)
    {
        if (call.Body.TryGetProperty("isGroup", out var group) && group.ValueKind == JsonValueKind.True)
        {
            var root = $"1:{Interlocked.Increment(ref ids):d6}";
            var channel = call.Body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString();
            var thread = $"{channel};messageid={root}";
            record.Take(call with { Kind = ConnectorCallKind.Send, ConversationId = thread, ActivityId = root, Body = call.Body.GetProperty("activity") });
            return (201, new JsonObject { ["id"] = thread, ["activityId"] = root });
        }

        var asked = call.Body.GetProperty("members")[0].GetProperty("id").GetString() ?? "";
        var member = Find(asked);
        if (NotInstalled.ContainsKey(asked) || (member is not null && NotInstalled.ContainsKey(member.Id))) return (403, Error("BotNotInConversationRoster"));
        return (201, new JsonObject { ["id"] = PersonalChat(member?.Id ?? asked) });
    }

    private (int Status, JsonNode? Body) Member(HttpContext context, ConnectorCall call) =>
        Find(Segment(context, "m")!) is { } member ? (200, Json(member)) : (404, Error("MemberNotFoundInConversation"));

    private (int Status, JsonNode? Body) Page(HttpContext context, ConnectorCall call)
    {
        var size = int.TryParse(context.Request.Query["pageSize"], out var asked) ? asked : PageSize;
        var from = int.TryParse(context.Request.Query["continuationToken"], out var token) ? token : 0;
        var page = new JsonObject { ["members"] = new JsonArray([.. Members.Skip(from).Take(size).Select(Json)]) };
        if (from + size < Members.Count) page["continuationToken"] = $"{from + size}";
        return (200, page);
    }

    private ConnectorMember? Find(string id) => Members.Find(member => member.Id == id || member.AadObjectId == id);

    private static JsonNode Json(ConnectorMember member) => JsonSerializer.SerializeToNode(member, JsonSerializerOptions.Web)!;

    private static JsonObject Error(string code) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } };
}
