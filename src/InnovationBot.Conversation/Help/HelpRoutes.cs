using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Help;

public sealed class HelpCommand : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Card(HelpCard.For(turn)));
}

/// <summary>The way back to what the bot is and what to try.</summary>
[Verb("help/show")]
public sealed class ShowHelpRoute : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Card(HelpCard.For(turn)));
}

/// <summary>Asks one of the help card's examples, as if it had been typed.</summary>
[Verb("help/example")]
public sealed class ExampleRoute(IAskRoute ask) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        ask.Ask(turn.Say[data.Text("example", 1) == "2" ? "Help.Example2" : "Help.Example1"], turn, stop);
}

/// <summary>"language", or "language slovenščina".</summary>
public sealed class LanguageCommand(SetLanguage set) : ICommand
{
    /// <summary>A language, or one word that may be meant as one.</summary>
    public bool Takes(string argument, Turn turn) => Named(argument) is not null || !argument.Contains(' ', StringComparison.Ordinal);

    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (Named(argument) is not { } language) return Reply.Card(LanguageCard.For(turn.Say));
        return await LanguageRoute.Choose(set, language, turn, stop);
    }

    /// <summary>A language by its code or by its name in any of the six.</summary>
    private static Language? Named(string argument)
    {
        var word = CommandWords.Normalise(argument);
        if (word.Length == 0) return null;
        foreach (var language in Language.Spoken)
            if (word == language.Code || Language.Spoken.Any(reader => CommandWords.Normalise(Say.In(reader).LanguageName(language)) == word)
                || CommandWords.Normalise(Say.In(language)["Help.OwnName"]) == word)
                return language;
        return null;
    }
}

[Verb("help/language")]
public sealed class LanguageRoute(SetLanguage set) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        Language.FromTag(data.Text("language", 8)) is { } language
            ? Choose(set, language, turn, stop)
            : Task.FromResult(Reply.Text(turn.Say["Help.LanguageError"]));

    internal static async Task<Reply> Choose(SetLanguage set, Language language, Turn turn, CancellationToken stop) =>
        (await set.Handle(turn.By, language, stop)).Match(
            _ =>
            {
                var say = Say.In(language);
                return Reply.Text(say["Help.LanguageChosen", ("language", say.LanguageName(language))]);
            },
            Reply.Refused);
}
