using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.CheckIns.Outcomes;

namespace InnovationBot.Conversation.CheckIns.Outcomes;

/// <summary>What came of an introduction: to the taker a question, to the giver, with the taker's leave, the answer.</summary>
public static class TalkOutcomeCard
{
    public static AdaptiveCard For(OutcomeShown shown, Reading reading, string? note = null) => shown.IsTaker ? Asked(shown, reading, note) : Told(shown, reading);

    private static AdaptiveCard Asked(OutcomeShown shown, Reading reading, string? note)
    {
        var (say, outcome) = (reading.Say, shown.Outcome);
        var other = shown.Other ?? say["Words.Someone"];
        CardData of = ("outcome", outcome.Id.ToString());
        var body = new List<CardElement>();
        if (note is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [HouseStyle.Paragraph(Markdown.Escape(note))] });
        if (shown.Problem is { } problem) body.Add(HouseStyle.Quote(Problems.AnswerCard.Short(problem.Text), problem.Language.Code));
        body.Add(new ChoiceSetInput
        {
            Id = "status", Label = say["Outcomes.StatusLabel"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Expanded,
            Choices = [.. Enum.GetValues<ReuseStatus>().Select(one => new Choice(say[$"Outcomes.Status_{Vocabulary.Write(one)}"], Vocabulary.Write(one)))],
            Chosen = outcome.Status is { } told ? [Vocabulary.Write(told)] : [],
        });
        body.Add(Field("changed", say["Outcomes.ChangedLabel"], outcome.Changed, TalkOutcome.LongestText, reading) with { IsMultiline = true });
        body.Add(new ToggleInput
        {
            Id = "share", Label = say["Outcomes.ShareLabel"], Title = say["Outcomes.Share", ("person", other)], ErrorMessage = say["Profile.Tick"], Ticked = outcome.Shared,
        });
        body.Add(Field("thanks", say["Outcomes.ThanksLabel", ("person", other)], outcome.Thanks, TalkOutcome.LongestThanks, reading));
        body.Add(HouseStyle.StrongButton(say["Outcomes.Save"], "outcome/save", of));
        if (outcome.AnsweredAt is not null && shown.Problem is not null)
        {
            body.Add(HouseStyle.Paragraph(say["Outcomes.CaseQuestion"]));
            body.Add(HouseStyle.Button((CardAction)reading.Form(say["Outcomes.Case"], "outcome/case", of)));
        }

        body.Add(HouseStyle.Subtle(say["Outcomes.Why"]));
        return HouseStyle.Card(say.Language.Code, say[outcome.Round == 0 ? "Outcomes.Heading" : "Outcomes.HeadingLater", ("person", other)], body);
    }

    private static AdaptiveCard Told(OutcomeShown shown, Reading reading)
    {
        var (say, outcome) = (reading.Say, shown.Outcome);
        var body = new List<CardElement>();
        if (outcome.Status is { } status) body.Add(HouseStyle.Labelled(say["Outcomes.StatusTold"], say[$"Outcomes.Status_{Vocabulary.Write(status)}"]));
        if (outcome.Changed is { } changed) body.AddRange(HouseStyle.Lines(changed));
        if (outcome.Thanks is { } thanks) body.Add(HouseStyle.Quote(thanks, say.Language.Code));
        body.Add(HouseStyle.Button(say["Results.Statement"], "contribution/show"));
        body.Add(HouseStyle.Subtle(say["Outcomes.ToldWhy"]));
        return HouseStyle.Card(say.Language.Code, say["Outcomes.ToldHeading", ("person", shown.Other ?? say["Words.Someone"])], body);
    }

    private static TextInput Field(string id, string label, string? value, int most, Reading reading) => new()
    {
        Id = id, Label = label, ErrorMessage = reading.Say["Outcomes.TooLong", ("most", most)], MaxLength = most, Value = value,
    };
}
