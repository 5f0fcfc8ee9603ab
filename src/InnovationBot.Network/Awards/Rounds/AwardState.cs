namespace InnovationBot.Network.Awards.Rounds;

/// <summary>
/// Where a round stands. <c>Draft -its call opens-> Call -> Endorsement -> Eligibility -> Jury -decided-> Decided -announced-> Announced</c>:
/// the first changes come with their dates, the last two are acts of people.
/// </summary>
public enum AwardState { Draft, Call, Endorsement, Eligibility, Jury, Decided, Announced }

/// <summary>What may be nominated: work that was done, whatever came of it; or a problem nobody has solved, which is not asked for results.</summary>
public enum AwardTrack { Initiative, Challenge }

/// <summary>The dates of a round that can be put off.</summary>
public enum AwardDate { CallOpens, CallCloses, EndorsementsClose, EligibilityCloses, JuryCloses, Announce }
