using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InnovationBot.Testing.Cards;

/// <summary>Walks a card along <see cref="CardSchema"/> and tells what does not belong, is missing, newer or of the wrong kind.</summary>
internal sealed partial class CardStructure(List<string> findings, bool allowLoopback)
{
    private double version;

    public void Check(JsonElement card)
    {
        var declared = card.ValueKind == JsonValueKind.Object && card.TryGetProperty("version", out var v) ? v.ToString() : "";
        if (!double.TryParse(declared, CultureInfo.InvariantCulture, out version) || version > 1.5)
            findings.Add($"/version: '{declared}' is not between 1.0 and 1.5");
        Object(card, "AdaptiveCard", "");
    }

    private void Object(JsonElement node, string typeName, string path)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            findings.Add($"{path}: is no {typeName}");
            return;
        }

        var type = CardSchema.Find(typeName)!;
        if (type.Version > version) findings.Add($"{path}: {typeName} needs schema {type.Version}");
        foreach (var property in node.EnumerateObject())
        {
            var at = $"{path}/{property.Name}";
            if (!type.Properties.TryGetValue(property.Name, out var known))
            {
                if (property.Name == "type") continue;
                findings.Add($"{at}: no property of {typeName}");
                continue;
            }

            if (known.Version > version) findings.Add($"{at}: needs schema {known.Version.ToString("0.0", CultureInfo.InvariantCulture)}");
            Value(property.Value, known.Kind, at);
        }

        foreach (var (name, property) in type.Properties)
            if (property.Required && !node.TryGetProperty(name, out _))
                findings.Add($"{path}: {typeName} without '{name}'");
    }

    private void Value(JsonElement value, string kind, string at)
    {
        switch (kind)
        {
            case "element" or "action" or "select":
                Typed(value, kind, at);
                break;
            case "elements" or "actions":
                Items(value, kind[..^1], at, (item, path) => Typed(item, kind[..^1], path));
                break;
            case "texts":
                Items(value, "text", at, (item, path) => Value(item, "text", path));
                break;
            case var list when list.EndsWith("[]", StringComparison.Ordinal):
                Items(value, list[..^2], at, (item, path) => Object(item, list[..^2], path));
                break;
            case var named when CardSchema.Find(named) is { } type && !type.Is("element") && !type.Is("action"):
                Object(value, named, at);
                break;
            default:
                if (!Fits(value, kind)) findings.Add($"{at}: {value.GetRawText()} is no {kind}");
                break;
        }
    }

    private void Typed(JsonElement node, string kind, string path)
    {
        var name = node.ValueKind == JsonValueKind.Object && node.TryGetProperty("type", out var type) ? type.GetString() : null;
        var known = name is null ? null : CardSchema.Find(name);
        var expected = kind == "select" ? "action" : kind;
        if (known is null || !known.Is(expected) || known.Name == expected || known.Name == "input") findings.Add($"{path}: '{name}' is no {expected} that Teams shows");
        else if (kind == "select" && name == "Action.ShowCard") findings.Add($"{path}: Action.ShowCard only opens from a button");
        else Object(node, name!, path);
    }

    private void Items(JsonElement list, string kind, string path, Action<JsonElement, string> check)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            findings.Add($"{path}: is no list of {kind}");
            return;
        }

        if (list.GetArrayLength() == 0) findings.Add($"{path}: is empty");
        var i = 0;
        foreach (var item in list.EnumerateArray()) check(item, $"{path}/{i++}");
    }

    private bool Fits(JsonElement value, string kind) => kind switch
    {
        "text" => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0,
        "language" => value.ValueKind == JsonValueKind.String && LanguagePattern().IsMatch(value.GetString()!),
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "data" => value.ValueKind == JsonValueKind.Object,
        "width" => value.ValueKind == JsonValueKind.Number || (value.ValueKind == JsonValueKind.String && WidthPattern().IsMatch(value.GetString()!)),
        "pixels" => value.ValueKind == JsonValueKind.String && PixelPattern().IsMatch(value.GetString()!),
        "date" => value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
        "time" => value.ValueKind == JsonValueKind.String && TimeOnly.TryParseExact(value.GetString(), "HH:mm", out _),
        "url" => value.ValueKind == JsonValueKind.String && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (allowLoopback && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)),
        ['=', .. var word] => value.ValueKind == JsonValueKind.String && value.ValueEquals(word),
        _ => value.ValueKind == JsonValueKind.String && kind.Split('|').Contains(value.GetString(), StringComparer.OrdinalIgnoreCase),
    };

    [GeneratedRegex("^[a-z]{2,3}$")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex("^(auto|stretch|[1-9][0-9]*px)$")]
    private static partial Regex WidthPattern();

    [GeneratedRegex("^[1-9][0-9]*px$")]
    private static partial Regex PixelPattern();
}
