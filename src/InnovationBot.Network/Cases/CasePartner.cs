namespace InnovationBot.Network.Cases;

/// <summary>A partner that an author named. Nobody is shown as a partner before they confirmed it.</summary>
public sealed class CasePartner
{
    public CasePartnerId Id { get; init; }
    public CaseId CaseId { get; init; }

    /// <summary>Order as named, 0 first.</summary>
    public int Position { get; set; }

    public required string Name { get; init; }
    public Sector? Sector { get; set; }

    /// <summary>The organisation of this name, when the network knows it.</summary>
    public OrganisationId? OrganisationId { get; set; }

    /// <summary>Who is asked, or has answered; of one only <see cref="PartnerState.Named"/>, who will be once they may read the case. None when nobody is known.</summary>
    public MemberId? MemberId { get; set; }

    public PartnerState State { get; private set; } = PartnerState.Named;
    public DateTimeOffset? AskedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; set; }

    public bool IsConfirmed => State == PartnerState.Confirmed;

    public void Ask(MemberId member, DateTimeOffset now) => (MemberId, State, AskedAt) = (member, PartnerState.Asked, now);

    /// <summary>They may not read the case yet, and are not asked before they may.</summary>
    public void Expect(MemberId member) => MemberId = member;

    /// <param name="by">Sender of the authenticated activity: only who was asked answers, and may change the answer.</param>
    /// <param name="confirmed">Whether it is true.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Answer(MemberId by, bool confirmed, DateTimeOffset now)
    {
        if (by != MemberId) return Refusal.NotYours;
        (State, AnsweredAt) = (confirmed ? PartnerState.Confirmed : PartnerState.Declined, now);
        return null;
    }
}

/// <summary><c>Named</c>: nobody could be asked yet.</summary>
public enum PartnerState { Named, Asked, Confirmed, Declined }
