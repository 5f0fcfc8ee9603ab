namespace InnovationBot.Testing.Cards;

/// <summary>Every field is named, explains itself, and comes back whole.</summary>
internal static class InputRules
{
    public static IEnumerable<string> Check(CardNode node, IReadOnlyList<CardNode> all)
    {
        if (node.Path.Length > 0 && node.Text("id") is { } id && IsElement(node)
            && all.Any(other => other.Path.Length > 0 && IsElement(other) && other.Text("id") == id && string.CompareOrdinal(other.Path, node.Path) < 0))
            yield return $"{node.Path}: the id '{id}' is there twice";

        if (!node.IsInput) yield break;

        var at = $"{node.Path} ({node.Text("id")})";
        if (string.IsNullOrWhiteSpace(node.Text("label"))) yield return $"{at}: no label; a placeholder is not announced";
        if (string.IsNullOrWhiteSpace(node.Text("errorMessage"))) yield return $"{at}: no errorMessage";
        if (node.Type != "Input.ChoiceSet") yield break;

        if (node.Flag("isMultiSelect") && node.Flag("isRequired"))
            yield return $"{at}: isRequired on several choices is announced for every box; say it in the label";

        var values = node.List("choices").Select(choice => new CardNode(choice, "", "").Text("value") ?? "").ToList();
        if (values.Any(value => value.Contains(',', StringComparison.Ordinal))) yield return $"{at}: a choice's value holds a comma";
        if (values.Distinct(StringComparer.Ordinal).Count() < values.Count) yield return $"{at}: two choices have one value";

        if (values.Count == 0) yield return $"{at}: nothing to choose on a client without typeahead";
        if (node.Find("choices.data") is null && node.Text("value") is { } chosen && chosen.Split(',').Except(values, StringComparer.Ordinal).Any())
            yield return $"{at}: '{chosen}' is chosen but not among the choices";
    }

    private static bool IsElement(CardNode node) => node.Holder is "body" or "items" or "columns" && !node.IsInFallback;
}
