using InnovationBot.Search;
using InnovationBot.Testing.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>Somebody else's sixty cases in five languages, with their own columns and gaps, as their spreadsheet wrote them; and asks in other words.</summary>
public sealed partial class FileScenarioTests
{
    private static readonly string Strangers = Path.Combine(RepositoryFolder.Root, "tests", "InnovationBot.Conversation.Tests", "Scenarios", "Strangers");

    /// <summary>In a network of its own: what the other tests bring in would compete for the answers, in another order each time.</summary>
    [Fact]
    public async Task Sixty_cases_of_a_stranger_answer_what_people_ask_in_their_own_sentences()
    {
        var own = new Service();
        try
        {
            await own.InitializeAsync();
            await new FileScenarioTests(own).BringInAndAsk();
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private async Task BringInAndAsk()
    {
        var olga = await Organiser("Olga Stranger");
        await Drop(olga, "collection.csv", await File.ReadAllBytesAsync(Path.Combine(Strangers, "collection.csv"), Stop));
        olga.LastCard.Text.ShouldContain("Do the columns of “collection.csv” fit?");
        olga.LastCard.Text.ShouldContain("Left out:");
        string[] fields = ["id", "title", "problem", "what_was_done", "outcome", "result", "lesson", "-", "year", "-"]; // their own file number was taken for the id
        var chosen = fields.Index().ToDictionary(field => $"column{field.Index}", field => field.Item);
        var rest = await olga.Submit(await olga.OpenDialog("transfer/columns"), "transfer/columns-more", chosen);
        (await olga.Submit(rest, "transfer/columns-save", chosen)).Closes.ShouldBeTrue();
        await Work(olga, "check", "“collection.csv” can be brought in");
        olga.LastCard.Text.ShouldContain("Without lesson or result");
        await Work(olga, "import", "“collection.csv” is brought in");

        await bot.Services.GetRequiredService<ISearchIndex>().CatchUp(Stop);
        List<string> missed = [];
        foreach (var (number, line) in File.ReadLines(Path.Combine(Strangers, "asks.tsv")).Index())
        {
            var (id, ask) = (line.Split('\t')[0], line.Split('\t')[1]);
            var title = (await bot.Store(db => db.Cases.AsNoTracking().SingleAsync(c => c.Key == id, Stop))).Title;
            var asker = bot.Of($"Asker {number}");
            await asker.Say(ask);
            if (!asker.LastCard.Text.Contains(title, StringComparison.Ordinal)) missed.Add($"{id}: {ask}");
        }

        missed.Count.ShouldBeLessThanOrEqualTo(4, string.Join('\n', missed)); // of twenty; without a language pack
    }
}
