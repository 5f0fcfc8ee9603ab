using System.Text;
using System.Text.Json;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Testing.Hosting;

namespace InnovationBot.EndToEnd.Tests.Cards;

/// <summary>What somebody sees who meets the bot for the first time, in each language, as their client tells it; the pictures (a phone's width) are build output.</summary>
public sealed class FirstContactTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    [Fact]
    public async Task A_first_time_user_reads_their_own_language_from_the_first_card_on()
    {
        await using var bot = await BotUnderTest.Start(sample: true);
        foreach (var language in Language.Spoken)
        {
            var (say, locale) = (Say.In(language), $"{language}-{language.Code.ToUpperInvariant()}");
            var person = bot.Of($"Newcomer {language}");
            await person.Install(locale);
            person.Text.ShouldContain(say["Help.WelcomeHeading"]);
            await person.Say(say["Help.Example1"], locale);
            await person.Say(Wording(say, "Commands.CheckIn"), locale);

            person.Cards.Count.ShouldBeGreaterThanOrEqualTo(3);
            foreach (var (card, number) in person.Cards.Select((card, number) => (card.Card, number + 1)))
            {
                card.GetProperty("lang").GetString().ShouldBe(language.Code);
                var drawn = await renderer.Draw(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(card)), Look.Narrow, $"first-{language}-{number}");
                drawn.Cut.ShouldBeEmpty($"{language} {number}");
            }
        }
    }

    private static string Wording(Say say, string command) => say[command].Split(';')[0].Trim();
}
