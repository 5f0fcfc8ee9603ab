using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Introductions;

/// <summary>What either side hears about an introduction. An edit redraws an older card by what is now true.</summary>
public sealed class IntroductionNoticeRenderer(ShowIntroduction show) : INoticeRenderer
{
    /// <summary>Every kind but the one for organisers.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        IntroductionNotices.Asked, IntroductionNotices.Reminder, IntroductionNotices.Question, IntroductionNotices.QuestionAnswered,
        IntroductionNotices.Written, IntroductionNotices.Introduced, IntroductionNotices.StillLooking, IntroductionNotices.NobodyLeft,
        IntroductionNotices.Withdrawn, IntroductionNotices.DidYouTalk, IntroductionNotices.InTouchNudge, IntroductionNotices.GiverMoved,
        IntroductionNotices.TimesOffered, IntroductionNotices.TimeChosen,
    ];

    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var shown = await show.Handle(EntityId.From<IntroductionId>(notice.Subject), notice.RecipientId, stop);
        if (shown.Refusal is not null) return null;
        var view = shown.Value;
        if (notice.Edits is not null) return new NoticeMessage(Older(notice, view, reading), reading.Say["Introductions.AskedSummary"]);
        if (!IsStillWorthSaying(notice.Kind, view)) return null;
        var (card, summary) = New(notice.Kind, view, reading);
        return new NoticeMessage(card, reading.Say[summary], Alert: notice.Priority == NoticePriority.Match);
    }

    /// <summary>After a reminder the first card shrinks to one line; else it shows what is now true.</summary>
    private static AdaptiveCard Older(Notice notice, IntroductionView view, Reading reading) =>
        notice.Kind == IntroductionNotices.Asked && view is { Reminded: true, Stage: IntroductionStage.Asked }
            ? Line(reading.Say["Introductions.ReminderOld"], reading)
            : IntroductionCard.For(view, reading);

    private static bool IsStillWorthSaying(string kind, IntroductionView view) => kind switch
    {
        IntroductionNotices.Asked => view.Stage == IntroductionStage.OnItsWay,
        IntroductionNotices.Reminder or IntroductionNotices.QuestionAnswered => view.Stage is IntroductionStage.Asked or IntroductionStage.OnItsWay,
        IntroductionNotices.Question => view.Stage == IntroductionStage.Questioned,
        IntroductionNotices.DidYouTalk => view.OwnReport is null,
        IntroductionNotices.InTouchNudge => view.May(IntroductionAct.ReportInTouch),
        IntroductionNotices.GiverMoved => view.Contact is not null,
        _ => true,
    };

    private static (AdaptiveCard Card, string Summary) New(string kind, IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        return kind switch
        {
            IntroductionNotices.Asked => (RequestCard.For(view, reading), "Introductions.AskedSummary"),
            IntroductionNotices.Reminder => (RequestCard.For(view, reading, say["Introductions.ReminderHeading"]), "Introductions.ReminderSummary"),
            IntroductionNotices.QuestionAnswered =>
                (RequestCard.For(view, reading, say["Introductions.AnsweredBackHeading"]), "Introductions.AnsweredBackSummary"),
            IntroductionNotices.Question => (TakerCard.For(view, reading), "Introductions.AskedBackSummary"),
            IntroductionNotices.Written => (TakerCard.For(view, reading), "Introductions.WrittenSummary"),
            IntroductionNotices.Introduced => (
                IntroductionCard.For(view, reading),
                view.Side == IntroductionSide.Taker ? "Introductions.IntroducedSummary" : "Introductions.IntroducedSummaryGiver"),
            IntroductionNotices.StillLooking => (TakerCard.For(view, reading), "Introductions.StillLookingSummary"),
            IntroductionNotices.NobodyLeft => (TakerCard.For(view, reading), "Introductions.NobodyLeftSummary"),
            IntroductionNotices.DidYouTalk => (TalkCard.For(view, reading), "Introductions.TalkSummary"),
            IntroductionNotices.GiverMoved => (MovedCard.For(view, reading), "Introductions.MovedSummary"),
            IntroductionNotices.TimesOffered => (IntroductionCard.For(view, reading), "Times.OfferedSummary"),
            IntroductionNotices.TimeChosen => (IntroductionCard.For(view, reading), "Times.ChosenSummary"),
            IntroductionNotices.InTouchNudge => (NudgeCard(view, reading), "Introductions.NudgeSummary"),
            _ => (IntroductionCard.For(view, reading), "Introductions.WithdrawnSummary"),
        };
    }

    private static AdaptiveCard NudgeCard(IntroductionView view, Reading reading)
    {
        var heading = reading.Say["Introductions.NudgeHeading", ("person", view.Contact?.Name ?? IntroductionCard.OtherName(view, reading))];
        return IntroducedCard.For(view, reading, heading);
    }

    internal static AdaptiveCard Line(string sentence, Reading reading) => new()
    {
        Lang = reading.Say.Language.Code, FallbackText = sentence, Speak = sentence, Body = [HouseStyle.Subtle(sentence)],
    };
}

/// <summary>Ten working days after: two presses.</summary>
public static class TalkCard
{
    public static AdaptiveCard For(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        return IntroductionCard.Draw(
            reading,
            say["Introductions.TalkHeading"],
            null,
            [
                HouseStyle.Subtle(Words.Showing.Join(say, view.Contact?.Name, view.Other.Organisation)),
                HouseStyle.Quote(view.Blurb, view.BlurbLanguage.Code),
                .. TakerCard.Report(view, reading, "Introductions.TalkUseful", "Introductions.TalkNotUseful", "Introductions.TalkNo"),
            ]);
    }
}

/// <summary>Whoever the taker is talking with works elsewhere now: the way to them stays, and so does the search.</summary>
public static class MovedCard
{
    public static AdaptiveCard For(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        var person = view.Contact?.Name ?? IntroductionCard.OtherName(view, reading);
        return IntroductionCard.Draw(
            reading,
            say["Introductions.MovedHeading", ("person", person)],
            null,
            [
                HouseStyle.Quote(view.Blurb, view.BlurbLanguage.Code),
                HouseStyle.Paragraph(say.Markdown("Introductions.MovedText", ("person", person))),
                HouseStyle.Button(IntroductionCard.Act(say["Introductions.MovedOpen"], "introduction/show", view)),
                HouseStyle.Button(say["Problems.SearchAgain"], "problem/show", ("problem", view.Problem.ToString())),
            ]);
    }
}
