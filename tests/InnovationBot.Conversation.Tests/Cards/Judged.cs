using InnovationBot.Cards;
using InnovationBot.Conversation.Awards.Jury;
using InnovationBot.Conversation.Awards.Results;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>A round from its jury to its results.</summary>
internal static class Judged
{
    private static readonly DateTimeOffset Opened = CardSituations.Now.AddDays(-40);

    private static readonly AwardCategory Category = new("service", "Service to residents", DefaultCriteria.All, 1);

    private static readonly AwardRound Open = Round(CardSituations.Now.AddDays(9), CardSituations.Now.AddDays(10));

    private static readonly AwardRound Over = Round(CardSituations.Now.AddDays(-2), CardSituations.Now.AddDays(10));

    private static readonly Nomination Calls = Of(1, "One call before the form");

    private static readonly Nomination Letters = Of(2, "Letters that people understand");

    private static readonly AwardJuror Juror = new() { Id = Answers.Id<AwardJurorId>(1), RoundId = Open.Id, Categories = ["service"], DeclaredAt = Opened };

    private static readonly JuryScore Score = new() { NominationId = Calls.Id, JurorId = Juror.Id, Values = [new("relevance", 4), new("impact", 3)], Comment = "Clear about what did not work.", SubmittedAt = Opened };

    public static readonly IReadOnlyDictionary<string, Func<Reading, AdaptiveCard>> Situations = new Dictionary<string, Func<Reading, AdaptiveCard>>
    {
        ["jury-list"] = reading => JuryListCard.For(new JuryList(Open, Juror, [new JuryWork(Letters, null), new JuryWork(Calls, Score)], 2, reading.Now), reading),
        ["jury-list-declare"] = reading => JuryListCard.For(new JuryList(Open, new AwardJuror { Id = Juror.Id, RoundId = Open.Id }, [], 0, reading.Now), reading),
        ["jury-list-done"] = reading => JuryListCard.For(new JuryList(Over, Juror, [new JuryWork(Calls, Score)], 0, reading.Now), reading),
        ["jury-declare"] = reading => DeclareCard.For(new DeclarePage(Open, [new DeclareRow(Calls.Id, Calls.Content.Title, "Občina Lipovec", ConflictKind.SameOrganisation, false), new DeclareRow(Letters.Id, Letters.Content.Title, null, null, true)], 1, 2), reading),
        ["jury-nomination"] = reading => JuryNominationCard.For(Page(Open, null), reading),
        ["jury-score"] = reading => ScoreCard.For(Page(Open, Score), reading),
        ["jury-people"] = reading => JuryPeopleCard.For(new JuryPeople(Open,
            [new JurorProgress(Juror.Id, "Ana Kovač", 12, 7, true, false, true), new JurorProgress(Answers.Id<AwardJurorId>(2), "Jan Peeters", 13, 0, false, false, true), new JurorProgress(Answers.Id<AwardJurorId>(3), null, 0, 2, true, true, true)],
            new JuryReadiness([new CategoryMissing("Service to residents", 3, 1)], 20, 14, 9, 1), true), reading),
        ["award-ranking"] = reading => RankingCard.For(Ranking(Over, mayDecide: true), reading),
        ["award-ranking-juror"] = reading => RankingCard.For(Ranking(Over, mayDecide: false) with { Hidden = 1 }, reading),
        ["award-decide"] = reading => DecideCard.For(Ranking(Over, mayDecide: true), reading),
        ["award-facts"] = reading => FactsCard.For(new FactsView(Over, Calls, [Fact(null)], MayRecord: true, MayAnswer: false), reading, organises: true),
        ["award-facts-team"] = reading => FactsCard.For(new FactsView(Over, Calls, [Fact(null)], MayRecord: false, MayAnswer: true), reading, organises: false),
        ["award-results"] = reading => ResultsCard.For(new AwardResults(Over, [new AwardResult(Calls, Category.Name, true, "Občina Lipovec", ["Ana Kovač"], ["City of Aarhus"]), new AwardResult(Letters, Category.Name, false, null, [], [])]), reading),
        ["award-results-shared"] = reading => ResultsCard.For(new AwardResults(Over, [new AwardResult(Calls, Category.Name, true, "Občina Lipovec", ["Ana Kovač"], ["City of Aarhus"]) { EntraIds = new Dictionary<string, string> { ["Ana Kovač"] = "c2a5be1f-7d0b-4e43-9a86-1d3f0b6e2a01" } }, new AwardResult(Letters, Category.Name, false, null, [], [])]), reading, isShared: true),
        ["award-results-none"] = reading => ResultsCard.For(new AwardResults(Over, []), reading),
        ["award-own"] = reading => OwnResultCard.For(Own(nominee: true), reading),
        ["award-own-thanks"] = reading => OwnResultCard.For(Own(nominee: false), reading),
        ["award-reasons"] = reading => ReasonsCard.For(new AwardReasons(Own(nominee: true), [(Category.Criteria[0], 4.5m), (Category.Criteria[1], 3m)], ["Clear about what did not work."], "Used by more people."), reading),
    };

    private static AwardRound Round(DateTimeOffset juryCloses, DateTimeOffset announce)
    {
        var plan = new AwardPlan { Name = "Award 2027", Zone = "Europe/Ljubljana", Categories = [Category, new AwardCategory("learning", "What did not work", DefaultCriteria.All, 1)] };
        var round = new AwardRound { Id = Answers.Id<AwardRoundId>(9), Plan = plan, CreatedAt = Opened };
        round.Describe(plan, new(Opened, Opened.AddDays(10), null, Opened.AddDays(20), juryCloses, announce), Opened);
        round.Publish(Opened);
        round.Advance(CardSituations.Now);
        return round;
    }

    private static Nomination Of(int id, string title)
    {
        var nomination = new Nomination
        {
            Id = Answers.Id<NominationId>(id), RoundId = Answers.Id<AwardRoundId>(9), Category = "service", Language = Language.English, AcceptedAt = Opened, CreatedAt = Opened,
            Content = new NominationContent
            {
                Title = title, Problem = "Callers waited three weeks for an answer, and half of them sent the wrong form.", WhatWasDone = "We called before the form.", Outcome = Outcome.Partly,
                Result = "Nine calls a day instead of four, counted by hand for a month.", Users = UsersPart.Consulted, UsersHow = "Ten callers were asked.", Learned = "Call in the morning. In the afternoon nobody answers.", Links = ["https://example.org/calls"],
            },
        };
        nomination.Submit(Round(CardSituations.Now, CardSituations.Now), Opened.AddDays(1));
        nomination.FindEligible(null, null);
        if (id == 1) nomination.Place(NominationState.Finalist);
        return nomination;
    }

    private static JuryPage Page(AwardRound round, JuryScore? score) => new(round, Calls, null, Category.Criteria, score, ["City of Aarhus"], ["I got an answer on the same day."], []);

    private static FactCheck Fact(string? answer) => new() { Id = Answers.Id<FactCheckId>(1), NominationId = Calls.Id, Claim = "Nine calls a day instead of four", Verdict = FactVerdict.Partly, Source = "Monthly figures of the city", CheckedOn = new DateOnly(2027, 2, 27), Answer = answer };

    private static CategoryRanking Ranking(AwardRound round, bool mayDecide)
    {
        var jurors = new[] { Answers.Id<AwardJurorId>(1), Answers.Id<AwardJurorId>(2) };
        IReadOnlyList<RankedScore> scores =
        [
            new(Calls.Id, jurors[0], DefaultCriteria.Keys.ToDictionary(key => key, _ => 4)), new(Calls.Id, jurors[1], DefaultCriteria.Keys.ToDictionary(key => key, _ => 5)),
            new(Letters.Id, jurors[0], DefaultCriteria.Keys.ToDictionary(key => key, _ => 2)), new(Letters.Id, jurors[1], DefaultCriteria.Keys.ToDictionary(key => key, _ => 5)),
        ];
        var ranked = AwardRanking.Of(new[] { Calls, Letters }.ToDictionary(n => n.Id, _ => (IReadOnlyList<AwardCriterion>)Category.Criteria), Category.Criteria, scores, 1, 2);
        return new CategoryRanking(round, Category, [.. ranked.Select(row => new RankingRow(row.Nomination == Calls.Id ? Calls : Letters, row))]) { MayDecide = mayDecide, Now = CardSituations.Now };
    }

    private static OwnResult Own(bool nominee)
    {
        var own = new Nominee { Id = Answers.Id<NomineeId>(1), NominationId = Calls.Id, MemberId = Answers.Id<MemberId>(1), ContactOffer = ContactOffer.Offered };
        own.Accept(own.MemberId, new(true, true, true), Opened);
        return new OwnResult(Over, Calls, Category.Name, new Member { Id = own.MemberId, Name = "Ana Kovač" }, nominee ? own : null, "Občina Lipovec");
    }
}
