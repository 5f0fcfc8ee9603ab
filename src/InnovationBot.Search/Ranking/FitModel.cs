using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace InnovationBot.Search.Ranking;

/// <summary>
/// How likely it is that the best hit of an ask is about the same problem: a logistic on the logarithm of its score. What
/// score is a coincidence differs from store to store, so the middle is learned from each: cases' titles are asked for,
/// and what is found beside the case itself is a near miss.
/// </summary>
/// <param name="Middle">The logarithm (of one plus the score) at which it is as likely as not.</param>
internal sealed record FitModel(double Middle)
{
    /// <summary>Confidence from which a hit is said to fit, and below which nothing is shown.</summary>
    public const double FitsFrom = 0.85;
    public const double NearestFrom = 0.5;

    private const double Slope = 4.5;

    // For stores with too few cases to learn from; learned ones move away from it as they grow.
    private const double UsualMiddle = 2.2;
    private const double UsualCounts = 10;

    // Near misses above this share of all are as good as hits: in a library about one subject many cases answer a title.
    private const double NearMiss = 0.18;

    private const int MostTitles = 150;

    public static readonly FitModel Usual = new(UsualMiddle);

    public double Confidence(IReadOnlyList<Scored> hits) => hits.Count == 0 ? 0 : Confidence(hits[0].Score);

    public double Confidence(double score) => 1 / (1 + Math.Exp(-Slope * (Math.Log(1 + score) - Middle)));

    public static Fit Of(double confidence) => confidence >= FitsFrom ? Fit.Fits : confidence >= NearestFrom ? Fit.Nearest : Fit.Nothing;

    /// <summary>Takes about as long as 150 asks.</summary>
    public static FitModel Learn(IndexSearcher searcher, Lexicon lexicon, Tuning tuning)
    {
        var reader = searcher.IndexReader;
        var misses = new List<double>();
        var step = Math.Max(1, reader.MaxDoc / MostTitles);
        var live = MultiFields.GetLiveDocs(reader);
        for (var document = 0; document < reader.MaxDoc; document += step)
        {
            if (live?.Get(document) == false) continue;
            var stored = searcher.Doc(document);
            var title = stored.Text(IndexFields.Title);
            if (title.Length == 0) continue;
            var plan = AskPlan.Of(Ask.Read(title, new Language(stored.Text(IndexFields.CaseLanguage)), lexicon), reader, lexicon, tuning, Target.Cases);
            var hits = PostingsScorer.Best(plan, reader, Reader.Anybody, tuning, 2);
            misses.Add(Math.Log(1 + hits.Where(hit => hit.Document != document).Select(hit => (double)hit.Score).FirstOrDefault()));
        }

        if (misses.Count == 0) return Usual;
        misses.Sort();
        var learned = misses[(int)(NearMiss * misses.Count)];
        return new((learned * misses.Count + UsualMiddle * UsualCounts) / (misses.Count + UsualCounts));
    }
}
