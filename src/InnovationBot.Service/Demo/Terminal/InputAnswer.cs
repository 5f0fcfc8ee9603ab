using System.Globalization;
using System.Text.Json;

namespace InnovationBot.Service.Demo.Terminal;

/// <summary>What a typed line means as the value of a card's field, in the form in which Teams would send it.</summary>
internal static class InputAnswer
{
    /// <summary>The field's value as it stands, in words.</summary>
    public static string Shown(JsonElement input) => input.Text("type") switch
    {
        "Input.Toggle" => $"{input.Text("title")} ({(IsTicked(input) ? "yes" : "no")})",
        "Input.ChoiceSet" => string.Join(", ", Chosen(input).Select(choice => choice.Text("title"))) is { Length: > 0 } chosen ? chosen : "...",
        _ => Value(input) is { Length: > 0 } value ? value : "...",
    };

    /// <summary>What stands under the question: how to answer, and what Enter keeps.</summary>
    public static IEnumerable<string> Hints(JsonElement input)
    {
        var number = 0;
        var several = input.Flag("isMultiSelect");
        foreach (var choice in input.List("choices"))
            yield return $"{++number}. {choice.Text("title")}{(Chosen(input).Any(chosen => chosen.Text("value") == choice.Text("value")) ? " *" : "")}";
        var how = input.Text("type") switch
        {
            "Input.Toggle" => "y or n",
            "Input.ChoiceSet" => several ? "numbers with commas between, 0 for none" : "a number",
            "Input.Date" => "yyyy-mm-dd",
            "Input.Time" => "hh:mm",
            _ => "",
        };
        var keeps = CanBeEmptied(input) ? $"Enter keeps what is there; {Emptied} empties it"
            : Value(input) is { Length: > 0 } || input.Text("type") == "Input.Toggle" ? "Enter keeps what is there" : input.Flag("isRequired") ? "" : "Enter leaves it empty";
        if (string.Join("; ", new[] { how, keeps }.Where(part => part.Length > 0)) is { Length: > 0 } hint) yield return $"({hint})";
    }

    /// <param name="line">As typed; empty keeps the value.</param>
    /// <returns>What is sent, empty = left out as Teams leaves it out; <c>null</c> when the line is no answer to this field.</returns>
    public static string? Read(JsonElement input, string line)
    {
        var typed = line.Trim();
        if (typed == Emptied && CanBeEmptied(input)) return "";
        var value = typed.Length == 0 ? Value(input) : input.Text("type") switch
        {
            "Input.Toggle" => typed.ToLowerInvariant() switch { "y" or "yes" => "true", "n" or "no" => "false", _ => null },
            "Input.ChoiceSet" => Choices(input, typed),
            "Input.Date" => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? typed : null,
            "Input.Time" => TimeOnly.TryParseExact(typed, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? typed : null,
            "Input.Number" => decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? typed : null,
            _ => typed,
        };
        return value is { Length: 0 } && input.Flag("isRequired") ? null : value;
    }

    /// <summary>Typed by itself it takes out what stands in a field.</summary>
    private const string Emptied = "-";

    private static bool CanBeEmptied(JsonElement input) =>
        input.Text("type") is not ("Input.Toggle" or "Input.ChoiceSet") && !input.Flag("isRequired") && Value(input).Length > 0;

    private static string Value(JsonElement input)
    {
        if (input.Text("type") == "Input.Toggle") return IsTicked(input) ? "true" : "false";
        return input.TryGetProperty("value", out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";
    }

    private static bool IsTicked(JsonElement input) => input.Text("value") == (input.Text("valueOn") ?? "true");

    private static IEnumerable<JsonElement> Chosen(JsonElement input)
    {
        var values = Value(input).Split(',', StringSplitOptions.RemoveEmptyEntries);
        return input.List("choices").Where(choice => values.Contains(choice.Text("value")));
    }

    private static string? Choices(JsonElement input, string typed)
    {
        var choices = input.List("choices").ToList();
        var several = input.Flag("isMultiSelect");
        if (several && typed == "0") return "";
        var values = new List<string>();
        foreach (var part in typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > choices.Count) return null;
            values.Add(choices[number - 1].Text("value") ?? "");
        }

        return values.Count == 1 || several ? string.Join(',', values) : null;
    }
}
