namespace InnovationBot.Network.People.Ambassadors;

/// <summary>Somebody would like to be asked: three concrete problems they have handled, which become their topics when an organiser says yes.</summary>
public sealed class AmbassadorApplication
{
    public const int ProblemsNeeded = 3;

    /// <summary>Characters of one problem.</summary>
    public const int LongestProblem = 300;

    public ApplicationId Id { get; init; }
    public MemberId MemberId { get; init; }

    /// <summary>In the applicant's words.</summary>
    public List<string> Problems { get; set; } = [];

    public ApplicationState State { get; private set; } = ApplicationState.Waiting;
    public DateTimeOffset SubmittedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who decided; none while it waits, and once that organiser was erased.</summary>
    public MemberId? DecidedById { get; set; }

    public int Version { get; set; }

    /// <returns><see cref="Refusal.NotYours"/> for the applicant's own, <see cref="Refusal.NoLongerOpen"/> once somebody decided otherwise.</returns>
    public Refusal? Decide(bool approved, MemberId by, DateTimeOffset now)
    {
        if (by == MemberId) return Refusal.NotYours;
        var decided = approved ? ApplicationState.Approved : ApplicationState.Declined;
        if (State == decided) return null;
        if (State != ApplicationState.Waiting) return Refusal.NoLongerOpen;

        (State, DecidedAt, DecidedById) = (decided, now, by);
        return null;
    }

    /// <summary>The applicant takes it back, or left.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (State == ApplicationState.Waiting) (State, DecidedAt) = (ApplicationState.Withdrawn, now);
    }
}

public enum ApplicationState { Waiting, Approved, Declined, Withdrawn }
