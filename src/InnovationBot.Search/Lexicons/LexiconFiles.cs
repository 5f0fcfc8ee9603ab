using System.Text;

namespace InnovationBot.Search.Lexicons;

/// <summary>
/// The readable data of the search, beside the program in the folder <c>Lexicon</c>: whoever runs the bot may correct a
/// file there and start again.
/// </summary>
internal static class LexiconFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Lexicon");

    /// <returns>No lines when there is no such file.</returns>
    public static IReadOnlyList<string> Lines(string name)
    {
        var path = Path.Combine(Folder, name);
        return File.Exists(path) ? File.ReadAllLines(path, Encoding.UTF8) : [];
    }

    /// <summary>Paths of the files of a subfolder, ordinal order.</summary>
    public static IReadOnlyList<string> Files(string subfolder, string pattern)
    {
        var folder = Path.Combine(Folder, subfolder);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)] : [];
    }
}
