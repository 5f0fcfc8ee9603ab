using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>Reads JSON Lines: one object a line, UTF-8 with or without a byte-order mark, LF or CRLF, empty lines skipped.</summary>
internal static class JsonLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="file">From its beginning; left open.</param>
    /// <param name="faults">Told of lines that are no JSON object.</param>
    /// <param name="stop">Ends it.</param>
    public static async IAsyncEnumerable<Row> Read(Stream file, FileFaults faults, [EnumeratorCancellation] CancellationToken stop)
    {
        using var reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        for (var line = 1; ; line++)
        {
            string? text;
            try
            {
                text = await reader.ReadLineAsync(stop);
            }
            catch (DecoderFallbackException)
            {
                faults.Add(line, "", Mend.NotUtf8);
                yield break;
            }

            if (text is null) yield break;
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (Parse(line, text, faults) is { } row) yield return row;
        }
    }

    private static Row? Parse(int line, string text, FileFaults faults)
    {
        try
        {
            if (text.AsSpan().TrimStart() is not ['{', ..])
            {
                faults.Add(line, "", Mend.OneObject);
                return null;
            }

            var members = JsonSerializer.Deserialize(text, TransferJson.Readable.DictionaryStringJsonElement)!;
            var fields = new Dictionary<string, FieldValue>(members.Count);
            var given = new HashSet<string>(members.Count);
            foreach (var (member, value) in members)
            {
                var name = member.ToLowerInvariant();
                given.Add(name);
                if (value.ValueKind == JsonValueKind.Array) AddList(name, value, fields);
                else if (TextOf(value) is { } one) AddText(name, one, fields);
                else if (value.ValueKind != JsonValueKind.Null) fields[name] = FieldValue.NoText;
            }

            return new Row(line, fields, given);
        }
        catch (JsonException broken)
        {
            faults.Add(line, BrokenText.Member(Encoding.UTF8.GetBytes(text)), Mend.NoJson((broken.BytePositionInLine ?? 0) + 1));
            return null;
        }
        catch (InvalidOperationException)
        {
            faults.Add(line, BrokenText.Member(Encoding.UTF8.GetBytes(text)), Mend.HalfLetter);
            return null;
        }
    }

    private static void AddText(string name, string value, Dictionary<string, FieldValue> fields)
    {
        if (!string.IsNullOrWhiteSpace(value)) fields[name] = new FieldValue(value.Trim(), null);
    }

    private static void AddList(string name, JsonElement list, Dictionary<string, FieldValue> fields)
    {
        var items = list.EnumerateArray().Select(TextOf).ToList();
        if (items.Contains(null)) fields[name] = FieldValue.NoText;
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
