using InnovationBot.Activities;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Service.Delivery;

/// <summary>What comes of a claimed notice before anything is sent.</summary>
internal abstract record PreparedNotice
{
    private PreparedNotice()
    {
    }

    /// <summary>Nothing is to be sent, or not now.</summary>
    public sealed record Ended(DeliveryRecord Record) : PreparedNotice;

    /// <param name="To">The recipient's chat.</param>
    /// <param name="ReplacesActivityId">Set for an edit.</param>
    public sealed record Message(ClaimedNotice Claim, Activity Activity, ConversationReference To, string? ReplacesActivityId) : PreparedNotice
    {
        public Notice Notice => Claim.Notice;

        public string Tenant => To.TenantId ?? "";
    }
}
