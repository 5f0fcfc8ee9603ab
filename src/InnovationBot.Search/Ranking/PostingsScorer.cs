using InnovationBot.Network.Cases;
using InnovationBot.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace InnovationBot.Search.Ranking;

/// <summary>A document as the words of an ask see it.</summary>
/// <param name="Document">Its number in this view of the index.</param>
/// <param name="Score">BM25 over the groups of alternatives.</param>
/// <param name="Words">The share of the ask's importance that the document has word for word, 0 to 1.</param>
/// <param name="Meant">The same, with words of the same concepts counted.</param>
/// <param name="Heaviest">What the one word that counts most adds to the score.</param>
internal readonly record struct Scored(int Document, float Score, float Words, float Meant, float Heaviest);

/// <summary>
/// Scores documents by an ask's plan, term by term over Lucene's postings. A disjunction of disjunctions scored document
/// by document, as Lucene does it, takes several times as long; and the shares come out on the way.
/// </summary>
internal static class PostingsScorer
{
    /// <summary>The best documents that <paramref name="who"/> may read, best first.</summary>
    public static IReadOnlyList<Scored> Best(AskPlan plan, IndexReader reader, Reader who, Tuning tuning, int most)
    {
        if (plan.Groups.Count == 0 || most <= 0) return [];
        var best = new PriorityQueue<Scored, Standing>(most + 1);
        foreach (var leaf in reader.Leaves) Score(plan, leaf, who, tuning, most, best);

        var result = new Scored[best.Count];
        for (var i = result.Length - 1; i >= 0; i--) result[i] = best.Dequeue();
        return result;
    }

    private static void Score(AskPlan plan, AtomicReaderContext leaf, Reader who, Tuning tuning, int most, PriorityQueue<Scored, Standing> best)
    {
        var segment = leaf.AtomicReader;
        var facts = SegmentFacts.Of(segment);
        var board = ScoreBoard.Take(segment.MaxDoc);
        var postings = new Postings(segment, facts);
        for (short group = 0; group < plan.Groups.Count; group++)
        {
            var (_, importance, clauses) = plan.Groups[group];
            foreach (var clause in clauses) Score(clause, (short)(group + 1), importance, postings, facts, tuning, board);
        }

        Collect(plan, leaf, facts, who, board, most, best);
        board.GiveBack();
    }

    private static void Score(in Clause clause, short group, float importance, Postings postings, SegmentFacts facts, Tuning tuning, ScoreBoard board)
    {
        if (postings.Of(clause) is not { } documents) return;
        var (cells, touched, count) = (board.Cells, board.Touched, board.Count);

        var lengths = clause.Field.Length == IndexFields.Length ? facts.Lengths : facts.ConceptLengths;
        var flat = tuning.K1 * (1 - tuning.B);
        var slope = tuning.K1 * tuning.B / clause.AverageLength;
        var weight = clause.Weight * (tuning.K1 + 1);
        var isWord = clause.Kind is ClauseKind.Word or ClauseKind.Foreign or ClauseKind.Translated or ClauseKind.Misspelt;
        var meant = clause.Kind is ClauseKind.NearConcept or ClauseKind.Neighbour ? 0.3f * importance : importance;
        var said = clause.Kind is ClauseKind.Translated ? 0.5f * importance : importance; // a dictionary's word is a guess
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
        {
            var often = documents.Freq;
            var score = weight * often / (often + flat + slope * lengths[document]);
            ref var cell = ref cells[document];
            if (cell.Group == 0) touched[count++] = document;
            if (cell.Group != group)
            {
                cell.Group = group;
                cell.Best = score;
                cell.Score += score;
                cell.Heaviest = Math.Max(cell.Heaviest, score);
                cell.Meant += meant;
                cell.HasWord = isWord;
                if (isWord) cell.Words += said;
                continue;
            }

            cell.Score += score > cell.Best ? score - cell.Best + tuning.Tie * cell.Best : tuning.Tie * score;
            cell.Best = Math.Max(cell.Best, score);
            cell.Heaviest = Math.Max(cell.Heaviest, cell.Best);
            if (isWord && !cell.HasWord)
            {
                cell.HasWord = true;
                cell.Words += said;
            }
        }

        board.Count = count;
    }

    /// <summary>The postings of a segment, one term after the other: what Lucene makes to read them is used again.</summary>
    private sealed class Postings(AtomicReader segment, SegmentFacts facts)
    {
        private readonly Dictionary<string, TermsEnum> fields = new(StringComparer.Ordinal);
        private DocsEnum? reading;

        /// <returns><c>null</c> when no document has the term; else good until the next one is asked for.</returns>
        public DocsEnum? Of(in Clause clause)
        {
            if (facts.Term(segment, clause.Field.Terms, clause.Term) is not { } known) return null;
            if (!fields.TryGetValue(clause.Field.Terms, out var terms)) fields[clause.Field.Terms] = terms = segment.GetTerms(clause.Field.Terms).GetEnumerator();
            terms.SeekExact(known.Term, known.State);
            return reading = terms.Docs(null, reading, DocsFlags.FREQS);
        }
    }

    private static void Collect(AskPlan plan, AtomicReaderContext leaf, SegmentFacts facts, Reader who, ScoreBoard board, int most, PriorityQueue<Scored, Standing> best)
    {
        var (readable, live) = (facts.Readable(leaf.AtomicReader, who), leaf.AtomicReader.LiveDocs);
        foreach (var document in board.Touched.AsSpan(0, board.Count))
        {
            if (!readable.Get(document) || live?.Get(document) == false) continue;
            ref var cell = ref board.Cells[document];
            var standing = new Standing(cell.Score, facts.Orders[document]);
            if (best.Count == most && best.TryPeek(out _, out var least) && standing.CompareTo(least) <= 0) continue;
            best.Enqueue(new(leaf.DocBase + document, cell.Score, cell.Words / plan.Importance, Math.Min(1, cell.Meant / plan.Importance), cell.Heaviest), standing);
            if (best.Count > most) best.Dequeue();
        }
    }
}
