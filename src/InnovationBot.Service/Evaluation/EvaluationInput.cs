using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InnovationBot.Service.Evaluation;

/// <summary>What was handed in cannot be read; the message is one sentence for whoever handed it in.</summary>
public sealed class EvaluationInputException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads the files of judged searches: UTF-8, with or without byte-order mark, LF or CRLF.</summary>
internal static class EvaluationInput
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<(int Number, string Line)> Lines(string file)
    {
        StreamReader reader;
        try
        {
            reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new EvaluationInputException($"{file} cannot be read: {failure.Message}", failure);
        }

        using (reader)
        {
            for (var number = 1; ; number++)
            {
                string? line;
                try
                {
                    line = reader.ReadLine();
                }
                catch (DecoderFallbackException failure)
                {
                    throw new EvaluationInputException($"{file}, line {number}: not UTF-8.", failure);
                }

                if (line is null) yield break;
                if (!string.IsNullOrWhiteSpace(line)) yield return (number, line);
            }
        }
    }

    public static IEnumerable<T> JsonLines<T>(string file, Func<JsonElement, T> read)
    {
        foreach (var (number, line) in Lines(file))
        {
            T item;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("an object is expected");
                item = read(json.RootElement);
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw new EvaluationInputException($"{file}, line {number}: {Sentence(failure.Message)}", failure);
            }

            yield return item;
        }
    }

    /// <summary>The parser counts lines and bytes of the line that it was given, from 0.</summary>
    private static string Sentence(string message) => message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? message[..end].Replace(" Path: $ |", "", StringComparison.Ordinal) : message;

    /// <summary>What stands in a run between spaces.</summary>
    public static string RunName(this JsonElement item, string name, HashSet<string> taken)
    {
        var text = item.Required(name);
        if (text.Any(char.IsWhiteSpace)) throw new JsonException($"the {name} '{text}' has a space in it, and spaces part the columns of a run.");
        return taken.Add(text) ? text : throw new JsonException($"the {name} '{text}' stands there twice.");
    }

    /// <summary>A text, or a number written as one; <c>null</c> when absent.</summary>
    public static string? Text(this JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new JsonException($"'{name}' must be a text."),
        };
    }

    public static string Required(this JsonElement item, string name) =>
        item.Text(name) is { Length: > 0 } text ? text : throw new JsonException($"'{name}' is missing.");

    /// <summary>An array of texts, or one text with <c>;</c> between them.</summary>
    public static List<string> List(this JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray().Select(entry => entry.ToString())];
        return [.. value.ToString().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    public static double Number(string text, string file, int line) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new EvaluationInputException($"{file}, line {line}: '{text}' is no number.");
}
