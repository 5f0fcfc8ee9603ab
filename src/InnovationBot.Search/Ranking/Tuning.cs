namespace InnovationBot.Search.Ranking;

/// <summary>The numbers of the ranking, chosen on the first half of the judged asks; see docs/search.md for what each brings.</summary>
internal sealed record Tuning
{
    public static readonly Tuning Chosen = new();

    /// <summary>BM25's saturation of repeated terms. About twice the usual, because title, problem and tags are counted twice.</summary>
    public float K1 { get; init; } = 2.6f;

    /// <summary>BM25's length normalisation, 0 none to 1 full.</summary>
    public float B { get; init; } = 0.75f;

    /// <summary>A concept that a word names, against the word itself.</summary>
    public float Concept { get; init; } = 1f;

    /// <summary>What a concept loses of that where all cases are in the ask's language and have the word itself: there it is no bridge, and the words tell more.</summary>
    public float ConceptGivesWay { get; init; } = 0.5f;

    /// <summary>What a word gains that an ask says again, times the logarithm of how often: said twice it counts nearly twice.</summary>
    public float Repeated { get; init; } = 1.4f;

    /// <summary>A concept near to one that is named.</summary>
    public float Near { get; init; } = 0.3f;

    /// <summary>A word spelt the same in a case of another language: names, abbreviations, numbers.</summary>
    public float Foreign { get; init; } = 0.6f;

    /// <summary>A word that a dictionary gives for one of another language.</summary>
    public float Translated { get; init; } = 0.4f;

    /// <summary>A word that tells less in general is not translated.</summary>
    public float LeastTranslated { get; init; } = 0.1f;

    /// <summary>A word that lies close to one of the ask, times the cosine of the two.</summary>
    public float Neighbour { get; init; } = 0.8f;

    /// <summary>So many of them are looked for at most, the closest that the index has.</summary>
    public int MostNeighbours { get; init; } = 6;

    /// <summary>What meaning counts beside words when the best hit has none of the ask's words.</summary>
    public double Meaning { get; init; } = 1.2;

    /// <summary>The same for embeddings of a model.</summary>
    public double Embedding { get; init; } = 1.8;

    /// <summary>The least share of it, when the best hit has all of the ask's words.</summary>
    public double LeastEmbedding { get; init; } = 0.15;

    /// <summary>What a line of a profile that means the same counts at most, beside one that says the same.</summary>
    public double LineMeaning { get; init; } = 0.6;

    /// <summary>How steeply meaning gives way as words cover the ask: the power of the uncovered share.</summary>
    public double MeaningFalls { get; init; } = 1.6;

    /// <summary>The least share of it, when the best hit has all of them.</summary>
    public double LeastMeaning { get; init; } = 0.03;

    /// <summary>So many of an ask's words in the best hit count as half of what a whole ask does, however long the ask is.</summary>
    public double WordsForHalf { get; init; } = 3;

    /// <summary>What the words of the best hits count beside those of the ask, where the best hit has enough of the ask's; see <see cref="Feedback"/>.</summary>
    public double Feedback { get; init; } = 0.3;

    /// <summary>An alternative that could count less than this share of the ask's heaviest is not looked for.</summary>
    public double LeastClause { get; init; } = 0.05;

    /// <summary>What the most alike case's cosine says about whether anything fits, beside the logarithm of the best score.</summary>
    public double MeaningInFit { get; init; } = 1.7;

    /// <summary>How much what an ask and a case share beside their heaviest common word says, against all that they share: one word alone is a coincidence.</summary>
    public double RestInFit { get; init; } = 0.25;

    /// <summary>How much more a whole sentence must share with a case than a short ask: among many words some are shared by chance.</summary>
    public double LengthInFit { get; init; } = 0.8;

    /// <summary>The logarithm of what an ask may say and still count as short: about six telling words.</summary>
    public double ShortInFit { get; init; } = 3.3;

    /// <summary>What it says about whether anything fits that the best hit has the ask's words themselves, and not only what they mean.</summary>
    public double WordsInFit { get; init; } = 0.55;

    /// <summary>How far concepts cover an ask, against its words.</summary>
    public double MeantCovers { get; init; } = 0.5;

    /// <summary>A word spelt almost the same, only for words the index does not have.</summary>
    public float Misspelt { get; init; } = 0.7f;

    /// <summary>What the lesser alternatives of a word add to its best one.</summary>
    public float Tie { get; init; } = 0.2f;

    /// <summary>The background weights are raised to this power; 0 switches them off.</summary>
    public float Background { get; init; } = 1f;
}
