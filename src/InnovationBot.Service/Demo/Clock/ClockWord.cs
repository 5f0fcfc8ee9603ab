using System.Globalization;
using System.Text.RegularExpressions;

namespace InnovationBot.Service.Demo.Clock;

/// <summary>Reads what follows the word <c>clock</c>: <c>+5d</c>, <c>+ 3 hours</c>, <c>+1w 2d</c>.</summary>
public static partial class ClockWord
{
    /// <summary>A move at once; further, say it again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    /// <returns>How far to move ahead, above zero and at most <see cref="Longest"/>; <c>null</c> when the text does not say so.</returns>
    public static TimeSpan? Ahead(string text)
    {
        if (Form().Match(text.Trim()) is not { Success: true } match) return null;
        var sum = TimeSpan.Zero;
        foreach (var (amount, unit) in match.Groups["amount"].Captures.Zip(match.Groups["unit"].Captures))
            sum += int.Parse(amount.ValueSpan, CultureInfo.InvariantCulture) * One(char.ToLowerInvariant(unit.Value[0]));
        return sum > TimeSpan.Zero && sum <= Longest ? sum : null;
    }

    private static TimeSpan One(char unit) => unit switch
    {
        'w' => TimeSpan.FromDays(7),
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        _ => TimeSpan.FromMinutes(1),
    };

    [GeneratedRegex(
        @"^\+\s*(?:(?<amount>\d{1,5})\s*(?<unit>w(?:eeks?)?|d(?:ays?)?|h(?:ours?)?|m(?:in(?:utes?)?)?)(?:\s+|$))+$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
