namespace InnovationBot.Network.Introductions;

/// <summary>
/// One request of a taker, who has a problem, to a giver, who may have done something about it. Both have to say yes
/// before either sees more of the other than that person made visible.
/// </summary>
/// <remarks>
/// TakerAgreed, delivered → GiverAsked → Introduced → FollowedUp → Closed. Instead of a yes: Answered (in writing),
/// TakerQuestioned (once; the giver's timers stand still), Declined, Redirected, Lapsed (a late yes still counts).
/// The taker may withdraw before Introduced; if either is erased it is Cancelled. Every timer is a due column.
/// </remarks>
public sealed partial class Introduction
{
    /// <summary>Characters of the text that is sent; what a card shows without scrolling for long.</summary>
    public const int MaxBlurb = 2000;

    /// <summary>Characters of a question, its answer, or an answer in writing.</summary>
    public const int MaxMessage = 2000;

    /// <summary>Open requests one giver has at most, so that the few are not worn out.</summary>
    public const int MostOpenPerGiver = 2;

    /// <summary>Requests one taker has under way at most.</summary>
    public const int MostOpenPerTaker = 3;

    /// <summary>The days in which requests count against a giver's monthly cap.</summary>
    public static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public const int RemindAfterWorkingDays = 2;
    public const int LapseAfterWorkingDays = 5;
    public const int NudgeAfterWorkingDays = 3;
    public const int FollowUpAfterWorkingDays = 10;

    public IntroductionId Id { get; init; }
    public ProblemId ProblemId { get; init; }

    /// <summary>The first request of those that followed one another, the taker having approved the text once; its own id when it is the first.</summary>
    public IntroductionId FirstId { get; init; }

    public MemberId TakerId { get; set; }
    public MemberId GiverId { get; set; }
    public IntroductionKind Kind { get; init; }

    /// <summary>As the taker approved it; empty once either side was erased.</summary>
    public required string Blurb { get; set; }

    public Language BlurbLanguage { get; init; }

    /// <summary>Languages the taker can talk in.</summary>
    public List<Language> Languages { get; init; } = [];

    public Disclosure Disclosure { get; init; }

    /// <summary>Why this giver: true of stored data when it was sent.</summary>
    public List<Reason> Reasons { get; set; } = [];

    /// <summary>Which version of the matching rules chose the giver.</summary>
    public int PolicyVersion { get; init; }

    public IntroductionState State { get; private set; } = IntroductionState.TakerAgreed;
    public IntroductionEnd? End { get; private set; }

    public string? Question { get; private set; }
    public string? QuestionAnswer { get; private set; }
    public string? WrittenAnswer { get; private set; }
    public DateTimeOffset? WrittenAt { get; private set; }

    /// <summary>The taker, answered in writing, would like to talk; asked once.</summary>
    public bool TalkWanted { get; private set; }

    public TalkReport? TakerReport { get; private set; }
    public TalkReport? GiverReport { get; private set; }

    /// <summary>The taker lets the giver read what came of it.</summary>
    public bool TakerReportShared { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the request reached the giver; none while it is held back.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }
    public DateTimeOffset? IntroducedAt { get; private set; }
    public DateTimeOffset? InTouchAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public DateTimeOffset? ReminderDue { get; private set; }

    /// <summary>When the request lapses; while the taker is questioned, when it is withdrawn.</summary>
    public DateTimeOffset? LapseDue { get; private set; }

    /// <summary>Working minutes the giver had left when the timers stopped for a question.</summary>
    public int? MinutesToReminder { get; private set; }
    public int? MinutesToLapse { get; private set; }

    public DateTimeOffset? NudgeDue { get; private set; }
    public DateTimeOffset? FollowUpDue { get; private set; }

    /// <summary>When the taker is next asked what came of it; set once both said yes, and not stopped by what they report of the talk.</summary>
    public DateTimeOffset? OutcomeDue { get; private set; }

    /// <summary>Days after both said yes: by then one knows whether it was tried, and, the second time, whether it stayed.</summary>
    public static readonly IReadOnlyList<int> OutcomeAfterDays = [60, 180];

    public int Version { get; set; }

    /// <summary>Held back or with the giver: nobody else is asked for the same problem meanwhile.</summary>
    public bool IsOpen => State is IntroductionState.TakerAgreed or IntroductionState.GiverAsked or IntroductionState.TakerQuestioned;

    /// <summary>Ended without a yes, so that somebody else is asked.</summary>
    public bool CameToNothing => State is IntroductionState.Declined or IntroductionState.Redirected or IntroductionState.Lapsed;

    /// <summary>Both said yes.</summary>
    public bool BothSaidYes => IntroducedAt is not null && State != IntroductionState.Cancelled;

    /// <summary>The giver has it in hand: pressed before the delivery was recorded counts too.</summary>
    private bool IsWithGiver => State is IntroductionState.TakerAgreed or IntroductionState.GiverAsked;

    public IntroductionSide? SideOf(MemberId member) =>
        member == TakerId ? IntroductionSide.Taker : member == GiverId ? IntroductionSide.Giver : null;

    private void Close(IntroductionState state, IntroductionEnd end, DateTimeOffset now)
    {
        State = state;
        End = end;
        EndedAt = now;
        StopTimers();
    }

    private void StopTimers()
    {
        (ReminderDue, LapseDue, MinutesToReminder, MinutesToLapse) = (null, null, null, null);
        (NudgeDue, FollowUpDue) = (null, null);
    }

    private static Refusal? Check(string text) =>
        string.IsNullOrWhiteSpace(text) ? IntroductionRefusals.TextMissing
        : text.Trim().Length > MaxMessage ? IntroductionRefusals.TextTooLong
        : null;
}
