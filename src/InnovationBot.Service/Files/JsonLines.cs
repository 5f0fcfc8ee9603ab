using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace InnovationBot.Service.Files;

/// <summary>Reads JSON Lines: one object a line, UTF-8 with or without a byte-order mark, LF or CRLF, empty lines skipped.</summary>
internal static class JsonLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="faults">Told of lines that are no JSON object, and of values that are neither text, number, yes or no, nor a list of such.</param>
    public static async IAsyncEnumerable<Row> Read(Stream file, ICollection<FileFault> faults, [EnumeratorCancellation] CancellationToken stop)
    {
        using var reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: true);
        for (var line = 1; ; line++)
        {
            string? text;
            try
            {
                text = await reader.ReadLineAsync(stop);
            }
            catch (DecoderFallbackException)
            {
                faults.Add(new FileFault(line, "", "The file is not UTF-8. Save it as UTF-8 and try again."));
                yield break;
            }

            if (text is null) yield break;
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (Parse(line, text, faults) is { } row) yield return row;
        }
    }

    private static Row? Parse(int line, string text, ICollection<FileFault> faults)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                faults.Add(new FileFault(line, "", "Expected one JSON object in each line."));
                return null;
            }

            var fields = new Dictionary<string, FieldValue>();
            foreach (var member in document.RootElement.EnumerateObject())
            {
                var name = member.Name.ToLowerInvariant();
                if (member.Value.ValueKind == JsonValueKind.Array) AddList(line, name, member.Value, fields, faults);
                else if (TextOf(member.Value) is { } value) AddText(name, value, fields);
                else if (member.Value.ValueKind != JsonValueKind.Null) faults.Add(new FileFault(line, name, "Expected a text or a list of texts."));
            }

            return new Row(line, fields);
        }
        catch (JsonException broken)
        {
            faults.Add(new FileFault(line, "", $"This is no JSON (byte {broken.BytePositionInLine + 1})."));
            return null;
        }
    }

    private static void AddText(string name, string value, Dictionary<string, FieldValue> fields)
    {
        if (!string.IsNullOrWhiteSpace(value)) fields[name] = new FieldValue(value.Trim(), null);
    }

    private static void AddList(int line, string name, JsonElement list, Dictionary<string, FieldValue> fields, ICollection<FileFault> faults)
    {
        var items = list.EnumerateArray().Select(TextOf).ToList();
        if (items.Contains(null)) faults.Add(new FileFault(line, name, "Expected a list of texts."));
        else if (items.Count > 0) fields[name] = new FieldValue(null, items!);
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
