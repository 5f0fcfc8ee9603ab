using System.Globalization;
using System.Text.Json.Nodes;

namespace InnovationBot.Testing.Connector;

/// <summary>What the connector does instead of, or after, taking a call.</summary>
public sealed record Fault
{
    /// <summary>The call is recorded as taken all the same.</summary>
    public bool IsTaken { get; private init; }

    /// <summary>The connection is torn off without an answer.</summary>
    public bool IsReset { get; private init; }

    /// <summary>The status comes at once, the body never ends.</summary>
    public bool IsEndless { get; private init; }

    public int Status { get; private init; } = 200;

    public string? Body { get; private init; }

    public string? RetryAfter { get; private init; }

    /// <summary>The connection breaks before anything was taken; the bot cannot know that.</summary>
    public static Fault ResetBefore { get; } = new() { IsReset = true };

    /// <summary>The call was taken, and the connection breaks before the answer.</summary>
    public static Fault ResetAfter { get; } = new() { IsReset = true, IsTaken = true };

    /// <summary>Taken, answered by a status, and then a body that never comes to its end.</summary>
    public static Fault SlowBody { get; } = new() { IsTaken = true, IsEndless = true };

    public static Fault Throttled(int? seconds = null) => new()
    {
        Status = 429,
        RetryAfter = seconds?.ToString(CultureInfo.InvariantCulture),
        Body = Error("Throttled"),
    };

    public static Fault ThrottledUntil(DateTimeOffset date) => new() { Status = 429, RetryAfter = date.ToString("R", CultureInfo.InvariantCulture) };

    /// <param name="code">In the error body of the Bot Framework; <c>null</c> for none.</param>
    public static Fault Answer(int status, string? code = null) => new() { Status = status, Body = code is null ? null : Error(code) };

    /// <summary>Any body, for example HTML of a gateway.</summary>
    public static Fault Raw(int status, string body) => new() { Status = status, Body = body };

    /// <summary>The second shape of Teams' errors: a number and a JSON text with a sub code.</summary>
    public static Fault SubCode(int status, int errorCode, string subCode) => new()
    {
        Status = status,
        Body = new JsonObject { ["errorCode"] = errorCode, ["message"] = new JsonObject { ["subCode"] = subCode }.ToJsonString() }.ToJsonString(),
    };

    private static string Error(string code) =>
        new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "as asked for by the test" } }.ToJsonString();
}
