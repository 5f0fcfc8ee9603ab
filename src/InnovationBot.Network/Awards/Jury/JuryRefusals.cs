using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>Why something of the jury's work was not done.</summary>
public static class JuryRefusals
{
    public static readonly Refusal NotOfJury = new("JuryNotOfJury");
    public static readonly Refusal NotOpen = new("JuryNotOpen");
    public static readonly Refusal Conflict = new("JuryConflict");
    public static readonly Refusal NotGiven = new("JuryNotGiven");
    public static readonly Refusal DeclareFirst = new("JuryDeclareFirst");
    public static readonly Refusal ScoreMissing = new("JuryScoreMissing");
    public static readonly Refusal ScoreOutOfRange = new("JuryScoreOutOfRange");
    public static readonly Refusal ScoresHidden = new("JuryScoresHidden");
    public static readonly Refusal AlreadyJuror = new("JuryAlreadyJuror");

    /// <summary>Scores were taken until <c>at</c>.</summary>
    public static Refusal Closed(AwardRound round) => new Refusal("JuryClosed").With("at", round.Clock(round.JuryClosesAt ?? default));
}
