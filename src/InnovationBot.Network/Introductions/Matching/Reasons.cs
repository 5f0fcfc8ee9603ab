using System.Globalization;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>Why something is suggested, said with what is stored and nothing else.</summary>
public static class Reasons
{
    /// <summary>Words named at most; more say less.</summary>
    private const int MostWords = 4;

    /// <summary>From here on texts that share no word are said to mean the same.</summary>
    private const double MeansTheSame = 0.5;

    /// <summary>The part of the score that each clause is drawn from; none for what the slot or the network's rules say.</summary>
    public static IReadOnlyList<ScorePartKind> PartsOf(ReasonKind kind) => kind switch
    {
        ReasonKind.SharedWords => [ScorePartKind.Words, ScorePartKind.Subjects],
        ReasonKind.Passage => [ScorePartKind.Words, ScorePartKind.Subjects, ScorePartKind.Meaning],
        ReasonKind.SameMeaning => [ScorePartKind.Meaning],
        ReasonKind.CarriedCase or ReasonKind.NamedTopic or ReasonKind.Offers
            or ReasonKind.CarriedSimilarCase or ReasonKind.NamedThisTopic or ReasonKind.OffersThisHelp => [ScorePartKind.Evidence],
        ReasonKind.SpeaksLanguage => [ScorePartKind.Language],
        _ => [], // the slot, or what case and asker have in common
    };

    /// <summary>Characters of a passage; longer sentences are cut at a word.</summary>
    private const int LongestPassage = 200;

    /// <param name="chosen">The case, its hit and its slot.</param>
    /// <param name="asker">Who reads it.</param>
    /// <param name="best">The best fit of the same answer.</param>
    public static List<Reason> For(SlatedCase chosen, Asker asker, Case best)
    {
        var (@case, hit, slot) = chosen;
        List<Reason> reasons = [];
        if (hit.SharedWords.Count > 0) reasons.Add(Words(hit));
        else if (hit.Parts.Any(part => part.Kind == ScorePartKind.Meaning && part.Value >= MeansTheSame)) reasons.Add(Reason.Of(ReasonKind.SameMeaning));
        if (!string.IsNullOrWhiteSpace(hit.Passage)) reasons.Add(Reason.Of(ReasonKind.Passage, ("passage", Cut(hit.Passage.Trim())), ("language", @case.Language.Code)));
        if (slot == Slot.LearnedTheHardWay) reasons.Add(Reason.Of(ReasonKind.TaughtBy, ("outcome", Vocabulary.Write(@case.Outcome))));
        if (@case.PolicyArea is { } area)
        {
            var same = string.Equals(area, best.PolicyArea, StringComparison.OrdinalIgnoreCase);
            if (slot == Slot.OtherField && !same) reasons.Add(Reason.Of(ReasonKind.OtherField, ("area", area))); // else it is the level of government that differs
            else if (slot != Slot.Best && same) reasons.Add(Reason.Of(ReasonKind.SamePolicyArea, ("area", area)));
        }

        if (Tiers(@case.Tier, asker, alsoOther: slot == Slot.OtherField) is { } tier) reasons.Add(tier);
        return reasons;
    }

    public static List<Reason> For(Candidate candidate, Asker asker)
    {
        List<Reason> reasons = [candidate.InPlaceOf is null ? For(candidate.Evidence[0]) : Reason.Of(ReasonKind.Deputy)];
        if (asker.Languages.Count > 0 && PersonAccess.TalksIn(candidate.Member).Contains(asker.Languages[0]))
        {
            reasons.Add(Reason.Of(ReasonKind.SpeaksLanguage, ("language", asker.Languages[0].Code)));
        }

        if (Tiers(candidate.Organisation?.Tier ?? candidate.Member.SaysKind?.Tier, asker, alsoOther: false) is { } tier) reasons.Add(tier);
        return reasons;
    }

    /// <summary>The same reasons for a reader to whom the person is not named: nothing of them points to one person.</summary>
    public static IReadOnlyList<Reason> WithoutPerson(IEnumerable<Reason> reasons) =>
    [
        .. reasons.Select(reason => reason.Kind switch
        {
            ReasonKind.CarriedCase => Reason.Of(ReasonKind.CarriedSimilarCase),
            ReasonKind.NamedTopic => Reason.Of(ReasonKind.NamedThisTopic),
            ReasonKind.Offers => Reason.Of(ReasonKind.OffersThisHelp),
            _ => reason,
        }),
    ];

    /// <summary>The same reasons; of those that may not be told, no more than what kind they are.</summary>
    public static IReadOnlyList<Reason> Without(IEnumerable<Reason> reasons, Predicate<Reason> hidden) =>
        [.. reasons.SelectMany(reason => hidden(reason) ? WithoutPerson([reason]) : [reason])];

    /// <summary>The words as they stand in the case; beside those of another language, what the asker called them.</summary>
    public static Reason Words(CaseHit hit)
    {
        var words = ("words", string.Join(", ", hit.SharedWords.Take(MostWords)));
        return hit.AskedWords.Count == 0
            ? Reason.Of(ReasonKind.SharedWords, words)
            : Reason.Of(ReasonKind.SharedWords, words, ("asked", string.Join(", ", hit.AskedWords.Take(MostWords))));
    }

    private static Reason For(CheckedEvidence evidence) => evidence switch
    {
        { Kind: PersonEvidenceKind.CarriedCase, Case: { Year: { } year } @case } => Reason.Of(
            ReasonKind.CarriedCase, ("title", @case.Title), (Reason.CaseFact, @case.Id.ToString()), ("year", year.ToString(CultureInfo.InvariantCulture))),
        { Kind: PersonEvidenceKind.CarriedCase, Case: { } @case } => Reason.Of(ReasonKind.CarriedCase, ("title", @case.Title), (Reason.CaseFact, @case.Id.ToString())),
        { Kind: PersonEvidenceKind.Topic } => Reason.Of(ReasonKind.NamedTopic, ("topic", evidence.Text)),
        _ => Reason.Of(ReasonKind.Offers, ("offer", evidence.Text)),
    };

    private static Reason? Tiers(Tier? its, Asker asker, bool alsoOther) =>
        its is null || asker.Tier is null ? null
        : its == asker.Tier ? Reason.Of(ReasonKind.SameTier)
        : alsoOther ? Reason.Of(ReasonKind.OtherTier)
        : null;

    private static string Cut(string passage)
    {
        if (passage.Length <= LongestPassage) return passage;
        var end = passage.LastIndexOf(' ', LongestPassage);
        return string.Concat(passage.AsSpan(0, end > 0 ? end : LongestPassage).TrimEnd(), "…");
    }
}
