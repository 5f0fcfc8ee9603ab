using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Network.People;

/// <summary>
/// A person as the network knows them, and the only place where a person's data stands: everything else refers to
/// <see cref="Id"/>, so that forgetting somebody is done here.
/// </summary>
public sealed class Member : IStaged
{
    public MemberId Id { get; init; }

    /// <summary>The Entra tenant the person's account belongs to; part of who they are.</summary>
    public string? TenantId { get; set; }

    /// <summary>The Entra object id within <see cref="TenantId"/>, as authenticated activities carry it.</summary>
    public string? EntraObjectId { get; set; }

    /// <summary>
    /// How the channel reaches this person; written and read by the host alone, with every sign of life (setting it ends
    /// <see cref="Suppressed"/>, also when it stays the same). None until they wrote or installed the bot.
    /// </summary>
    public Address? Address
    {
        get;
        set
        {
            field = value;
            Suppressed = null;
        }
    }

    /// <summary>Why nothing is sent to this person until they write or install the bot again; set by the delivery worker.</summary>
    public FailureReason? Suppressed { get; set; }

    /// <summary>Lower case. Imported or reported by the connector, never taken from a text.</summary>
    public string? Email { get; set; }

    public string Name { get; set; } = "";
    public string? Role { get; set; }

    public OrganisationId? OrganisationId { get; set; }

    /// <summary>How it is known that the person belongs to <see cref="OrganisationId"/>; until confirmed it is shown as "says" and opens nothing.</summary>
    public OrganisationProof OrganisationProof { get; set; }

    /// <summary>The kind of organisation a person gave when asked for no more than that.</summary>
    public OrganisationKind? SaysKind { get; set; }

    public string? Country { get; set; }

    /// <summary>IANA name; none = the network's default zone.</summary>
    public string? Zone { get; set; }

    /// <summary>The hours this person works, by the clock of their zone; none = the usual ones.</summary>
    public WorkingHours? WorkingHours { get; set; }

    /// <summary>The language the bot writes to this person in.</summary>
    public Language Language { get; set; } = Language.English;

    /// <summary>Languages the person can talk in, best first.</summary>
    public List<Language> Languages { get; set; } = [];

    public List<string> Offers { get; set; } = [];
    public List<string> Topics { get; set; } = [];

    /// <summary>What bears out those of <see cref="Topics"/> that anything does; at most one for a topic.</summary>
    public List<TopicEvidence> TopicEvidence { get; set; } = [];

    public Visibility Visibility { get; set; } = Visibility.Unlisted;
    public MemberState State { get; set; } = MemberState.Met;
    public List<Consent> Consents { get; set; } = Profile.ConsentDefaults.Given;
    public List<Role> Roles { get; set; } = [];

    /// <summary>Kinds of messages for many that this person wants none of, beside <see cref="Consent.Broadcasts"/> for all kinds.</summary>
    public List<BroadcastKind> Unwanted { get; set; } = [];

    public AmbassadorState Ambassador { get; set; }
    public DateTimeOffset? AmbassadorSince { get; set; }

    /// <summary>Requests a month this person takes, 1 to 20; a declined one counts too.</summary>
    public int MonthlyCap { get; set; } = DefaultMonthlyCap;

    public const int DefaultMonthlyCap = 3;

    /// <summary>Who is asked first in this ambassador's place while they are away or paused.</summary>
    public MemberId? DeputyId { get; set; }

    /// <summary>No request and nothing unasked before this instant.</summary>
    public DateTimeOffset? AwayUntil { get; set; }

    /// <summary>While <see cref="MemberState.Paused"/>: when requests may come again by themselves; none = when the person says so.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>Since when the person wants nothing they did not ask for: no news, no questions, no requests.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>When an organiser first took this imported person into an invitation.</summary>
    public DateTimeOffset? InvitedAt { get; set; }

    /// <summary>While <see cref="MemberState.Invited"/>: since when a question's best evidence points to this person, so that their invitation goes first.</summary>
    public DateTimeOffset? WantedAt { get; set; }

    /// <summary>Imported, and nobody knows yet whether they agree: what the import told of them is deleted at this instant.</summary>
    public DateTimeOffset? AnswerDue { get; set; }

    /// <summary>The import that brings it: nobody sees it before that is published, and all of a file is seen at once.</summary>
    public ImportId? StagedBy { get; set; }

    /// <summary>What the last import said, field by field, so that the next one tells what was changed here since; none = never imported.</summary>
    public string? ImportMarks { get; set; }

    /// <summary>When the person was last asked whether they are still at their organisation, or said so.</summary>
    public DateTimeOffset? PlaceCheckedAt { get; set; }

    public DateTimeOffset? WelcomedAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }

    public bool Has(Consent consent) => Consents.Contains(consent);

    public bool Has(Role role) => Roles.Contains(role);

    /// <summary>The organisation counts: confirmed by an import, by the e-mail domain, by its entry point or by an organiser.</summary>
    public bool OrganisationConfirmed => OrganisationId is not null && OrganisationProof != OrganisationProof.Claimed;

    /// <summary>
    /// May be named or described in an answer and may be asked. Not findable or not contactable is hidden; paused, left,
    /// erased and only invited people are too, and whoever asked to become an ambassador until organisers have decided.
    /// </summary>
    public bool CanBeSuggested(DateTimeOffset now) =>
        (State == MemberState.Active || (State == MemberState.Paused && !IsPaused(now)))
        && Has(Consent.Findable) && Has(Consent.Contactable) && Ambassador != AmbassadorState.Applied && StoppedAt is null && !IsAway(now);

    /// <summary>An ambassador who would be asked, were they not away or paused: their deputy is asked in their place.</summary>
    public bool IsRepresented(DateTimeOffset now) =>
        Ambassador == AmbassadorState.Confirmed && DeputyId is not null && HasJoined && (IsAway(now) || IsPaused(now))
        && Has(Consent.Findable) && Has(Consent.Contactable) && StoppedAt is null;

    /// <summary>Joined, and neither left nor only met.</summary>
    public bool HasJoined => State is MemberState.Active or MemberState.Paused;

    public bool IsAway(DateTimeOffset now) => AwayUntil > now;

    public bool IsPaused(DateTimeOffset now) => State == MemberState.Paused && !(PausedUntil <= now);

    /// <summary>No requests; only who has joined has anything to pause.</summary>
    /// <param name="until">None = until they resume.</param>
    public void Pause(DateTimeOffset? until)
    {
        if (State == MemberState.Active) State = MemberState.Paused;
        PausedUntil = until;
    }

    /// <summary>The time of an absence or a pause has run out.</summary>
    public bool EndAbsence(DateTimeOffset now)
    {
        var (back, goesOn) = (AwayUntil <= now, PausedUntil <= now);
        if (back) AwayUntil = null;
        if (goesOn)
        {
            PausedUntil = null;
            if (State == MemberState.Paused) State = MemberState.Active;
        }

        return back || goesOn;
    }

    /// <summary>Back from a pause, an absence or a "stop".</summary>
    public void Resume()
    {
        if (State == MemberState.Paused) State = MemberState.Active;
        (PausedUntil, AwayUntil, StoppedAt) = (null, null, null);
    }

    /// <summary>
    /// Agrees to be a member, with just these consents beside those already there. What an import proposed takes effect: who
    /// was proposed as an ambassador is one.
    /// </summary>
    public void Join(IEnumerable<Consent> consents, DateTimeOffset now)
    {
        if (!HasJoined) State = MemberState.Active;
        foreach (var consent in consents) Give(consent);
        if (AnswerDue is not null && Ambassador == AmbassadorState.Applied) BecomeAmbassador(now);
        (AnswerDue, InvitedAt, WantedAt) = (null, null, null);
    }

    /// <summary>Out of every list and no ambassador any more; what the person asked stays theirs.</summary>
    public void Leave()
    {
        State = MemberState.Left;
        (Consents, Roles) = ([], []);
        Visibility = Visibility.Unlisted;
        (PausedUntil, AwayUntil, DeputyId) = (null, null, null);
        if (Ambassador != AmbassadorState.None) Ambassador = AmbassadorState.Retired;
    }

    /// <summary>Works elsewhere from now on: what they were for the old organisation ends, who they are and what they agreed to stays.</summary>
    public void LeavePlace(DateTimeOffset now)
    {
        if (Ambassador != AmbassadorState.None) Ambassador = AmbassadorState.Retired;
        Take(People.Role.OrganisationOrganiser);
        (OrganisationId, OrganisationProof, SaysKind, DeputyId, PlaceCheckedAt) = (null, OrganisationProof.Claimed, null, null, now);
    }

    /// <summary>
    /// Does not want what an import told of them: all of that is forgotten, and what is left is somebody who wrote.
    /// </summary>
    public void ForgetImport()
    {
        (OrganisationId, OrganisationProof, Role, Country, WorkingHours, DeputyId) = (null, OrganisationProof.Claimed, null, null, null, null);
        (Languages, Topics, TopicEvidence, Offers, Visibility) = ([], [], [], [], Visibility.Unlisted);
        (Ambassador, AmbassadorSince, MonthlyCap) = (AmbassadorState.None, null, DefaultMonthlyCap);
        (AnswerDue, InvitedAt, WantedAt) = (null, null, null);
    }

    /// <summary>Adds a topic, or tells anew what bears it out.</summary>
    public void AddTopic(string topic, CaseId? @case, int? years, DateOnly today)
    {
        if (!Topics.Contains(topic)) Topics = [.. Topics, topic];
        var others = TopicEvidence.Where(evidence => evidence.Topic != topic);
        TopicEvidence = @case is null && years is null ? [.. others] : [.. others, new TopicEvidence(topic, @case, years, today)];
    }

    /// <summary>Takes a topic or an offer off, with what bears it out.</summary>
    public void Drop(string topicOrOffer)
    {
        Topics = [.. Topics.Where(one => one != topicOrOffer)];
        Offers = [.. Offers.Where(one => one != topicOrOffer)];
        TopicEvidence = [.. TopicEvidence.Where(one => one.Topic != topicOrOffer)];
    }

    /// <summary>Says to belong to an organisation: confirmed only if the address that the channel reported is one of its own.</summary>
    public void Claim(Organisation organisation) =>
        JoinOrganisation(organisation, organisation.HasDomainOf(Email) ? OrganisationProof.EmailDomain : OrganisationProof.Claimed);

    /// <summary>Belongs to an organisation, as proven as that; what was said of a kind is of no more use.</summary>
    public void JoinOrganisation(Organisation organisation, OrganisationProof proof) => JoinOrganisation(organisation.Id, proof);

    internal void JoinOrganisation(OrganisationId organisation, OrganisationProof proof)
    {
        OrganisationId = organisation;
        OrganisationProof = proof;
        SaysKind = null;
    }

    public void Give(Consent consent)
    {
        if (!Consents.Contains(consent)) Consents = [.. Consents, consent];
    }

    public void Give(Role role)
    {
        if (!Roles.Contains(role)) Roles = [.. Roles, role];
    }

    public void Take(Role role) => Roles = [.. Roles.Where(had => had != role)];

    public void BecomeAmbassador(DateTimeOffset now)
    {
        if (Ambassador == AmbassadorState.Confirmed) return;
        Ambassador = AmbassadorState.Confirmed;
        AmbassadorSince = now;
    }

    /// <summary>No ambassador and not to be asked any more; what the person knows stays on their profile.</summary>
    public void Retire()
    {
        Ambassador = AmbassadorState.Retired;
        DeputyId = null;
        Withdraw(Consent.Contactable);
    }

    public void Withdraw(Consent consent) => Consents = [.. Consents.Where(given => given != consent)];
}

/// <summary>What bears out a topic somebody names.</summary>
/// <param name="Case">A case they carried or wrote.</param>
/// <param name="Years">How long they have dealt with it, 1 to 60.</param>
/// <param name="ConfirmedOn">When they said so.</param>
public sealed record TopicEvidence(string Topic, CaseId? Case, int? Years, DateOnly ConfirmedOn);

/// <summary>An opaque text by which the host reaches somebody; no other room looks inside.</summary>
public readonly record struct Address(string Value);

/// <summary><c>Met</c> wrote but has not joined; joined are <c>Active</c> and <c>Paused</c>.</summary>
public enum MemberState { Invited, Met, Active, Paused, Left, Erased }

public enum AmbassadorState { None, Applied, Confirmed, Retired }

public enum OrganisationProof { Claimed, Import, EmailDomain, EntryPoint, Organiser }

/// <summary>How somebody findable is shown: to all by name, by name inside their own organisation, or only as a kind of organisation.</summary>
public enum Visibility { Listed, Organisation, Unlisted }

/// <summary>What a person agreed to; each is given and withdrawn by itself and takes effect in the same request.</summary>
public enum Consent { Findable, Contactable, CaseContact, CheckIns, Broadcasts }

/// <summary>Rights granted by an organiser or administrator, in the chat or on the command line.</summary>
public enum Role { Organiser, OrganisationOrganiser, Juror, ContactPoint, Administrator }
