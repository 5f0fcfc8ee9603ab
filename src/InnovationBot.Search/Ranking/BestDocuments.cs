using System.Numerics;

namespace InnovationBot.Search.Ranking;

/// <summary>The best of the documents that it is shown, by score and among equals by the order that is the same in every store.</summary>
/// <param name="most">So many are kept.</param>
internal sealed class BestDocuments(int most)
{
    private readonly PriorityQueue<int, Standing> best = new(most + 1);

    // Whoever scores less is not looked at: nearly everybody, once some good ones are known.
    private float least = float.MinValue;

    /// <summary>Shows it documents that follow each other.</summary>
    /// <param name="scores">Those of the documents.</param>
    /// <param name="start">The first of them in its segment.</param>
    /// <param name="wanted">Which of its documents count.</param>
    /// <param name="above">Nor do those that score no more than this.</param>
    public void Offer(ReadOnlySpan<float> scores, int start, WantedDocuments wanted, float above)
    {
        var at = 0;
        for (; at <= scores.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            var some = new Vector<float>(scores[at..]);
            if (Vector.GreaterThanOrEqualAny(some, new Vector<float>(least)) && Vector.GreaterThanAny(some, new Vector<float>(above))) Offer(scores, at, at + Vector<float>.Count, start, wanted, above);
        }

        Offer(scores, at, scores.Length, start, wanted, above);
    }

    private void Offer(ReadOnlySpan<float> scores, int from, int to, int start, WantedDocuments wanted, float above)
    {
        for (var i = from; i < to; i++)
        {
            if (scores[i] < least || scores[i] <= above || !wanted.Has(start + i)) continue;
            var standing = new Standing(scores[i], wanted.Facts.Orders[start + i]);
            if (best.Count == most) best.EnqueueDequeue(wanted.DocBase + start + i, standing);
            else best.Enqueue(wanted.DocBase + start + i, standing);
            if (best.Count == most && best.TryPeek(out _, out var last)) least = last.Score;
        }
    }

    /// <summary>Best first; empty afterwards.</summary>
    public (int Document, float Score)[] Take()
    {
        var taken = new (int, float)[best.Count];
        for (var i = taken.Length - 1; best.TryDequeue(out var document, out var standing); i--) taken[i] = (document, standing.Score);
        return taken;
    }
}
