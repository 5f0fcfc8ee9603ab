using System.Text;
using System.Text.Json.Nodes;

namespace InnovationBot.Cards;

/// <summary>A card as a dialog shows it: dialogs know no Action.Execute and no refresh (Teams docs: dialogs, adaptive card based), so each press is its fallback.</summary>
public static class DialogCard
{
    /// <returns>The card as UTF-8 JSON.</returns>
    public static byte[] ToUtf8(AdaptiveCard card) => ToUtf8(card.ToUtf8());

    /// <param name="card">A card written by <see cref="AdaptiveCard.ToUtf8"/>.</param>
    public static byte[] ToUtf8(byte[] card)
    {
        var root = (JsonObject)JsonNode.Parse(card)!;
        root.Remove("refresh");
        Replace(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString(CardJson.WrittenOnce));
    }

    private static void Replace(JsonNode node)
    {
        switch (node)
        {
            case JsonObject element:
                foreach (var (name, value) in element.ToList())
                    if (value is not null) element[name] = Pressed(value);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                    if (list[i] is { } value) list[i] = Pressed(value);
                break;
        }
    }

    private static JsonNode Pressed(JsonNode node)
    {
        var kept = node is JsonObject action && (string?)action["type"] == "Action.Execute" ? action["fallback"]! : node;
        Replace(kept);
        return kept.DeepClone();
    }
}
