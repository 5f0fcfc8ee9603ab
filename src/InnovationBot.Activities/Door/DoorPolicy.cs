using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>Who may come in: by token and tenant, or, in local mode, from this machine.</summary>
internal sealed class DoorPolicy(ChannelAuthenticator authenticator, ServiceUrlPolicy serviceUrls, IOptions<BotOptions> options)
{
    private readonly bool localMode = options.Value.LocalMode;
    private readonly string? appId = options.Value.AppId;

    private readonly HashSet<string> tenants = new(
        options.Value.AllowedTenants.Count > 0 ? options.Value.AllowedTenants
        : string.IsNullOrWhiteSpace(options.Value.TenantId) ? [] : [options.Value.TenantId],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What can be told before the body is read, so that no stranger makes us read it.</summary>
    public ValueTask<(ChannelToken? Token, AuthenticationRefusal Refusal)> Before(HttpContext context)
    {
        if (!localMode) return authenticator.Authenticate(context.Request.Headers.Authorization, context.RequestAborted);
        return ValueTask.FromResult<(ChannelToken?, AuthenticationRefusal)>(
            (null, LocalCaller.Is(context) ? AuthenticationRefusal.None : AuthenticationRefusal.NotLoopback));
    }

    public AuthenticationRefusal Admit(ChannelToken? token, Activity activity)
    {
        if (token is not null)
        {
            var refusal = ChannelAuthenticator.Compare(token, activity);
            if (refusal != AuthenticationRefusal.None) return refusal;
        }

        if (!string.IsNullOrEmpty(activity.ServiceUrl) && !serviceUrls.Allows(activity.ServiceUrl, out _))
            return localMode ? AuthenticationRefusal.NotLoopback : AuthenticationRefusal.ServiceUrlHost;
        if (CallerIdentity.NamesTwoTenants(activity)) return AuthenticationRefusal.TwoTenants;
        return IsAllowed(CallerIdentity.TenantOf(activity)) ? AuthenticationRefusal.None : AuthenticationRefusal.Tenant;
    }

    public CallerIdentity Identity(ChannelToken? token, Activity activity) =>
        new(CallerIdentity.TenantOf(activity), appId, localMode, token?.IsEmulator == true);

    /// <summary>Nobody answers somebody of whom nothing is known: only the local mode does without a service URL, and only when the answer stands in the response.</summary>
    public bool CanBeAnswered(Activity activity) =>
        !string.IsNullOrEmpty(activity.ServiceUrl) || (localMode && activity.DeliveryMode == DeliveryModes.ExpectReplies);

    private bool IsAllowed(string? tenant) => (localMode && tenants.Count == 0) || (tenant is not null && tenants.Contains(tenant));
}
