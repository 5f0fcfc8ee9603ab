using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>Why something about a nomination was not done.</summary>
public static class NominationRefusals
{
    public static readonly Refusal CallNotYetOpen = new("NominationCallNotYetOpen");
    public static readonly Refusal MayNotNominate = new("NominationMayNotNominate");
    public static readonly Refusal MayNotBeNominated = new("NominationMayNotBeNominated");
    public static readonly Refusal TooManyDrafts = new Refusal("NominationTooManyDrafts").With("most", WriteNomination.MostDrafts);
    public static readonly Refusal MendFirst = new("NominationMendFirst");
    public static readonly Refusal MendLate = new("NominationMendLate");
    public static readonly Refusal MendTimePast = new("NominationMendTimePast");
    public static readonly Refusal ReasonMissing = new("NominationReasonMissing");
    public static readonly Refusal NotNow = new("NominationNotNow");

    /// <summary>Organisers read and check nominations; they write in none.</summary>
    public static readonly Refusal NotEditable = new("NominationNotEditable");
    public static readonly Refusal OwnNomination = new("NominationOwn");
    public static readonly Refusal AlreadyYours = new("NominationAlreadyYours");
    public static readonly Refusal EndorseClosed = new("NominationEndorseClosed");
    public static readonly Refusal EndorseOwnTeam = new("NominationEndorseOwnTeam");
    public static readonly Refusal EndorsePublicOnly = new("NominationEndorsePublicOnly");
    public static readonly Refusal EndorseSentence = new Refusal("NominationEndorseSentence").With("most", Endorsement.MostSentence);
    public static readonly Refusal PersonalData = new("NominationPersonalData");
    public static readonly Refusal OtherCategory = new("NominationOtherCategory");
    public static readonly Refusal CaseUnknown = new("NominationCaseUnknown");
    public static readonly Refusal EmailUnreadable = new("NominationEmailUnreadable");
    public static readonly Refusal NobodyNamed = new("NominationNobodyNamed");
    public static readonly Refusal TooManyPeople = new Refusal("NominationTooManyPeople").With("most", NominationPeople.MostNominees);
    public static readonly Refusal TooManyLinks = new Refusal("NominationTooManyLinks").With("most", NominationContent.MostLinks);

    /// <summary>The call has not opened, or closed, at <c>at</c>.</summary>
    public static Refusal CallNotOpen(AwardRound round, DateTimeOffset now) =>
        round.CallClosesAt <= now ? new Refusal("NominationCallClosed").With("at", round.Clock(round.CallClosesAt.Value)) : CallNotYetOpen;

    /// <summary>What was asked for can still come.</summary>
    public static Refusal MendRunning(AwardRound round, DateTimeOffset until) => new Refusal("NominationMendRunning").With("until", round.Clock(until));
}
