using System.Text.Json.Serialization;

namespace InnovationBot.Network.Introductions;

/// <summary>One clause of why something was suggested: a kind, and the stored facts it states.</summary>
/// <param name="Kind">Names the sentence (texts <c>Reasons.{Kind}</c>).</param>
/// <param name="Facts">Values for its placeholders; words of a case stay in the case's language.</param>
public sealed record Reason(ReasonKind Kind, IReadOnlyDictionary<string, string> Facts)
{
    public const string CaseFact = "case";

    /// <summary>The case it names, for <see cref="ReasonKind.CarriedCase"/>.</summary>
    [JsonIgnore]
    public CaseId? Case => EntityId.TryRead<CaseId>(Facts.GetValueOrDefault(CaseFact), out var id) ? id : null;

    public static Reason Of(ReasonKind kind, params (string Name, string Value)[] facts) =>
        new(kind, facts.ToDictionary(fact => fact.Name, fact => fact.Value));
}

public enum ReasonKind
{
    /// <summary>words: what problem and evidence share, in the evidence's language.</summary>
    SharedWords,

    /// <summary>The case says the same in words that the problem does not have. No facts.</summary>
    SameMeaning,

    /// <summary>The passage of the case's problem that matched best. passage, language.</summary>
    Passage,

    /// <summary>The case is about the same policy area as the best fit. area.</summary>
    SamePolicyArea,

    SameTier,
    OtherTier,

    /// <summary>area: the field it comes from.</summary>
    OtherField,

    /// <summary>outcome: of the case.</summary>
    TaughtBy,

    /// <summary>What got in the way of the case is what the problem's theme is about. barrier.</summary>
    WasInTheWay,

    /// <summary>A person carried a case. title, year, case.</summary>
    CarriedCase,

    /// <summary>A person named a topic. topic.</summary>
    NamedTopic,

    /// <summary>A person offers help. offer.</summary>
    Offers,

    /// <summary>In place of <see cref="CarriedCase"/> for a person who is not named to the reader. No facts.</summary>
    CarriedSimilarCase,

    /// <summary>In place of <see cref="NamedTopic"/> for a person who is not named to the reader. No facts.</summary>
    NamedThisTopic,

    /// <summary>In place of <see cref="Offers"/> for a person who is not named to the reader. No facts.</summary>
    OffersThisHelp,

    /// <summary>language: the asker's own.</summary>
    SpeaksLanguage,

    /// <summary>Contact point of the network, for what nobody else can answer.</summary>
    ContactPoint,

    /// <summary>Chosen from the list of ambassadors. No facts.</summary>
    Ambassador,

    /// <summary>Asked in place of an ambassador who is away. No facts.</summary>
    Deputy,
}
