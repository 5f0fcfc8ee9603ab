using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.People.Invitations;

namespace InnovationBot.Conversation.People.Invitations;

/// <summary>Who was imported and has not answered: how many, whom first, and the file to write to them with.</summary>
public static class InvitationsCard
{
    public static AdaptiveCard For(InvitationList list, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Paragraph(list.First.Count > 0 ? say.Markdown("Invitations.Text", ("days", list.Days)) : say.Markdown("Invitations.NobodyText")) };
        if (list.First.Count > 0)
        {
            body.Add(HouseStyle.Facts(
                (say["Invitations.NotYet"], list.NotYet.ToString(say.Culture)),
                (say["Invitations.NoAnswer"], list.NoAnswer.ToString(say.Culture)),
                (say["Invitations.NextDue"], list.NextDue is { } due ? say.LastDay(due, reading.Zone) : "–")));
            body.Add(HouseStyle.Rows([.. list.First.Select(one => HouseStyle.RowLink(
                one.Name,
                Showing.Join(
                    say, one.Organisation, one.Wanted ? say["Invitations.Wanted"] : null,
                    one.InvitedAt is { } at ? say["Invitations.InvitedOn", ("date", say.Date(at, reading.Zone))] : say["Invitations.NotInvited"]),
                new ExecuteAction { Title = say["Problems.OpenNamed", ("title", one.Name)], Verb = "invitation/person", Data = ("person", one.Person.ToString()), AssociatedInputs = AssociatedInputs.None }))]));
            body.Add(HouseStyle.StrongButton(say["Invitations.File"], "invitation/file"));
            if (list.NoAnswer > 0) body.Add(HouseStyle.Button(say["Invitations.FileAgain"], "invitation/file", ("again", "true")));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, say.Count("Invitations.Heading", list.NotYet + list.NoAnswer), body);
    }
}

/// <summary>The file is ready, behind a link that works once.</summary>
public static class InvitationFileCard
{
    /// <param name="link">None where the service has no public address.</param>
    public static AdaptiveCard For(int people, Uri? link, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown("Invitations.FileText")) };
        if (link is not null)
        {
            body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Invitations.OpenFile"], Url = CardUrl.Parse(link.ToString(), allowLoopback: true) }));
            body.Add(HouseStyle.Subtle(say["People.MyDataOnce"]));
        }
        else
        {
            body.Add(HouseStyle.Paragraph(say.Markdown("Invitations.NoAddress")));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "invitation/list"));
        return HouseStyle.Card(say.Language.Code, say.Count("Invitations.FileHeading", people), body);
    }
}

/// <summary>The text for one person, to copy into a mail.</summary>
public static class InvitationCard
{
    public static AdaptiveCard For(InvitedPerson person, string text, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Invitations.PersonHeading", ("person", person.Name)],
            [
                HouseStyle.Subtle(Showing.Join(say, person.Organisation, say.LanguageName(person.Language))),
                HouseStyle.Email(person.Email),
                new TextInput { Id = "text", Label = say["Invitations.Copy"], ErrorMessage = say["Invitations.Copy"], IsMultiline = true, Value = text },
                HouseStyle.Subtle(say["Invitations.Due", ("date", say.LastDay(person.AnswerDue, reading.Zone))]),
                HouseStyle.Back(say["Words.Back"], "invitation/list"),
            ]);
    }
}
