using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Network.Tests.Awards;

public class JuryRulesTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly AwardCriterion[] Criteria = [new("need", "Need", 2, []), new("result", "Result", 1, [])];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Work_is_even_and_no_conflict_is_given(int seed)
    {
#pragma warning disable CA5394 // a library of chance, told by its seed
        var random = new Random(seed);
        AwardJurorId[] jurors = [.. Enumerable.Range(0, 20).Select(_ => Id<AwardJurorId>())];
        var tasks = Enumerable.Range(0, 400).Select(_ => Task([.. jurors.Where(_ => random.Next(10) > 2)], 3)).ToList();
#pragma warning restore CA5394
        var spread = JurySpread.Of(tasks, jurors);

        spread.Gaps.ShouldBeEmpty();
        spread.IsEven.ShouldBeTrue();
        var assigned = spread.Assigned.ToLookup(one => one.Nomination, one => one.Juror);
        foreach (var task in tasks)
        {
            assigned[task.Nomination].Distinct().Count().ShouldBe(3);
            assigned[task.Nomination].ShouldAllBe(juror => task.Free.Contains(juror));
        }
    }

    [Fact]
    public void Work_goes_over_a_third_juror_where_conflicts_leave_no_shorter_way()
    {
        var (a, b, c) = (Id<AwardJurorId>(), Id<AwardJurorId>(), Id<AwardJurorId>());
        var spread = JurySpread.Of([Task([a, b]), Task([a, b]), Task([b, c]), Task([a]), Task([a]), Task([b, c]) with { Given = new HashSet<AwardJurorId> { b } }], [a, b, c]);
        new[] { a, b, c }.Select(spread.LoadOf).ShouldBe([2, 2, 2]);
    }

    [Fact]
    public void What_cannot_be_is_told_with_what_is_missing_and_whom_it_ties()
    {
        var (a, b) = (Id<AwardJurorId>(), Id<AwardJurorId>());
        var alone = Task([a], 2);
        JurySpread.Of([alone], [a, b]).Gaps.ShouldBe([new JuryGap(alone.Nomination, 1)]);

        var uneven = JurySpread.Of([Task([a]), Task([a]), Task([a]), Task([b])], [a, b]);
        (uneven.IsEven, uneven.Most, uneven.Least).ShouldBe((false, 3, 1));
        uneven.TiedJurors.ShouldBe([a]);
    }

    [Fact]
    public void Who_has_begun_keeps_the_nomination_when_the_work_is_spread_again()
    {
        var (a, b) = (Id<AwardJurorId>(), Id<AwardJurorId>());
        var begun = new HashSet<AwardJurorId> { a };
        var spread = JurySpread.Of([.. Enumerable.Range(0, 4).Select(i => Task([a, b]) with { Given = begun, Begun = i < 3 ? begun : new HashSet<AwardJurorId>() })], [a, b]);
        (spread.LoadOf(a), spread.LoadOf(b)).ShouldBe((3, 1));
    }

    [Fact]
    public void The_mean_of_the_jurors_weighted_means_ranks_and_each_jurors_own_mean_stands_beside_it()
    {
        var (one, two, jurors) = (Id<NominationId>(), Id<NominationId>(), new[] { Id<AwardJurorId>(), Id<AwardJurorId>() });
        var ranked = Rank([one, two], [Score(one, jurors[0], 5, 2), Score(one, jurors[1], 3, 3), Score(two, jurors[0], 4, 4)]);

        (ranked[0].Nomination, ranked[0].Mean, ranked[0].Rank).ShouldBe((two, 4m, 1));
        (ranked[1].Mean, ranked[1].ByCriterion["need"]).ShouldBe((3.5m, 4m));
        ranked[1].Jurors.Single(juror => juror.Juror == jurors[0]).ShouldBe(new JurorMean(jurors[0], 4m, 4m));
        ranked[0].Discuss.ShouldBe([DiscussReason.FewScores]);
        ranked[0].Normalised.ShouldBeNull();
    }

    [Fact]
    public void A_tie_is_broken_by_the_criteria_in_their_published_order_and_told_and_what_none_breaks_is_shared()
    {
        var (one, two, three, juror) = (Id<NominationId>(), Id<NominationId>(), Id<NominationId>(), Id<AwardJurorId>());
        var ranked = Rank([one, two, three], [Score(one, juror, 3, 5), Score(two, juror, 4, 3), Score(three, juror, 4, 3)]);

        ranked.Select(row => (row.Mean is > 3.6m and < 3.7m, row.Rank)).ShouldBe([(true, 1), (true, 1), (true, 3)]);
        (ranked[2].Nomination, ranked[2].BrokenBy).ShouldBe((one, "need"));
        ranked[0].Discuss.ShouldContain(DiscussReason.Tie);
        AwardRanking.IsTiedAtCut(ranked, 1).ShouldBeTrue();
        AwardRanking.IsTiedAtCut(ranked, 2).ShouldBeFalse();
    }

    [Fact]
    public void From_eight_scores_a_juror_on_strictness_is_evened_out_beside_the_ranking()
    {
        var (strict, mild) = (Id<AwardJurorId>(), Id<AwardJurorId>());
        NominationId[] ids = [.. Enumerable.Range(0, 16).Select(_ => Id<NominationId>())];
        RankedScore[] scores = [.. ids.Select((id, i) => i < 8 ? Score(id, strict, i == 0 ? 3 : 1, i == 0 ? 3 : 1) : Score(id, mild, i == 8 ? 4 : 5, i == 8 ? 4 : 5))];
        var ranked = Rank(ids, scores, each: 1);

        var (best, worst) = (ranked.Single(row => row.Nomination == ids[0]), ranked.Single(row => row.Nomination == ids[8]));
        (best.Rank > worst.Rank, best.NormalisedRank).ShouldBe((true, 1));
        best.Discuss.ShouldBe([DiscussReason.Normalised]);
        worst.NormalisedRank.ShouldBe(16);
        Rank(ids, scores[1..], each: 1).ShouldAllBe(row => row.Normalised == null);
    }

    private static IReadOnlyList<RankedNomination> Rank(NominationId[] ids, RankedScore[] scores, int each = 2) =>
        AwardRanking.Of(ids.ToDictionary(id => id, _ => (IReadOnlyList<AwardCriterion>)Criteria), Criteria, scores, 1, each);

    private static RankedScore Score(NominationId nomination, AwardJurorId juror, int need, int result) => new(nomination, juror, new Dictionary<string, int> { ["need"] = need, ["result"] = result });

    private static JuryTask Task(AwardJurorId[] free, int needed = 1) => new(Id<NominationId>(), needed, free.ToHashSet(), new HashSet<AwardJurorId>(), new HashSet<AwardJurorId>());

    private static TId Id<TId>() where TId : struct, IEntityId<TId> => EntityId.New<TId>(Now);
}
