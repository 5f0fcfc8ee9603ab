using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>Asking why, saying what helped, and what many cases say, at the running service.</summary>
public sealed class WhyScenarioTests(WhyScenarioTests.SampleService service) : IClassFixture<WhyScenarioTests.SampleService>
{
    private readonly BotUnderTest bot = service.Bot;

    public sealed class SampleService : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start(sample: true);

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_asks_why_sees_reasons_and_parts_and_can_say_what_helped()
    {
        var mia = bot.Of("Mia who wonders");
        (await mia.Say("why?")).Single().Words.ShouldNotBeNullOrEmpty();
        await mia.Say(PermitNetwork.Problem);
        mia.LastCard.Verbs.ShouldContain("problem/why");

        await mia.Say("why?");
        mia.LastCard.Text.ShouldContain("the same words");
        await mia.Press("problem/not-fit");
        mia.LastCard.Text.ShouldContain("You said that it did not fit.");
        (await bot.Store(db => db.CaseFeedbacks.CountAsync())).ShouldBe(1);
        await mia.Press("problem/feedback-back");
        mia.LastCard.Verbs.ShouldNotContain("problem/feedback-back");
        (await bot.Store(db => db.CaseFeedbacks.CountAsync())).ShouldBe(0);
        await mia.Press("problem/show");
        mia.LastCard.Verbs.ShouldContain("problem/none-fits");
    }

    [Theory]
    [InlineData("sl", "Ljudje čakajo enajst tednov na gradbeno dovoljenje in nihče ne dvigne telefona.", "zakaj?")]
    [InlineData("fr", "Les gens attendent onze semaines un permis de construire et personne ne répond au téléphone.", "pourquoi ?")]
    [InlineData("de", "Die Leute warten elf Wochen auf eine Baugenehmigung und niemand geht ans Telefon.", "warum?")]
    public async Task Why_is_answered_in_the_language_of_whoever_asks(string language, string problem, string why)
    {
        var asker = bot.Of($"Wonderer {language}");
        await asker.Say(problem, language);
        await asker.Say(why, language);
        asker.LastCard.Card.GetProperty("lang").GetString().ShouldBe(language);
        asker.LastCard.Verbs.ShouldContain("problem/helped");
    }
}
