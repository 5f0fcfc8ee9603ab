using Lucene.Net.Index;

namespace InnovationBot.Search.Ranking;

/// <summary>An ask's plan met in a segment: for each group the clauses that some document of it has.</summary>
internal sealed class SegmentPlan
{
    private readonly SegmentClause[][] groups;

    private SegmentPlan(AtomicReaderContext leaf, SegmentFacts facts, SegmentClause[][] groups) => (Leaf, Facts, this.groups) = (leaf, facts, groups);

    public AtomicReaderContext Leaf { get; }

    public SegmentFacts Facts { get; }

    public int Documents => Facts.Orders.Length;

    public int Ranges => Postings.Ranges(Documents);

    /// <param name="groups">Of each word the ways to say it.</param>
    public static SegmentPlan Of(IEnumerable<List<Clause>> groups, AtomicReaderContext leaf, Tuning tuning)
    {
        var facts = SegmentFacts.Of(leaf.AtomicReader);
        return new(leaf, facts, [.. groups.Select(Met)]);

        SegmentClause[] Met(List<Clause> clauses)
        {
            var met = new List<SegmentClause>(clauses.Count);
            foreach (var clause in clauses)
            {
                if (facts.Postings(leaf.AtomicReader, clause.Field.Terms, clause.Term) is { } postings) met.Add(SegmentClause.Of(clause, postings, facts, tuning));
            }

            return [.. met];
        }
    }

    /// <summary>What all words together count for each document of a range; good until the board is used again.</summary>
    public ReadOnlySpan<float> Score(int range, ScoreBoard board, float tie)
    {
        var documents = Math.Min(Postings.Range, Documents - range * Postings.Range);
        var scores = board.Scores.AsSpan(0, documents);
        var best = board.Best.AsSpan(0, documents);
        scores.Clear();
        foreach (var clauses in groups)
        {
            if (clauses is [var single])
            {
                single.Add(range, scores);
                continue;
            }

            if (clauses.Length > 0) best.Clear();
            foreach (var clause in clauses) clause.Add(range, scores, best, tie);
        }

        return scores;
    }

    /// <summary>Says of some documents what they share with the ask.</summary>
    public void Tell(AskPlan plan, in DocumentsInRange found, Scored[] result)
    {
        var (told, scores) = (new Told[found.Documents.Length], new float[found.Documents.Length]);
        for (var group = 0; group < groups.Length; group++)
        {
            foreach (var clause in groups[group])
            {
                clause.Look(found.Range, found.Documents, scores);
                for (var i = 0; i < scores.Length; i++)
                {
                    if (scores[i] > 0) told[i].Add(clause.Kind, scores[i], group, plan.Groups[group].Importance);
                }
            }
        }

        for (var i = 0; i < told.Length; i++)
        {
            ref var hit = ref result[found.Places[i]];
            hit = hit with { Words = told[i].Words / plan.Importance, Meant = Math.Min(1, told[i].Meant / plan.Importance), Heaviest = told[i].Heaviest };
        }
    }

    /// <summary>Adds what every clause counts in some documents.</summary>
    public void Add(in DocumentsInRange found, float[] result)
    {
        var scores = new float[found.Documents.Length];
        foreach (var clause in groups.SelectMany(static clauses => clauses))
        {
            clause.Look(found.Range, found.Documents, scores);
            for (var i = 0; i < scores.Length; i++) result[found.Places[i]] += scores[i];
        }
    }

    /// <summary>What a document shares with an ask, as far as its words were looked for.</summary>
    private struct Told
    {
        // What a dictionary gives for a word is a guess, and what is only near says less.
        private const float Translated = 0.5f;
        private const float Near = 0.3f;

        private int group; // the last one that the document has something of, counted from 1
        private bool hasWord;

        public float Words { get; private set; }

        public float Meant { get; private set; }

        public float Heaviest { get; private set; }

        public void Add(ClauseKind kind, float score, int its, float importance)
        {
            Heaviest = Math.Max(Heaviest, score);
            if (group != its + 1)
            {
                (group, hasWord) = (its + 1, false);
                Meant += kind is ClauseKind.NearConcept or ClauseKind.Neighbour ? Near * importance : importance;
            }

            if (hasWord || kind is not (ClauseKind.Word or ClauseKind.Foreign or ClauseKind.Translated or ClauseKind.Misspelt)) return;
            hasWord = true;
            Words += kind is ClauseKind.Translated ? Translated * importance : importance;
        }
    }
}
