namespace InnovationBot.Search.Packs.Building;

/// <summary>
/// The strongest directions of a sparse matrix by random projection and subspace iteration (Halko, Martinsson, Tropp 2011),
/// orthonormalised by Cholesky factors. The same matrix gives the same directions.
/// </summary>
internal static class TruncatedSvd
{
    private const int Oversampling = 16;
    private const int Iterations = 1;
    private const int Seed = 20_070_101;

    /// <param name="matrix">Rows are what the vectors are of.</param>
    /// <param name="dimensions">Directions to keep, after the first.</param>
    /// <param name="strength">The power of the singular values that the vectors are multiplied with.</param>
    /// <returns>A row of so many numbers for each row of the matrix. The first direction, which all rows share, is left out.</returns>
    public static float[] RowVectors(SparseMatrix matrix, int dimensions, double strength, Action<int, int> step, CancellationToken stop)
    {
        var wide = dimensions + Oversampling;
        var transposed = matrix.Transposed();
        var (steps, done) = (2 + 2 * Iterations, 0);
        var rows = Orthonormal(matrix.Times(Noise(matrix.Columns * wide), wide, stop), wide, stop);
        step(++done, steps);
        for (var i = 0; i < Iterations; i++)
        {
            var columns = Orthonormal(transposed.Times(rows, wide, stop), wide, stop);
            step(++done, steps);
            rows = Orthonormal(matrix.Times(columns, wide, stop), wide, stop);
            step(++done, steps);
        }

        var projected = transposed.Times(rows, wide, stop);
        var (values, directions) = SymmetricEigen.Of(Gram(projected, wide, stop), wide);
        var turn = new float[wide * dimensions];
        for (var kept = 0; kept < dimensions; kept++)
        {
            var scale = Math.Pow(Math.Max(1e-12, values[kept + 1]), strength / 2); // eigenvalues are the squares of singular values
            for (var i = 0; i < wide; i++) turn[i * dimensions + kept] = (float)(directions[i * wide + kept + 1] * scale);
        }

        step(++done, steps);
        return Turned(rows, wide, turn, dimensions, stop);
    }

    private static float[] Noise(int count)
    {
        var random = new Random(Seed); // no secret: the same pack each time
        var noise = new float[count];
        for (var i = 0; i < count; i++) noise[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        return noise;
    }

    private static float[] Orthonormal(float[] rows, int wide, CancellationToken stop) => Turned(rows, wide, InverseFactor(Gram(rows, wide, stop), wide), wide, stop);

    /// <summary>All columns' products with each other, summed in double precision block by block.</summary>
    private static double[] Gram(float[] rows, int wide, CancellationToken stop)
    {
        var count = rows.Length / wide;
        const int Block = 1_024;
        var sum = new double[wide * wide];
        var gate = new Lock();
        Parallel.For(0, (count + Block - 1) / Block, new ParallelOptions { CancellationToken = stop }, () => new float[wide * wide], (block, _, own) =>
        {
            Array.Clear(own);
            for (var row = block * Block; row < Math.Min(count, (block + 1) * Block); row++)
            {
                var numbers = rows.AsSpan(row * wide, wide);
                for (var i = 0; i < wide; i++)
                {
                    if (numbers[i] != 0) SparseMatrix.Add(own.AsSpan(i * wide + i, wide - i), numbers[i], numbers[i..]);
                }
            }

            lock (gate)
            {
                for (var i = 0; i < own.Length; i++) sum[i] += own[i];
            }

            return own;
        }, _ => { });
        for (var i = 0; i < wide; i++)
        {
            for (var j = 0; j < i; j++) sum[i * wide + j] = sum[j * wide + i];
        }

        return sum;
    }

    /// <summary>The matrix that makes columns with such products orthonormal: the inverse of the transposed Cholesky factor.</summary>
    private static float[] InverseFactor(double[] gram, int wide)
    {
        var lower = new double[wide * wide];
        var least = 1e-9 * Enumerable.Range(0, wide).Max(i => gram[i * wide + i]);
        for (var i = 0; i < wide; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var left = gram[i * wide + j];
                for (var k = 0; k < j; k++) left -= lower[i * wide + k] * lower[j * wide + k];
                lower[i * wide + j] = i == j ? Math.Sqrt(Math.Max(left, least)) : left / lower[j * wide + j];
            }
        }

        var inverse = new float[wide * wide];
        var column = new double[wide];
        for (var unit = 0; unit < wide; unit++)
        {
            for (var i = unit; i < wide; i++)
            {
                var left = i == unit ? 1.0 : 0.0;
                for (var k = unit; k < i; k++) left -= lower[i * wide + k] * column[k];
                column[i] = left / lower[i * wide + i];
                inverse[unit * wide + i] = (float)column[i]; // transposed on the way
            }
        }

        return inverse;
    }

    private static float[] Turned(float[] rows, int wide, float[] turn, int newWide, CancellationToken stop)
    {
        var turned = new float[(long)(rows.Length / wide) * newWide];
        Parallel.For(0, rows.Length / wide, new ParallelOptions { CancellationToken = stop }, row =>
        {
            var into = turned.AsSpan(row * newWide, newWide);
            for (var i = 0; i < wide; i++)
            {
                if (rows[row * wide + i] is not 0 and var number) SparseMatrix.Add(into, number, turn.AsSpan(i * newWide, newWide));
            }
        });
        return turned;
    }
}
