using InnovationBot.Testing.Hosting;

namespace InnovationBot.Service.Tests.People;

public sealed class WelcomeTests
{
    private static readonly Dictionary<string, string?> OnFirstMessage = new() { ["Welcome:On"] = "FirstMessage" };

    [Fact]
    public async Task Whoever_installs_the_bot_is_welcomed_once_whatever_the_channel_repeats()
    {
        await using var bot = await BotUnderTest.Start();

        await bot.Of("Mia").Install();
        await bot.Of("Mia").Install();

        bot.Of("Mia").Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_installation_is_silent_the_first_message_is_greeted_before_its_answer_and_only_that_one()
    {
        await using var bot = await BotUnderTest.Start(settings: OnFirstMessage);
        await bot.Of("Mia").Install();
        bot.Of("Mia").Messages.ShouldBeEmpty();

        var first = await bot.Of("Mia").Say("my problems");
        var second = await bot.Of("Mia").Say("my problems");

        first.Count.ShouldBe(2);
        first[0].Card.GetRawText().ShouldContain("help/example");
        second.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_asks_for_help_first_gets_it_once()
    {
        await using var bot = await BotUnderTest.Start(settings: OnFirstMessage);

        (await bot.Of("Mia").Say("help")).ShouldHaveSingleItem();
    }
}
