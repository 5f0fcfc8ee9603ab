using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Analysis;

namespace InnovationBot.Search.Lexicons;

/// <summary>Tasks are the concepts of those files of the lexicon that name what public services do, not how they do it.</summary>
internal sealed class Tasks : ITasks
{
    private static readonly string[] Fields =
    [
        "children-and-education", "civil-status-business-agriculture", "environment", "health", "housing-and-building", "income-and-social-work",
        "migration-democracy-culture", "mobility-and-public-space", "older-people-and-disability", "safety-and-justice",
    ];

    private readonly Lexicon lexicon;
    private readonly Dictionary<string, LexiconRow> tasks;

    public Tasks(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        tasks = LexiconFiles.Files("concepts", "*.tsv")
            .Where(path => Fields.Contains(Path.GetFileNameWithoutExtension(path)))
            .SelectMany(path => LexiconRow.Read(Path.GetFileName(path), File.ReadAllLines(path), []))
            .DistinctBy(row => row.Id).ToDictionary(row => row.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Of(string text, Language language)
    {
        List<Mention> mentions = [];
        lexicon.Find(language, TextAnalysis.Of(language).Words(text), text, mentions);
        return
        [
            .. mentions.Select(mention => (Task: lexicon.Concepts[mention.Concept].Id, mention.Weight, mention.First))
                .Where(one => tasks.ContainsKey(one.Task))
                .GroupBy(one => one.Task)
                .OrderByDescending(task => task.Sum(one => one.Weight)).ThenBy(task => task.Min(one => one.First)).ThenBy(task => task.Key, StringComparer.Ordinal)
                .Take(ITasks.Most).Select(task => task.Key),
        ];
    }

    public string Name(string task, Language language)
    {
        if (!tasks.TryGetValue(task, out var row)) return task;
        var wordings = row.Wordings.FirstOrDefault(one => one.Language == language).Texts ?? [];
        return wordings.Concat(row.Wordings[0].Texts).FirstOrDefault()?.TrimStart('~').Trim() ?? task;
    }
}
