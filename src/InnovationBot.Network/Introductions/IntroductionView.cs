using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions;

/// <summary>One introduction with exactly what one side may see of it, and what that side may do now.</summary>
/// <param name="Blurb">The text as its taker approved it.</param>
/// <param name="Other">The other side; its languages are those both can talk in.</param>
/// <param name="Contact">How to reach the other side: only once both said yes.</param>
/// <param name="Reasons">Why this giver. The taker's are without anything that points to an unnamed person.</param>
/// <param name="Question">The giver's one question.</param>
/// <param name="QuestionAnswer">The taker's reply to it.</param>
/// <param name="WrittenAnswer">What the giver wrote instead of a talk.</param>
/// <param name="AnswerDue">When the request lapses; for the taker's question when it is withdrawn. None while nothing runs.</param>
/// <param name="AskedLastQuarter">How many requests the giver had in the last 90 days; told to the giver alone.</param>
/// <param name="Acts">What this side may do now.</param>
public sealed record IntroductionView(
    IntroductionId Id, ProblemId Problem, IntroductionSide Side, IntroductionStage Stage, IntroductionKind Kind,
    string Blurb, Language BlurbLanguage, PersonShown Other, IntroductionContact? Contact, IReadOnlyList<Reason> Reasons,
    string? Question, string? QuestionAnswer, string? WrittenAnswer,
    DateTimeOffset CreatedAt, DateTimeOffset? AskedAt, DateTimeOffset? AnswerDue, DateTimeOffset? IntroducedAt, bool Reminded,
    TalkReport? OwnReport, int? AskedLastQuarter, IReadOnlySet<IntroductionAct> Acts)
{
    /// <summary>For the giver: what came of it, as far as the taker lets them read it.</summary>
    public TalkReport? OtherReport { get; init; }

    /// <summary>For the giver: their answer in writing was read, and a talk would help all the same.</summary>
    public bool TalkWanted { get; init; }

    /// <summary>For the giver: the taker reads their name already, since their profile shows it.</summary>
    public bool IsNamedToOther { get; init; }

    /// <summary>For the taker of whom nobody is left to ask: there is a contact desk for them.</summary>
    public bool HasDesk { get; init; }

    /// <summary>The time chosen for the talk, else those offered that can still be.</summary>
    public IReadOnlyList<Times.TalkTimeShown> Times { get; init; } = [];

    public bool May(IntroductionAct act) => Acts.Contains(act);
}

/// <param name="Email">As the connector or an import reported it.</param>
/// <param name="SameTenant">A chat opens without an invitation across tenants.</param>
public sealed record IntroductionContact(MemberId Member, string Name, string? Email, string? EntraObjectId, bool SameTenant);

/// <summary>
/// What a side is told of the state. A taker never learns whether somebody declined, passed on or stayed silent:
/// all of that is <see cref="StillLooking"/>, or <see cref="NobodyLeft"/> when nobody else can be asked.
/// </summary>
public enum IntroductionStage
{
    /// <summary>Waits for the giver's working hours.</summary>
    OnItsWay,
    Asked,
    Questioned,
    Answered,
    Introduced,
    StillLooking,
    NobodyLeft,
    Closed,

    /// <summary>For the giver: what they said themselves.</summary>
    Declined,
    PassedOn,

    /// <summary>For the giver: the time ran out; a late yes may still count.</summary>
    Lapsed,
    Withdrawn,
    Cancelled,
}

/// <summary>What a side may do; each is the name of a use case.</summary>
public enum IntroductionAct
{
    Accept, AnswerInWriting, AskOneQuestion, Redirect, Decline, RemoveTopic, PauseRequests,
    AnswerQuestion, Withdraw, TalkAfterAll, ReportInTouch, ReportTalk, NeverAgainWith, AskOrganiser,
}
