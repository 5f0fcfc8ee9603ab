using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>Cases that may be the same one, before it is there twice.</summary>
public static class SimilarCard
{
    public static AdaptiveCard For(CaseDraft draft, IReadOnlyList<ListedCase> cases, Say say) => HouseStyle.Card(
        say.Language.Code,
        say["Sharing.SimilarHeading"],
        [
            HouseStyle.Paragraph(say.Markdown("Sharing.SimilarText")),
            HouseStyle.Rows([.. cases.Select(one => HouseStyle.RowLink(
                say.Title(one.Case),
                say.Line(one.Case, one.Organisation, one.Kind, one.Confirmation),
                new ExecuteAction
                {
                    Title = say["Problems.OpenNamed", ("title", say.Title(one.Case))], Verb = "share/similar", AssociatedInputs = AssociatedInputs.None,
                    Data = CardData.Of(("draft", draft.Id.ToString()), ("case", one.Case.Id.ToString())),
                },
                say.OutcomeBadge(one.Case.Outcome)))]),
            HouseStyle.StrongButton(say["Sharing.NoneOfThese"], "share/publish", CardData.Of(("draft", draft.Id.ToString()), ("seen", "true"), ("version", CaseFieldWords.Text(draft.Version)))),
            HouseStyle.Back(say["Words.Back"], "share/step", CaseForm.Data(draft.Id, DraftStep.Preview)),
        ]);

    /// <summary>One of them, with the way back to the list.</summary>
    public static AdaptiveCard Read(OpenedCase opened, CaseDraftId draft, Say say)
    {
        var card = CaseCard.For(opened, say);
        return card with
        {
            Body =
            [
                .. card.Body,
                HouseStyle.Button(say["Reading.OpenCase"], "case/open", ("case", opened.Case.Id.ToString())),
                HouseStyle.Back(say["Words.Back"], "share/publish", ("draft", draft.ToString())),
            ],
        };
    }
}

/// <summary>What two people changed at once, place by place, for the second to choose.</summary>
public static class NewerCard
{
    /// <summary>All values together, in characters, so that the card stays under the channel's limit.</summary>
    private const int Room = 4000;

    public static string InputOf(CaseField field) => "take_" + Vocabulary.Write(field);

    public static AdaptiveCard For(CaseDraft draft, CaseMerge merge, int edition, Say say)
    {
        var fields = merge.Both.Concat(merge.OnlyTheirs).ToList();
        var most = Math.Clamp(Room / Math.Max(1, fields.Count * 2), 60, 600);
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown(fields.Count > 0 ? "Sharing.NewerText" : "Sharing.NewerNothing")) };
        body.AddRange(fields.Select(field => new ChoiceSetInput
        {
            Id = InputOf(field), Label = say.Name(field), ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Expanded,
            Choices =
            [
                new Choice(say["Sharing.Mine", ("text", say.Value(field, merge.Mine, most))], "mine"),
                new Choice(say["Sharing.Theirs", ("text", say.Value(field, merge.Theirs, most))], "theirs"),
            ],
            Chosen = [merge.Both.Contains(field) ? "mine" : "theirs"],
        }));
        body.Add(HouseStyle.StrongButton(
            say["Sharing.UseChoice"], "share/choose", CardData.Of(("draft", draft.Id.ToString()), ("edition", edition.ToString(CultureInfo.InvariantCulture)))));
        body.Add(HouseStyle.Back(say["Words.Back"], "share/step", CaseForm.Data(draft.Id, DraftStep.Preview)));
        return HouseStyle.Card(say.Language.Code, say["Sharing.NewerHeading"], body);
    }
}

/// <summary>It is done: where it can be read, and what can still be done with it.</summary>
public static class PublishedCard
{
    /// <param name="joinsToBeAsked">The author lets others ask about it, and cannot be reached for that before joining the network.</param>
    public static AdaptiveCard For(Case @case, Reading reading, bool joinsToBeAsked = false)
    {
        var say = reading.Say;
        var stands = @case.State != CaseState.InReview;
        var body = new List<CardElement>
        {
            new TextBlock(Markdown.Escape(@case.Title)) { Weight = TextWeight.Bolder },
            HouseStyle.Paragraph(say.Markdown(stands ? "Sharing.PublishedFound" : "Sharing.StaysDown")),
            HouseStyle.Subtle(Showing.Join(
                say, say["Sharing.ReadBy", ("readers", say.Of(@case.Readers))], @case.NamedPartners.Exists(partner => !partner.IsConfirmed) ? say["Sharing.PublishedPartners"] : null)),
        };
        if (joinsToBeAsked) body.Add(HouseStyle.Subtle(say["Sharing.JoinToBeAsked"]));
        if (stands) body.Add(HouseStyle.StrongButton(say["Reading.OpenCase"], "case/open", ("case", @case.Id.ToString())));
        body.Add(HouseStyle.Button(say["Sharing.Editors"], "mine/editors", ("case", @case.Id.ToString())));
        body.Add(HouseStyle.Button(say["Sharing.MyCases"], "mine/show"));
        return HouseStyle.Card(say.Language.Code, say["Sharing.PublishedHeading"], body);
    }
}
