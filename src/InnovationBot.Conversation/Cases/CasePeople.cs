using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Cases;

namespace InnovationBot.Conversation.Cases;

/// <summary>Whom to ask about a case, by introduction, and cases like it.</summary>
internal static class CasePeople
{
    public static IEnumerable<CardElement> For(OpenedCase opened, Say say, CaseWay? way)
    {
        if (opened.Contacts.Count > 0) yield return CaseCard.PartTitle(say["Cases.PeopleToAsk"]);
        foreach (var contact in opened.Contacts)
        {
            yield return new TextBlock(Markdown.Escape(contact.Person.Name ?? say["Reading.CarriedIt"])) { Spacing = Spacing.Small };
            if (say.PersonLine(contact.Person) is { Length: > 0 } line) yield return HouseStyle.Subtle(line) with { Spacing = Spacing.None };
            if (way is null || !contact.MayBeAsked) continue;
            yield return HouseStyle.Button(new ExecuteAction
            {
                Title = say["Cases.AskAbout"],
                Verb = "case/ask",
                Data = way.Data(opened.Case.Id).With("contact", contact.Position.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                AssociatedInputs = AssociatedInputs.None,
                Style = contact == opened.Contacts[0] ? ActionStyle.Positive : default,
            });
        }

        if (way is null || opened.Likes.Count == 0) yield break;
        yield return CaseCard.PartTitle(say["Reading.Likes"]);
        yield return HouseStyle.Rows([.. opened.Likes.Select(like => HouseStyle.RowLink(
            say.Title(like.Case),
            say.Line(like.Case, like.Organisation, like.Kind, like.Confirmation),
            new ExecuteAction
            {
                Title = say["Problems.OpenNamed", ("title", say.Title(like.Case))],
                Verb = "case/open",
                Data = way.To(like.Case.Id, opened.Case.Id),
                AssociatedInputs = AssociatedInputs.None,
            },
            HouseStyle.BadgeLine(say.OutcomeBadge(like.Case.Outcome), "")))]);
    }
}
