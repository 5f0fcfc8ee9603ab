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
/// it without its heaviest word, on how much of the ask it has word for word, on how much a long ask says, and on how alike the most alike case is. What is a coincidence
/// differs from store to store, so the middle is learned from each: cases' titles are asked for, and what is found beside the case itself is a near miss.
/// </summary>
/// <param name="Middle">The evidence at which it is as likely as not.</param>
internal sealed record FitModel(double Middle)
{
    /// <summary>Confidence from which a hit is said to fit, and below which nothing is shown.</summary>
    public const double FitsFrom = 0.85;
    public const double NearestFrom = 0.5;

    /// <summary>Confidence from which a case is shown beside people who fit, where no case does.</summary>
    public const double BesidePeopleFrom = 0.17;

    /// <summary>The most that a hit can be which leaves too much of the ask unsaid: near, however rare the words are that it shares.</summary>
    public const double AtMostNearest = 0.84;

    // A model's find that stands out so far needs no words.
    private const double StandsOutEnough = 0.5;

    // What a hit says and how far its evidence stands above the middle make up for each other, evidence up to a limit: rare words that a hit shares are not what the ask
    // is about.
    private const double LeastEvidence = 0.05;
    private const double MostEvidence = 0.75;
    private const double EvidenceCounts = 0.5;
    private const double Enough = 0.89;

    /// <summary>Of an ask that a hit has so much of word for word, it is near, unless <see cref="LeastNear"/> says otherwise; a likely one need say no more.</summary>
    public const double WordForWord = 0.5;

    /// <summary>What is less likely than this is not near: the words that hits share with such an ask ("red", "phone") are worth next to nothing.</summary>
    public const double LeastNear = 0.05;

    /// <summary>Whether a hit is sure to be about what was asked, and not only near.</summary>
    /// <param name="evidence">What speaks for it; see <see cref="Evidence"/>.</param>
    /// <param name="words">The share of the ask that it has word for word.</param>
    /// <param name="said">How much of the ask it says.</param>
    public bool SaysEnough(double evidence, double words, Said said)
    {
        if (words >= WordForWord && Confidence(evidence) >= FitsFrom) return true;
        var above = evidence - Middle;
        return above >= LeastEvidence && EvidenceCounts * Math.Min(above, MostEvidence) + said.Counts >= Enough;
    }

    /// <summary>The same of a hit that a model's embeddings find.</summary>
    /// <param name="standing">How far it stands out, 0 to 1.</param>
    public bool StandsOut(double evidence, double standing) => standing >= StandsOutEnough && Confidence(evidence) >= FitsFrom;

    private const double Slope = 4.5;

    // What libraries have for the most part. A store's own near misses move the middle by three quarters of how far they lie from it, by less while there are few: where many
    // cases are about one subject, what is found beside a title is no miss but another answer, and where no two are alike it is less than an ask finds by chance.
    private const double UsualMiddle = 2.40;
    private const double UsualMiddleWithMeaning = 3.36;
    private const double OfLearned = 0.74;
    private const double UsualCounts = 3;

    private const int MostTitles = 150;

    public static FitModel Usual(bool withMeaning) => new(withMeaning ? UsualMiddleWithMeaning : UsualMiddle);

    public double Confidence(double evidence) => 1 / (1 + Math.Exp(-Slope * (evidence - Middle)));

    public static Fit Of(double confidence) => confidence >= FitsFrom ? Fit.Fits : confidence >= NearestFrom ? Fit.Nearest : Fit.Nothing;

    /// <summary>What speaks for the best hit: its score, also without the heaviest word of it, how far it has the ask's own words, and its meaning.</summary>
    /// <param name="hit">The best by words; the default when there is none.</param>
    /// <param name="words">How many words the ask has: of one or two, nothing else can be expected.</param>
    /// <param name="cosine">Of the most alike case; <c>null</c> without directions.</param>
    /// <param name="importance">
    /// What all words of the ask together could count: the more a whole sentence says, the more it shares with any case by chance. Among short asks it tells nothing: those
    /// of a few words about something else are mostly the shorter ones.
    /// </param>
    public static double Evidence(Scored hit, int words, double? cosine, double importance, Tuning tuning)
    {
        var rest = tuning.RestInFit * Math.Clamp((words - 1) / 2.0, 0, 1);
        return (1 - rest) * Math.Log(1 + hit.Score) + rest * Math.Log(1 + hit.Score - hit.Heaviest) - tuning.LengthInFit * Math.Max(0, Math.Log(1 + importance) - tuning.ShortInFit)
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
        var learned = misses[misses.Count / 2];
        return new(usual.Middle + OfLearned * misses.Count / (misses.Count + UsualCounts) * (learned - usual.Middle));
    }

    /// <summary>What speaks for the best case beside the one whose title is asked for, or its first words where it has none.</summary>
    internal static List<double> Misses(IndexSearcher searcher, Lexicon lexicon, TextMeaning? meaning, Tuning tuning)
    {
        var reader = searcher.IndexReader;
        var misses = new List<double>();
        foreach (var document in Titled(reader))
        {
            var stored = searcher.Doc(document);
            var title = stored.Text(IndexFields.Title);
            if (title.Length == 0) title = FirstSentence(stored.Text(IndexFields.Problem));
            if (title.Length == 0) continue;
            var ask = Ask.Read(title, new Language(stored.Text(IndexFields.CaseLanguage)), lexicon, meaning);
            var plan = AskPlan.Of(ask, reader, lexicon, meaning, tuning, Target.Cases);
            var hits = PostingsScorer.Best(plan, reader, Reader.Anybody, tuning, 2);
            var miss = hits.FirstOrDefault(hit => hit.Document != document);
            var alike = ask.Direction is { } direction ? Likeness.Of(reader, Reader.Anybody, direction, 2) : null;
            misses.Add(Evidence(miss, ask.Terms.Count, alike?.Cosine(alike.Best.FirstOrDefault(best => best != document, -1)), plan.Importance, tuning));
        }

        return misses;
    }

    /// <summary>What a case without a title is asked for by.</summary>
    private static string FirstSentence(string text)
    {
        var sentence = Sentences.Of(text).FirstOrDefault();
        var first = text.AsSpan(sentence.Start, Math.Min(sentence.Length, LongestTitle));
        return sentence.Length <= LongestTitle ? first.ToString() : first[..Math.Max(first.LastIndexOf(' '), LongestTitle / 2)].ToString();
    }

    private const int LongestTitle = 120;

    /// <summary>Cases; of many those that go first, which are the same and scattered wherever the same library is loaded.</summary>
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
                chosen.Enqueue(leaf.DocBase + document, standing);
                if (chosen.Count > MostTitles) chosen.Dequeue();
            }
        }

        var titled = new int[chosen.Count];
        for (var i = titled.Length - 1; i >= 0; i--) titled[i] = chosen.Dequeue();
        return [.. titled];
    }
}
