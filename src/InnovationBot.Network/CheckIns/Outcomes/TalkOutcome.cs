using InnovationBot.Network.Cases.Reuses;

namespace InnovationBot.Network.CheckIns.Outcomes;

/// <summary>
/// What came of an introduction, asked of the taker 60 and 180 days after. A talk alone is nothing that came of it; spread
/// counts once it is in use. The giver reads it only with the taker's leave.
/// </summary>
public sealed class TalkOutcome
{
    /// <summary>Characters of what changed.</summary>
    public const int LongestText = 2000;

    /// <summary>A sentence.</summary>
    public const int LongestThanks = 300;

    /// <summary>Working days until the one reminder.</summary>
    public const int RemindAfterWorkingDays = 5;

    public TalkOutcomeId Id { get; init; }
    public IntroductionId IntroductionId { get; init; }
    public ProblemId ProblemId { get; init; }

    /// <summary>None once that person was forgotten.</summary>
    public MemberId? TakerId { get; set; }

    /// <inheritdoc cref="TakerId"/>
    public MemberId? GiverId { get; set; }

    /// <summary>0 after 60 days, 1 after 180.</summary>
    public int Round { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? AskedAt { get; private set; }
    public DateTimeOffset? ReminderDue { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public ReuseStatus? Status { get; private set; }

    /// <summary>What changed, or what did not work, in the taker's words.</summary>
    public string? Changed { get; private set; }

    /// <summary>The taker lets the giver read this.</summary>
    public bool Shared { get; private set; }

    public string? Thanks { get; private set; }
    public int Version { get; set; }

    public void Asked(DateTimeOffset at, DateTimeOffset reminder)
    {
        if (AskedAt is not null || AnsweredAt is not null) return;
        (AskedAt, ReminderDue) = (at, reminder);
    }

    /// <summary>One reminder; after it silence is respected.</summary>
    public bool Remind(DateTimeOffset now)
    {
        if (AnsweredAt is not null || !(ReminderDue <= now)) return false;
        ReminderDue = null;
        return true;
    }

    /// <summary>May be answered anew: things change.</summary>
    /// <param name="by">Sender of the authenticated activity.</param>
    public Refusal? Answer(MemberId by, ReuseStatus status, string? changed, bool share, string? thanks, DateTimeOffset now)
    {
        if (by != TakerId) return Refusal.NotYours;
        (Status, Changed, Shared, Thanks, AnsweredAt, ReminderDue) = (status, changed, share, share ? thanks : null, now, null);
        return null;
    }

    /// <summary>What was written goes with whoever wrote it.</summary>
    public void Erase(MemberId gone)
    {
        if (TakerId == gone) (TakerId, Changed, Thanks, Shared, ReminderDue) = (null, null, null, false, null);
        if (GiverId == gone) GiverId = null;
    }
}
