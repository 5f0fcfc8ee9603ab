namespace InnovationBot.Network.Cases;

/// <summary>One published text of a case. An imported case has none until a member changes it; then its imported text is the first.</summary>
public sealed class CaseVersion
{
    public CaseId CaseId { get; init; }

    /// <summary>The case's <see cref="Case.Edition"/> at that time, 1 first.</summary>
    public int Number { get; init; }

    /// <summary>Who published it; none for an import, and once that person was forgotten.</summary>
    public MemberId? EditorId { get; set; }

    public DateTimeOffset At { get; init; }

    /// <summary>Without anybody's address.</summary>
    public required CaseContent Content { get; set; }
}
