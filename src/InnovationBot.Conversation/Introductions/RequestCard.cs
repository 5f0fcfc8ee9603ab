using InnovationBot.Cards;
using InnovationBot.Conversation.Introductions.ShortAnswers;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Introductions;

/// <summary>A request as its giver sees it: the problem, from where it comes, why them, and every answer they may give.</summary>
public static class RequestCard
{
    public static AdaptiveCard For(IntroductionView view, Reading reading, string? heading = null) => view.Stage switch
    {
        IntroductionStage.OnItsWay or IntroductionStage.Asked => Open(view, reading, heading),
        IntroductionStage.Lapsed when view.May(IntroductionAct.Accept) => Lapsed(view, reading),
        _ => Ended(view, reading),
    };

    private static AdaptiveCard Open(IntroductionView view, Reading reading, string? heading)
    {
        var say = reading.Say;
        var someone = Someone(view, reading);
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown("Introductions.AskedIntro", ("someone", someone))) };
        body.Add(HouseStyle.Quote(view.Blurb, view.BlurbLanguage.Code));
        if (view is { Question: { } question, QuestionAnswer: { } answer })
        {
            body.Add(HouseStyle.Labelled(say["Introductions.YouAsked"], question));
            body.Add(HouseStyle.Labelled(say["Introductions.TheyAnswered"], answer));
        }

        if (view.Reasons.Count > 0) body.Add(HouseStyle.Subtle(say["Introductions.AskedWhy", ("reasons", Reasons.Line(say, view.Reasons))]));
        var languages = say.LanguageNames(view.Other.Languages);
        body.Add(HouseStyle.Facts([
            .. languages.Length > 0 ? [(say["Introductions.FactLanguages"], languages)] : Array.Empty<(string, string)>(),
            (say["Introductions.FactTheyHear"], say[view.IsNamedToOther ? "Introductions.TheyHearListed" : "Introductions.TheyHear"]),
            .. view.AskedLastQuarter is { } asked
                ? [(say["Introductions.FactRequests"], say.Count("Introductions.FactRequestsValue", asked))]
                : Array.Empty<(string, string)>(),
        ]));
        if (view.May(IntroductionAct.Accept))
            body.Add(HouseStyle.Button(IntroductionCard.Act(say["Introductions.Accept"], "introduction/accept", view, ActionStyle.Positive)));
        if (view.May(IntroductionAct.Accept))
            body.Add(HouseStyle.Button(IntroductionCard.Act(say["Times.AcceptWith"], "introduction/times", view)));
        if (view.May(IntroductionAct.AnswerInWriting))
            body.Add(HouseStyle.Button(IntroductionCard.Act(say["Introductions.Write"], "introduction/write", view)));
        if (view.May(IntroductionAct.AskOneQuestion))
            body.Add(HouseStyle.Button(IntroductionCard.Act(say["Introductions.Question"], "introduction/question", view)));
        body.Add(HouseStyle.Button(NotThisTime(view, reading)));
        body.Add(HouseStyle.Subtle(view.AnswerDue is { } due
            ? say["Introductions.SilenceFine", ("date", say.Day(due, reading.Zone))]
            : say["Introductions.SilenceFineSoon"]));
        heading ??= say["Introductions.AskedHeading"];
        return IntroductionCard.Draw(reading, heading, say["Introductions.AskedSpeak", ("someone", someone)], body);
    }

    private static AdaptiveCard Lapsed(IntroductionView view, Reading reading) => IntroductionCard.Draw(
        reading,
        reading.Say["Introductions.AskedHeading"],
        null,
        [
            HouseStyle.Quote(view.Blurb, view.BlurbLanguage.Code),
            HouseStyle.Paragraph(reading.Say.Markdown("Introductions.LapsedGiver")),
            HouseStyle.Button(IntroductionCard.Act(reading.Say["Introductions.Accept"], "introduction/accept", view, ActionStyle.Positive)),
        ]);

    private static AdaptiveCard Ended(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        var (heading, text) = view.Stage switch
        {
            IntroductionStage.Questioned => (say["Introductions.QuestionSent"], null),
            IntroductionStage.Answered => (say["Introductions.WrittenByYou"], view.WrittenAnswer),
            IntroductionStage.Declined => (say["Introductions.Declined"], null),
            IntroductionStage.PassedOn => (say["Introductions.PassedOnGiver"], null),
            IntroductionStage.Lapsed => (say["Introductions.LapsedGiver"], null),
            IntroductionStage.Withdrawn => (say["Introductions.WithdrawnHeading"], say["Introductions.Withdrawn"]),
            IntroductionStage.Cancelled => (say["Introductions.CancelledHeading"], say["Introductions.Cancelled"]),
            _ => (ClosedSentence(view, reading), (string?)null),
        };
        return IntroductionCard.Draw(reading, heading, null, [
            .. view.Blurb.Length == 0 || view.Stage is IntroductionStage.Withdrawn or IntroductionStage.Cancelled ? Array.Empty<CardElement>() : [HouseStyle.Quote(view.Blurb, view.BlurbLanguage.Code)],
            .. text is null ? Array.Empty<CardElement>() : [new RichTextBlock { Inlines = [new TextRun(text)] }],
            .. view is { WrittenAnswer: not null, Stage: IntroductionStage.Answered or IntroductionStage.Closed } ? [ShortAnswerCard.Offer(view, say)] : Array.Empty<CardElement>(),
        ]);
    }

    internal static string ClosedSentence(IntroductionView view, Reading reading) => view.OwnReport switch
    {
        TalkReport.Useful => reading.Say["Introductions.ClosedUseful"],
        TalkReport.NotUseful => reading.Say["Introductions.ClosedNotUseful"],
        TalkReport.NoContact => reading.Say["Introductions.ClosedNoContact"],
        _ => reading.Say["Introductions.Closed"],
    };

    /// <summary>"Mia Jensen (Nordhede Kommune)" when the taker ticked it, else the kind of organisation.</summary>
    internal static string Someone(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        if (view.Other is not { IsNamed: true } other) return say.Someone(view.Other.Kind);
        return say.OrganisationOf(other) is { } organisation ? $"{other.Name} ({organisation})" : other.Name!;
    }

    private static ShowCardAction NotThisTime(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        var actions = new List<CardAction>();
        if (view.May(IntroductionAct.Decline)) actions.Add(IntroductionCard.Act(say["Introductions.NotNow"], "introduction/decline", view));
        if (view.May(IntroductionAct.Decline))
            actions.Add(IntroductionCard.Act(say["Introductions.NotMyTopic"], "introduction/not-my-topic", view));
        if (view.May(IntroductionAct.Redirect)) actions.Add(IntroductionCard.Act(say["Introductions.SomeoneElse"], "introduction/redirect", view));
        if (view.May(IntroductionAct.PauseRequests)) actions.Add(IntroductionCard.Act(say["Introductions.Pause"], "introduction/pause", view));
        return new ShowCardAction
        {
            Title = say["Introductions.NotThisTime"],
            Body = [new TextBlock(Markdown.Escape(say["Introductions.NoReason"])) { IsSubtle = true }, .. actions.Select(HouseStyle.Button)],
        };
    }
}
