using System.Text.Json;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.CommandLine;

public sealed class AskTests
{
    private const string Permit = "People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_comes_as_JSON_beside_a_running_service_and_nothing_is_stored()
    {
        await using var bot = await BotUnderTest.Start(sample: true);

        var called = await Called.With("ask", Permit, "--json", "--data", bot.Folder);

        called.ExitCode.ShouldBe(0, called.Error);
        var answer = JsonElement.Parse(called.Out);
        answer.GetProperty("language").GetString().ShouldBe("en");
        answer.GetProperty("concrete").GetBoolean().ShouldBeTrue();
        answer.GetProperty("nothingFits").GetBoolean().ShouldBeFalse();
        var found = answer.GetProperty("cases").EnumerateArray().ToList();
        found.Count.ShouldBeInRange(1, 3);
        var keys = await bot.Store(db => db.Cases.Select(one => one.Key).ToListAsync(Stop));
        found.ShouldAllBe(one => keys.Contains(one.GetProperty("id").GetString()!));
        answer.GetProperty("people").EnumerateArray().ShouldAllBe(one => one.GetProperty("id").GetString()!.Length == 32);
        (await bot.Store(db => db.Problems.CountAsync(Stop))).ShouldBe(0);
        (await bot.Store(db => db.Suggestions.CountAsync(Stop))).ShouldBe(0);
        (await bot.Store(db => db.Facts.CountAsync(Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task People_who_are_not_listed_stay_unnamed()
    {
        await using var bot = await BotUnderTest.Start(sample: true);
        var unlisted = await bot.Store(db => db.Members.Where(m => m.Visibility != Network.People.Visibility.Listed).ToListAsync(Stop));

        var called = await Called.With("ask", Permit, "--json", "--data", bot.Folder);

        foreach (var member in unlisted)
        {
            called.Out.ShouldNotContain(member.Name);
            called.Out.ShouldNotContain(member.Id.ToString());
        }
    }

    [Fact]
    public async Task An_abstract_ask_gets_a_question()
    {
        await using var bot = await BotUnderTest.Start(sample: true);

        var answer = JsonElement.Parse((await Called.With("ask", "We need more innovation", "--json", "--data", bot.Folder)).Out);

        answer.GetProperty("concrete").GetBoolean().ShouldBeFalse();
        answer.GetProperty("question").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Nobody_asks_for_somebody_unknown()
    {
        await using var bot = await BotUnderTest.Start();

        var called = await Called.With("ask", Permit, "--as", "nobody@test.example", "--data", bot.Folder);

        called.ExitCode.ShouldBe(1);
        called.Error.ShouldContain("nobody@test.example");
    }
}
