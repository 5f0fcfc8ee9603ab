using System.Collections.Concurrent;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Help;

/// <summary>What the bot is, in two sentences, and what to try; the welcome is the same card.</summary>
public static class HelpCard
{
    private static readonly ConcurrentDictionary<HelpRoles, Func<Say, StandingCard>> Drawn = new();

    /// <summary>For the sender: with what they may do beyond everybody else, which is nothing to show where others read.</summary>
    public static StandingCard For(Turn turn) => turn.Scope == Scope.Personal ? For(turn.Say, turn.Sender) : For(turn.Say);

    /// <summary>For whoever reads it: with what they may do beyond everybody else.</summary>
    public static StandingCard For(Say say, Member reader) => For(say, RolesOf(reader));

    /// <summary>Without <paramref name="roles"/> what everybody may do.</summary>
    public static StandingCard For(Say say, HelpRoles roles = HelpRoles.None) => Drawn.GetOrAdd(roles, static roles => StandingCard.Of(say => Draw(say, roles)))(say);

    private static HelpRoles RolesOf(Member reader) =>
        (reader.Ambassador == AmbassadorState.Confirmed ? HelpRoles.Ambassador : HelpRoles.None)
        | (BroadcastRights.IsOrganiser(reader) ? HelpRoles.Gathering : HelpRoles.None)
        | (BroadcastRights.IsFree(reader) ? HelpRoles.Organiser : HelpRoles.None)
        | (reader.Has(Role.Administrator) ? HelpRoles.Administrator : HelpRoles.None)
        | (reader.Has(Role.Juror) ? HelpRoles.Juror : HelpRoles.None)
        | (reader.Has(Role.ContactPoint) ? HelpRoles.ContactPoint : HelpRoles.None);

    private static IEnumerable<CardElement> ByRole(Say say, HelpRoles roles)
    {
        if (roles == HelpRoles.None) yield break;
        yield return HouseStyle.Subtle(say["Help.ByRole"]);
        foreach (var role in Enum.GetValues<HelpRoles>())
            if (role != HelpRoles.None && roles.HasFlag(role)) yield return HouseStyle.Paragraph(say.Markdown($"Help.Role{role}"));
    }

    private static AdaptiveCard Draw(Say say, HelpRoles roles) => new()
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
            .. ByRole(say, roles),
            HouseStyle.Subtle(say["Help.Commands"]),
            HouseStyle.Paragraph(say.Markdown("Help.CommandCases")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandShare")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandProblems")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandIntroductions")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandRequests")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandEvents")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandAwards")),
            HouseStyle.Paragraph(say.Markdown("Help.CommandAmbassadors")),
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

/// <summary>What somebody may do beyond everybody else, as far as it has words of its own.</summary>
[Flags]
public enum HelpRoles
{
    None = 0,
    Ambassador = 1,

    /// <summary>Makes events and writes to many; for one organisation too.</summary>
    Gathering = 2,
    Organiser = 4,
    Administrator = 8,
    Juror = 16,
    ContactPoint = 32,
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
