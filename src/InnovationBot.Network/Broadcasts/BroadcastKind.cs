namespace InnovationBot.Network.Broadcasts;

/// <summary>What a broadcast is; people can have fewer of each kind by itself.</summary>
public enum BroadcastKind { Message, Event, Award, Story }
