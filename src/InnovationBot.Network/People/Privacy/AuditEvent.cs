namespace InnovationBot.Network.People.Privacy;

/// <summary>Who did what to whom and when: appended, never changed, without any text somebody wrote.</summary>
public sealed class AuditEvent
{
    public long Id { get; init; }
    public AuditAct Act { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>None for the administrator of the machine, and once the person was erased.</summary>
    public MemberId? ActorId { get; set; }

    /// <summary>None once the person was erased.</summary>
    public MemberId? SubjectId { get; set; }

    /// <summary>SHA-256 of an erased person's id: proof for whoever still has the id, nothing for anybody else.</summary>
    public string? ErasedHash { get; set; }

    /// <summary>A word of ours that says more, such as the role; never free text.</summary>
    public string? Detail { get; init; }

    public static AuditEvent Of(AuditAct act, MemberId? actor, MemberId? subject, DateTimeOffset now, string? detail = null) =>
        new() { Act = act, ActorId = actor, SubjectId = subject, At = now, Detail = detail };
}

public enum AuditAct
{
    RoleGranted, RoleRevoked, DataExported, PersonErased, ProblemShownToOrganiser, DeskItemClaimed, AmbassadorsWanted,
    Joined, Left, InvitationDeclined, ConsentGiven, ConsentWithdrawn,
    ApplicationApproved, ApplicationDeclined, AmbassadorRetired, RoleHandedOver, OrganisationConfirmed, OrganisationNotConfirmed, OrganisationMade, OrganisationChanged, OrganisationsMerged, PeopleInvited,
    CaseTakenDown, CaseLeft,
    RecordsImported, RecordsExported,
    SettingChanged,
    EventPublished, EventSignedUp, EventRemoved, EventCancelled, RegistrationsExported, NeedsRead,
    BroadcastPublished, BroadcastApproved, BroadcastUrgent, BroadcastCancelled, BroadcastRecalled, BroadcastCorrected, BroadcastUnknownSentAgain,
    AwardMade, AwardChanged, AwardPublished, AwardPhaseBegan, AwardExtended,
    NominationSubmitted, NominationJoined, NominationMended, NominationWithdrawn, NominationErased, NomineeAccepted, NomineeDeclined, NominationPartnerAnswered, NominationEndorsed,
    NominationMendAsked, NominationEligible, NominationIneligible,
}
