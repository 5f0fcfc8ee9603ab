using System.Collections.Concurrent;

namespace InnovationBot.Search.Ranking;

/// <summary>What an ask's words count for each document of a range while they are scored; used again by the next ask.</summary>
internal sealed class ScoreBoard
{
    // Asks at once: beyond it boards are made anew.
    private const int MostKept = 8;

    private static readonly ConcurrentBag<ScoreBoard> Kept = [];

    private ScoreBoard()
    {
    }

    /// <summary>By the words so far.</summary>
    public float[] Scores { get; } = new float[Postings.Range];

    /// <summary>By the best alternative, so far, of the word that is looked for.</summary>
    public float[] Best { get; } = new float[Postings.Range];

    /// <summary>What stands on it is of an earlier ask.</summary>
    public static ScoreBoard Take() => Kept.TryTake(out var board) ? board : new();

    public void GiveBack()
    {
        if (Kept.Count < MostKept) Kept.Add(this);
    }
}
