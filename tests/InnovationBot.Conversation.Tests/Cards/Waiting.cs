using InnovationBot.Conversation.Cases.Upkeep;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Upkeep;
using Case = InnovationBot.Network.Cases.Case;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>What of the library waits for an organiser, and what those who know a case are asked.</summary>
internal static class Waiting
{
    private static readonly Case Bare = new()
    {
        Id = Answers.Id<CaseId>(7), Key = "bare", Title = "One desk for five permits", Problem = "People went to five desks.", WhatWasDone = "We moved together.", Outcome = Outcome.Partly,
        Language = Language.English,
    };

    public static readonly UpkeepDraft Draft = new(Bare, CaseQuestionKind.StillTrue, Answers.Listed, Answers.Unlisted, null);

    public static IReadOnlyList<OrganiseSection> Rows(Reading reading) =>
    [
        .. ReportRows.For([new WaitingReport(Reported.ToOrganiser.Report, "A call before the application saved eight weeks")], reading),
        .. CaseRows.For(
        new UpkeepList(
            [new WaitingCase(Bare.Id, Bare.Title, CaseQuestionKind.Complete, 1, null)], 12,
            [new WaitingCase(Bare.Id, Bare.Title, CaseQuestionKind.StillTrue, 31, CardSituations.Now)], 3),
        reading),
    ];

    public static UpkeepAsked Question(CaseQuestionKind kind, CaseAnswer? answer)
    {
        var question = new CaseQuestion { Id = Answers.Id<CaseQuestionId>(60), CaseId = Bare.Id, Kind = kind, AskedId = Answers.Id<MemberId>(50), AskedAt = CardSituations.Now };
        if (answer is { } said) question.Say(Answers.Id<MemberId>(50), said, CardSituations.Now);
        return new UpkeepAsked(question, Bare);
    }
}
