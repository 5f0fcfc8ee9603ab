namespace InnovationBot.Network.People;

/// <summary>A team or group chat that the bot was added to. No member is known by it.</summary>
public sealed class Place
{
    /// <summary>The channel's conversation id, without the thread.</summary>
    public required string ConversationId { get; init; }

    /// <summary>When the bot said what it is; it does so once.</summary>
    public DateTimeOffset WelcomedAt { get; init; }
}
