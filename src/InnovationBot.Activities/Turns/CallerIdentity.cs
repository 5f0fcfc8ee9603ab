using System.Text.Json;

namespace InnovationBot.Activities;

/// <summary>Who sent the request, as far as the channel vouches for it.</summary>
/// <param name="TenantId">The sender's tenant: <c>channelData.tenant.id</c>, else <c>conversation.tenantId</c>. Allowed, unless <see cref="IsLocal"/>; opaque text.</param>
/// <param name="AppId">The bot's app id that the token was issued for; <c>null</c> in local mode.</param>
/// <param name="IsLocal">Local mode: nobody vouches for anything, and the caller is on this machine.</param>
/// <param name="IsEmulator">The token came from Entra for this bot's own app and not from a channel.</param>
public sealed record CallerIdentity(string? TenantId, string? AppId, bool IsLocal = false, bool IsEmulator = false)
{
    /// <summary>The tenant that the activity names; only worth something after authentication.</summary>
    internal static string? TenantOf(Activity activity) => TenantOfChannelData(activity) ?? Filled(activity.Conversation?.TenantId);

    /// <summary>Both places name a tenant, and not the same one.</summary>
    internal static bool NamesTwoTenants(Activity activity) =>
        TenantOfChannelData(activity) is { } first && Filled(activity.Conversation?.TenantId) is { } second
        && !string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

    private static string? TenantOfChannelData(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("tenant"u8, out var tenant) && tenant.ValueKind == JsonValueKind.Object
        && tenant.TryGetProperty("id"u8, out var id) && id.ValueKind == JsonValueKind.String
            ? Filled(id.GetString())
            : null;

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
