namespace InnovationBot.Network.People.Ambassadors;

/// <summary>
/// Somebody would like to be asked: three concrete problems they have handled. When an organiser says yes these become their topics,
/// and what they agreed to takes effect; until then they are in no answer.
/// </summary>
public sealed class AmbassadorApplication
{
    public const int ProblemsNeeded = 3;

    /// <summary>Characters of one problem.</summary>
    public const int LongestProblem = Profile.EditTopics.Longest;

    /// <summary>Characters of the reason for a no.</summary>
    public const int LongestReason = 500;

    public ApplicationId Id { get; init; }
    public MemberId MemberId { get; init; }

    public List<HandledProblem> Problems { get; set; } = [];

    /// <summary>Requests a month, 1 to 20.</summary>
    public int MonthlyCap { get; init; }

    /// <summary>Named to everybody, or told by kind alone.</summary>
    public Visibility Visibility { get; init; }

    public ApplicationState State { get; private set; } = ApplicationState.Waiting;
    public DateTimeOffset SubmittedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who decided; none while it waits, and once that organiser was erased.</summary>
    public MemberId? DecidedById { get; set; }

    /// <summary>Why not; for the applicant.</summary>
    public string? Reason { get; private set; }

    public int Version { get; set; }

    /// <param name="reason">Told with a no.</param>
    /// <param name="isOnlyOrganiser">Nobody else could decide about one's own.</param>
    /// <returns><see cref="Refusal.NotYours"/> for the applicant's own, <see cref="Refusal.NoLongerOpen"/> once somebody decided otherwise.</returns>
    public Refusal? Decide(bool approved, string? reason, MemberId by, bool isOnlyOrganiser, DateTimeOffset now)
    {
        if (by == MemberId && !isOnlyOrganiser) return Refusal.NotYours;
        var decided = approved ? ApplicationState.Approved : ApplicationState.Declined;
        if (State == decided) return null;
        if (State != ApplicationState.Waiting) return Refusal.NoLongerOpen;

        (State, DecidedAt, DecidedById, Reason) = (decided, now, by, approved ? null : reason);
        return null;
    }

    /// <summary>The applicant takes it back, or left.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (State == ApplicationState.Waiting) (State, DecidedAt) = (ApplicationState.Withdrawn, now);
    }
}

public enum ApplicationState { Waiting, Approved, Declined, Withdrawn }
