using System.Text.Json;
using InnovationBot.Service.Evaluation;

namespace InnovationBot.Search.Tests.Ranking;

/// <summary>What the best hits say beside the ask's words, over libraries that are judged by the command that strangers use.</summary>
public sealed class FeedbackTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Of_cases_with_as_many_of_the_asked_words_those_come_first_that_say_what_the_best_ones_say()
    {
        var told = Enumerable.Range(1, 5).Select(i => ($"told{i}", "Erosion here and there", "Somebody looked at marram and groynes."));
        var other = Enumerable.Range(1, 5).Select(i => ($"other{i}", "Erosion here and there", "Somebody looked at thimbles and bobbins."));
        var best = Enumerable.Range(1, 6).Select(i => ($"best{i}", "Erosion of dunes", $"Storms breach the dunes of coast {i}; marram and groynes hold them."));
        var rest = Enumerable.Range(1, 320).Select(i => ($"rest{i}", $"Printer {i}", $"The canteen and the printer of floor {i} need paper."));

        var ranking = await Ranking([.. rest, .. other, .. told, .. best], "Erosion: storms breach our dunes");

        ranking[..6].ShouldAllBe(name => name.StartsWith("best", StringComparison.Ordinal));
        ranking[6..11].ShouldAllBe(name => name.StartsWith("told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_ask_says_again_and_again_counts_more_than_what_it_says_once()
    {
        var ranking = await Ranking(
            [("once", "Fountains and benches", "Somebody looked at them."), ("often", "Ponies and thimbles", "Somebody looked at them."), ("else", "Printers", "They need paper.")],
            "Ponies stand at the fountains. The ponies are old. Who feeds ponies beside benches?");

        ranking[0].ShouldBe("often");
    }

    private async Task<List<string>> Ranking((string Id, string Title, string Text)[] library, string ask)
    {
        var (cases, queries, run) = (Path.Combine(folder.Path, "cases"), Path.Combine(folder.Path, "queries"), Path.Combine(folder.Path, "run"));
        await File.WriteAllLinesAsync(cases, library.Select(one => JsonSerializer.Serialize(new { id = one.Id, title = one.Title, text = one.Text, language = "en" })));
        await File.WriteAllTextAsync(queries, JsonSerializer.Serialize(new { id = "ask", text = ask, language = "en" }));
        using var progress = new StringWriter();
        (await new EvaluateSearch(new(cases, queries, run, NoAbstain: true), TextWriter.Null, progress).Run(TestContext.Current.CancellationToken)).ShouldBe(0, progress.ToString());
        return [.. File.ReadLines(run).Select(line => line.Split(' ')[2])];
    }

    public void Dispose() => folder.Dispose();
}
