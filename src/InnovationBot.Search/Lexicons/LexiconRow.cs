using InnovationBot.Network;
using InnovationBot.Network.Languages;

namespace InnovationBot.Search.Lexicons;

/// <summary>
/// A line of a concept file: tab-separated id, wordings in the languages that the header row names (several
/// separated by <c>;</c>, one that may well mean something else marked with <c>~</c>), and the ids of near concepts.
/// </summary>
internal sealed record LexiconRow(string Source, string Id, IReadOnlyList<(Language Language, string[] Texts)> Wordings, string[] Near)
{
    public static IEnumerable<LexiconRow> Read(string file, IReadOnlyList<string> lines, List<string> complaints)
    {
        Language[] columns = [.. Language.Spoken.Where(language => LanguageFiles.Of(language)?.Folder is null)];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line.StartsWith('#')) continue;
            var cells = line.Split('\t');
            if (cells[0].Trim() == "concept")
            {
                columns = [.. cells.Skip(1).Select(cell => cell.Trim()).TakeWhile(cell => cell != "near").Select(code => new Language(code))];
                continue;
            }

            if (cells.Length < columns.Length + 1)
            {
                complaints.Add($"{file}, line {i + 1}: {cells.Length} columns where {columns.Length + 1} are needed; the line is left out.");
                continue;
            }

            yield return new(
                $"{file}, line {i + 1}",
                cells[0].Trim(),
                [.. columns.Select((language, column) => (language, Split(cells[column + 1], ';')))],
                cells.Length > columns.Length + 1 ? Split(cells[^1], ' ') : []);
        }
    }

    private static string[] Split(string cell, char separator) =>
        cell.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
