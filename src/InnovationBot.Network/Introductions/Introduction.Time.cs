using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

/// <summary>What happens by itself. Each returns whether it happened, so that two sweepers never do it twice.</summary>
public sealed partial class Introduction
{
    /// <summary>The request reached the giver: a message that was held back starts its timers only now.</summary>
    public bool Delivered(DateTimeOffset at, WorkingDays giverDays)
    {
        if (State != IntroductionState.TakerAgreed) return false;

        State = IntroductionState.GiverAsked;
        AskedAt ??= at;
        ReminderDue = giverDays.Add(at, RemindAfterWorkingDays);
        LapseDue = giverDays.Add(at, LapseAfterWorkingDays);
        return true;
    }

    /// <summary>The request cannot reach the giver: counts as silence.</summary>
    public bool Undeliverable(DateTimeOffset now)
    {
        if (State != IntroductionState.TakerAgreed) return false;

        Close(IntroductionState.Lapsed, IntroductionEnd.Lapsed, now);
        return true;
    }

    public bool Remind(DateTimeOffset now)
    {
        if (State != IntroductionState.GiverAsked || !(ReminderDue <= now)) return false;

        ReminderDue = null;
        RemindedAt = now;
        return true;
    }

    /// <summary>Five working days without a word: lapsed, or withdrawn when it was the taker who had to answer.</summary>
    public bool Lapse(DateTimeOffset now)
    {
        if (!(LapseDue <= now)) return false;
        if (State == IntroductionState.TakerQuestioned) Close(IntroductionState.Withdrawn, IntroductionEnd.Withdrawn, now);
        else if (State == IntroductionState.GiverAsked) Close(IntroductionState.Lapsed, IntroductionEnd.Lapsed, now);
        else return false;

        return true;
    }

    /// <summary>The giver pauses, is away or leaves: an open request goes on to somebody else at once.</summary>
    public bool PassOn(DateTimeOffset now)
    {
        if (!IsOpen) return false;

        Close(IntroductionState.Redirected, IntroductionEnd.Redirected, now);
        return true;
    }

    /// <summary>The taker found somebody else, or the problem is closed: nobody needs to answer any more.</summary>
    public bool NoLongerNeeded(DateTimeOffset now)
    {
        if (!IsOpen && State != IntroductionState.Lapsed) return false;

        Close(IntroductionState.Withdrawn, IntroductionEnd.Withdrawn, now);
        return true;
    }

    public bool Nudge(DateTimeOffset now)
    {
        if (State != IntroductionState.Introduced || !(NudgeDue <= now)) return false;

        NudgeDue = null;
        return true;
    }

    /// <summary>Both are asked whether they talked.</summary>
    public bool FollowUp(DateTimeOffset now)
    {
        if (State != IntroductionState.Introduced || !(FollowUpDue <= now)) return false;

        State = IntroductionState.FollowedUp;
        (FollowUpDue, NudgeDue) = (null, null);
        return true;
    }

    /// <summary>The taker's time to be asked what came of it; whoever never talked is not asked.</summary>
    /// <returns>Which time of <see cref="OutcomeAfterDays"/>, 0 for the first; none when it is not due, or pointless.</returns>
    public int? AskForOutcome(DateTimeOffset now)
    {
        if (!(OutcomeDue <= now) || IntroducedAt is not { } introduced) return null;

        var round = OutcomeDue < introduced.AddDays(OutcomeAfterDays[1]) ? 0 : 1;
        OutcomeDue = round == 0 ? introduced.AddDays(OutcomeAfterDays[1]) : null;
        if (BothSaidYes && End is not IntroductionEnd.NoContact) return round;
        OutcomeDue = null;
        return null;
    }

    /// <summary>Nothing more can come of it: the taker has dropped it.</summary>
    public void StopAskingForOutcome() => OutcomeDue = null;

    /// <summary>One side is erased: what they wrote goes, who they were is nobody, and what had ended keeps its end for the figures.</summary>
    public void Erase(MemberId gone, DateTimeOffset now)
    {
        var hadEnded = End is not null;
        if (!hadEnded) End = IntroductionEnd.Cancelled;
        State = IntroductionState.Cancelled;
        EndedAt ??= now;
        StopTimers();
        OutcomeDue = null;
        (Blurb, Question, QuestionAnswer, WrittenAnswer, Reasons) = ("", null, null, null, []);
        if (TakerId == gone) (TakerId, TakerReport) = (default, null);
        if (GiverId == gone) (GiverId, GiverReport) = (default, null);
    }

    /// <summary>What a side may do now, as far as this request alone decides it.</summary>
    public IEnumerable<IntroductionAct> ActsOf(IntroductionSide side) => (side, State) switch
    {
        (IntroductionSide.Giver, IntroductionState.TakerAgreed or IntroductionState.GiverAsked) => Question is null
            ? [IntroductionAct.Accept, IntroductionAct.AnswerInWriting, IntroductionAct.AskOneQuestion, IntroductionAct.Redirect, IntroductionAct.Decline, IntroductionAct.PauseRequests]
            : [IntroductionAct.Accept, IntroductionAct.AnswerInWriting, IntroductionAct.Redirect, IntroductionAct.Decline, IntroductionAct.PauseRequests],
        (IntroductionSide.Giver, IntroductionState.TakerQuestioned) => [IntroductionAct.PauseRequests],
        (IntroductionSide.Taker, IntroductionState.TakerQuestioned) => [IntroductionAct.AnswerQuestion, IntroductionAct.Withdraw],
        (IntroductionSide.Taker, IntroductionState.TakerAgreed or IntroductionState.GiverAsked) => [IntroductionAct.Withdraw],
        (IntroductionSide.Taker, IntroductionState.Answered) => TalkWanted
            ? [IntroductionAct.ReportTalk, IntroductionAct.Withdraw]
            : [IntroductionAct.ReportTalk, IntroductionAct.TalkAfterAll, IntroductionAct.Withdraw],
        (_, IntroductionState.Introduced or IntroductionState.FollowedUp) => InTouchAt is null
            ? [IntroductionAct.ReportInTouch, IntroductionAct.ReportTalk, IntroductionAct.NeverAgainWith]
            : [IntroductionAct.ReportTalk, IntroductionAct.NeverAgainWith],
        (_, IntroductionState.Closed) when BothSaidYes => [IntroductionAct.ReportTalk, IntroductionAct.NeverAgainWith],
        (IntroductionSide.Taker, IntroductionState.Closed) => [IntroductionAct.ReportTalk],
        (IntroductionSide.Giver, IntroductionState.Declined) => [IntroductionAct.NeverAgainWith],
        _ => [],
    };
}
