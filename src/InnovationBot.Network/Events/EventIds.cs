using System.Text.Json.Serialization;

namespace InnovationBot.Network;

[JsonConverter(typeof(EntityIdJson<EventId>))]
public readonly record struct EventId(Guid Value) : IEntityId<EventId>
{
    public static EventId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<RegistrationId>))]
public readonly record struct RegistrationId(Guid Value) : IEntityId<RegistrationId>
{
    public static RegistrationId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<EventPairId>))]
public readonly record struct EventPairId(Guid Value) : IEntityId<EventPairId>
{
    public static EventPairId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}
