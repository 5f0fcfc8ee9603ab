using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

/// <summary>What the giver may do. <c>by</c> is always the sender of the authenticated activity, never an id from a card.</summary>
public sealed partial class Introduction
{
    /// <summary>Yes: only now may each side see what the other had kept hidden.</summary>
    /// <param name="giverDays">The giver's working days; both are asked ten of them later.</param>
    /// <param name="takerDays">The taker's working days; the nudge falls due three of them later.</param>
    /// <param name="takerStillLooks">After the time ran out a yes counts as long as nobody else has said it.</param>
    public Refusal? Accept(MemberId by, DateTimeOffset now, WorkingDays giverDays, WorkingDays takerDays, bool takerStillLooks)
    {
        if (by != GiverId) return Refusal.NotYours;
        if (State == IntroductionState.TakerQuestioned) return IntroductionRefusals.WaitingForAnswer;
        if (!IsWithGiver && !(State == IntroductionState.Lapsed && takerStillLooks)) return Refusal.NoLongerOpen;

        State = IntroductionState.Introduced;
        (End, EndedAt) = (null, null);
        AskedAt ??= now;
        IntroducedAt = now;
        StopTimers();
        NudgeDue = takerDays.Add(now, NudgeAfterWorkingDays);
        FollowUpDue = giverDays.Add(now, FollowUpAfterWorkingDays);
        OutcomeDue = now.AddDays(OutcomeAfterDays[0]);
        return null;
    }

    /// <summary>An answer instead of a talk; names stay as disclosed so far.</summary>
    public Refusal? AnswerInWriting(MemberId by, string text, DateTimeOffset now)
    {
        if (MayAct(by) is { } refusal) return refusal;
        if (Check(text) is { } wrong) return wrong;

        State = IntroductionState.Answered;
        AskedAt ??= now;
        (WrittenAnswer, WrittenAt) = (text.Trim(), now);
        StopTimers();
        return null;
    }

    /// <summary>One question before deciding; the giver's timers stand still until it is answered.</summary>
    /// <param name="giverDays">What is left of the timers is kept in working minutes of these.</param>
    /// <param name="takerDays">The taker has five of these days to answer.</param>
    public Refusal? Ask(MemberId by, string text, DateTimeOffset now, WorkingDays giverDays, WorkingDays takerDays)
    {
        if (MayAct(by) is { } refusal) return refusal;
        if (Question is not null) return IntroductionRefusals.QuestionAlreadyAsked;
        if (Check(text) is { } wrong) return wrong;

        AskedAt ??= now;
        MinutesToReminder = RemindedAt is null ? Left(ReminderDue, RemindAfterWorkingDays) : null;
        MinutesToLapse = Left(LapseDue, LapseAfterWorkingDays);
        State = IntroductionState.TakerQuestioned;
        Question = text.Trim();
        ReminderDue = null;
        LapseDue = takerDays.Add(now, LapseAfterWorkingDays);
        return null;

        int Left(DateTimeOffset? due, int all) => due is { } at ? giverDays.MinutesBetween(now, at) : all * giverDays.MinutesADay;
    }

    /// <summary>No. Needs no reason and lowers nothing anybody sees.</summary>
    public Refusal? Decline(MemberId by, DateTimeOffset now)
    {
        if (MayAct(by) is { } refusal) return refusal;

        AskedAt ??= now;
        Close(IntroductionState.Declined, IntroductionEnd.Declined, now);
        return null;
    }

    /// <summary>Somebody else is to be asked.</summary>
    public Refusal? Redirect(MemberId by, DateTimeOffset now)
    {
        if (MayAct(by) is { } refusal) return refusal;

        AskedAt ??= now;
        Close(IntroductionState.Redirected, IntroductionEnd.Redirected, now);
        return null;
    }

    private Refusal? MayAct(MemberId by) =>
        by != GiverId ? Refusal.NotYours
        : State == IntroductionState.TakerQuestioned ? IntroductionRefusals.WaitingForAnswer
        : IsWithGiver ? null
        : Refusal.NoLongerOpen;
}
