using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Routing;

/// <summary>Every wording of every command in six languages, as people type who have the letters and who have not.</summary>
public sealed class CommandTypingTests
{
    [Fact]
    public void Each_command_is_known_with_its_letters_without_them_and_with_two_letters_for_one()
    {
        var routes = (Routes)new ServiceCollection().AddConversation().Single(service => service.ServiceType == typeof(Routes)).ImplementationInstance!;
        var wordings = Language.Spoken.SelectMany(language => TextCatalog.Default.All(language))
            .Where(text => text.Key.StartsWith("Commands.", StringComparison.Ordinal))
            .SelectMany(text => text.Value.Fill(name => name).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        wordings.Count.ShouldBeGreaterThan(600);
        wordings.Where(words => CommandWords.Normalise(words).Length > 0).Where(words => routes.Command(words) is not { } meant
            || routes.Command(CommandWords.Normalise(words))?.Command != meant.Command
            || routes.Command(CommandWords.InTwoLetters(words))?.Command != meant.Command).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("meine Beitraege", "meine Beiträge")]
    [InlineData("was koennen wir uebernehmen", "was können wir übernehmen")]
    [InlineData("hvem kan jeg spoerge", "hvem kan jeg spørge")]
    [InlineData("aaben time", "åben time")]
    public void Two_letters_stand_for_one(string typed, string written)
    {
        var routes = (Routes)new ServiceCollection().AddConversation().Single(service => service.ServiceType == typeof(Routes)).ImplementationInstance!;
        (routes.Command(typed)?.Command).ShouldBe(routes.Command(written)!.Value.Command);
    }
}
