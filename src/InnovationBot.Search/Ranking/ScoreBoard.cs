using System.Collections.Concurrent;

namespace InnovationBot.Search.Ranking;

/// <summary>What is known so far of each document of a segment while an ask is scored. Empty when taken, emptied when given back.</summary>
internal sealed class ScoreBoard
{
    internal struct Cell
    {
        public float Score;
        public float Best;
        public float Words;
        public float Meant;

        /// <summary>What the group that counts most adds.</summary>
        public float Heaviest;

        /// <summary>The group that was here last, counted from 1; 0 when none was.</summary>
        public short Group;
        public bool HasWord;
    }

    // Asks at once: beyond it boards are made anew.
    private const int MostKept = 8;

    // Not the array pool's arrays: those are not empty, and emptying a large one takes as long as scoring.
    private static readonly ConcurrentBag<ScoreBoard> Kept = [];

    private ScoreBoard(int documents)
    {
        Cells = new Cell[documents];
        Touched = new int[documents];
    }

    public Cell[] Cells { get; }

    public int[] Touched { get; }

    public int Count { get; set; }

    public static ScoreBoard Take(int documents)
    {
        while (Kept.TryTake(out var board))
        {
            if (board.Cells.Length >= documents) return board;
        }

        return new(documents + (documents / 4) + 64);
    }

    /// <summary>Not called after an exception: what is half scored is left to the garbage collector.</summary>
    public void GiveBack()
    {
        foreach (var document in Touched.AsSpan(0, Count)) Cells[document] = default;
        Count = 0;
        if (Kept.Count < MostKept) Kept.Add(this);
    }
}
