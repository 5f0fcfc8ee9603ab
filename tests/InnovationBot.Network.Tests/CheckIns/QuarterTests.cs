using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Objections;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Quarters;
using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Overview;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.CheckIns;

/// <summary>What came of everybody's answers: to those who answered, and to organisers.</summary>
public abstract class QuarterTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Each_quarter_before_the_next_question_those_who_answered_read_what_came_of_it_and_first_of_their_own()
    {
        var people = await Answered(6);
        var silent = await Member("Silent", null);
        await given.Do<ChooseCadence, Result<CheckInRhythm>>(use => use.Handle(silent.Id, Cadence.Quarterly, default));
        await given.Later(TimeSpan.FromDays(20));
        (await given.Read(db => db.QuarterFigures.CountAsync(f => f.Quarter == "2027-1"))).ShouldBe(0, "the quarter is not over");
        for (var week = 0; week < 16; week++)
        {
            await given.Later(TimeSpan.FromDays(7));
            await given.DeliverAll();
        }

        var figures = await given.Read(db => db.QuarterFigures.SingleAsync(f => f.Quarter == "2027-1"));
        (figures.Came, figures.Found.IsShown, figures.UnansweredTask, figures.Holder).ShouldBe((Figure.Of(6), false, "permit", ThemeHolder.Organisers));
        var told = await given.Read(db => db.CheckIns.AsNoTracking().Where(c => c.Quarter != null).ToListAsync());
        foreach (var person in people) told.Count(c => c.MemberId == person.Id).ShouldBe(1, "once a quarter");
        told.Count(c => c.MemberId == silent.Id).ShouldBe(0, "who never answered reads nothing");
        var first = told.First(c => c.MemberId == people[0].Id);
        var view = (await given.Do<ShowQuarter, QuarterView?>(use => use.Handle(first, default)))!;
        view.Quiet!.OwnerId.ShouldBe(people[0].Id);
    }

    [Theory]
    [InlineData(Fit.Fits)]
    [InlineData(Fit.Nearest)]
    public async Task Whoever_was_shown_only_the_nearest_has_found_nothing(Fit fit)
    {
        var olga = await given.Organiser();
        await given.Case("Phone first", problem: Given.Permits);
        given.Search.WhenFound = fit;
        await Answered(6);
        await given.Later(TimeSpan.FromDays(60));

        var fits = fit == Fit.Fits;
        var figures = await given.Read(db => db.QuarterFigures.SingleAsync(f => f.Quarter == "2027-1"));
        (figures.Came, figures.Found.IsShown, figures.UnansweredTask).ShouldBe((Figure.Of(6), fits, fits ? null : "permit"));
        var task = (await Counted(ProblemGrouping.Task, olga)).Value.Single();
        (task.AllAnswered, task.Unanswered == Figure.Of(6)).ShouldBe((fits, !fits));
    }

    [Fact]
    public async Task Organisers_see_what_many_ask_about_and_what_has_no_answer_and_nothing_of_few()
    {
        var olga = await given.Organiser();
        await given.Case("Phone first", problem: "Schools enrol late");
        for (var i = 0; i < 6; i++) await given.Asked(await Member($"P{i}", await given.Organisation($"Town {i % 2}{i}")), Given.Permits);
        for (var i = 0; i < 2; i++) await given.Asked(await Member($"S{i}", await given.Organisation($"Village {i}")), "Schools enrol late");

        (await Counted(ProblemGrouping.Task, await Member("Mia", null))).Refusal.ShouldBe(ReportRefusals.OrganisersOnly);
        var tasks = (await Counted(ProblemGrouping.Task, olga)).Value;
        tasks.Select(one => one.Key).ShouldBe(["permit"], "two who asked about schools are too few");
        (tasks[0].People, tasks[0].Unanswered).ShouldBe((Figure.Of(6), Figure.Of(6)));
        (await Counted(ProblemGrouping.Tier, olga)).Value.Single().Key.ShouldBe("local");
        (await Counted(ProblemGrouping.Time, olga)).Value.Single().Key.ShouldBe("2027-1");
        (await Counted(ProblemGrouping.Theme, olga)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_objection_finds_the_cases_that_met_it_with_a_result_first_and_one_that_did_not_work()
    {
        var mia = await given.Asker();
        (await Met(Barrier.Legal, mia)).ShouldBeEmpty("none is said honestly");
        foreach (var (title, outcome, result) in new[] { ("A", Outcome.Succeeded, "4 instead of 9"), ("B", Outcome.Succeeded, "12 %"), ("C", Outcome.Succeeded, "7 days"), ("D", Outcome.Failed, ""), ("E", Outcome.Succeeded, "") })
        {
            var id = (await given.Case(title, outcome: outcome, readers: title == "C" ? Readers.Private : Readers.Network)).Id;
            await given.Change<Case>(id, c => (c.Barriers, c.Result) = ([Barrier.Legal], result));
        }

        var met = await Met(Barrier.Legal, mia);
        met.Take(2).Select(one => one.Case.Title).ShouldBe(["A", "B"], ignoreOrder: true);
        met[2].Case.Title.ShouldBe("D");
        (await Met(Barrier.Funding, mia)).ShouldBeEmpty();
        await given.Asked(mia);
        var beginning = await given.Do<FindByObjection, PitchBeginning>(use => use.Begin(Barrier.Legal, mia.Id, default));
        beginning.Evidence!.Case.Title.ShouldBeOneOf("A", "B");
    }

    private async Task<List<Member>> Answered(int count)
    {
        List<Member> people = [];
        for (var i = 0; i < count; i++)
        {
            var member = await Member($"P{i}", await given.Organisation($"Town {i % 3}-{i}"));
            await given.Do<ChooseCadence, Result<CheckInRhythm>>(use => use.Handle(member.Id, Cadence.Monthly, default));
            var checkIn = (await given.Do<StartCheckIn, Result<CheckInView>>(use => use.Handle(member.Id, default))).Value.CheckIn.Id;
            await given.Do<AnswerCheckIn, Result<CheckInView>>(use => use.Handle(checkIn, member.Id, Given.Permits, Language.English, default));
            (await given.Do<ConfirmCheckIn, Result<Answer>>(use => use.Handle(new(checkIn, member.Id, "building permits"), default))).Refusal.ShouldBeNull();
            people.Add(member);
        }

        return people;
    }

    private async Task<Member> Member(string name, Organisation? organisation)
    {
        var member = await given.Asker(name, organisation);
        await given.Change<Member>(member.Id, m => m.State = MemberState.Active);
        return member;
    }

    private Task<Result<IReadOnlyList<CountedProblems>>> Counted(ProblemGrouping grouping, Member by) =>
        given.Do<CountProblems, Result<IReadOnlyList<CountedProblems>>>(use => use.Handle(grouping, by.Id, default));

    private Task<IReadOnlyList<ListedCase>> Met(Barrier barrier, Member by) => given.Do<FindByObjection, IReadOnlyList<ListedCase>>(use => use.Handle(barrier, by.Id, default));
}

public sealed class QuartersOnSqlite() : QuarterTests(StoreEngine.Sqlite);

public sealed class QuartersOnPostgres() : QuarterTests(StoreEngine.Postgres);
