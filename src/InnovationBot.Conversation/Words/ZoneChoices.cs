using InnovationBot.Cards;

namespace InnovationBot.Conversation.Words;

/// <summary>Time zones to choose from: where the people of public services of Europe are.</summary>
internal static class ZoneChoices
{
    private static readonly string[] Zones =
    [
        "Atlantic/Azores", "Atlantic/Canary", "Atlantic/Madeira", "Europe/Amsterdam", "Europe/Athens", "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels",
        "Europe/Bucharest", "Europe/Budapest", "Europe/Copenhagen", "Europe/Dublin", "Europe/Helsinki", "Europe/Kyiv", "Europe/Lisbon", "Europe/Ljubljana",
        "Europe/London", "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Oslo", "Europe/Paris", "Europe/Prague", "Europe/Riga", "Europe/Rome",
        "Europe/Sofia", "Europe/Stockholm", "Europe/Tallinn", "Europe/Vienna", "Europe/Vilnius", "Europe/Warsaw", "Europe/Zagreb", "Europe/Zurich",
    ];

    /// <param name="zone">The one in force, which may lie elsewhere.</param>
    public static IReadOnlyList<Choice> With(string zone) =>
        [.. Zones.Append(zone).Distinct().Order(StringComparer.Ordinal).Select(id => new Choice(id.Replace('_', ' '), id))];
}
