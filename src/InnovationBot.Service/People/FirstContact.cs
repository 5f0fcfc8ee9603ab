using System.Collections.Concurrent;
using InnovationBot.Activities;
using InnovationBot.Network;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.People;

/// <summary>
/// What the connector tells of somebody whom the store does not know by e-mail address yet, so that an imported member is joined to who
/// writes. Asked once per person and start, and only about people of the home tenant: elsewhere a stranger's administrator decides what
/// address an account has. Guests choose theirs too.
/// </summary>
internal sealed class FirstContact(IConnectorClient connector, IOptions<BotOptions> bot, MachineClock clock, FirstContactPatience? patience = null)
{
    private readonly ConcurrentDictionary<SenderKey, bool> asked = new();

    /// <returns><c>null</c> when nothing is to be had.</returns>
    public async ValueTask<string?> EmailOf(SenderKey sender, TurnContext turn, CancellationToken stop)
    {
        if (!IsHome(turn) || string.IsNullOrEmpty(turn.Activity.ServiceUrl) || turn.Activity.From?.Id is not { Length: > 0 } userId) return null;
        if (!asked.TryAdd(sender, true)) return null;

        using var late = new CancellationTokenSource((patience ?? FirstContactPatience.Usual).Limit, clock.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            var told = await connector.GetMember(turn.Reference, userId, both.Token);
            return told.Value is { } account && !IsGuest(account) && IsSame(account, turn) ? Address(account.Email) ?? Address(account.UserPrincipalName) : null;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private bool IsHome(TurnContext turn) =>
        turn.Caller.IsLocal
        || (bot.Value.TenantId is { Length: > 0 } home && string.Equals(turn.Caller.TenantId, home, StringComparison.OrdinalIgnoreCase));

    private static bool IsGuest(TeamsChannelAccount account) =>
        string.Equals(account.UserRole, "guest", StringComparison.OrdinalIgnoreCase)
        || account.UserPrincipalName?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsSame(TeamsChannelAccount account, TurnContext turn) =>
        account.TenantId is not { Length: > 0 } tenant || turn.Caller.TenantId is null || string.Equals(tenant, turn.Caller.TenantId, StringComparison.OrdinalIgnoreCase);

    private static string? Address(string? text) =>
        text?.Trim() is { Length: > 2 and <= 254 } address && address.IndexOf('@', StringComparison.Ordinal) > 0 ? address.ToLowerInvariant() : null;
}

/// <summary>A turn waits no longer for the connector to tell of somebody; without an answer the person is met without an address and asked about at the next start.</summary>
internal sealed record FirstContactPatience(TimeSpan Limit)
{
    public static readonly FirstContactPatience Usual = new(TimeSpan.FromSeconds(1));
}
