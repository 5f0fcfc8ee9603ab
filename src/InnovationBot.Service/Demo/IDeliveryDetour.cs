using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Network.Outbox;
using InnovationBot.Network;

namespace InnovationBot.Service.Demo;

/// <summary>
/// Where a notice goes while one person plays everybody; registered by <c>demo</c> alone. The delivery worker asks before
/// it looks at the recipient's address.
/// </summary>
public interface IDeliveryDetour
{
    /// <returns><c>null</c> = by the recipient's own address, as always.</returns>
    Detour? For(MemberId recipient, bool hasAddress);
}

/// <summary>Another way than the recipient's own address.</summary>
public abstract record Detour
{
    private Detour()
    {
    }

    /// <summary>
    /// Nothing is rendered or sent: the notice is recorded as sent, with <see cref="Tray"/> as its conversation and no activity,
    /// and drawn when somebody looks.
    /// </summary>
    public sealed record IntoTray : Detour;

    /// <param name="Chat">Where the recipient is played now.</param>
    /// <param name="Dress">Says above the card to whom it was sent.</param>
    public sealed record ToChat(ConversationReference Chat, Func<AdaptiveCard, AdaptiveCard> Dress) : Detour;

    /// <summary>Stands in <see cref="Notice.ConversationId"/> for what nobody has looked at yet.</summary>
    public const string Tray = "tray";
}
