namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Who did what to whom and when: appended, never changed, without any text somebody wrote. Whoever logs adds one to
/// <see cref="NetworkDb.AuditEvents"/>; it gets its place in the chain when its transaction commits, and stands for people
/// by pseudonyms whose meaning goes with the person (<see cref="AuditPerson"/>).
/// </summary>
public sealed class AuditEvent
{
    /// <summary>Its place in the log: 1, 2, 3, … in the order of commits, without a gap.</summary>
    public long Id { get; init; }

    /// <summary>The <see cref="AuditSegment"/> it stands in.</summary>
    public int Segment { get; init; }

    public AuditAct Act { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Pseudonym; none for the administrator of the machine.</summary>
    public string? Actor { get; init; }

    /// <summary>Pseudonym; none when no one person is concerned.</summary>
    public string? Subject { get; init; }

    /// <summary>A word of ours that says more, such as the role; never free text.</summary>
    public string? Detail { get; init; }

    /// <summary>Over this event and the hash of the one before it (<see cref="AuditChain"/>).</summary>
    public string Hash { get; init; } = "";

    /// <summary>Known only until it is written.</summary>
    internal MemberId? ActorId { get; init; }

    /// <inheritdoc cref="ActorId"/>
    internal MemberId? SubjectId { get; init; }

    public static AuditEvent Of(AuditAct act, MemberId? actor, MemberId? subject, DateTimeOffset now, string? detail = null) =>
        new() { Act = act, ActorId = actor, SubjectId = subject, At = now, Detail = detail };

    /// <param name="pseudonym">Under which they stood in the log so far, if they did.</param>
    /// <param name="now">UTC.</param>
    internal static AuditEvent Erased(string? pseudonym, DateTimeOffset now) => new() { Act = AuditAct.PersonErased, Subject = pseudonym, At = now };
}

public enum AuditAct
{
    RoleGranted, RoleRevoked, DataExported, PersonErased, ProblemShownToOrganiser, DeskItemClaimed, AmbassadorsWanted,
    Joined, Left, JobChanged, InvitationDeclined, ConsentGiven, ConsentWithdrawn,
    ApplicationApproved, ApplicationDeclined, AmbassadorRetired, RoleHandedOver, OrganisationConfirmed, OrganisationNotConfirmed, OrganisationMade, OrganisationChanged, OrganisationsMerged, PeopleInvited,
    CaseTakenDown, CaseLeft,
    RecordsImported, RecordsExported,
    SettingChanged, RetentionApplied,
    EventPublished, EventSignedUp, EventRemoved, EventCancelled, RegistrationsExported, NeedsRead,
    BroadcastPublished, BroadcastApproved, BroadcastUrgent, BroadcastCancelled, BroadcastRecalled, BroadcastCorrected, BroadcastUnknownSentAgain,
    AwardMade, AwardChanged, AwardPublished, AwardDiscarded, AwardPhaseBegan, AwardExtended,
    NominationSubmitted, NominationJoined, NominationMended, NominationWithdrawn, NominationErased, NomineeAccepted, NomineeDeclined, NominationPartnerAnswered, NominationEndorsed,
    NominationMendAsked, NominationEligible, NominationIneligible,
    AwardConflictsDeclared, AwardScored, AwardJurorNamed, AwardJurorLeft, AwardPlaced, AwardFactChecked, AwardFactAnswered, AwardDecided, AwardExported,
}
