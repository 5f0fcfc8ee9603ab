using System.Text.Json.Serialization;

namespace InnovationBot.Network;

[JsonConverter(typeof(EntityIdJson<AwardRoundId>))]
public readonly record struct AwardRoundId(Guid Value) : IEntityId<AwardRoundId>
{
    public static AwardRoundId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<NominationId>))]
public readonly record struct NominationId(Guid Value) : IEntityId<NominationId>
{
    public static NominationId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<NomineeId>))]
public readonly record struct NomineeId(Guid Value) : IEntityId<NomineeId>
{
    public static NomineeId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<NominationPartnerId>))]
public readonly record struct NominationPartnerId(Guid Value) : IEntityId<NominationPartnerId>
{
    public static NominationPartnerId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<EndorsementId>))]
public readonly record struct EndorsementId(Guid Value) : IEntityId<EndorsementId>
{
    public static EndorsementId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<AwardJurorId>))]
public readonly record struct AwardJurorId(Guid Value) : IEntityId<AwardJurorId>
{
    public static AwardJurorId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<FactCheckId>))]
public readonly record struct FactCheckId(Guid Value) : IEntityId<FactCheckId>
{
    public static FactCheckId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<AwardDecisionId>))]
public readonly record struct AwardDecisionId(Guid Value) : IEntityId<AwardDecisionId>
{
    public static AwardDecisionId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}
