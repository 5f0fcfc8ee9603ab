using System.Text.Json.Serialization;

namespace InnovationBot.Network.Broadcasts;

[JsonConverter(typeof(EntityIdJson<BroadcastId>))]
public readonly record struct BroadcastId(Guid Value) : IEntityId<BroadcastId>
{
    public static BroadcastId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}
