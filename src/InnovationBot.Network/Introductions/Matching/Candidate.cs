using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>Who looks for somebody, as far as the matching may know.</summary>
/// <param name="Id">None for a place that many read.</param>
/// <param name="Languages">Those the asker can talk in, the problem's own first.</param>
/// <param name="OrganisationId">Confirmed or not: whoever does not want colleagues means also those.</param>
/// <param name="Tier">Of the asker's organisation or kind, when known.</param>
public sealed record Asker(
    MemberId? Id, Reader Reader, IReadOnlyList<Language> Languages, OrganisationId? OrganisationId, bool NotOwnOrganisation, Tier? Tier)
{
    public static Asker Of(Member member, Organisation? organisation, Problem problem) => new(
        member.Id, Reader.Of(member, organisation), [.. member.Languages.Prepend(member.Language).Prepend(problem.Language).Distinct()],
        member.OrganisationId, problem.NotOwnOrganisation, organisation?.Tier ?? member.SaysKind?.Tier);
}

/// <summary>A person the search found, with everything that decides about them read from the store.</summary>
/// <param name="Evidence">What speaks for them, checked against the store, strongest first.</param>
public sealed record Candidate(Member Member, Organisation? Organisation, Load Load, IReadOnlyList<CheckedEvidence> Evidence)
{
    /// <summary>The ambassador who is away and whose evidence this is; it says nothing of the deputy.</summary>
    public MemberId? InPlaceOf { get; init; }
}

/// <param name="Case">The case they carried, readable by the asker.</param>
public sealed record CheckedEvidence(PersonEvidenceKind Kind, double Relevance, Case? Case, string Text)
{
    public double Weighted => Relevance * Kind switch
    {
        PersonEvidenceKind.CarriedCase => MatchingPolicy.CarriedCaseWeight,
        PersonEvidenceKind.Topic => MatchingPolicy.TopicWeight,
        _ => MatchingPolicy.OfferWeight,
    };
}

/// <summary>What a giver has been asked: never how they answered.</summary>
/// <param name="Open">Requests held back for them or waiting for them.</param>
/// <param name="LastMonth">Requests received in the last 30 days, open ones included; a declined one counts too.</param>
/// <param name="LastQuarter">Requests received in the last 90 days.</param>
public sealed record Load(int Open, int LastMonth, int LastQuarter, DateTimeOffset? LastAsked)
{
    public static readonly Load None = new(0, 0, 0, null);
}
