using InnovationBot.Activities;
using InnovationBot.Conversation.People;
using InnovationBot.Network;
using InnovationBot.Search;
using InnovationBot.Service.Delivery;
using InnovationBot.Service.People.Sync;
using InnovationBot.Service.Watching;
using Microsoft.Extensions.Configuration;

namespace InnovationBot.Service.Options;

/// <summary>The names of this program's settings, so that a mistyped one is told and not silently ignored.</summary>
internal static class KnownSettings
{
    private static readonly Dictionary<string, Type[]> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [BotOptions.Section] = [typeof(BotOptions)],
        [ConnectorLimits.Section] = [typeof(ConnectorLimits), typeof(DeliveryOptions)],
        [ServiceOptions.Section] = [typeof(ServiceOptions)],
        [StoreOptions.Section] = [typeof(StoreOptions)],
        [NetworkOptions.Section] = [typeof(NetworkOptions)],
        [OpenAIOptions.Section] = [typeof(OpenAIOptions)],
        [RedisOptions.Section] = [typeof(RedisOptions)],
        [TelemetryOptions.Section] = [typeof(TelemetryOptions)],
        [WelcomeOptions.Section] = [typeof(WelcomeOptions)],
        [GraphOptions.Section] = [typeof(GraphOptions)],
    };

    private static readonly string[] All =
        [.. Sections.SelectMany(section => section.Value.SelectMany(type => type.GetProperties()).Select(property => $"{section.Key}:{property.Name}"))];

    /// <summary>By section, the options that hold its settings.</summary>
    internal static IReadOnlyDictionary<string, Type[]> Known => Sections;

    /// <summary>A setting of ours, or of a section that is not ours to judge (Logging, Kestrel).</summary>
    public static bool Has(string name)
    {
        var parts = name.Split(':');
        return Sections.ContainsKey(parts[0])
            ? parts.Length > 1 && All.Contains($"{parts[0]}:{parts[1]}", StringComparer.OrdinalIgnoreCase)
            : parts[0] is "Logging" or "Kestrel";
    }

    /// <returns>" Did you mean …?", or nothing.</returns>
    public static string Suggest(string name)
    {
        var near = All.Select(known => (known, distance: Distance(known, name))).MinBy(pair => pair.distance);
        return near.distance <= 4 ? $" Did you mean {near.known}?" : "";
    }

    /// <summary>Names in our sections, wherever they were set, that no setting has.</summary>
    public static IEnumerable<string> Unknown(IConfiguration configuration) =>
        from section in Sections.Keys
        from child in configuration.GetSection(section).GetChildren()
        where !Has(child.Path)
        select child.Path;

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
            }
        }

        return row[^1];
    }
}
