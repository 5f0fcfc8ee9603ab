using System.Globalization;

namespace InnovationBot.Benchmarks.Load;

/// <summary>Writes results as lines that can be put into a table; numbers as docs/benchmarks.md writes them.</summary>
internal static class Report
{
    public static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static void Aim(string what, double measured, string aim, bool isMet) =>
        Line($"{(isMet ? "met   " : "missed")}  {what}: {measured:0.00} (aim: {aim})");
}
