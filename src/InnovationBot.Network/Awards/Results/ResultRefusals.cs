namespace InnovationBot.Network.Awards.Results;

/// <summary>Why something about finding and telling the winners was not done.</summary>
public static class ResultRefusals
{
    public static readonly Refusal FactConflict = new("AwardFactConflict");
    public static readonly Refusal FactFinalistsOnly = new("AwardFactFinalistsOnly");
    public static readonly Refusal FactIncomplete = new("AwardFactIncomplete");
    public static readonly Refusal FactDateAhead = new("AwardFactDateAhead");
    public static readonly Refusal FactAnswered = new("AwardFactAnswered");
    public static readonly Refusal ReasonNeeded = new("AwardReasonNeeded");
    public static readonly Refusal NotAnnounced = new("AwardNotAnnounced");
    public static readonly Refusal NoFeedback = new("AwardNoFeedback");
    public static readonly Refusal WinnersOfOther = new("AwardWinnersOfOther");
    public static readonly Refusal DecidedAlready = new("AwardDecidedAlready");

    /// <summary>Finalists whose claimed results nobody has checked.</summary>
    public static Refusal FactsMissing(int count) => new Refusal("AwardFactsMissing").With("count", count);

    public static Refusal TooManyWinners(int most) => new Refusal("AwardTooManyWinners").With("most", most);

    /// <summary>Nothing was decided in it.</summary>
    public static Refusal CategoryOpen(string category) => new Refusal("AwardCategoryOpen").With("category", category);
}
