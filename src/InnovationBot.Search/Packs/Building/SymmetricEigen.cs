namespace InnovationBot.Search.Packs.Building;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations.</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 30;

    /// <returns>Values, largest first, and as columns of a row-major matrix the directions in the same order.</returns>
    public static (double[] Values, double[] Directions) Of(double[] matrix, int size)
    {
        var left = (double[])matrix.Clone();
        var rows = new double[size * size]; // directions as rows while turning: a rotation then touches two runs of memory
        for (var i = 0; i < size; i++) rows[i * size + i] = 1;
        var whole = left.Sum(value => value * value);
        for (var sweep = 0; sweep < MostSweeps && OffDiagonal(left, size) > 1e-18 * whole; sweep++)
        {
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++) Rotate(left, rows, size, p, q);
            }
        }

        var order = Enumerable.Range(0, size).OrderByDescending(i => left[i * size + i]).ToArray();
        var directions = new double[size * size];
        for (var to = 0; to < size; to++)
        {
            for (var i = 0; i < size; i++) directions[i * size + to] = rows[order[to] * size + i];
        }

        return ([.. order.Select(i => left[i * size + i])], directions);
    }

    private static double OffDiagonal(double[] matrix, int size)
    {
        var sum = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = i + 1; j < size; j++) sum += 2 * matrix[i * size + j] * matrix[i * size + j];
        }

        return sum;
    }

    private static void Rotate(double[] matrix, double[] rows, int size, int p, int q)
    {
        var between = matrix[p * size + q];
        if (Math.Abs(between) < 1e-300) return;
        var slope = (matrix[q * size + q] - matrix[p * size + p]) / (2 * between);
        var tangent = Math.CopySign(1, slope) / (Math.Abs(slope) + Math.Sqrt(slope * slope + 1));
        var cosine = 1 / Math.Sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        Turn(matrix.AsSpan(p * size, size), matrix.AsSpan(q * size, size), cosine, sine);
        for (var i = 0; i < size; i++)
        {
            var (one, other) = (matrix[i * size + p], matrix[i * size + q]);
            matrix[i * size + p] = cosine * one - sine * other;
            matrix[i * size + q] = sine * one + cosine * other;
        }

        Turn(rows.AsSpan(p * size, size), rows.AsSpan(q * size, size), cosine, sine);
    }

    private static void Turn(Span<double> one, Span<double> other, double cosine, double sine)
    {
        for (var i = 0; i < one.Length; i++)
        {
            var (first, second) = (one[i], other[i]);
            one[i] = cosine * first - sine * second;
            other[i] = sine * first + cosine * second;
        }
    }
}
