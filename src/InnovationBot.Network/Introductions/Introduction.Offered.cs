using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

public sealed partial class Introduction
{
    /// <summary>The giver offered help of their own accord and the taker said yes; also after an earlier request came to nothing.</summary>
    public void BringTogether(DateTimeOffset now, WorkingDays giverDays, WorkingDays takerDays)
    {
        if (BothSaidYes) return;
        State = IntroductionState.Introduced;
        (End, EndedAt, IntroducedAt) = (null, null, now);
        AskedAt ??= now;
        StopTimers();
        NudgeDue = takerDays.Add(now, NudgeAfterWorkingDays);
        FollowUpDue = giverDays.Add(now, FollowUpAfterWorkingDays);
    }
}
