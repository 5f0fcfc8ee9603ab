namespace InnovationBot.Network.Cases.Reports;

/// <summary>
/// Somebody says that a case is wrong, offensive, or holds personal data. An organiser takes it down at once with a
/// reason, or leaves it; its author is told and may answer.
/// </summary>
public sealed class CaseReport
{
    /// <summary>Longest text of a report, a reason or an answer, in characters.</summary>
    public const int LongestText = 1000;

    public CaseReportId Id { get; init; }
    public CaseId CaseId { get; init; }

    /// <summary>Told to nobody; none once that person was forgotten.</summary>
    public MemberId? ReporterId { get; set; }

    public ReportKind Kind { get; init; }
    public required string Text { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public ReportState State { get; private set; } = ReportState.Open;

    /// <summary>The organiser who decided last.</summary>
    public MemberId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>For the author, in the organiser's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who was told and may answer: the author, or the contact of an imported case.</summary>
    public MemberId? ToldId { get; set; }

    public string? Answer { get; set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; set; }

    /// <summary>Waits for an organiser: nobody decided yet, or the author has answered since.</summary>
    public bool Waits => State == ReportState.Open || IsAnswered;

    /// <summary>Taken down, and whoever was told has answered that decision.</summary>
    public bool IsAnswered => State == ReportState.TakenDown && AnsweredAt >= DecidedAt;

    public void TakeDown(MemberId by, string reason, MemberId? told, DateTimeOffset now) =>
        (State, DecidedBy, DecidedAt, Reason, ToldId) = (ReportState.TakenDown, by, now, reason, told);

    public void Leave(MemberId by, DateTimeOffset now) => (State, DecidedBy, DecidedAt) = (ReportState.Left, by, now);

    /// <returns><see cref="Refusal.NotYours"/> for anybody but who was told, <see cref="Refusal.NoLongerOpen"/> when it was put back meanwhile.</returns>
    public Refusal? Reply(MemberId by, string text, DateTimeOffset now)
    {
        if (by != ToldId) return Refusal.NotYours;
        if (State != ReportState.TakenDown) return Refusal.NoLongerOpen;
        (Answer, AnsweredAt) = (text, now);
        return null;
    }
}

public enum ReportKind { Wrong, Offensive, PersonalData }

/// <summary><c>Left</c>: the case may be read (again).</summary>
public enum ReportState { Open, TakenDown, Left }
