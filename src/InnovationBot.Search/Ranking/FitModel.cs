using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace InnovationBot.Search.Ranking;

/// <summary>
/// How likely it is that the best hit of an ask is about the same problem: a logistic on the logarithm of its score, on what is left of
/// it without its heaviest word, on how much of the ask it has word for word, on how much the ask says, and on how alike the most alike case is. What is a coincidence differs from store to store, so the middle is learned from each: cases' titles
/// are asked for, and what is found beside the case itself is a near miss.
/// </summary>
/// <param name="Middle">The evidence at which it is as likely as not.</param>
internal sealed record FitModel(double Middle)
{
    /// <summary>Confidence from which a hit is said to fit, and below which nothing is shown.</summary>
    public const double FitsFrom = 0.85;
    public const double NearestFrom = 0.5;

    /// <summary>Confidence from which a case is shown beside people who fit, where no case does.</summary>
    public const double BesidePeopleFrom = 0.17;

    /// <summary>The most that a hit can be which leaves most of the ask unsaid: near, however rare the words are that it shares.</summary>
    public const double AtMostNearest = 0.84;

    // The share of an ask, by what its words mean, that a case says which fits; in libraries nothing was chosen on, four of five that were wrongly said to fit say less.
    private const double SaidByWhatFits = 0.5;

    // A model's find that stands out so far needs no words.
    private const double StandsOutEnough = 0.5;

    /// <summary>Whether a hit says enough of what was asked to be said to fit.</summary>
    /// <param name="standing">How far it stands out by a model's embeddings, 0 to 1.</param>
    public static bool SaysEnough(Scored hit, double standing) => hit.Meant >= SaidByWhatFits || standing >= StandsOutEnough;

    private const double Slope = 4.5;

    // For stores with too few cases to learn from; learned ones move away from it as they grow.
    private const double UsualMiddle = 0.8;
    private const double UsualMiddleWithMeaning = 1.55;
    private const double UsualCounts = 10;

    private const int MostTitles = 150;

    public static FitModel Usual(bool withMeaning) => new(withMeaning ? UsualMiddleWithMeaning : UsualMiddle);

    public double Confidence(double evidence) => 1 / (1 + Math.Exp(-Slope * (evidence - Middle)));

    public static Fit Of(double confidence) => confidence >= FitsFrom ? Fit.Fits : confidence >= NearestFrom ? Fit.Nearest : Fit.Nothing;

    /// <summary>What speaks for the best hit: its score, also without the heaviest word of it, how far it has the ask's own words, and its meaning.</summary>
    /// <param name="hit">The best by words; the default when there is none.</param>
    /// <param name="words">How many words the ask has: of one or two, nothing else can be expected.</param>
    /// <param name="cosine">Of the most alike case; <c>null</c> without directions.</param>
    /// <param name="importance">What all words of the ask together could count: the more is said, the more is shared by chance.</param>
    public static double Evidence(Scored hit, int words, double? cosine, double importance, Tuning tuning)
    {
        var rest = tuning.RestInFit * Math.Clamp((words - 1) / 2.0, 0, 1);
        return (1 - rest) * Math.Log(1 + hit.Score) + rest * Math.Log(1 + hit.Score - hit.Heaviest) - tuning.LengthInFit * Math.Log(1 + importance)
            + tuning.WordsInFit * hit.Words + (cosine is { } alike ? tuning.MeaningInFit * alike : 0);
    }

    /// <summary>
    /// What a model's embeddings add when what they find stands out as far as what is right does. Cosines themselves differ from model to model; how far the
    /// most alike stands out beyond chance does not.
    /// </summary>
    public const double ByStandingOut = 0.6;

    /// <summary>Takes about as long as 150 asks.</summary>
    public static FitModel Learn(IndexSearcher searcher, Lexicon lexicon, TextMeaning? meaning, Tuning tuning)
    {
        var misses = Misses(searcher, lexicon, meaning, tuning);
        var usual = Usual(meaning is not null);
        if (misses.Count == 0) return usual;
        misses.Sort();
        var learned = misses[(int)(tuning.NearMiss * misses.Count)];
        return new((learned * misses.Count + usual.Middle * UsualCounts) / (misses.Count + UsualCounts));
    }

    /// <summary>What speaks for the best case beside the one whose title is asked for.</summary>
    internal static List<double> Misses(IndexSearcher searcher, Lexicon lexicon, TextMeaning? meaning, Tuning tuning)
    {
        var reader = searcher.IndexReader;
        var misses = new List<double>();
        foreach (var document in Titled(reader))
        {
            var stored = searcher.Doc(document);
            var title = stored.Text(IndexFields.Title);
            var ask = Ask.Read(title, new Language(stored.Text(IndexFields.CaseLanguage)), lexicon, meaning);
            var plan = AskPlan.Of(ask, reader, lexicon, meaning, tuning, Target.Cases);
            var hits = PostingsScorer.Best(plan, reader, Reader.Anybody, tuning, 2);
            var miss = hits.FirstOrDefault(hit => hit.Document != document);
            var alike = ask.Direction is { } direction ? Likeness.Of(reader, Reader.Anybody, direction, 2) : null;
            misses.Add(Evidence(miss, ask.Terms.Count, alike?.Cosine(alike.Best.FirstOrDefault(best => best != document, -1)), plan.Importance, tuning));
        }

        return misses;
    }

    /// <summary>Cases with titles; of many those that go first, which are the same and scattered wherever the same library is loaded.</summary>
    private static List<int> Titled(IndexReader reader)
    {
        var chosen = new PriorityQueue<int, Standing>(MostTitles + 1);
        foreach (var leaf in reader.Leaves)
        {
            var (facts, live) = (SegmentFacts.Of(leaf.AtomicReader), leaf.AtomicReader.LiveDocs);
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                if (!facts.Cases.Get(document) || live?.Get(document) == false) continue;
                var standing = new Standing(0, facts.Orders[document]);
                if (chosen.Count == MostTitles && chosen.TryPeek(out _, out var last) && standing.CompareTo(last) <= 0) continue;
                if (Label.Of(reader, leaf.DocBase + document).Text.Length == 0) continue;
                chosen.Enqueue(leaf.DocBase + document, standing);
                if (chosen.Count > MostTitles) chosen.Dequeue();
            }
        }

        var titled = new int[chosen.Count];
        for (var i = titled.Length - 1; i >= 0; i--) titled[i] = chosen.Dequeue();
        return [.. titled];
    }
}
