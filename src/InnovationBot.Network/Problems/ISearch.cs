using InnovationBot.Network.Cases;

namespace InnovationBot.Network.Problems;

/// <summary>
/// Finds cases and people for a problem. Implemented over the search index; what it returns is evidence, not a decision:
/// the gates, the slate and the wording of reasons are the network's own, read from the store.
/// </summary>
public interface ISearch
{
    /// <returns>At most <see cref="SearchRequest.Cases"/> and <see cref="SearchRequest.People"/> hits, best first, in bounded time for any text.</returns>
    ValueTask<SearchAnswer> Find(SearchRequest request, CancellationToken stop);

    /// <summary>What a text is about, in words of the search's own that are the same in all languages where it knows them; to tell whether two problems are alike.</summary>
    IReadOnlyCollection<string> About(string text, Language language);
}

/// <param name="Text">What the person wrote; any length, any script.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Reader">Only cases this reader may read are found, and only evidence from such cases speaks for a person.</param>
/// <param name="Cases">How many cases at most, 0 to 1,000.</param>
/// <param name="People">How many people at most, 0 to 1,000.</param>
/// <param name="EvenIfNothingFits">Gives the hits also when the answer is <see cref="Fit.Nothing"/>; for judging the search, and for whoever looks for words and not for an answer.</param>
public sealed record SearchRequest(string Text, Language Language, Reader Reader, int Cases = 50, int People = 50, bool EvenIfNothingFits = false);

/// <summary>How sure the search is that its best hit is about the same problem.</summary>
public enum Fit
{
    /// <summary>Nothing in the network is near.</summary>
    Nothing,

    /// <summary>The nearest there is, which may not fit; shown as just that.</summary>
    Nearest,

    Fits,
}

public sealed record SearchAnswer(Fit Fit, IReadOnlyList<CaseHit> Cases, IReadOnlyList<PersonHit> People)
{
    public static readonly SearchAnswer Nothing = new(Fit.Nothing, [], []);
}

/// <param name="Id">The case found.</param>
/// <param name="Relevance">0 to 1: how likely it is that the case is about the same problem; never above that of a better hit.</param>
/// <param name="SharedWords">Words or concepts of the case that the problem shares, as they stand in the case, most telling first.</param>
/// <param name="Passage">The sentence of the case's problem that matched best, unchanged.</param>
public sealed record CaseHit(CaseId Id, double Relevance, IReadOnlyList<string> SharedWords, string? Passage)
{
    /// <summary>What the relevance was made of.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];

    /// <summary>What the problem calls each of <see cref="SharedWords"/>, for a case in another language; else none.</summary>
    public IReadOnlyList<string> AskedWords { get; init; } = [];
}

/// <param name="Id">The person found.</param>
/// <param name="Relevance">0 to 1, on the same scale as the cases of this answer.</param>
/// <param name="Evidence">What speaks for this person, strongest first; at least one.</param>
public sealed record PersonHit(MemberId Id, double Relevance, IReadOnlyList<PersonEvidence> Evidence);

/// <param name="Case">Set when the evidence is a case the person carried.</param>
/// <param name="Text">The topic or offer as the person wrote it, or the case's title.</param>
public sealed record PersonEvidence(PersonEvidenceKind Kind, double Relevance, CaseId? Case, string Text);

public enum PersonEvidenceKind { CarriedCase, Topic, Offer }

/// <summary>Tells the language of a text a person wrote.</summary>
public interface ILanguageDetector
{
    /// <returns><c>null</c> when unsure, for under four words, and for languages the bot does not speak.</returns>
    Language? Detect(string text);
}
