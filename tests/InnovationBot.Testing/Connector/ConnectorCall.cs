using System.Text.Json;

namespace InnovationBot.Testing.Connector;

public enum ConnectorCallKind
{
    Send,
    Reply,
    Update,
    Delete,
    Create,
    Read,
}

/// <summary>One call that reached the connector.</summary>
/// <param name="ConversationId">Empty for a creation.</param>
/// <param name="ActivityId">The activity made, replaced or deleted; of a reply its own, not the parent's.</param>
/// <param name="Body">As it was sent; undefined for none.</param>
/// <param name="Authorization">The header; empty for none.</param>
/// <param name="At">By the clock the connector was started with.</param>
public sealed record ConnectorCall(
    ConnectorCallKind Kind, string ConversationId, string ActivityId, string? ReplyToId, JsonElement Body, string Authorization, string UserAgent, DateTimeOffset At)
{
    public string? Type => Text(Body, "type");

    public string? Words => Text(Body, "text");

    /// <summary>The content of the first attachment; undefined for none.</summary>
    public JsonElement Card =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("attachments", out var list) && list.GetArrayLength() > 0
        && list[0].TryGetProperty("content", out var content)
            ? content
            : default;

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}

/// <summary>A person whom the connector knows.</summary>
public sealed record ConnectorMember(
    string Id, string AadObjectId, string Name, string? Email = null, string? UserPrincipalName = null, string? TenantId = null);
