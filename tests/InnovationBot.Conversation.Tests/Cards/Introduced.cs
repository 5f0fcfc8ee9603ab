using InnovationBot.Network;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>One introduction about the permit problem, from draft to both sides' names.</summary>
internal static class Introduced
{
    private const string Blurb = "People wait eleven weeks for a building permit, half of the files come back incomplete, and nobody answers the phone.";

    public static readonly IntroductionDraft Draft = new(
        Answers.Id<SuggestionId>(12), Answers.Problem.Id, Answers.Listed, [Reason.Of(ReasonKind.CarriedCase, ("title", "A call before the application"), ("year", "2022"))],
        OrganisationMissing: true, Organisation: null, Kind: null, [Language.English], NotOwnOrganisation: false, Blurb, CardSituations.Now.AddDays(7)) { Language = Language.English };

    /// <summary>As the giver sees it while it is open.</summary>
    public static readonly IntroductionView Request = new(
        Answers.Id<IntroductionId>(20), Answers.Problem.Id, IntroductionSide.Giver, IntroductionStage.Asked, IntroductionKind.Match,
        Blurb, Language.English, Answers.Unlisted, Contact: null, [Reason.Of(ReasonKind.CarriedCase, ("title", "A call before the application"), ("year", "2022"))],
        Question: null, QuestionAnswer: null, WrittenAnswer: null,
        CardSituations.Now, CardSituations.Now, CardSituations.Now.AddDays(7), IntroducedAt: null, Reminded: false, OwnReport: null, AskedLastQuarter: 2,
        Acts(IntroductionAct.Accept, IntroductionAct.AnswerInWriting, IntroductionAct.AskOneQuestion, IntroductionAct.Redirect, IntroductionAct.Decline, IntroductionAct.PauseRequests));

    /// <summary>As the taker sees it while it waits.</summary>
    public static readonly IntroductionView Sent = Request with
    {
        Side = IntroductionSide.Taker,
        Other = Answers.Listed,
        AskedLastQuarter = null,
        Acts = Acts(IntroductionAct.Withdraw),
    };

    /// <summary>Both said yes.</summary>
    public static IntroductionView Both(IntroductionSide side) => Request with
    {
        Side = side,
        Stage = IntroductionStage.Introduced,
        Other = Answers.Listed,
        Contact = new IntroductionContact(Answers.Id<MemberId>(30), "Ana Kovač", "ana.kovac@lipovec.example", "a1", SameTenant: false),
        AskedLastQuarter = null,
        Acts = Acts(IntroductionAct.ReportInTouch, IntroductionAct.ReportTalk, IntroductionAct.NeverAgainWith),
    };

    public static IReadOnlySet<IntroductionAct> Acts(params ReadOnlySpan<IntroductionAct> acts)
    {
        var set = new HashSet<IntroductionAct>();
        foreach (var act in acts) set.Add(act);
        return set;
    }
}
