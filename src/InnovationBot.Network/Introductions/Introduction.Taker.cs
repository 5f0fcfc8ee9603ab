using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

/// <summary>What the taker may do, and what both may once they were brought together.</summary>
public sealed partial class Introduction
{
    /// <summary>Replies to the giver's question; their timers go on where they stood.</summary>
    public Refusal? Answer(MemberId by, string text, DateTimeOffset now, WorkingDays giverDays)
    {
        if (by != TakerId) return Refusal.NotYours;
        if (State != IntroductionState.TakerQuestioned) return Refusal.NoLongerOpen;
        if (Check(text) is { } wrong) return wrong;

        State = IntroductionState.GiverAsked;
        QuestionAnswer = text.Trim();
        ReminderDue = MinutesToReminder is { } toReminder ? giverDays.AddMinutes(now, toReminder) : null;
        LapseDue = giverDays.AddMinutes(now, MinutesToLapse ?? LapseAfterWorkingDays * giverDays.MinutesADay);
        (MinutesToReminder, MinutesToLapse) = (null, null);
        return null;
    }

    /// <summary>Takes the request back, at any time before both said yes.</summary>
    public Refusal? Withdraw(MemberId by, DateTimeOffset now)
    {
        if (by != TakerId) return Refusal.NotYours;
        if (!IsOpen && State is not (IntroductionState.Answered or IntroductionState.Lapsed)) return Refusal.NoLongerOpen;

        Close(IntroductionState.Withdrawn, IntroductionEnd.Withdrawn, now);
        return null;
    }

    /// <summary>Answered in writing, but a talk would help: the giver is asked again, once, with new timers.</summary>
    public Refusal? TalkAfterAll(MemberId by)
    {
        if (by != TakerId) return Refusal.NotYours;
        if (State != IntroductionState.Answered || TalkWanted) return Refusal.NoLongerOpen;

        State = IntroductionState.TakerAgreed;
        TalkWanted = true;
        RemindedAt = null;
        return null;
    }

    /// <summary>Either side: the two have found each other, no nudge is needed.</summary>
    public Refusal? InTouch(MemberId by, DateTimeOffset now)
    {
        if (SideOf(by) is null) return Refusal.NotYours;
        if (State is not (IntroductionState.Introduced or IntroductionState.FollowedUp)) return Refusal.NoLongerOpen;

        InTouchAt ??= now;
        NudgeDue = null;
        return null;
    }

    /// <summary>
    /// What came of it. The first report closes; the taker's counts more, theirs is the problem, and may be changed later.
    /// An answer in writing was useful or not.
    /// </summary>
    /// <param name="share">The taker lets the giver read it.</param>
    public Refusal? Report(MemberId by, TalkReport report, bool share, DateTimeOffset now)
    {
        if (SideOf(by) is not { } side) return Refusal.NotYours;
        if (!BothSaidYes && (WrittenAnswer is null || side == IntroductionSide.Giver || report == TalkReport.NoContact)) return IntroductionRefusals.NothingToReport;
        if (State is not (IntroductionState.Introduced or IntroductionState.FollowedUp or IntroductionState.Answered or IntroductionState.Closed)) return Refusal.NoLongerOpen;

        if (side == IntroductionSide.Taker)
        {
            TakerReport = report;
            TakerReportShared = share;
        }
        else
        {
            GiverReport = report;
        }

        Close(IntroductionState.Closed, EndOf(TakerReport ?? report), now);
        return null;
    }

    private static IntroductionEnd EndOf(TalkReport report) => report switch
    {
        TalkReport.Useful => IntroductionEnd.Useful,
        TalkReport.NotUseful => IntroductionEnd.NotUseful,
        _ => IntroductionEnd.NoContact,
    };
}
