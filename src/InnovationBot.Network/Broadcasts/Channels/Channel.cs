using InnovationBot.Network.People;

namespace InnovationBot.Network.Broadcasts.Channels;

/// <summary>A channel of a team that the bot is in, as Teams told of it: where a broadcast can be posted.</summary>
public sealed class Channel
{
    /// <summary>The channel's conversation id, without a thread.</summary>
    public required string Id { get; init; }

    public string? TeamId { get; set; }
    public string? TeamName { get; set; }

    /// <summary>None for a team's first channel, which Teams does not name.</summary>
    public string? Name { get; set; }

    public ChannelKind Kind { get; set; }

    /// <summary>How the channel reaches it; written and read by the host alone.</summary>
    public Address Address { get; set; }

    /// <summary>What was last spoken there.</summary>
    public Language Language { get; set; } = Language.English;

    /// <summary>Since when the bot, or the channel, is gone.</summary>
    public DateTimeOffset? GoneAt { get; set; }
}

/// <summary>Bots post in standard and shared channels, never in private ones.</summary>
public enum ChannelKind { Standard, Shared, Private }
