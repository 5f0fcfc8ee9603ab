using InnovationBot.Network.Cases;
using Lucene.Net.Index;

namespace InnovationBot.Search.Ranking;

/// <summary>A document as the words of an ask see it.</summary>
/// <param name="Document">Its number in this view of the index.</param>
/// <param name="Score">BM25 over the groups of alternatives.</param>
/// <param name="Words">The share of the ask's importance that the document has word for word, 0 to 1.</param>
/// <param name="Meant">The same, with words of the same concepts counted.</param>
/// <param name="Heaviest">What the one word that counts most adds to the score.</param>
internal readonly record struct Scored(int Document, float Score, float Words, float Meant, float Heaviest);

/// <summary>
/// Scores documents by an ask's plan, term by term and range by range of each segment, so that what is added up stays in a core's cache. Only of the best it is then
/// told what they share with the ask.
/// </summary>
internal static class PostingsScorer
{
    /// <summary>The best documents that <paramref name="who"/> may read, best first.</summary>
    public static IReadOnlyList<Scored> Best(AskPlan plan, IndexReader reader, Reader who, Tuning tuning, int most)
    {
        if (plan.Groups.Count == 0 || most <= 0) return [];
        var segments = reader.Leaves.Select(leaf => SegmentPlan.Of(plan.Groups.Select(static group => group.Clauses), leaf, tuning)).ToArray();
        var best = new BestDocuments(most);
        var board = ScoreBoard.Take();
        foreach (var segment in segments)
        {
            var wanted = new WantedDocuments(segment.Leaf, who);
            for (var range = 0; range < segment.Ranges; range++) best.Offer(segment.Score(range, board, tuning.Tie), range * Postings.Range, wanted, above: 0);
        }

        board.GiveBack();
        var result = Array.ConvertAll(best.Take(), hit => new Scored(hit.Document, hit.Score, 0, 0, 0));
        foreach (var found in Where(segments, Array.ConvertAll(result, hit => hit.Document))) found.Segment.Tell(plan, found, result);
        return result;
    }

    /// <summary>What some documents count by clauses that are no alternatives of each other.</summary>
    /// <param name="documents">Their numbers in this view of the index.</param>
    /// <returns>A score for each, in their order; 0 for those that have nothing of it.</returns>
    public static float[] Of(IEnumerable<Clause> clauses, int[] documents, IndexReader reader, Tuning tuning)
    {
        List<Clause>[] groups = [.. clauses.Select(static clause => new List<Clause> { clause })];
        var scores = new float[documents.Length];
        foreach (var found in Where([.. reader.Leaves.Select(leaf => SegmentPlan.Of(groups, leaf, tuning))], documents)) found.Segment.Add(found, scores);
        return scores;
    }

    /// <summary>Documents by the range of the segment that they lie in; ranges without any are left out.</summary>
    private static IEnumerable<DocumentsInRange> Where(SegmentPlan[] segments, int[] documents)
    {
        int[] places = [.. Enumerable.Range(0, documents.Length)];
        Array.Sort(documents.ToArray(), places);
        var left = new ArraySegment<int>(places);
        foreach (var segment in segments)
        {
            for (var range = 0; range < segment.Ranges && left.Count > 0; range++)
            {
                var start = segment.Leaf.DocBase + range * Postings.Range;
                var end = Math.Min(start + Postings.Range, segment.Leaf.DocBase + segment.Documents);
                var count = 0;
                while (count < left.Count && documents[left[count]] < end) count++;
                if (count > 0) yield return new(segment, range, Array.ConvertAll(left[..count].ToArray(), place => documents[place] - start), left[..count]);
                left = left[count..];
            }
        }
    }
}

/// <summary>Some documents that lie in one range of a segment.</summary>
/// <param name="Documents">Their numbers, ascending from the first of the range.</param>
/// <param name="Places">Where each stands in what was asked for.</param>
internal readonly record struct DocumentsInRange(SegmentPlan Segment, int Range, int[] Documents, ArraySegment<int> Places);
