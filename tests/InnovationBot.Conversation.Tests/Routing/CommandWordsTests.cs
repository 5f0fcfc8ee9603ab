using InnovationBot.Conversation.Routing;

namespace InnovationBot.Conversation.Tests.Routing;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("My Problems", "my problems")]
    [InlineData("  hjælp! ", "hjaelp")]
    [InlineData("Moje težave", "moje tezave")]
    [InlineData("check-in", "check in")]
    [InlineData("“help”?", "help")]
    [InlineData("»pomoč«", "pomoc")]
    [InlineData("‘mijn gegevens’", "mijn gegevens")]
    [InlineData("« aide »", "aide")]
    public void Capitals_diacritics_and_punctuation_do_not_matter(string typed, string words) => CommandWords.Normalise(typed).ShouldBe(words);

    [Theory]
    [InlineData("pause until 24 December", "pause ", "until 24 December")]
    [InlineData("Pause requests  2 weeks ", "pause requests ", "2 weeks")]
    public void What_follows_a_command_is_kept_as_typed(string typed, string words, string argument) => CommandWords.After(typed, words).ShouldBe(argument);
}
