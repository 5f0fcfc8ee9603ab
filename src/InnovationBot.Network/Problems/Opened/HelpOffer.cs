using System.Text.Json.Serialization;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>
/// "I can help": somebody who read an open problem offers it, in a few words. Only on the owner's yes does either see the
/// other's name.
/// </summary>
public sealed class HelpOffer
{
    /// <summary>Characters of the text.</summary>
    public const int MaxText = 1000;

    /// <summary>Offers of one person that may wait for an answer at once.</summary>
    public const int MostOpen = 3;

    /// <summary>Working days of the owner until an offer without an answer lapses.</summary>
    public const int LapseAfterWorkingDays = 10;

    public HelpOfferId Id { get; init; }
    public ProblemId ProblemId { get; init; }

    /// <summary>Who offers.</summary>
    public MemberId GiverId { get; init; }

    public required string Text { get; set; }
    public Language Language { get; init; }
    public HelpOfferState State { get; private set; } = HelpOfferState.Waiting;
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it lapses; none once it ended.</summary>
    public DateTimeOffset? LapseDue { get; private set; }

    /// <summary>Both names, once the owner said yes.</summary>
    public IntroductionId? IntroductionId { get; private set; }

    public int Version { get; set; }

    public bool IsWaiting => State == HelpOfferState.Waiting;

    public static HelpOffer Of(HelpOfferId id, ProblemId problem, MemberId giver, string text, Language language, DateTimeOffset now, DateTimeOffset lapseDue) => new()
    {
        Id = id, ProblemId = problem, GiverId = giver, Text = text, Language = language, CreatedAt = now, LapseDue = lapseDue,
    };

    /// <summary>Ends it, whoever or whatever did; <see cref="Refusal.NoLongerOpen"/> when it had ended otherwise before.</summary>
    public Refusal? End(HelpOfferState state, DateTimeOffset now)
    {
        if (State == state) return null;
        if (!IsWaiting) return Refusal.NoLongerOpen;
        (State, EndedAt, LapseDue) = (state, now, null);
        return null;
    }

    /// <summary>The owner says yes.</summary>
    public Refusal? Accept(IntroductionId introduction, DateTimeOffset now)
    {
        if (End(HelpOfferState.Accepted, now) is { } refusal) return refusal;
        IntroductionId = introduction;
        return null;
    }
}

/// <summary><c>Ended</c>: the problem was closed, or is open to this person no longer. To a giver declined, lapsed and ended read the same.</summary>
public enum HelpOfferState { Waiting, Accepted, Declined, Withdrawn, Lapsed, Ended }

[JsonConverter(typeof(EntityIdJson<HelpOfferId>))]
public readonly record struct HelpOfferId(Guid Value) : IEntityId<HelpOfferId>
{
    public static HelpOfferId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}
