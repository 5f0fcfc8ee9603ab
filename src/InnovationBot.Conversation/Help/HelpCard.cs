using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;

namespace InnovationBot.Conversation.Help;

/// <summary>What the bot is, in two sentences, and what to try; the welcome is the same card.</summary>
public static class HelpCard
{
    public static Func<Say, StandingCard> For { get; } = StandingCard.Of(Draw);

    private static AdaptiveCard Draw(Say say) => new()
    {
        Lang = say.Language.Code,
        FallbackText = say["Help.Speak"],
        Speak = say["Help.Speak"],
        Body =
        [
            HouseStyle.Heading(say["Help.WelcomeHeading"]),
            HouseStyle.Paragraph(say.Markdown("Help.Welcome")),
            HouseStyle.Paragraph(say.Markdown("Help.WelcomeHow")),
            HouseStyle.Paragraph(say.Markdown("Help.Keeps")),
            HouseStyle.Subtle(say["Help.Try"]),
            HouseStyle.Rows(
                Example(say, "Help.Example1", "1"),
                Example(say, "Help.Example2", "2")),
            HouseStyle.Subtle(say["Help.Commands"]) ,
            HouseStyle.Paragraph(say.Markdown("Help.CommandCases")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandShare")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandProblems")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandIntroductions")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandRequests")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandCheckIn")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandStep")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandObjection")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandProfile")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandData")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandLog")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandLanguage")),
            HouseStyle.Button(new ExecuteAction { Title = say["Help.PrivacyButton"], Verb = "people/privacy", AssociatedInputs = AssociatedInputs.None }),
        ],
    };

    private static ColumnSet Example(Say say, string key, string number) => HouseStyle.RowLink(
        say[key],
        say["Help.AskExample"],
        new ExecuteAction { Title = say[key], Verb = "help/example", Data = ("example", number), AssociatedInputs = AssociatedInputs.None });
}

/// <summary>Which language the bot writes to this person in.</summary>
public static class LanguageCard
{
    public static AdaptiveCard For(Say say) => new()
    {
        Lang = say.Language.Code,
        FallbackText = say["Help.LanguageHeading"],
        Speak = say["Help.LanguageHeading"],
        Body =
        [
            HouseStyle.Heading(say["Help.LanguageHeading"]),
            new ChoiceSetInput
            {
                Id = "language",
                Label = say["Help.LanguageLabel"],
                ErrorMessage = say["Help.LanguageError"],
                IsRequired = true,
                Style = ChoiceSetStyle.Expanded,
                Choices = [.. Network.Language.Spoken.Select(language => new Choice(Say.In(language)["Help.OwnName"], language.Code))],
                Chosen = [say.Language.Code],
            },
            HouseStyle.StrongButton(say["Help.LanguageSave"], "help/language"),
        ],
    };
}
