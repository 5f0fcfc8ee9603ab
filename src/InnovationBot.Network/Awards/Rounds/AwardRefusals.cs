namespace InnovationBot.Network.Awards.Rounds;

/// <summary>Why something about a round was not done, or cannot be taken as it was written.</summary>
public static class AwardRefusals
{
    public static readonly Refusal OrganisersOnly = new("AwardOrganisersOnly");
    public static readonly Refusal NotInEligibility = new("AwardNotInEligibility");
    public static readonly Refusal ScoringNotOver = new("AwardScoringNotOver");
    public static readonly Refusal NotDecided = new("AwardNotDecided");

    /// <summary>Once the call is open the categories stand, and what they are scored by.</summary>
    public static readonly Refusal CategoriesFixed = new("AwardCategoriesFixed");

    /// <summary>Dates of a published round are put off one by one, so that those concerned hear of it.</summary>
    public static readonly Refusal DatesFixed = new("AwardDatesFixed");
    public static readonly Refusal DatePast = new("AwardDatePast");

    /// <summary>A deadline is only ever put off.</summary>
    public static readonly Refusal DateEarlier = new("AwardDateEarlier");
    public static readonly Refusal PhaseOver = new("AwardPhaseOver");
    public static readonly Refusal NameTwice = new("AwardNameTwice");
    public static readonly Refusal AnchorsCount = new("AwardAnchorsCount");
    public static readonly Refusal WeightNoNumber = new("AwardWeightNoNumber");
    public static readonly Refusal NotDraft = new("AwardNotDraft");

    /// <summary>Somebody named to the jury who has not the role.</summary>
    public static Refusal NoJuror(string email) => new Refusal("AwardNoJuror").With("email", Short(email));

    public static Refusal PersonUnknown(string email) => new Refusal("AwardPersonUnknown").With("email", Short(email));

    public static Refusal TooMany(int most) => new Refusal("AwardTooMany").With("most", most);

    public static Refusal NoNumber(int least, int most) => new Refusal("AwardNoNumber").With("least", least).With("most", most);

    /// <summary>Not after the date before it.</summary>
    public static Refusal DatesOrder(AwardDate before) => new Refusal("AwardDatesOrder").With("field", Vocabulary.Write(before));

    /// <summary>Nominations are being mended until then.</summary>
    public static Refusal MendsRunning(AwardRound round, int count, DateTimeOffset until) => new Refusal("AwardMendsRunning").With("count", count).With("until", round.Clock(until));

    /// <summary>The time for objections is not over.</summary>
    public static Refusal ObjectionsRunning(AwardRound round) => new Refusal("AwardObjectionsRunning").With("until", round.Clock(round.ObjectionsEndAt ?? default));

    private static string Short(string text) => text.Length <= 80 ? text : $"{text[..80]}…";
}
