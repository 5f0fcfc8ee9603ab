using System.Text.Json.Serialization;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>One of the prizes of a round.</summary>
/// <param name="Key">Within the round; nominations and jurors refer to it, so that renaming changes nothing else.</param>
/// <param name="Criteria">In their published order, by which ties are broken.</param>
/// <param name="Winners">How many there are, 1 to 20.</param>
public sealed record AwardCategory(string Key, string Name, List<AwardCriterion> Criteria, int Winners)
{
    public const int MostName = 80;
    public const int MostCriteria = 12;
    public const int MostWinners = 20;

    /// <summary>What a nomination of this track is scored by.</summary>
    public IReadOnlyList<AwardCriterion> CriteriaFor(AwardTrack track) =>
        Criteria.Where(criterion => track != AwardTrack.Challenge || !criterion.AsksForResults).ToList() is { Count: > 0 } some ? some : Criteria;

    public bool Equals(AwardCategory? other) =>
        other is not null && Key == other.Key && Name == other.Name && Winners == other.Winners && Criteria.SequenceEqual(other.Criteria);

    public override int GetHashCode() => HashCode.Combine(Key, Name, Winners, Criteria.Count);
}

/// <summary>What jurors score from 1 to 5.</summary>
/// <param name="Key">Within its category.</param>
/// <param name="Name">None = one of <see cref="DefaultCriteria"/>, whose name and anchors stand in every reader's language.</param>
/// <param name="Weight">Above 0, at most 100; only their ratios count.</param>
/// <param name="Anchors">What 1 to 5 mean, best told for each; none for those of <see cref="DefaultCriteria"/>.</param>
public sealed record AwardCriterion(string Key, string? Name, decimal Weight, List<string> Anchors)
{
    public const int Least = 1;
    public const int Most = 5;
    public const int MostName = 120;
    public const int MostAnchor = 300;

    /// <summary>An unsolved problem is not scored by it.</summary>
    [JsonIgnore]
    public bool AsksForResults => Name is null && Key is DefaultCriteria.Impact or DefaultCriteria.Sustainability;

    public bool Equals(AwardCriterion? other) => other is not null && Key == other.Key && Name == other.Name && Weight == other.Weight && Anchors.SequenceEqual(other.Anchors);

    public override int GetHashCode() => HashCode.Combine(Key, Name, Weight);
}

/// <summary>
/// The criteria of a category that says none: those of the European Public Sector Award, and working across governments. Their names and
/// anchors are texts <c>Awards.Criterion.{key}</c> and <c>Awards.Anchor.{key}.1|3|5</c>.
/// </summary>
public static class DefaultCriteria
{
    public const string Relevance = "relevance";
    public const string Novelty = "novelty";
    public const string Users = "users";
    public const string Impact = "impact";
    public const string Sustainability = "sustainability";
    public const string Learning = "learning";
    public const string Inclusion = "inclusion";
    public const string Collaboration = "collaboration";

    public static readonly IReadOnlyList<string> Keys = [Relevance, Impact, Novelty, Users, Learning, Collaboration, Sustainability, Inclusion];

    /// <summary>Need and result count double.</summary>
    public static List<AwardCriterion> All => [.. Keys.Select(key => new AwardCriterion(key, null, key is Relevance or Impact ? 2 : 1, []))];
}
