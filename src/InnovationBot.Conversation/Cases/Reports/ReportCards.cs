using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Reports;

namespace InnovationBot.Conversation.Cases.Reports;

/// <summary>What is wrong with a case, in a word and a sentence.</summary>
public static class ReportForm
{
    /// <param name="back">Data of the case's own card.</param>
    public static AdaptiveCard For(CardData back, Say say)
    {
        var heading = say["Reading.ReportHeading"];
        return HouseStyle.Card(
            say.Language.Code,
            heading,
            [
                new ChoiceSetInput
                {
                    Id = "kind", Label = say["Reading.ReportKind"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Expanded,
                    Choices = [.. Enum.GetValues<ReportKind>().Select(kind => new Choice(say.Word(kind), Vocabulary.Write(kind)))],
                },
                Field("report", say["Reading.ReportText"], say),
                HouseStyle.StrongButton(say["Reading.ReportSend"], "case/report-send", back),
                HouseStyle.Subtle(say["Reading.ReportHint"]),
                HouseStyle.Back(say["Words.Back"], "case/open", back),
            ]);
    }

    internal static TextInput Field(string id, string label, Say say) => new()
    {
        Id = id, Label = label, ErrorMessage = say["Reading.TextError"], IsRequired = true, IsMultiline = true, MaxLength = CaseReport.LongestText,
    };
}

/// <summary>A report as its two sides see it: an organiser decides, whoever was told may answer.</summary>
public static class ReportCard
{
    public static AdaptiveCard For(ReportShown shown, Reading reading) => shown.Organises ? Organiser(shown, reading) : Author(shown, reading);

    private static AdaptiveCard Organiser(ReportShown shown, Reading reading)
    {
        var (say, report) = (reading.Say, shown.Report);
        CardData of = ("report", report.Id.ToString());
        var heading = say["Reading.ReportedHeading", ("kind", say.Word(report.Kind))];
        var body = new List<CardElement> { HouseStyle.Paragraph(Markdown.Escape(shown.Case.Title)) };
        if (report.Text.Length > 0) body.Add(HouseStyle.Quote(report.Text, say.Language.Code));
        if (report.State != ReportState.Open && report.DecidedAt is { } at)
            body.Add(HouseStyle.Subtle(say[report.State == ReportState.TakenDown ? "Reading.TakenDownOn" : "Reading.LeftOn", ("date", say.Date(at, reading.Zone))]));
        if (report is { State: ReportState.TakenDown, Reason: { } reason }) body.Add(HouseStyle.Labelled(say["Reading.Reason"], reason));
        if (report.Answer is { } answer)
        {
            body.Add(HouseStyle.Subtle(say["Reading.AuthorAnswers"]));
            body.Add(HouseStyle.Quote(answer, say.Language.Code));
        }

        body.Add(HouseStyle.Button(say["Reading.ReadCase"], "report/read", of));
        if (report.State != ReportState.TakenDown)
        {
            body.Add(ReportForm.Field("reason", say["Reading.ReasonLabel"], say));
            body.Add(HouseStyle.StrongButton(say["Reading.TakeDown"], "report/take-down", of));
        }

        if (report.State != ReportState.Left)
            body.Add(HouseStyle.Button(new ExecuteAction
            {
                Title = say[report.State == ReportState.Open ? "Reading.Leave" : "Reading.PutBack"], Verb = "report/leave", Data = of, AssociatedInputs = AssociatedInputs.None,
            }));
        body.Add(HouseStyle.Subtle(say["Reading.ReportNotTold"]));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }

    private static AdaptiveCard Author(ReportShown shown, Reading reading)
    {
        var (say, report) = (reading.Say, shown.Report);
        var down = report.State == ReportState.TakenDown;
        var heading = say[down ? "Reading.TakenDownHeading" : "Reading.PutBackHeading"];
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown(down ? "Reading.TakenDownText" : "Reading.PutBackText", ("title", shown.Case.Title))) };
        if (down && report.Reason is { } reason) body.Add(HouseStyle.Labelled(say["Reading.Reason"], reason));
        if (report.Answer is { } answer) body.Add(HouseStyle.Quote(answer, say.Language.Code));
        if (report.IsAnswered)
        {
            body.Add(HouseStyle.Subtle(say["Reading.AnswerSent"]));
        }
        else if (down)
        {
            body.Add(ReportForm.Field("answer", say["Reading.AnswerLabel"], say));
            body.Add(HouseStyle.StrongButton(say["Reading.AnswerSend"], "report/answer", ("report", report.Id.ToString())));
        }

        if (!down) body.Add(HouseStyle.Button(say["Reading.OpenCase"], "case/open", ("case", shown.Case.Id.ToString())));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }
}
