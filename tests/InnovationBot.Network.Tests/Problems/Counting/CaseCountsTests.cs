using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Counting;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Barrier = InnovationBot.Network.Barrier;

namespace InnovationBot.Network.Tests.Problems.Counting;

public abstract class CaseCountsTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task What_fitting_cases_say_is_what_anybody_would_count()
    {
        var bodies = new[] { await given.Organisation("City"), await given.Organisation("County"), await given.Organisation("Ministry") };
        Outcome[] outcomes = [Outcome.Succeeded, Outcome.Failed, Outcome.Succeeded, Outcome.Partly, Outcome.Failed, Outcome.Succeeded];
        for (var i = 0; i < outcomes.Length; i++)
        {
            var made = await given.Case($"Case {i}", outcome: outcomes[i], organisation: bodies[i % 3]);
            await given.Change<Case>(made.Id, one =>
            {
                one.Barriers = i % 2 == 0 ? [Barrier.Legal, Barrier.Funding] : [Barrier.Legal];
                one.Cost = i < 3 ? (CostBand)i : null;
                one.Effort = i == 5 ? EffortBand.Weeks : null;
            });
        }

        await given.Case("Not for her", organisation: bodies[0], readers: Readers.Organisation);
        await given.Case("Something else", problem: "trees fall on the road", organisation: bodies[1]);
        var mia = await given.Asker();
        var answer = await given.Asked(mia);

        var counts = answer.Counts.ShouldNotBeNull();
        counts.Total.ShouldBe(6);
        counts.Outcomes.ShouldBe([(Outcome.Succeeded, 3), (Outcome.Failed, 2), (Outcome.Partly, 1)]);
        counts.Barrier.ShouldBe((Barrier.Legal, 6));
        counts.Cost.ShouldBe((CostBand.Nothing, CostBand.Thousands, 3));
        counts.Effort.ShouldBe((EffortBand.Weeks, EffortBand.Weeks, 1));

        foreach (var (outcome, count) in counts.Outcomes)
        {
            var listed = await given.Do<CountCases, Result<ListedFigure>>(use => use.List(answer.Problem.Id, mia.Id, new CountedFigure(Outcome: outcome), default));
            (listed.Value.All, listed.Value.Cases.Count).ShouldBe((count, count));
            listed.Value.Cases.ShouldAllBe(one => one.Case.Outcome == outcome);
        }

        (await given.Do<CountCases, Result<CountedCases>>(use => use.Handle(answer.Problem.Id, mia.Id, default))).Value.Counts!.Total.ShouldBe(6);
        (await given.Do<CountCases, Result<CountedCases>>(use => use.Handle(answer.Problem.Id, EntityId.New<MemberId>(given.Now), default))).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Theory]
    [InlineData(4, 4, Fit.Fits)]
    [InlineData(6, 2, Fit.Fits)]
    [InlineData(6, 3, Fit.Nearest)]
    public async Task Below_five_cases_or_three_organisations_or_when_unsure_nothing_is_counted(int cases, int organisations, Fit fit)
    {
        given.Search.WhenFound = fit;
        for (var i = 0; i < cases; i++) await given.Case($"Case {i}", organisation: await Body(i % organisations));
        (await given.Asked(await given.Asker())).Counts.ShouldBeNull();
    }

    private readonly Dictionary<int, Organisation> bodies = [];

    private async Task<Organisation> Body(int number) => bodies.TryGetValue(number, out var known) ? known : bodies[number] = await given.Organisation($"Body {number}");
}

public sealed class CaseCountsOnSqlite() : CaseCountsTests(StoreEngine.Sqlite);

public sealed class CaseCountsOnPostgres() : CaseCountsTests(StoreEngine.Postgres);
