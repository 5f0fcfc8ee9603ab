namespace InnovationBot.Network.Awards.Nominations;

/// <summary>A partner of another organisation, as the nominator named it; credited only once it said that it is true.</summary>
public sealed class NominationPartner
{
    public NominationPartnerId Id { get; init; }
    public NominationId NominationId { get; init; }

    /// <summary>Of the organisation, as written.</summary>
    public required string Name { get; set; }

    public Tier? Tier { get; set; }
    public OrganisationId? OrganisationId { get; set; }

    /// <summary>Who is asked; none when nobody the network knows can answer.</summary>
    public MemberId? MemberId { get; set; }

    public NominationPartnerState State { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; set; }

    public bool IsConfirmed => State == NominationPartnerState.Confirmed;

    public void Ask(MemberId member)
    {
        MemberId = member;
        if (State == NominationPartnerState.Named) State = NominationPartnerState.Asked;
    }

    /// <summary>Also after an earlier answer: a partner may say otherwise.</summary>
    public Refusal? Answer(MemberId by, bool confirmed, DateTimeOffset now)
    {
        if (by != MemberId) return Refusal.NotYours;
        (State, AnsweredAt) = (confirmed ? NominationPartnerState.Confirmed : NominationPartnerState.Declined, now);
        return null;
    }
}

public enum NominationPartnerState { Named, Asked, Confirmed, Declined }
