namespace InnovationBot.Benchmarks.Load;

/// <summary>The few statistics that are quoted.</summary>
internal static class Numbers
{
    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    /// <param name="share">0.99 = the value that 99 of 100 are not above.</param>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Megabytes(long bytes) => bytes / 1048576.0;
}
