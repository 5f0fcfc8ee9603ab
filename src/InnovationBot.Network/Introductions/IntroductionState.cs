namespace InnovationBot.Network.Introductions;

/// <summary>Where an introduction stands; see docs of <see cref="Introduction"/> for the moves between them.</summary>
public enum IntroductionState
{
    /// <summary>The taker approved the text; the request has not reached the giver yet.</summary>
    TakerAgreed,
    GiverAsked,

    /// <summary>The giver asked one question; their timers stand still until it is answered.</summary>
    TakerQuestioned,

    /// <summary>The giver answered in writing; names stay as disclosed so far.</summary>
    Answered,
    Introduced,

    /// <summary>Both were asked whether they talked.</summary>
    FollowedUp,
    Closed,
    Declined,
    Redirected,
    Lapsed,
    Withdrawn,
    Cancelled,
}

/// <summary>How an introduction ended.</summary>
public enum IntroductionEnd { Useful, NotUseful, NoContact, Declined, Lapsed, Redirected, Withdrawn, Cancelled }

/// <summary>Whether the taker's name goes out with the request or only after a yes.</summary>
public enum Disclosure { NameNow, NameAfterYes }

public enum IntroductionKind
{
    /// <summary>A person who has done something about the problem.</summary>
    Match,

    /// <summary>Somebody at a contact desk, who talks with whoever passed a problem there; counts against no limit of theirs.</summary>
    ContactPoint,

    /// <summary>The giver offered help with an open problem of their own accord; counts against no limit of theirs.</summary>
    Offered,
}

/// <summary>Why a giver says no. It is not kept and never shown to the taker: it only decides what the giver is offered next.</summary>
public enum DeclineReason { NotNow, NotMyTopic }

/// <summary>What became of a talk.</summary>
public enum TalkReport { Useful, NotUseful, NoContact }

public enum IntroductionSide { Taker, Giver }
