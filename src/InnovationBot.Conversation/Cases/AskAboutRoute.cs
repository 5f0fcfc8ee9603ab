using InnovationBot.Cards;
using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reading;

namespace InnovationBot.Conversation.Cases;

/// <summary>Asks one of those who carried a case: with the problem the case answered, else after asking what the person wants to know.</summary>
[Verb("case/ask")]
public sealed class AskAboutRoute(AskAboutCase ask, OpenCaseRoute card) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var (@case, way) = (data.Id<CaseId>("case"), CaseWay.Of(data));
        var contact = data.Number("contact") ?? throw new BadInputException("contact");
        var text = turn.Kept(data.Text("question", 2000));
        if (way.Problem is null && text.Length == 0) return Reply.Card(Question(@case, contact, way, turn));
        return (await ask.Handle(new(@case, contact, turn.By, way.Problem, text, turn.Language), stop)).Match(
            draft => Reply.Card(DraftCard.For(draft, turn.Reading)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => card.Again(data, turn, null, stop);

    private static AdaptiveCard Question(CaseId @case, int contact, CaseWay way, Turn turn)
    {
        var say = turn.Say;
        var heading = say["Reading.AskHeading"];
        var data = way.Data(@case);
        return HouseStyle.Card(
            say.Language.Code,
            heading,
            [
                new TextInput { Id = "question", Label = say["Reading.AskLabel"], ErrorMessage = say["Reading.AskError"], IsRequired = true, IsMultiline = true, MaxLength = 2000 },
                HouseStyle.StrongButton(say["Reading.AskNext"], "case/ask", data.With("contact", contact.ToString(System.Globalization.CultureInfo.InvariantCulture))),
                HouseStyle.Subtle(say["Reading.AskHint"]),
                HouseStyle.Back(say["Words.Back"], "case/open", data),
            ]);
    }
}
