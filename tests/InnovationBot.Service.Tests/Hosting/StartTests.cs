using System.Net;
using InnovationBot.Service.Health;
using InnovationBot.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Help_is_answered_in_the_chat()
    {
        await using var bot = await BotUnderTest.Start();

        var said = await bot.Of("Mia").Say("help");

        said.ShouldHaveSingleItem();
        bot.Of("Mia").LastCard.Verbs.ShouldContain("help/example");
    }

    [Fact]
    public async Task Under_a_path_of_its_own_behind_a_proxy_it_is_answered_there()
    {
        await using var bot = await BotUnderTest.Start(settings: new Dictionary<string, string?> { ["Service:PathBase"] = "/bot" });
        using var door = new Door(new Uri(bot.Address, "bot/"));

        (await new Chat(new TestPerson("Mia"), bot.Connector, door).Say("help")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_problem_is_answered_from_the_sample_network()
    {
        await using var bot = await BotUnderTest.Start(sample: true);

        await bot.Of("Mia").Say("People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?");

        bot.Of("Mia").LastCard.Text.ShouldContain("Ask for an introduction");
    }

    [Fact]
    public async Task It_says_that_it_lives_and_is_ready()
    {
        await using var bot = await BotUnderTest.Start();
        await bot.Services.GetRequiredService<SearchHealth>().ExecuteTask!; // the index of an empty store is soon built

        using var live = await bot.Door.Get(new Uri(bot.Address, "health/live"));
        using var ready = await bot.Door.Get(new Uri(bot.Address, "health/ready"));

        live.StatusCode.ShouldBe(HttpStatusCode.OK);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"store\":\"ok\"");
    }

    [Fact]
    public async Task What_was_asked_is_there_after_a_restart()
    {
        await using var bot = await BotUnderTest.Start(sample: true);
        await bot.Of("Mia").Say("Nobody answers the phone at our building permit office, people come in person to ask");
        await bot.Of("Mia").Press("problem/keep");

        await bot.Restart();
        await bot.Of("Mia").Say("my problems");

        bot.Of("Mia").LastCard.Text.ShouldContain("building permit office");
    }
}
