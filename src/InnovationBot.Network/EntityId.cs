using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Network;

/// <summary>
/// A typed key of one kind of entity. Written everywhere (cards, links, JSON) as 32 lower-case hexadecimal digits.
/// New ids are version 7 UUIDs (RFC 9562): ordered by time for the store, 74 random bits for whoever would guess.
/// </summary>
public interface IEntityId<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Makes and reads typed ids.</summary>
public static class EntityId
{
    public static TId New<TId>(DateTimeOffset now) where TId : struct, IEntityId<TId> => TId.From(Guid.CreateVersion7(now));

    public static TId From<TId>(Guid value) where TId : struct, IEntityId<TId> => TId.From(value);

    public static string Write<TId>(TId id) where TId : struct, IEntityId<TId> => id.Value.ToString("N");

    /// <summary>Reads 32 hexadecimal digits and nothing else; what comes from a card or a link is a stranger's text.</summary>
    public static bool TryRead<TId>([NotNullWhen(true)] string? text, out TId id) where TId : struct, IEntityId<TId>
    {
        var read = Guid.TryParseExact(text, "N", out var value);
        id = TId.From(value);
        return read;
    }
}

[JsonConverter(typeof(EntityIdJson<OrganisationId>))]
public readonly record struct OrganisationId(Guid Value) : IEntityId<OrganisationId>
{
    public static OrganisationId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<MemberId>))]
public readonly record struct MemberId(Guid Value) : IEntityId<MemberId>
{
    public static MemberId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<DroppedFileId>))]
public readonly record struct DroppedFileId(Guid Value) : IEntityId<DroppedFileId>
{
    public static DroppedFileId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<ProblemId>))]
public readonly record struct ProblemId(Guid Value) : IEntityId<ProblemId>
{
    public static ProblemId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<CaseId>))]
public readonly record struct CaseId(Guid Value) : IEntityId<CaseId>
{
    public static CaseId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<SuggestionId>))]
public readonly record struct SuggestionId(Guid Value) : IEntityId<SuggestionId>
{
    public static SuggestionId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<IntroductionId>))]
public readonly record struct IntroductionId(Guid Value) : IEntityId<IntroductionId>
{
    public static IntroductionId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<ShortAnswerId>))]
public readonly record struct ShortAnswerId(Guid Value) : IEntityId<ShortAnswerId>
{
    public static ShortAnswerId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<NoticeId>))]
public readonly record struct NoticeId(Guid Value) : IEntityId<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<ApplicationId>))]
public readonly record struct ApplicationId(Guid Value) : IEntityId<ApplicationId>
{
    public static ApplicationId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<OrganisationProposalId>))]
public readonly record struct OrganisationProposalId(Guid Value) : IEntityId<OrganisationProposalId>
{
    public static OrganisationProposalId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<RoleOfferId>))]
public readonly record struct RoleOfferId(Guid Value) : IEntityId<RoleOfferId>
{
    public static RoleOfferId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<ContactPointId>))]
public readonly record struct ContactPointId(Guid Value) : IEntityId<ContactPointId>
{
    public static ContactPointId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<CaseDraftId>))]
public readonly record struct CaseDraftId(Guid Value) : IEntityId<CaseDraftId>
{
    public static CaseDraftId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<CasePartnerId>))]
public readonly record struct CasePartnerId(Guid Value) : IEntityId<CasePartnerId>
{
    public static CasePartnerId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<SchemeId>))]
public readonly record struct SchemeId(Guid Value) : IEntityId<SchemeId>
{
    public static SchemeId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<ReuseId>))]
public readonly record struct ReuseId(Guid Value) : IEntityId<ReuseId>
{
    public static ReuseId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<CaseReportId>))]
public readonly record struct CaseReportId(Guid Value) : IEntityId<CaseReportId>
{
    public static CaseReportId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<CaseQuestionId>))]
public readonly record struct CaseQuestionId(Guid Value) : IEntityId<CaseQuestionId>
{
    public static CaseQuestionId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<ImportId>))]
public readonly record struct ImportId(Guid Value) : IEntityId<ImportId>
{
    public static ImportId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<CheckInId>))]
public readonly record struct CheckInId(Guid Value) : IEntityId<CheckInId>
{
    public static CheckInId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<TalkOutcomeId>))]
public readonly record struct TalkOutcomeId(Guid Value) : IEntityId<TalkOutcomeId>
{
    public static TalkOutcomeId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

/// <summary>Ids in JSON are their 32 digits; anything else is a <see cref="JsonException"/>.</summary>
public sealed class EntityIdJson<TId> : JsonConverter<TId> where TId : struct, IEntityId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && EntityId.TryRead<TId>(reader.GetString(), out var id)
            ? id
            : throw new JsonException($"Expected the 32 digits of a {typeof(TId).Name}.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(EntityId.Write(value));
}
