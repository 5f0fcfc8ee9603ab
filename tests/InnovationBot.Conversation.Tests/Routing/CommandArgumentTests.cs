using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Testing.Hosting;

namespace InnovationBot.Conversation.Tests.Routing;

/// <summary>A message that begins like a command but goes on like a problem is a problem.</summary>
public sealed class CommandArgumentTests
{
    [Theory]
    [InlineData("Language barriers keep parents from coming to the school's meetings.", "en-GB")]
    [InlineData("Sprache ist bei uns am Schalter das größte Hindernis, viele gehen wieder weg.", "de-DE")]
    [InlineData("Pause zwischen zwei Schichten gibt es im Bürgerbüro an drei Tagen nicht.", "de-DE")]
    public async Task A_problem_that_begins_with_a_command_is_asked(string text, string locale)
    {
        await using var bot = await BotUnderTest.Start();
        await bot.Of("Mia").Say(text, locale);
        bot.Of("Mia").LastCard.Action("problem/keep").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("language slovenščina", "slovenščina")]
    [InlineData("jezik nemščina", "Deutsch")]
    public async Task A_language_is_chosen_by_its_name_in_any_language(string text, string told)
    {
        await using var bot = await BotUnderTest.Start();
        await bot.Of("Mia").Say(text);
        bot.Of("Mia").Text.ShouldContain(told);
    }

    [Theory]
    [InlineData("language klingon")]
    [InlineData("taal")]
    public async Task A_language_that_is_not_known_is_answered_with_those_that_are(string text)
    {
        await using var bot = await BotUnderTest.Start();
        await bot.Of("Mia").Say(text);
        bot.Of("Mia").LastCard.Action("help/language").ShouldNotBeNull();
    }

    [Fact]
    public void A_pause_until_a_day_is_confirmed_with_that_day()
    {
        var reading = new Reading(Say.In(Language.English), TimeZoneInfo.FindSystemTimeZoneById("Europe/Ljubljana"), new DateTimeOffset(2027, 11, 20, 9, 0, 0, TimeSpan.Zero));
        var until = AwayDates.EndOf(AwayDates.Read("until 24 December", reading)!.Value, reading.Zone);
        PausedCard.For(until, reading).Speak!.ShouldContain("until 24 December 2027");
    }
}
