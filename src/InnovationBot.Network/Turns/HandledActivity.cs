namespace InnovationBot.Network.Turns;

/// <summary>An incoming activity whose effect is stored: saved in the same transaction, so that a repeat does nothing twice.</summary>
public sealed class HandledActivity
{
    /// <summary>Channel, conversation and activity id in one; unique. For invokes without an id a hash of sender, card and data.</summary>
    public required string Key { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The key stands in the store from an earlier act of the same content, which this one replaces.</summary>
    public bool Renews { get; init; }

    /// <summary>What the effect was about, so that a repeat can be answered with what is now true.</summary>
    public Guid? Subject { get; set; }

    /// <summary>How long a repeat is recognised; channels redeliver within minutes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);
}
