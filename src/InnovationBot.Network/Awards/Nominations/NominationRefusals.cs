using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>Why something about a nomination was not done.</summary>
public static class NominationRefusals
{
    public static readonly Refusal CallNotYetOpen = new("NominationCallNotYetOpen");
    public static readonly Refusal MendFirst = new("NominationMendFirst");
    public static readonly Refusal MendLate = new("NominationMendLate");

    /// <summary>The call has not opened, or closed, at <c>at</c>.</summary>
    public static Refusal CallNotOpen(AwardRound round, DateTimeOffset now) =>
        round.CallClosesAt <= now ? new Refusal("NominationCallClosed").With("at", round.Clock(round.CallClosesAt.Value)) : CallNotYetOpen;

    /// <summary>What was asked for can still come.</summary>
    public static Refusal MendRunning(AwardRound round, DateTimeOffset until) => new Refusal("NominationMendRunning").With("until", round.Clock(until));
}
