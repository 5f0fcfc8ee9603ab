using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Languages;

namespace InnovationBot.Search.Lexicons;

/// <summary>
/// The readable data of the search, beside the program in the folder <c>Lexicon</c>: whoever runs the bot may correct a
/// file there and start again.
/// </summary>
internal static class LexiconFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Lexicon");

    /// <param name="name">Folder and language, <c>common-words/sl.txt</c>; of a language that was added it is <c>common-words.txt</c> in its own folder.</param>
    /// <returns>No lines when there is no such file.</returns>
    public static IReadOnlyList<string> Lines(string name)
    {
        var path = Path.Combine(Folder, name);
        if (!File.Exists(path) && LanguageFiles.Of(new Language(Path.GetFileNameWithoutExtension(name)))?.Folder is { } added) path = Path.Combine(added, Path.GetDirectoryName(name) + ".txt");
        return File.Exists(path) ? File.ReadAllLines(path, Encoding.UTF8) : [];
    }

    /// <summary>Paths of the files of a subfolder, ordinal order.</summary>
    public static IReadOnlyList<string> Files(string subfolder, string pattern)
    {
        var folder = Path.Combine(Folder, subfolder);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)] : [];
    }
}
