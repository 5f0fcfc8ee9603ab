using InnovationBot.Activities;

namespace InnovationBot.Service.People;

/// <summary>Who sent an authenticated activity: the tenant, and the Entra object id, or the channel's own id where it gives none.</summary>
internal readonly record struct SenderKey(string? Tenant, string Id)
{
    public static SenderKey Of(TurnContext turn) =>
        new(turn.Caller.TenantId, turn.Activity.From is { AadObjectId: { Length: > 0 } entra } ? entra : turn.Activity.From?.Id ?? "");
}
