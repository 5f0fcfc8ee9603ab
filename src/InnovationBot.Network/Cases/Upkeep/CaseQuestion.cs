namespace InnovationBot.Network.Cases.Upkeep;

/// <summary>
/// A question about one case to one person who knows it: is it still true, or what is missing. Asked by an organiser, and once a
/// year by itself. A deputy is asked when there is no answer.
/// </summary>
public sealed class CaseQuestion
{
    /// <summary>Without an answer for so long the deputy is asked, once.</summary>
    public static readonly TimeSpan BeforeDeputy = TimeSpan.FromDays(14);

    /// <summary>A question without an answer for so long is as good as none: somebody may be asked anew.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(60);

    public CaseQuestionId Id { get; init; }
    public CaseId CaseId { get; init; }
    public CaseQuestionKind Kind { get; init; }

    /// <summary>Who is asked now; none once that person was forgotten.</summary>
    public MemberId? AskedId { get; set; }

    public MemberId? DeputyId { get; set; }

    /// <summary>The organiser; none when it was asked by itself.</summary>
    public MemberId? AskedBy { get; set; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When the deputy is asked; none without one, and once somebody answered.</summary>
    public DateTimeOffset? DeputyDue { get; private set; }

    public CaseAnswer? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; set; }

    public static CaseQuestion Of(CaseId @case, CaseQuestionKind kind, MemberId asked, MemberId? deputy, MemberId? by, DateTimeOffset now) => new()
    {
        Id = EntityId.New<CaseQuestionId>(now), CaseId = @case, Kind = kind, AskedId = asked, DeputyId = deputy, AskedBy = by, AskedAt = now,
        DeputyDue = deputy is null ? null : now + BeforeDeputy,
    };

    /// <summary>The deputy is asked in place of whoever did not answer.</summary>
    public void PassOn() => (AskedId, DeputyId, DeputyDue) = (DeputyId, AskedId, null);

    /// <summary>Whoever was asked is gone: the deputy's turn is now.</summary>
    public void PassOnAt(DateTimeOffset now)
    {
        if (Answer is null && DeputyDue is not null) DeputyDue = now;
    }

    /// <summary>The deputy can no longer be asked: it stays with whoever was.</summary>
    public void StayWithAsked() => (DeputyId, DeputyDue) = (null, null);

    /// <param name="by">Whoever was asked, or the deputy.</param>
    public Refusal? Say(MemberId by, CaseAnswer answer, DateTimeOffset now)
    {
        if (by != AskedId && by != DeputyId) return Refusal.NotYours;
        if (Answer is not null) return Refusal.NoLongerOpen;
        (Answer, AnsweredAt, DeputyDue) = (answer, now, null);
        return null;
    }
}

public enum CaseQuestionKind { StillTrue, Complete }

/// <summary><c>Completed</c> answers a question for what is missing, the others whether it is still true.</summary>
public enum CaseAnswer { StillTrue, NoLonger, Changed, Completed }
