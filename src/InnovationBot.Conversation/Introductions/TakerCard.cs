using InnovationBot.Cards;
using InnovationBot.Conversation.Introductions.ShortAnswers;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Introductions;

/// <summary>An introduction as its asker sees it, before both said yes and after it ended.</summary>
public static class TakerCard
{
    public static AdaptiveCard For(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        switch (view.Stage)
        {
            case IntroductionStage.OnItsWay or IntroductionStage.Asked:
                body.Add(HouseStyle.Paragraph(Sent(view, reading)));
                if (view is { Question: { } asked, QuestionAnswer: { } told })
                {
                    body.Add(HouseStyle.Labelled(say["Introductions.TheyAsked"], asked));
                    body.Add(HouseStyle.Labelled(say["Introductions.YouAnswered"], told));
                }

                break;
            case IntroductionStage.Questioned:
                body.Add(HouseStyle.Paragraph(say.Markdown("Introductions.AskedBackIntro", ("person", say.Person(view.Other)))));
                body.Add(HouseStyle.Quote(view.Question ?? "", reading.Say.Language.Code));
                body.Add(Field("answer", "Introductions.AskedBackLabel", "Introductions.AskedBackError", reading));
                body.Add(HouseStyle.StrongButton(say["Introductions.AskedBackSend"], "introduction/question-answer", IntroductionCard.Of(view)));
                body.Add(HouseStyle.Subtle(say["Introductions.AskedBackReply"]));
                if (view.AnswerDue is { } due) body.Add(HouseStyle.Subtle(say["Introductions.AskedBackDue", ("date", say.Day(due, reading.Zone))]));
                break;
            case IntroductionStage.Answered:
                body.Add(HouseStyle.Paragraph(say.Markdown("Introductions.WrittenIntro", ("person", say.Person(view.Other)))));
                body.Add(HouseStyle.Quote(view.WrittenAnswer ?? "", reading.Say.Language.Code));
                body.AddRange(Report(view, reading, "Introductions.WrittenUseful", "Introductions.WrittenNotUseful"));
                if (view.May(IntroductionAct.TalkAfterAll))
                    body.Add(HouseStyle.Button(IntroductionCard.Act(say["Introductions.WrittenTalk"], "introduction/talk-after-all", view)));
                break;
            case IntroductionStage.StillLooking:
                body.Add(HouseStyle.Paragraph(say.Markdown("Introductions.StillLooking")));
                break;
            case IntroductionStage.NobodyLeft:
                body.AddRange(NobodyLeft(view, reading));
                break;
            case IntroductionStage.Withdrawn:
                body.Add(HouseStyle.Paragraph(say.Markdown("Introductions.WithdrawnOwn")));
                break;
            case IntroductionStage.Cancelled:
                body.Add(HouseStyle.Paragraph(say.Markdown("Introductions.Cancelled")));
                break;
            default:
                body.Add(HouseStyle.Paragraph(Markdown.Escape(RequestCard.ClosedSentence(view, reading))));
                break;
        }

        if (view.Stage is not (IntroductionStage.Questioned or IntroductionStage.Answered))
            body.Add(HouseStyle.Quote(view.Blurb, view.BlurbLanguage.Code));
        if (view is { WrittenAnswer: not null, Stage: IntroductionStage.Answered or IntroductionStage.Closed }) body.Add(ShortAnswerCard.Offer(view, say));
        if (view.May(IntroductionAct.Withdraw))
            body.Add(HouseStyle.Button(IntroductionCard.Act(say["Introductions.Withdraw"], "introduction/withdraw", view)));
        return IntroductionCard.Draw(reading, Heading(view, reading), null, body);
    }

    private static string Heading(IntroductionView view, Reading reading) => reading.Say[view.Stage switch
    {
        IntroductionStage.OnItsWay or IntroductionStage.Asked => "Introductions.SentHeading",
        IntroductionStage.Questioned => "Introductions.AskedBackHeading",
        IntroductionStage.Answered => "Introductions.WrittenHeading",
        IntroductionStage.StillLooking => "Introductions.StillLookingHeading",
        IntroductionStage.NobodyLeft => "Introductions.NobodyLeftHeading",
        IntroductionStage.Withdrawn => "Introductions.WithdrawnHeading",
        IntroductionStage.Cancelled => "Introductions.CancelledHeading",
        _ => "Introductions.Closed",
    }];

    private static string Sent(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        var by = say.Day(view.AnswerDue ?? reading.Now.AddDays(7), reading.Zone);
        return say.Markdown("Introductions.Sent", ("person", say.Person(view.Other)), ("date", by));
    }

    private static IEnumerable<CardElement> NobodyLeft(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        CardData problem = ("problem", view.Problem.ToString());
        if (view.May(IntroductionAct.AskOrganiser))
        {
            yield return HouseStyle.Paragraph(say.Markdown("Introductions.NobodyLeft"));
            yield return HouseStyle.StrongButton(say["Problems.AskOrganiser"], "problem/ask-organiser", problem);
        }

        if (view.HasDesk) yield return HouseStyle.Button(say["Problems.PassOn"], "problem/pass-on", problem);
        yield return HouseStyle.Subtle(say["Introductions.NobodyLeftKeep"]);
        yield return HouseStyle.Button(say["Problems.KeepOpen"], "problem/keep", problem);
    }

    internal static IEnumerable<CardElement> Report(IntroductionView view, Reading reading, string useful, string notUseful, string? noContact = null)
    {
        if (!view.May(IntroductionAct.ReportTalk)) yield break;
        var say = reading.Say;
        yield return HouseStyle.Button(IntroductionCard.Act(say[useful], "introduction/useful", view));
        yield return HouseStyle.Button(IntroductionCard.Act(say[notUseful], "introduction/not-useful", view));
        if (noContact is not null) yield return HouseStyle.Button(IntroductionCard.Act(say[noContact], "introduction/no-contact", view));
    }

    internal static TextInput Field(string id, string label, string error, Reading reading) => new()
    {
        Id = id,
        Label = reading.Say[label],
        ErrorMessage = reading.Say[error],
        IsRequired = true,
        IsMultiline = true,
        MaxLength = Introduction.MaxMessage,
    };
}
