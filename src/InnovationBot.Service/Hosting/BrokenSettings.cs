using System.Text.Json;
using System.Text.RegularExpressions;

namespace InnovationBot.Service.Hosting;

/// <summary>Says of a file of settings that is no JSON where it breaks and how to mend it.</summary>
internal static partial class BrokenSettings
{
    private const string Mend = "Mend it there (names and texts stand in double quotes, a comma stands between two entries, a \\ is written \\\\), or move the file away: then the program's own settings hold.";

    /// <param name="fault">As the reader of configuration files throws it: its message names the file, the one inside the fault.</param>
    public static string Sentence(InvalidDataException fault)
    {
        var file = QuotedFile().Match(fault.Message) is { Success: true } match ? match.Groups[1].Value : fault.Message;
        var json = Inner(fault);
        var place = json?.LineNumber is { } line ? $" in line {line + 1}" : "";
        var what = json?.Message ?? fault.InnerException!.Message;
        if (WhereOfReader().Match(what) is { Success: true } where) what = what[..where.Index];
        return $"The settings in {file} cannot be read{place}: {what.Trim().TrimEnd('.').Replace(". ", "; ", StringComparison.Ordinal)}. {Mend}";
    }

    private static JsonException? Inner(Exception? fault)
    {
        while (fault is not null and not JsonException) fault = fault.InnerException;
        return (JsonException?)fault;
    }

    [GeneratedRegex("'(.+)'")]
    private static partial Regex QuotedFile();

    /// <summary>The reader counts lines from 0, which nobody's editor does.</summary>
    [GeneratedRegex(@"\s*(Path: .*|LineNumber: \d+)")]
    private static partial Regex WhereOfReader();
}
