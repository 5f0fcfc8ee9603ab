using System.Collections.Frozen;
using System.Text;

namespace InnovationBot.Network.People.Safety;

/// <summary>Whom somebody can talk to at once, by country; numbers and names as they are called there.</summary>
internal static class Helplines
{
    private static readonly FrozenDictionary<string, string> All = Read();

    /// <returns><c>null</c> for a country of which none is known here.</returns>
    public static string? Of(string? country) => country is null ? null : All.GetValueOrDefault(country);

    private static FrozenDictionary<string, string> Read()
    {
        using var data = typeof(Helplines).Assembly.GetManifestResourceStream("safety.helplines.txt") ?? throw new InvalidOperationException("safety.helplines.txt is not embedded.");
        using var lines = new StreamReader(data, Encoding.UTF8);
        return lines.ReadToEnd().Split('\n').Select(line => line.Trim().Split('\t')).Where(parts => parts.Length == 2).ToFrozenDictionary(parts => parts[0], parts => parts[1]);
    }
}
