namespace InnovationBot.Network.Awards.Rounds;

/// <summary>Why something about a round was not done, or cannot be taken as it was written.</summary>
public static class AwardRefusals
{
    public static readonly Refusal NotInEligibility = new("AwardNotInEligibility");
    public static readonly Refusal ScoringNotOver = new("AwardScoringNotOver");
    public static readonly Refusal NotDecided = new("AwardNotDecided");

    /// <summary>The time for objections is not over.</summary>
    public static Refusal ObjectionsRunning(AwardRound round) => new Refusal("AwardObjectionsRunning").With("until", round.Clock(round.ObjectionsEndAt ?? default));
}
