using System.Text;
using System.Text.Json;

namespace InnovationBot.Network.Languages;

/// <summary>What a language's own file says of it.</summary>
/// <param name="Name">As its speakers call it.</param>
/// <param name="Plural">Which forms of a word its numbers take, by name.</param>
/// <param name="Folder">Where the files of a language stand that was added beside the program; none for those that are built in.</param>
public sealed record LanguageFile(Language Language, string Name, string Plural, string? Folder);

/// <summary>
/// The languages the bot speaks: each that has a file <c>xx.language.json</c> among the program's own, then each that has a folder beside the program,
/// <c>languages/xx/</c> with a file <c>language.json</c> and its texts. No code names them. <see cref="FolderVariable"/> moves that folder.
/// </summary>
public static class LanguageFiles
{
    /// <summary>Environment variable: where the folders of added languages stand, when not in <c>languages</c> beside the program.</summary>
    public const string FolderVariable = "INNOVATIONBOT_LANGUAGES";

    private const string Ending = ".language.json";

    /// <summary>English first; read once, at the start.</summary>
    public static IReadOnlyList<LanguageFile> Known { get; } = [.. BuiltIn(), .. Added(Environment.GetEnvironmentVariable(FolderVariable) ?? Path.Combine(AppContext.BaseDirectory, "languages"))];

    public static LanguageFile? Of(Language language) => Known.FirstOrDefault(file => file.Language == language);

    /// <summary>A file of words that the rules for texts read.</summary>
    /// <param name="resource">As it is embedded for a built-in language, <c>safety.sl.txt</c>; a file of an added language is called without its code, <c>safety.txt</c>.</param>
    /// <returns><c>null</c> when this language has none; the rules then go by the other languages' words.</returns>
    public static Stream? Words(string resource, Language language)
    {
        if (typeof(LanguageFiles).Assembly.GetManifestResourceStream(resource) is { } embedded) return embedded;
        return Of(language)?.Folder is { } folder && Path.Combine(folder, resource.Replace($".{language.Code}.", ".", StringComparison.Ordinal)) is var path && File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <summary>Folders of languages that are not among the program's own, by their codes.</summary>
    /// <exception cref="InvalidDataException">A file that says nothing of a language.</exception>
    internal static IEnumerable<LanguageFile> Added(string folder)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var own in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var (code, path) = (Path.GetFileName(own), Path.Combine(own, "language.json"));
            if (!File.Exists(path)) continue;
            if (code.Length != 2 || !code.All(char.IsAsciiLetterLower)) throw new InvalidDataException($"{own}: a language's folder is called by its two letters of ISO 639-1.");
            if (typeof(LanguageFiles).Assembly.GetManifestResourceInfo(code + Ending) is not null) continue; // the program's own are not replaced
            yield return Read(code, File.ReadAllText(path, Encoding.UTF8), own).File;
        }
    }

    private static IEnumerable<LanguageFile> BuiltIn()
    {
        var assembly = typeof(LanguageFiles).Assembly;
        List<(LanguageFile File, int Order)> files = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            using var data = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            files.Add(Read(name[..^Ending.Length], data.ReadToEnd(), folder: null));
        }

        return files.OrderBy(one => one.Order).ThenBy(one => one.File.Language.Code, StringComparer.Ordinal).Select(one => one.File);
    }

    private static (LanguageFile File, int Order) Read(string code, string text, string? folder)
    {
        try
        {
            var json = JsonDocument.Parse(text).RootElement;
            return (new LanguageFile(new Language(code), json.GetProperty("name").GetString()!, json.GetProperty("plural").GetString()!, folder), json.TryGetProperty("order", out var order) ? order.GetInt32() : int.MaxValue);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The file of the language '{code}' needs the fields name and plural: {fault.Message}");
        }
    }
}
