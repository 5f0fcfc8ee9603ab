using System.Text.Json;

namespace InnovationBot.Activities;

/// <summary>What a connector's error body says. Two shapes exist, <c>{error:{code}}</c> and <c>{errorCode,message:"{subCode}"}</c>; HTML and nothing at all occur too.</summary>
internal static class ConnectorError
{
    private const int BlockedByUser = 209;

    public static string? CodeOf(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) return null;
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (Text(Member(root, "error"u8), "code"u8) is { } code) return Tame(code);
            if (SubCode(Text(root, "message"u8)) is { } subCode) return Tame(subCode);
            return Member(root, "errorCode"u8) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
                ? value == BlockedByUser ? "MessageWritesBlocked" : $"{value}"
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The status decides first, the code second (Teams docs: status codes of conversational bots).</summary>
    public static ConnectorResult Map(int status, string? code, TimeSpan? retryAfter)
    {
        var (outcome, reason) = (status, code) switch
        {
            (429, _) => (ConnectorOutcome.Retry, FailureReason.Throttled),
            (412, _) => (ConnectorOutcome.Retry, FailureReason.Conflict),
            (502 or 503 or 504, _) => (ConnectorOutcome.Retry, FailureReason.Unavailable),
            (404, _) => (ConnectorOutcome.Failed, FailureReason.NotFound),
            (413, _) or (_, "MessageSizeTooBig") => (ConnectorOutcome.Failed, FailureReason.TooBig),
            (403, "MessageWritesBlocked" or "ConversationBlockedByUser") => (ConnectorOutcome.Failed, FailureReason.Blocked),
            (403, "BotNotInConversationRoster") => (ConnectorOutcome.Failed, FailureReason.NotInstalled),
            (403, "BotDisabledByAdmin") => (ConnectorOutcome.Failed, FailureReason.Disabled),
            _ => (ConnectorOutcome.Failed, FailureReason.Refused),
        };
        return new ConnectorResult
        {
            Outcome = outcome,
            Reason = reason,
            Status = status,
            ErrorCode = code,
            RetryAfter = outcome == ConnectorOutcome.Retry ? retryAfter : null,
        };
    }

    /// <summary>A stranger's word, short and without anything that could break a log line; <c>null</c> when it is no word.</summary>
    public static string? Tame(string? code) =>
        code is { Length: > 0 and <= 64 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? code : null;

    private static string? SubCode(string? message)
    {
        if (message is null || !message.Contains("subCode", StringComparison.Ordinal)) return null;
        try
        {
            using var json = JsonDocument.Parse(message);
            return Text(json.RootElement, "subCode"u8);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Member(JsonElement of, ReadOnlySpan<byte> name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement of, ReadOnlySpan<byte> name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
