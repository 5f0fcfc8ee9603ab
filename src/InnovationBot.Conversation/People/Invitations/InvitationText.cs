using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People.Invitations;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.People.Invitations;

/// <summary>What an organiser sends to somebody who is in no chat yet: what the network is, where the data came from, how to look and decide.</summary>
public static class InvitationText
{
    /// <param name="link">To the app; none when this installation does not know it.</param>
    public static string Of(InvitedPerson person, Language language, NetworkSettings settings, Uri? link, TimeZoneInfo zone)
    {
        var say = Say.In(language);
        return say["Invitations.Mail",
            ("name", person.Name), ("network", settings.Name ?? say["Invitations.Network"]), ("date", say.Date(person.EnteredAt, zone)), ("due", say.LastDay(person.AnswerDue, zone)),
            ("how", link is null ? say["Invitations.HowWithoutLink"] : say["Invitations.How", ("link", link.AbsoluteUri)])];
    }

    public static string Subject(Language language, NetworkSettings settings)
    {
        var say = Say.In(language);
        return say["Invitations.Subject", ("network", settings.Name ?? say["Invitations.Network"])];
    }
}

/// <summary>One line of the file that a mail program merges.</summary>
public sealed record InvitationRow(InvitedPerson Person, string AppLink, string Subject, string Text, IReadOnlyList<string> Texts)
{
    /// <summary>Columns in their order; a text for each language the bot speaks, English first.</summary>
    public static readonly IReadOnlyList<string> Columns = ["name", "email", "organisation", "language", "app_link", "subject", "text", .. Language.Spoken.Select(language => $"text_{language}")];

    public IReadOnlyList<string> Values => [Person.Name, Person.Email, Person.Organisation ?? "", Person.Language.Code, AppLink, Subject, Text, .. Texts];

    public static InvitationRow Of(InvitedPerson person, NetworkSettings settings, Uri? link, TimeZoneInfo zone) => new(
        person, link?.AbsoluteUri ?? "", InvitationText.Subject(person.Language, settings), InvitationText.Of(person, person.Language, settings, link, zone),
        [.. Language.Spoken.Select(language => InvitationText.Of(person, language, settings, link, zone))]);
}

/// <summary>What the host knows of invitations: where the app is, and how a table is written.</summary>
public interface IInvitationFiles
{
    /// <summary>Where people install the app; none where the bot has no app id.</summary>
    Uri? AppLink { get; }

    /// <summary>CSV as UTF-8, its first row the columns.</summary>
    byte[] Csv(IEnumerable<InvitationRow> rows);
}
