using System.Globalization;

namespace InnovationBot.Service.CommandLine;

/// <summary>A number and what it counts, as the command line's English has it: 1 line, 2,000 lines.</summary>
internal static class Counted
{
    public static string Of(int number, string one, string many) => number == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{number:N0} {many}");
}
