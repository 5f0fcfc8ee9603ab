using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>
/// A work put forward in a round. While a draft its nominator alone sees it. Nothing of it is public before the nominees
/// accepted and the round was announced.
/// </summary>
/// <remarks>
/// <c>Draft -submit-> Submitted -an organiser checks-> Eligible | Ineligible -> Shortlisted -> Finalist -> Winner</c>; any state before
/// the announcement <c>-withdraw-> Withdrawn</c>. Declined by all nominees it is erased.
/// </remarks>
public sealed class Nomination
{
    public NominationId Id { get; init; }
    public AwardRoundId RoundId { get; init; }

    /// <summary>Who wrote it; none once that person was forgotten.</summary>
    public MemberId? NominatorId { get; set; }

    public AwardTrack Track { get; set; }

    /// <summary>The <see cref="AwardCategory.Key"/>; none while nobody chose.</summary>
    public string? Category { get; set; }

    public required NominationContent Content { get; set; }
    public Language Language { get; set; }

    /// <summary>The published case it is about.</summary>
    public CaseId? CaseId { get; set; }

    /// <summary>The draft of a case that it made; none for a published case and for a challenge.</summary>
    public CaseDraftId? CaseDraftId { get; set; }

    /// <summary>Whom the nominator names; once submitted they are rows, and asked.</summary>
    public NominationPeople People { get; set; } = new();

    /// <summary>The open problem that it became, where a nominee agreed.</summary>
    public ProblemId? ProblemId { get; set; }

    /// <summary>Whose work it is: organisation and its tier, as far as it is known to the network.</summary>
    public OrganisationId? OrganisationId { get; set; }

    /// <summary>What says that two nominations are of one work, unique within a round; none while a draft or after it ended.</summary>
    public string? WorkKey { get; set; }

    public NominationState State { get; private set; } = NominationState.Draft;

    /// <summary>The step of the form to go on with.</summary>
    public NominationStep Step { get; set; }

    /// <summary>The first nominee accepted; without it no juror sees it.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>Why organisers found it eligible or not, or what they ask to be mended; the nominator and nominees read it.</summary>
    public string? EligibilityReason { get; private set; }

    /// <summary>Who said so.</summary>
    public MemberId? EligibilityBy { get; set; }

    /// <summary>How often a mend was asked for; before a refusal at least once.</summary>
    public int MendsAsked { get; private set; }

    /// <summary>Until when what was asked for is to be mended; set while it can be edited again.</summary>
    public DateTimeOffset? MendDue { get; private set; }

    public DateTimeOffset? MendedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset SavedAt { get; set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public int Version { get; set; }

    /// <summary>In the round: submitted, and neither withdrawn nor refused.</summary>
    public bool IsInRound => State is not (NominationState.Draft or NominationState.Withdrawn or NominationState.Ineligible);

    /// <summary>The jury looks at it: checked, and its nominees accepted.</summary>
    public bool IsForJury => AcceptedAt is not null && State is (NominationState.Eligible or NominationState.Shortlisted or NominationState.Finalist or NominationState.Winner);

    /// <summary>What anybody but the jury and the organisers reads of its place: who wins is told with the results.</summary>
    public NominationState ShownState(AwardRound round) => State == NominationState.Winner && round.State != AwardState.Announced ? NominationState.Finalist : State;

    /// <summary>Its nominator may write in it: a draft, or asked to mend it.</summary>
    public bool MayBeEdited(DateTimeOffset now) => State == NominationState.Draft || (State == NominationState.Submitted && now < MendDue);

    /// <summary>Put forward, in time. Said again it changes nothing.</summary>
    public Refusal? Submit(AwardRound round, DateTimeOffset now)
    {
        if (State == NominationState.Submitted && MendDue is not null) return Mend(now);
        if (State == NominationState.Submitted) return null;
        if (State != NominationState.Draft) return Refusal.NoLongerOpen;
        if (!round.IsCallOpen(now)) return NominationRefusals.CallNotOpen(round, now);
        (State, SubmittedAt) = (NominationState.Submitted, now);
        return null;
    }

    /// <summary>An organiser cannot take it as it is, and says what to mend; it is never refused for what was not asked for.</summary>
    public Refusal? AskForMend(MemberId by, string reason, DateTimeOffset until, DateTimeOffset now)
    {
        if (State is not (NominationState.Submitted or NominationState.Eligible)) return Refusal.NoLongerOpen;
        (State, EligibilityReason, EligibilityBy, MendDue, MendedAt) = (NominationState.Submitted, reason, by, until, null);
        MendsAsked++;
        return null;
    }

    /// <param name="by">None when the time to look ran out: nobody is left out for an organiser's silence.</param>
    public Refusal? FindEligible(MemberId? by, string? reason)
    {
        if (State is not (NominationState.Submitted or NominationState.Ineligible)) return Refusal.NoLongerOpen;
        (State, EligibilityReason, EligibilityBy, MendDue) = (NominationState.Eligible, reason, by, null);
        return null;
    }

    /// <summary>Against the rules, with the reason; only after a mend was asked for, and its time is over or it came.</summary>
    public Refusal? FindIneligible(AwardRound round, MemberId by, string reason, DateTimeOffset now)
    {
        if (State is not (NominationState.Submitted or NominationState.Eligible)) return Refusal.NoLongerOpen;
        if (MendsAsked == 0) return NominationRefusals.MendFirst;
        if (MendedAt is null && now < MendDue) return NominationRefusals.MendRunning(round, MendDue.Value);
        (State, EligibilityReason, EligibilityBy, MendDue) = (NominationState.Ineligible, reason, by, null);
        return null;
    }

    /// <summary>What was asked for did not come before the jury began.</summary>
    public void LapseMend() => (State, MendDue) = (NominationState.Ineligible, null);

    /// <summary>Taken back by its nominator or a nominee; final.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (State == NominationState.Withdrawn) return null;
        (State, WithdrawnAt, WorkKey, MendDue) = (NominationState.Withdrawn, now, null, null);
        return null;
    }

    /// <summary>What the jury made of it; the jury's own steps, in any order until the announcement.</summary>
    public Refusal? Place(NominationState state)
    {
        if (!IsForJury || state is not (NominationState.Eligible or NominationState.Shortlisted or NominationState.Finalist or NominationState.Winner)) return Refusal.NoLongerOpen;
        State = state;
        return null;
    }

    private Refusal? Mend(DateTimeOffset now)
    {
        if (now >= MendDue) return NominationRefusals.MendLate;
        (MendedAt, MendDue) = (now, null);
        return null;
    }
}

public enum NominationState { Draft, Submitted, Eligible, Ineligible, Shortlisted, Finalist, Winner, Withdrawn }
