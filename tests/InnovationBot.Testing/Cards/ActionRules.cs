using System.Text.Json;

namespace InnovationBot.Testing.Cards;

/// <summary>Every press says what happens, fits a phone, and works on clients that cannot execute.</summary>
internal static class ActionRules
{
    private const int MostActions = 6;

    public static IEnumerable<string> Check(CardNode node, IReadOnlyList<CardNode> all)
    {
        if (node.IsButton && node.Text("title") is { Length: > CardLint.LongestTitle } title)
            yield return $"{node.Path}: '{title}' has {title.Length} characters, more than {CardLint.LongestTitle}";

        foreach (var finding in Row(node)) yield return finding;
        if (node.Type is "Action.Execute" && node.Holder != "action" && Fallback(node) is { } wrong) yield return $"{node.Path}: {wrong}";
        if (node.Type is "Action.Execute" or "Action.Submit" && Overwritten(node, all) is { } key)
            yield return $"{node.Path}: the input '{key}' overwrites the data of that name";
        if (node.Type == "Action.ShowCard" && node.IsInShowCard) yield return $"{node.Path}: a ShowCard inside a ShowCard is not shown";

        foreach (var target in node.List("targetElements").Select(target => new CardNode(target, "", "").Text("elementId")).Concat(node.List("targetInputIds").Select(target => target.GetString())))
            if (all.All(other => other.Text("id") != target))
                yield return $"{node.Path}: nothing has the id '{target}'";
    }

    private static IEnumerable<string> Row(CardNode node)
    {
        var titles = node.List("actions").Select(action => new CardNode(action, "", "").Text("title") ?? "").ToList();
        if (titles.Count > MostActions) yield return $"{node.Path}: more than {MostActions} actions in one row";
        if (titles.Count > 1 && titles.Sum(title => title.Length) > CardLint.LongestRow)
            yield return $"{node.Path}: '{string.Join("', '", titles)}' do not fit one row of a phone; give each a row of its own";
    }

    private static string? Fallback(CardNode execute)
    {
        if (execute.Find("fallback") is not { ValueKind: JsonValueKind.Object } element) return "an Action.Execute without an Action.Submit as fallback";

        var fallback = new CardNode(element, "", "");
        if (fallback.Type != "Action.Submit") return "the fallback is no Action.Submit";
        if (fallback.Text("title") != execute.Text("title")) return "the fallback has another title";
        if (fallback.Text("associatedInputs") != execute.Text("associatedInputs")) return "the fallback sends other inputs";

        var data = Data(fallback);
        if (!data.Remove("verb", out var verb) || verb != execute.Text("verb")) return "the fallback does not carry the verb";
        data.Remove("msteams");
        return data.OrderBy(entry => entry.Key).SequenceEqual(Data(execute).OrderBy(entry => entry.Key)) ? null : "the fallback carries other data";
    }

    private static string? Overwritten(CardNode action, IReadOnlyList<CardNode> all)
    {
        if (string.Equals(action.Text("associatedInputs"), "none", StringComparison.OrdinalIgnoreCase)) return null;

        var inputs = all.Where(other => other.IsInput).Select(input => input.Text("id"));
        return inputs.FirstOrDefault(id => id is "verb" or "msteams" || (id is not null && Data(action).ContainsKey(id)));
    }

    private static Dictionary<string, string> Data(CardNode action) =>
        action.Find("data") is { ValueKind: JsonValueKind.Object } data
            ? data.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString())
            : [];
}
