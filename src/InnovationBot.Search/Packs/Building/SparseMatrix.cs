using System.Numerics;

namespace InnovationBot.Search.Packs.Building;

/// <summary>A matrix of mostly nothing, row by row.</summary>
internal sealed class SparseMatrix
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly float[] values;

    private SparseMatrix(int rows, int width, int[] starts, int[] columns, float[] values) =>
        (Rows, Columns, this.starts, this.columns, this.values) = (rows, width, starts, columns, values);

    public int Rows { get; }

    public int Columns { get; }

    public static SparseMatrix Of(int rows, int columns, IReadOnlyList<(int Row, int Column, float Value)> cells)
    {
        var starts = new int[rows + 1];
        foreach (var cell in cells) starts[cell.Row + 1]++;
        for (var row = 0; row < rows; row++) starts[row + 1] += starts[row];
        var next = starts.ToArray();
        var (at, values) = (new int[cells.Count], new float[cells.Count]);
        foreach (var (row, column, value) in cells) (at[next[row]], values[next[row]++]) = (column, value);
        return new(rows, columns, starts, at, values);
    }

    public SparseMatrix Transposed()
    {
        var cells = new (int, int, float)[values.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var i = starts[row]; i < starts[row + 1]; i++) cells[i] = (columns[i], row, values[i]);
        }

        return Of(Columns, Rows, cells);
    }

    /// <param name="dense">One row for each column of this one, so many numbers <paramref name="wide"/>.</param>
    public float[] Times(float[] dense, int wide, CancellationToken stop)
    {
        var product = new float[(long)Rows * wide];
        Parallel.For(0, Rows, new ParallelOptions { CancellationToken = stop }, row =>
        {
            var into = product.AsSpan(row * wide, wide);
            for (var i = starts[row]; i < starts[row + 1]; i++) Add(into, values[i], dense.AsSpan(columns[i] * wide, wide));
        });
        return product;
    }

    /// <summary>Adds a multiple of a row to another.</summary>
    internal static void Add(Span<float> into, float factor, ReadOnlySpan<float> row)
    {
        var at = 0;
        for (; at <= into.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            (new Vector<float>(into[at..]) + factor * new Vector<float>(row[at..])).CopyTo(into[at..]);
        }

        for (; at < into.Length; at++) into[at] += factor * row[at];
    }
}
