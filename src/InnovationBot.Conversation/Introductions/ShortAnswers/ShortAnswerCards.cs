using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Introductions.ShortAnswers;

/// <summary>An answer in writing on its way to others: proposed, waiting for the other side's yes, found.</summary>
public static class ShortAnswerCard
{
    /// <summary>On the card of an introduction that was answered in writing.</summary>
    public static ActionSet Offer(IntroductionView view, Say say) => HouseStyle.Button(say["ShortAnswers.Offer"], "short-answer/show", IntroductionCard.Of(view));

    public static AdaptiveCard For(ShortAnswerView view, Reading reading)
    {
        var say = reading.Say;
        if (view.Answer is not { } answer) return Form(view, view.Problem, view.Text, reading);

        var data = Data(view);
        var body = new List<CardElement>();
        if (!answer.IsShown) body.Add(HouseStyle.Paragraph(say.Markdown(view.Agreed ? "ShortAnswers.WaitsText" : "ShortAnswers.FormText")));
        body.AddRange(Whole(answer, say));
        if (!view.Agreed) body.Add(HouseStyle.StrongButton(say["ShortAnswers.AgreeOwn"], "short-answer/agree", data.With("edition", answer.Edition.ToString(CultureInfo.InvariantCulture))));
        body.Add(HouseStyle.Button(say["ShortAnswers.Change"], "short-answer/change", data));
        body.Add(HouseStyle.Button(say["ShortAnswers.Withdraw"], "short-answer/withdraw", data));
        return HouseStyle.Card(say.Language.Code, say[answer.IsShown ? "ShortAnswers.ShownHeading" : view.Agreed ? "ShortAnswers.WaitsHeading" : "ShortAnswers.AskedHeading"], body);
    }

    /// <summary>The text to agree to; what points to a person is named and not stored.</summary>
    public static AdaptiveCard Form(ShortAnswerView view, string problem, string text, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown("ShortAnswers.FormText")) };
        var found = PersonalDataFinder.Find(problem).Concat(PersonalDataFinder.Find(text)).ToList();
        if (found.Count > 0)
        {
            body.Add(new Container
            {
                Style = ContainerStyle.Accent,
                Items =
                [
                    .. HouseStyle.Lines(say["Sharing.Fault_personal_data", ("field", say["ShortAnswers.TextLabel"]), ("words", string.Join(", ", found.Select(one => one.Words)))]),
                    HouseStyle.Subtle(say["Sharing.MaskHint", ("mask", say["Sharing.MaskWord"])]),
                    HouseStyle.Button(say["Sharing.Mask"], "short-answer/save", Data(view).With("mask", "true")),
                ],
            });
        }

        body.Add(Field("problem", "ShortAnswers.ProblemLabel", problem, ShortAnswer.LongestProblem, say));
        body.Add(Field("text", "ShortAnswers.TextLabel", text, ShortAnswer.LongestText, say));
        body.Add(HouseStyle.StrongButton(say["ShortAnswers.AgreeOwn"], "short-answer/save", Data(view)));
        body.Add(HouseStyle.Back(say["Words.Back"], "introduction/show", Data(view)));
        return HouseStyle.Card(say.Language.Code, say["ShortAnswers.FormHeading"], body);
    }

    internal static IEnumerable<CardElement> Whole(ShortAnswer answer, Say say)
    {
        yield return say.Labelled(say["ShortAnswers.ProblemLabel"], answer.Problem);
        yield return HouseStyle.Quote(answer.Text, answer.Language.Code);
        yield return HouseStyle.Subtle(From(answer, say));
    }

    /// <summary>"a municipality or local office in Slovenia · March 2027".</summary>
    internal static string From(ShortAnswer answer, Say say) =>
        Showing.Join(say, answer.Kind is { } kind ? say[$"Words.KindTitle_{Showing.KindKey(kind)}"] : null, answer.Kind is { } where ? say.Country(where.Country) : null, say.Month(answer.AnsweredAt));

    private static CardData Data(ShortAnswerView view) => ("introduction", view.Introduction.ToString());

    private static TextInput Field(string id, string label, string value, int most, Say say) =>
        new() { Id = id, Label = say[label], ErrorMessage = say["ShortAnswers.FieldError"], IsRequired = true, IsMultiline = true, MaxLength = most, Value = value.Length > 0 ? value : null };
}

/// <summary>Short answers below the cases and people of an answer, each opening whole.</summary>
public static class ShortAnswerRows
{
    private const int LongestLine = 200;

    public static IEnumerable<ColumnSet> For(IReadOnlyList<ShortAnswer> answers, ProblemId problem, Say say) => Rows(answers, "problem", problem.ToString(), say);

    /// <param name="list">What stood on a card that many read, for the way back.</param>
    public static IEnumerable<ColumnSet> For(IReadOnlyList<ShortAnswer> answers, string list, Say say) => Rows(answers, "list", list, say);

    private static IEnumerable<ColumnSet> Rows(IReadOnlyList<ShortAnswer> answers, string from, string value, Say say) => answers.Select(answer => HouseStyle.RowLink(
        answer.Problem,
        Showing.Join(say, CaseCard.Cut(answer.Text, LongestLine), ShortAnswerCard.From(answer, say)),
        new ExecuteAction
        {
            Title = say["Problems.OpenNamed", ("title", answer.Problem)], Verb = "short-answer/read", AssociatedInputs = AssociatedInputs.None,
            Data = CardData.Of(("answer", answer.Id.ToString()), (from, value)),
        },
        HouseStyle.Subtle(say["ShortAnswers.ReadHeading"])));

    public static AdaptiveCard Read(ShortAnswer answer, CardElement back, Say say) => HouseStyle.Card(
        say.Language.Code,
        say["ShortAnswers.ReadHeading"],
        [
            .. ShortAnswerCard.Whole(answer, say),
            HouseStyle.Subtle(say["ShortAnswers.ReadHint"]),
            back,
        ]);
}
