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
        var segments = reader.Leaves.Select(leaf => SegmentPlan.Of(plan, leaf, tuning)).ToArray();
        var best = new BestDocuments(most);
        var board = ScoreBoard.Take();
        foreach (var segment in segments)
        {
            var wanted = new WantedDocuments(segment.Leaf, who);
            for (var range = 0; range < segment.Ranges; range++) best.Offer(segment.Score(range, board, tuning.Tie), range * Postings.Range, wanted, above: 0);
        }

        board.GiveBack();
        return Told(plan, segments, best.Take());
    }

    /// <summary>What the best share with the ask.</summary>
    private static Scored[] Told(AskPlan plan, SegmentPlan[] segments, (int Document, float Score)[] best)
    {
        var result = Array.ConvertAll(best, hit => new Scored(hit.Document, hit.Score, 0, 0, 0));
        int[] places = [.. Enumerable.Range(0, result.Length)];
        Array.Sort(Array.ConvertAll(result, hit => hit.Document), places);
        var left = places.AsSpan();
        foreach (var segment in segments)
        {
            for (var range = 0; range < segment.Ranges && left.Length > 0; range++)
            {
                var start = segment.Leaf.DocBase + range * Postings.Range;
                var end = Math.Min(start + Postings.Range, segment.Leaf.DocBase + segment.Documents);
                var count = 0;
                while (count < left.Length && result[left[count]].Document < end) count++;
                if (count > 0) segment.Tell(plan, range, start, left[..count], result);
                left = left[count..];
            }
        }

        return result;
    }
}
