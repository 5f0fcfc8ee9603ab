using InnovationBot.Network.Time;

namespace InnovationBot.Network.Settings;

/// <summary>
/// What one country's holidays have beside, or not of, those that the program knows, each as a rule: <c>2027-12-24</c> for one day,
/// <c>12-24</c> for every year, <c>easter+1</c>, <c>first monday 05</c>.
/// </summary>
public sealed record HolidayChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>Rules of one list; a country has no more holidays than that.</summary>
    public const int Most = 60;

    internal static HolidayChanges Read(string stored)
    {
        var parts = stored.Split('|');
        return new(Rules(parts[0]), Rules(parts.Length > 1 ? parts[1] : ""));
    }

    internal string Write() => $"{string.Join(NetworkSettings.Between, Added)}|{string.Join(NetworkSettings.Between, Removed)}";

    /// <summary>Rules as somebody wrote them, one a line or separated by semicolons or commas.</summary>
    /// <returns>The first that is none as <c>Wrong</c>.</returns>
    internal static (IReadOnlyList<string> Rules, string? Wrong) Parse(string text)
    {
        List<string> rules = [];
        foreach (var written in text.Split([';', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var rule = string.Join(' ', written.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (!HolidayRule.IsRule(rule)) return ([], written);
            if (!rules.Contains(rule)) rules.Add(rule);
        }

        return (rules, null);
    }

    private static string[] Rules(string list) => list.Split(NetworkSettings.Between, StringSplitOptions.RemoveEmptyEntries);
}
