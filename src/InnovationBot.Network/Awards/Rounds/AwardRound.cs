using System.Globalization;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>
/// One round of the award. Its state follows its dates (<see cref="Advance"/>, called by the clockwork); a deadline is a
/// deadline to the second also when the clockwork is late (<see cref="StateAt"/>).
/// </summary>
public sealed class AwardRound
{
    public AwardRoundId Id { get; init; }

    /// <summary>Who made it; none for the administrator of the machine and for somebody forgotten. All organisers of the network run it.</summary>
    public MemberId? OrganiserId { get; set; }

    public required AwardPlan Plan { get; set; }

    /// <summary>The round it was begun from.</summary>
    public AwardRoundId? CopiedFrom { get; init; }

    public AwardState State { get; private set; } = AwardState.Draft;
    public DateTimeOffset? CallOpensAt { get; private set; }
    public DateTimeOffset? CallClosesAt { get; private set; }
    public DateTimeOffset? EndorsementsCloseAt { get; private set; }

    /// <summary>None = the jury phase is opened by hand.</summary>
    public DateTimeOffset? EligibilityClosesAt { get; private set; }

    public DateTimeOffset? JuryClosesAt { get; private set; }

    /// <summary>When the results are to be told.</summary>
    public DateTimeOffset? AnnounceAt { get; private set; }

    /// <summary>From then on everybody sees the round, and its phases change by themselves.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? JuryOpenedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>From then on everybody reads the results; those concerned have theirs before.</summary>
    public DateTimeOffset? PublicAt { get; private set; }

    /// <summary>Those concerned have their results so long before everybody else.</summary>
    public static readonly TimeSpan PrivatelyFirst = TimeSpan.FromHours(1);

    /// <summary>When the next phase begins by its date.</summary>
    public DateTimeOffset? PhaseDue { get; private set; }

    /// <summary>When jurors are given their nominations; set as the jury phase opens, cleared by whoever spreads the work.</summary>
    public DateTimeOffset? AssignDue { get; set; }

    /// <summary>When problems whose owners agreed are opened to others; set by the announcement.</summary>
    public DateTimeOffset? ProblemsDue { get; set; }

    /// <summary>When those concerned are reminded of the deadline of the phase that runs.</summary>
    public DateTimeOffset? ReminderDue { get; set; }

    /// <summary>When what nobody agreed to be public is erased.</summary>
    public DateTimeOffset? RetentionDue { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }

    public string Name => Plan.Name;

    /// <summary>Everybody may see it.</summary>
    public bool IsPublished => PublishedAt is not null;

    /// <summary>The phase it is in by its dates, whether or not the clockwork has said so yet.</summary>
    public AwardState StateAt(DateTimeOffset now)
    {
        if (!IsPublished) return AwardState.Draft;
        var state = State;
        while (DueAfter(state) <= now) state++;
        return state;
    }

    /// <summary>Everybody may read the results.</summary>
    public bool IsPublic(DateTimeOffset now) => State == AwardState.Announced && PublicAt <= now;

    /// <summary>The phase as everybody sees it: decided until the results are for all.</summary>
    public AwardState ShownAt(DateTimeOffset now) => State == AwardState.Announced && !IsPublic(now) ? AwardState.Decided : StateAt(now);

    /// <summary>Nominations are taken: to the second, not to the sweep.</summary>
    public bool IsCallOpen(DateTimeOffset now) => StateAt(now) == AwardState.Call;

    /// <summary>Endorsements are taken, from the call on.</summary>
    public bool TakesEndorsements(DateTimeOffset now) => StateAt(now) is AwardState.Call or AwardState.Endorsement;

    /// <summary>Scores are taken.</summary>
    public bool TakesScores(DateTimeOffset now) => StateAt(now) == AwardState.Jury && now < JuryClosesAt;

    /// <summary>The jury has had its time: scores stand, and those who may see them do.</summary>
    public bool IsScoringOver(DateTimeOffset now) => StateAt(now) > AwardState.Jury || (StateAt(now) == AwardState.Jury && JuryClosesAt <= now);

    /// <summary>An instant by the round's own clock, to the second where it has one: "2027-03-31 23:59 (Europe/Brussels)".</summary>
    public string Clock(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Plan.FoundZone ?? TimeZoneInfo.Utc);
        return string.Create(CultureInfo.InvariantCulture, $"{local.ToString(local.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} ({Plan.Zone ?? "UTC"})");
    }

    /// <summary>The first instant at which the results may be told; none before the decision.</summary>
    public DateTimeOffset? ObjectionsEndAt => DecidedAt is { } decided ? decided.AddDays(Plan.ObjectionDays) : null;

    /// <summary>Takes over what organisers say, with the instants that it means; phases that have begun stay begun.</summary>
    public void Describe(AwardPlan plan, AwardInstants instants, DateTimeOffset now)
    {
        Plan = plan;
        (CallOpensAt, CallClosesAt) = (instants.CallOpens, instants.CallCloses);
        EndorsementsCloseAt = instants.EndorsementsClose ?? instants.CallCloses;
        (EligibilityClosesAt, JuryClosesAt, AnnounceAt) = (instants.EligibilityCloses, instants.JuryCloses, instants.Announce);
        SetTimers(now);
    }

    /// <summary>Everybody may see it from now on; the call opens by its date, which may be now.</summary>
    public Refusal? Publish(DateTimeOffset now)
    {
        if (IsPublished) return Refusal.NoLongerOpen;
        PublishedAt = now;
        Advance(now);
        SetTimers(now);
        return null;
    }

    /// <summary>Goes on to the phase that its dates say.</summary>
    /// <returns>The phases that began, in order; none when nothing was due.</returns>
    public IReadOnlyList<AwardState> Advance(DateTimeOffset now)
    {
        if (!IsPublished) return [];
        List<AwardState> begun = [];
        for (var next = StateAt(now); State < next;) begun.Add(Enter(State + 1, now));
        SetTimers(now);
        return begun;
    }

    /// <summary>Organisers have looked at all: the jury begins, before its date or without one.</summary>
    public Refusal? OpenJury(DateTimeOffset now)
    {
        Advance(now);
        if (State != AwardState.Eligibility) return AwardRefusals.NotInEligibility;
        Enter(AwardState.Jury, now);
        SetTimers(now);
        return null;
    }

    /// <summary>The winners stand; from now on objections are heard. Who may say so, and that all is there, is checked by the caller.</summary>
    public Refusal? Decide(DateTimeOffset now)
    {
        Advance(now);
        if (State != AwardState.Jury || !IsScoringOver(now)) return AwardRefusals.ScoringNotOver;
        Enter(AwardState.Decided, now);
        SetTimers(now);
        return null;
    }

    /// <summary>The results are told: not before <see cref="ObjectionsEndAt"/>.</summary>
    public Refusal? Announce(DateTimeOffset now)
    {
        if (State != AwardState.Decided) return AwardRefusals.NotDecided;
        if (now < ObjectionsEndAt) return AwardRefusals.ObjectionsRunning(this);
        Enter(AwardState.Announced, now);
        SetTimers(now);
        return null;
    }

    private AwardState Enter(AwardState state, DateTimeOffset now)
    {
        State = state;
        switch (state)
        {
            case AwardState.Jury:
                (JuryOpenedAt, AssignDue) = (now, now);
                break;
            case AwardState.Decided:
                DecidedAt = now;
                break;
            case AwardState.Announced:
                (AnnouncedAt, ProblemsDue, RetentionDue) = (now, now, now.AddMonths(Plan.RetentionMonths));
                PublicAt = AnnounceAt is { } set && set > now + PrivatelyFirst ? set : now + PrivatelyFirst;
                break;
        }

        return state;
    }

    /// <summary>When a state ends by its date.</summary>
    private DateTimeOffset? DueAfter(AwardState state) => state switch
    {
        AwardState.Draft => CallOpensAt,
        AwardState.Call => CallClosesAt,
        AwardState.Endorsement => EndorsementsCloseAt,
        AwardState.Eligibility => EligibilityClosesAt,
        _ => null,
    };

    private void SetTimers(DateTimeOffset now)
    {
        PhaseDue = IsPublished ? DueAfter(State) : null;
        var ends = State == AwardState.Jury ? JuryClosesAt : State == AwardState.Draft ? null : PhaseDue;
        ReminderDue = ends - RemindBefore is { } due && due > now ? due : null;
    }

    /// <summary>How long before a deadline those who have not finished hear of it.</summary>
    public static readonly TimeSpan RemindBefore = TimeSpan.FromDays(3);
}
