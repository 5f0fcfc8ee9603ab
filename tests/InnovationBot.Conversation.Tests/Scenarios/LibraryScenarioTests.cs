using InnovationBot.Network.Cases;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>Looking through the library at the running service with the sample network.</summary>
public sealed class LibraryScenarioTests(AskScenarioTests.SampleService service) : IClassFixture<AskScenarioTests.SampleService>
{
    private readonly BotUnderTest bot = service.Bot;

    [Theory]
    [InlineData("cases", "en")]
    [InlineData("primeri", "sl")]
    [InlineData("eksempler", "da")]
    [InlineData("voorbeelden", "nl")]
    [InlineData("cas", "fr")]
    [InlineData("Beispiele", "de")]
    public async Task The_library_opens_by_its_name_in_every_language(string command, string language)
    {
        var reader = bot.Of($"Browser {language}");
        await reader.Say(command, language);
        reader.LastCard.Verbs.ShouldContain("case/filter");
        reader.LastCard.Verbs.Count(verb => verb == "case/open").ShouldBe(6);
    }

    [Fact]
    public async Task Pages_turn_and_cases_open_and_go_back_on_one_card()
    {
        var reader = bot.Of("Browser");
        await reader.Say("cases");
        var first = reader.LastCard.Text;
        await reader.Press("case/browse", title: "Next");
        reader.LastCard.Text.ShouldContain("Page 2 of");
        await reader.Press("case/open");
        reader.LastCard.Text.ShouldContain("What was done");
        await reader.Press("case/browse");
        reader.LastCard.Text.ShouldContain("Page 2 of");
        await reader.Press("case/browse", title: "Previous");
        reader.LastCard.Text.ShouldBe(first);
        reader.Cards.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("cases what did not work", "What did not work")]
    [InlineData("kaj se ni obneslo", "Ni se obneslo")]
    [InlineData("primeri, ki niso uspeli", "Ni se obneslo")]
    [InlineData("hvad virkede ikke", "Det virkede ikke")]
    [InlineData("cases that did not work", "What did not work")]
    public async Task What_did_not_work_is_one_command(string command, string word)
    {
        var reader = bot.Of("Browser " + command);
        await reader.Say(command, word.StartsWith("Ni", StringComparison.Ordinal) ? "sl" : word.StartsWith("Det", StringComparison.Ordinal) ? "da" : "en");
        reader.LastCard.Text.ShouldContain(word);
        reader.LastCard.Verbs.ShouldContain("case/open");
    }

    [Theory]
    [InlineData("cases Slovenia", "Slovenia")]
    [InlineData("cases country:SI", "Slovenia")]
    [InlineData("cases 2022 Danmark", "Denmark · 2022")]
    [InlineData("cases outcome:failed barrier=legal", "What did not work · law")]
    [InlineData("cases country:\u2060SI outcome:\u2060failed", "What did not work · Slovenia")]
    [InlineData("cases barrier:it_system", "IT system")]
    [InlineData("cases building permits", "“building permits”")]
    [InlineData("cases Old age area", "“Old age area”")]
    [InlineData("cases area: Old age tier:local", "Old age · local")]
    public async Task Filters_may_be_written(string command, string told)
    {
        var reader = bot.Of("Browser who writes");
        await reader.Say(command);
        reader.LastCard.Text.ShouldContain(told);
    }

    /// <summary>A word is no problem that a case could fit, and finds all the same.</summary>
    [Theory]
    [InlineData("cases permits")]
    [InlineData("cases letters")]
    [InlineData("cases with users")]
    [InlineData("primeri z uporabniki 2022")]
    [InlineData("cas avec des usagers")]
    public async Task A_word_or_two_find_cases(string command)
    {
        var reader = bot.Of("Browser of few words");
        await reader.Say(command);
        reader.LastCard.Verbs.ShouldContain("case/open");
        reader.LastCard.Text.ShouldNotContain("209 cases");
    }

    [Theory]
    [InlineData("cases country:Atlantis", "Atlantis")]
    [InlineData("cases outcome:great year:2022", "great")]
    [InlineData("cases colour:blue", "blue")]
    [InlineData("cases year:soon", "soon")]
    [InlineData("cases area:Magic", "Magic")]
    [InlineData("cases region:Nowhere Land", "Nowhere Land")]
    public async Task A_bad_filter_is_named_and_the_rest_holds(string command, string named)
    {
        var reader = bot.Of("Browser who errs");
        await reader.Say(command);
        reader.LastCard.Text.ShouldContain("I do not know");
        reader.LastCard.Text.ShouldContain(named);
        reader.LastCard.Verbs.ShouldContain("case/filter");
    }

    [Fact]
    public async Task Fields_filter_and_an_empty_result_says_how_to_widen()
    {
        var reader = bot.Of("Browser who filters");
        await reader.Say("cases");
        await reader.Press("case/filter", new Dictionary<string, string> { ["country"] = "MT", ["year"] = "1901", ["words"] = "" });
        reader.LastCard.Text.ShouldContain("No case fits all of this");
        reader.LastCard.Text.ShouldContain("Without: 1901");
        await reader.Press("case/browse", title: "Without: 1901");
        reader.LastCard.Verbs.ShouldContain("case/open");
        await reader.Press("case/filter", new Dictionary<string, string> { ["country"] = "any", ["barrier"] = "legal" });
        reader.LastCard.Text.ShouldContain("law");
        (await reader.Press("case/filter", new Dictionary<string, string> { ["tier"] = "galactic" })).Text.ShouldContain("galactic");
    }

    [Theory]
    [InlineData("Cases of fraud with parking permits keep rising and nobody in our office knows what to do.")]
    [InlineData("Beispiele für gute Bescheide fehlen uns in der ganzen Abteilung, alle schreiben sie anders.")]
    public async Task A_problem_that_begins_like_the_command_is_asked(string problem)
    {
        var reader = bot.Of("Browser who asks");
        await reader.Say(problem);
        reader.LastCard.Action("problem/keep").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_forged_view_shows_no_more_than_the_reader_may_read()
    {
        var reader = bot.Of("Browser who forges");
        await reader.Say("cases");
        foreach (var view in new[] { "p.-1", "p.99999999999", "a.../../etc", "o.failed|o.", "zzz", "r.000000000000", new string('x', 128) })
        {
            var answer = await reader.Press(reader.LastCard.ActivityId, "case/browse", new() { ["view"] = view, ["text"] = "[x](https://evil.example)" });
            answer.StatusCode.ShouldBe(200);
        }

        var hidden = await bot.Store(db => db.Cases.AsNoTracking().Where(c => c.Readers != Network.Readers.Network).Select(c => new { c.Id, c.Title }).ToListAsync());
        hidden.Count.ShouldBeGreaterThan(10);
        for (var page = 1; page <= 50; page++)
        {
            var answer = await reader.Press(reader.LastCard.ActivityId, "case/browse", new() { ["view"] = $"p.{page}" });
            hidden.ShouldAllBe(one => !answer.Text.Contains(one.Title, StringComparison.Ordinal));
        }

        foreach (var one in hidden)
            (await reader.Press(reader.LastCard.ActivityId, "case/open", new() { ["case"] = one.Id.ToString() })).Text.ShouldNotContain(one.Title);
    }
}
