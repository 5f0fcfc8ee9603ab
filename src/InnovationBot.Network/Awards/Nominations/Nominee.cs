namespace InnovationBot.Network.Awards.Nominations;

/// <summary>Somebody whose work is nominated. Says yes or no before anybody but the nominator and organisers reads of it; who says no is erased.</summary>
public sealed class Nominee
{
    public NomineeId Id { get; init; }
    public NominationId NominationId { get; init; }
    public MemberId MemberId { get; init; }
    public NomineeState State { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Title and organisation may be shown before the announcement, to people who may endorse.</summary>
    public bool ShownForEndorsement { get; private set; }

    /// <summary>May be named when the results are told.</summary>
    public bool MayBeMentioned { get; private set; }

    /// <summary>The problem may be opened to others, as this person's own, once the round is announced.</summary>
    public bool OpensProblem { get; private set; }

    /// <summary>How the offer to join as a contact for the topic was answered; it has no effect on anything else.</summary>
    public ContactOffer ContactOffer { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }

    public bool HasAccepted => State == NomineeState.Accepted;

    public Refusal? Accept(MemberId by, NomineeConsents consents, DateTimeOffset now)
    {
        if (by != MemberId) return Refusal.NotYours;
        (State, AnsweredAt) = (NomineeState.Accepted, AnsweredAt ?? now);
        (ShownForEndorsement, MayBeMentioned, OpensProblem) = (consents.ShownForEndorsement, consents.MayBeMentioned, consents.OpensProblem);
        return null;
    }
}

/// <summary>What a nominee agrees to beside being nominated, each by itself.</summary>
public readonly record struct NomineeConsents(bool ShownForEndorsement, bool MayBeMentioned, bool OpensProblem);

public enum NomineeState { Asked, Accepted }

public enum ContactOffer { NotOffered, Offered, Accepted, Declined }
