using System.Text.Json;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Files;

namespace InnovationBot.Service.CommandLine.Scripted;

/// <summary>One JSON object in a file, read field by field; what cannot be taken is told by the field's name, all of it at once.</summary>
internal sealed class ScriptedFile
{
    /// <summary>Bytes; far more than any event or broadcast takes, twenty thousand e-mail addresses included.</summary>
    private const int Largest = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    private readonly JsonElement root;
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    private ScriptedFile(JsonElement root) => this.root = root;

    public IReadOnlyList<string> Faults => faults;

    /// <summary>Fields nobody asked for.</summary>
    public IEnumerable<string> Unknown => root.EnumerateObject().Select(member => member.Name).Where(name => !read.Contains(name));

    /// <exception cref="CommandFault">It cannot be read, or is no JSON object.</exception>
    public static async Task<ScriptedFile> Open(string path, CancellationToken stop)
    {
        await using var file = TransferArguments.OpenRead(path);
        if (file.Length > Largest) throw new CommandFault($"The file is larger than {Largest / (1024 * 1024)} MB.", ExitCode.Usage);
        var faults = new FileFaults();
        if (!await TextFileCheck.Passes(file, faults, stop)) throw new CommandFault(faults.Kept[0].ToString(), ExitCode.Usage);

        file.Position = 0;
        try
        {
            using var document = await JsonDocument.ParseAsync(file, Strict, stop);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return new ScriptedFile(document.RootElement.Clone());
            throw new CommandFault("Expected one JSON object in the file: { \"title\": … }.", ExitCode.Usage);
        }
        catch (JsonException e)
        {
            throw new CommandFault($"line {e.LineNumber + 1}: This is no JSON. Check commas, quotation marks and brackets there.", ExitCode.Usage, e);
        }
    }

    public void Fault(string field, string mend) => faults.Add($"{field}: {mend}");

    public void Fault(string field, Refusal why)
    {
        var mend = Refusals.Sentence(why, Say.In(Language.English));
        var ownsField = mend.StartsWith(field, StringComparison.Ordinal) && mend.AsSpan(field.Length).IndexOfAny(":.,") == 0; // "audience.country: …" of the field audience
        Fault(field, ownsField ? mend[field.Length..].TrimStart(':', '.', ',', ' ') : mend);
    }

    /// <summary>A text; a number is taken as it is written.</summary>
    public string? Text(string field) => TextOf(Field(field), field);

    public bool Flag(string field)
    {
        var value = Field(field);
        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False or JsonValueKind.Undefined or JsonValueKind.Null:
                return false;
            default:
                Fault(field, "Write true or false.");
                return false;
        }
    }

    /// <summary>An array of texts, or one text with semicolons between the values.</summary>
    public IReadOnlyList<string> List(string field) => ListOf(Field(field), field);

    /// <summary>An array of objects.</summary>
    public IReadOnlyList<JsonElement> Objects(string field)
    {
        var value = Field(field);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object)) return [.. value.EnumerateArray()];
        Fault(field, "Write a list of objects: [{ … }].");
        return [];
    }

    /// <summary>As it stands in the file; undefined when it does not.</summary>
    public JsonElement Field(string field)
    {
        read.Add(field);
        return root.TryGetProperty(field, out var value) ? value : default;
    }

    public string? TextOf(JsonElement value, string field)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            default:
                Fault(field, "Write a text in quotation marks.");
                return null;
        }
    }

    public IReadOnlyList<string> ListOf(JsonElement value, string field)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return [];
            case JsonValueKind.String:
                return value.GetString()!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            case JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String or JsonValueKind.Number):
                return [.. value.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : one.GetRawText())];
            default:
                Fault(field, "Write a list of texts: [\"…\", \"…\"].");
                return [];
        }
    }
}
