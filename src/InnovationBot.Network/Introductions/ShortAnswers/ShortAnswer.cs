namespace InnovationBot.Network.Introductions.ShortAnswers;

/// <summary>
/// An answer in writing that stays for others: the problem in one sentence, the answer, what kind of organisation it came
/// from, and when. Nobody finds it before both sides agreed to exactly this text.
/// </summary>
public sealed class ShortAnswer
{
    /// <summary>One sentence, in characters.</summary>
    public const int LongestProblem = 300;

    public const int LongestText = Introduction.MaxMessage;

    public ShortAnswerId Id { get; init; }

    /// <summary>One short answer of each.</summary>
    public IntroductionId IntroductionId { get; init; }

    public MemberId TakerId { get; init; }
    public MemberId GiverId { get; init; }
    public required string Problem { get; set; }
    public required string Text { get; set; }
    public Language Language { get; set; }

    /// <summary>Of the organisation the answer came from, as it was known then.</summary>
    public OrganisationKind? Kind { get; init; }

    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Counts the texts: an agreement is to one of them.</summary>
    public int Edition { get; private set; }

    public DateTimeOffset? TakerAgreedAt { get; private set; }
    public DateTimeOffset? GiverAgreedAt { get; private set; }
    public int Version { get; set; }

    /// <summary>Both agreed: others find it.</summary>
    public bool IsShown => TakerAgreedAt is not null && GiverAgreedAt is not null;

    public bool AgreedBy(MemberId side) => side == TakerId ? TakerAgreedAt is not null : side == GiverId && GiverAgreedAt is not null;

    public MemberId Other(MemberId side) => side == TakerId ? GiverId : TakerId;

    /// <summary>Another text: whoever writes it agrees to it, and the other side is asked anew.</summary>
    /// <param name="by">Sender of the authenticated activity.</param>
    public Refusal? Write(MemberId by, string problem, string text, Language language, DateTimeOffset now)
    {
        if (by != TakerId && by != GiverId) return Refusal.NotYours;
        if (string.IsNullOrWhiteSpace(problem) || string.IsNullOrWhiteSpace(text)) return IntroductionRefusals.TextMissing;
        if (problem.Length > LongestProblem || text.Length > LongestText) return IntroductionRefusals.TextTooLong;
        if (Edition > 0 && Problem == problem.Trim() && Text == text.Trim()) return Agree(by, Edition, now);

        (Problem, Text, Language, Edition) = (problem.Trim(), text.Trim(), language, Edition + 1);
        TakerAgreedAt = by == TakerId ? now : null;
        GiverAgreedAt = by == GiverId ? now : null;
        return null;
    }

    /// <param name="edition">The text that was shown; another one has to be read first.</param>
    public Refusal? Agree(MemberId by, int edition, DateTimeOffset now)
    {
        if (by != TakerId && by != GiverId) return Refusal.NotYours;
        if (edition != Edition) return Refusal.NoLongerOpen;
        if (by == TakerId) TakerAgreedAt ??= now;
        if (by == GiverId) GiverAgreedAt ??= now;
        return null;
    }
}
