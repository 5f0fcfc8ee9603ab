using System.Text.Json;
using InnovationBot.Network.Problems;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>Asking at the running service with the sample network.</summary>
public sealed class AskScenarioTests : IClassFixture<AskScenarioTests.SampleService>
{
    private readonly BotUnderTest bot;

    public AskScenarioTests(SampleService service) => bot = service.Bot;

    public sealed class SampleService : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start(sample: true);

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    [Theory]
    [InlineData("sl", "Ljudje čakajo enajst tednov na gradbeno dovoljenje in nihče ne dvigne telefona.")]
    [InlineData("da", "Folk venter elleve uger på en byggetilladelse, og ingen tager telefonen.")]
    [InlineData("nl", "Mensen wachten elf weken op een bouwvergunning en niemand neemt de telefoon op.")]
    [InlineData("fr", "Les gens attendent onze semaines un permis de construire et personne ne répond au téléphone.")]
    [InlineData("de", "Die Leute warten elf Wochen auf eine Baugenehmigung und niemand geht ans Telefon.")]
    public async Task The_answer_comes_in_the_language_written(string language, string problem)
    {
        var asker = bot.Of($"Asker {language}");
        await asker.Say(problem);
        asker.LastCard.Card.GetProperty("lang").GetString().ShouldBe(language);
        asker.LastCard.Verbs.ShouldContain("case/open");
    }

    [Fact]
    public async Task One_ask_in_another_language_changes_nothing()
    {
        var asker = bot.Of("Asker who switches");
        await asker.Say("help");
        await asker.Say("Die Leute warten elf Wochen auf eine Baugenehmigung und niemand geht ans Telefon.");
        await asker.Say("my problems");
        asker.LastCard.Card.GetProperty("lang").GetString().ShouldBe("en");
    }

    [Fact]
    public async Task A_whole_question_after_one_of_the_bots_is_asked_by_itself_and_may_still_become_the_answer()
    {
        var asker = bot.Of("Asker with another question");
        await asker.Say("We need more innovation");
        await asker.Say("thanks");
        await asker.Say("People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?");
        asker.LastCard.Verbs.ShouldContain("problem/was-answer");
        (await Problems("Asker with another question")).ShouldBe(2);
    }

    [Theory]
    [InlineData("We need more innovation")]
    [InlineData("We need an innovation culture and more collaboration across silos")]
    [InlineData("Vi mangler en innovationskultur")]
    public async Task An_abstract_ask_gets_one_question_and_the_nearest_cases(string text)
    {
        var asker = bot.Of($"Asker of {text}");
        await asker.Say(text);
        asker.LastCard.Verbs.ShouldContain("problem/answer");
        asker.LastCard.Verbs.ShouldContain("case/open");
    }

    [Theory]
    [InlineData("Can anybody recommend a good pizza place near the ministry?")]
    [InlineData("Kje dobim dober recept za potico?")]
    [InlineData("Hvem vandt fodboldkampen i går?")]
    public async Task What_is_nobodys_task_gets_no_case(string text)
    {
        var asker = bot.Of($"Asker of {text}");
        await asker.Say(text);
        asker.LastCard.Verbs.ShouldNotContain("case/open");
    }

    [Theory]
    [InlineData("gradbeno dovoljenje", "dovoljenj")]
    [InlineData("Bauantrag", "Bau")]
    [InlineData("byggetilladelse", "bygge")]
    public async Task A_few_words_in_another_language_find_what_they_say_and_are_answered_in_the_remembered_one(string words, string found)
    {
        var asker = bot.Of($"Asker of {words}");
        await asker.Say("help");
        await asker.Say(words);
        asker.LastCard.Card.GetProperty("lang").GetString().ShouldBe("en");
        asker.LastCard.Verbs.ShouldContain("case/open");
        asker.LastCard.Text.ShouldContain(found, Case.Insensitive);
    }

    [Fact]
    public async Task A_text_too_long_to_read_whole_is_answered_and_says_so()
    {
        var asker = bot.Of("Asker of a whole report");
        await asker.Say(string.Join(' ', Enumerable.Repeat("People wait eleven weeks for a building permit and the phone is never answered.", 200)));
        asker.LastCard.Text.ShouldContain("I read the first 8000 characters.");
        asker.LastCard.Verbs.ShouldContain("case/open");
    }

    [Fact]
    public async Task Whoever_nobody_may_ask_is_not_told_of_requests_to_come_or_to_pause()
    {
        var asker = bot.Of("Asker who is no ambassador");
        await asker.Say("my requests");
        asker.LastCard.Text.ShouldContain("you have not agreed to be asked");
        asker.LastCard.Verbs.ShouldNotContain("requests/cap");
        await asker.Say("pause");
        asker.Text.ShouldContain("nothing to pause");
    }

    [Theory]
    [InlineData("thanks")]
    [InlineData("👍")]
    [InlineData("🙏🏽 ❤️")]
    [InlineData("OK!")]
    public async Task Thanks_and_a_thumb_up_after_an_answer_get_a_short_word(string text)
    {
        var asker = bot.Of("Thankful asker");
        await asker.Say("help");
        var sent = await asker.Say(text);
        sent.Single().Words.ShouldBe("You are welcome.");
    }

    [Theory]
    [InlineData("👍")]
    [InlineData("🚧🚧")]
    [InlineData("*:*")]
    [InlineData("+++")]
    [InlineData("x")]
    [InlineData("12345")]
    [InlineData("https://example.org/case")]
    public async Task A_text_without_words_is_told_what_to_write_and_stores_nothing(string text)
    {
        var asker = $"Wordless asker {Guid.NewGuid():N}";
        var sent = await bot.Of(asker).Say(text);
        sent.Single().Words.ShouldStartWith("I found no words in that. Write what happens");
        (await Problems(asker)).ShouldBe(0);
    }

    [Fact]
    public async Task A_sign_is_no_answer_to_what_the_bot_asked_and_a_number_is()
    {
        var asker = bot.Of("Asker with signs");
        await asker.Say("We need more innovation");
        (await asker.Say("+++")).Single().Words.ShouldStartWith("I found no words in that.");
        await asker.Say("40");
        asker.LastCard.Verbs.ShouldContain("problem/new-question");
    }

    [Theory]
    [InlineData("Πώς μειώνουμε τις ουρές στο ληξιαρχείο;")]
    [InlineData("كيف نقلل طوابير الانتظار في البلدية؟")]
    public async Task A_script_that_nobody_here_reads_is_said_to_be_unread_and_not_unsolved(string text)
    {
        var asker = bot.Of("Asker in another script");
        await asker.Say(text);
        var card = asker.LastCard.Card.GetRawText();
        card.ShouldContain("I cannot read this script");
        card.ShouldContain("Slovene, Danish");
        card.ShouldNotContain("nobody who has done this");
    }

    [Fact]
    public async Task The_same_message_delivered_twice_makes_one_problem()
    {
        var asker = bot.Of("Asker of a bad line");
        await asker.SayTwice(PermitNetwork.Problem);
        (await Problems("Asker of a bad line")).ShouldBe(1);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> <b>bold</b> the queue is long and people wait for hours")]
    [InlineData("[click](https://evil.example) **people** wait for hours at the counter every Monday")]
    [InlineData("title:* OR 1=1; DROP TABLE Problems; -- people wait for hours at the counter")]
    public async Task Markup_and_code_in_a_problem_stay_words(string problem)
    {
        var asker = bot.Of("Asker with markup");
        await asker.Say(problem);
        await asker.Say("my problems");
        TextBlocks(asker.LastCard.Card).ShouldAllBe(text => !text.Contains("](", StringComparison.Ordinal) && !text.Contains("<b>", StringComparison.Ordinal));
        asker.LastCard.Verbs.ShouldContain("problem/show");
    }

    [Fact]
    public async Task A_verb_that_nobody_knows_gets_a_friendly_word()
    {
        var asker = bot.Of("Asker of old cards");
        await asker.Say("help");
        foreach (var verb in new[] { null, "", "launch/missiles" })
        {
            var answer = await asker.Press(asker.LastCard.ActivityId, verb, []);
            answer.StatusCode.ShouldBe(200);
            answer.Text.ShouldContain("button");
        }
    }

    [Fact]
    public async Task Forgetting_leaves_nothing_and_a_new_word_starts_anew()
    {
        var asker = bot.Of("Asker who leaves");
        await asker.Say(PermitNetwork.Problem);
        await asker.Say("forget me");
        await asker.Press("people/forget");
        (await bot.Store(db => db.Members.CountAsync(m => m.Name == "Asker who leaves"))).ShouldBe(0);
        await asker.Say("my problems");
        asker.LastCard.Text.ShouldContain("no open problem");
    }

    /// <summary>The texts that clients read as markdown.</summary>
    private static IEnumerable<string> TextBlocks(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.ValueEquals("TextBlock") => [element.GetProperty("text").GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextBlocks(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextBlocks),
        _ => [],
    };

    private Task<int> Problems(string owner) => bot.Store(async db =>
    {
        var member = await db.Members.SingleAsync(m => m.Name == owner);
        return await db.Problems.CountAsync(problem => problem.OwnerId == member.Id);
    });
}
