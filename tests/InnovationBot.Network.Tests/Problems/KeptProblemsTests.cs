using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Problems;

public abstract class KeptProblemsTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task A_draft_is_deleted_after_ninety_days_and_what_was_kept_or_sent_is_not()
    {
        var (mia, _) = (await given.Asker(), await given.Ambassador("Jan"));
        await given.Asked(mia, "Letters get lost");
        var kept = await Kept(mia, "Letters get lost again");
        var sent = (await given.Asked(mia)).People[0].Suggestion;
        await given.Send(sent.Id, mia);

        await given.Later(TimeSpan.FromDays(89));
        (await given.Read(db => db.Problems.CountAsync())).ShouldBe(3);
        await given.Later(TimeSpan.FromDays(1));
        (await given.Read(db => db.Problems.Select(p => p.Id).ToListAsync())).ShouldBe([kept, sent.ProblemId], ignoreOrder: true);
    }

    [Fact]
    public async Task News_of_a_kept_problem_comes_at_most_once_a_week_and_never_twice_of_one_case()
    {
        var mia = await given.Asker();
        await given.Case("Known before");
        var problem = await Kept(mia);
        await given.Later(TimeSpan.FromMinutes(2));
        (await News(mia)).ShouldBe(0);

        var first = await given.Case("New");
        await given.Sweep();
        (await News(mia)).ShouldBe(0, "the index has had no time yet");
        await given.Later(TimeSpan.FromMinutes(2));
        (await News(mia)).ShouldBe(1);

        var notice = await given.Read(db => db.Notices.SingleAsync());
        (notice.Kind, notice.Unasked, notice.Timing, notice.Subject).ShouldBe((ProblemNotices.News, true, NoticeTiming.WorkingHours, problem.Value));
        EntityId.TryRead<SuggestionId>(notice.Detail, out var suggestion).ShouldBeTrue();
        (await given.Do<ShowNews, ProblemNews?>(show => show.Handle(suggestion, mia.Id, default)))!.Case.ShouldBe(first.Id);

        await given.Case("Newer");
        await given.Later(TimeSpan.FromDays(6));
        (await News(mia)).ShouldBe(1);
        await given.Later(TimeSpan.FromDays(2));
        (await News(mia)).ShouldBe(2);
        await given.Save(Change.Of(ChangedKind.Case, first.Id.Value, given.Now));
        await given.Later(TimeSpan.FromDays(8));
        (await News(mia)).ShouldBe(2);
    }

    [Fact]
    public async Task A_new_case_that_does_not_fit_or_may_not_be_read_is_no_news()
    {
        var mia = await given.Asker();
        await Kept(mia);
        await given.Case("Other", problem: "Archives lose their oldest papers");
        await given.Case("Inside", organisation: await given.Organisation(), readers: Readers.Organisation);
        await given.Later(TimeSpan.FromMinutes(2));
        (await News(mia)).ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_who_becomes_an_ambassador_is_news_once_and_what_else_is_new_follows_a_week_later()
    {
        var mia = await given.Asker();
        await Kept(mia);
        var (ana, jan) = (await given.Ambassador("Ana"), await given.Ambassador("Jan"));
        foreach (var person in new[] { ana, jan })
        {
            await given.Change<Member>(person.Id, m => m.AmbassadorSince = given.Now.AddMinutes(1));
            await given.Save(Change.Of(ChangedKind.Member, person.Id.Value, given.Now));
        }

        await given.Case("New");
        await given.Later(TimeSpan.FromMinutes(2));
        (await News(mia)).ShouldBe(1, "a case first");
        for (var week = 0; week < 4; week++) await given.Later(TimeSpan.FromDays(7));
        (await News(mia)).ShouldBe(3, "each of the two, and nobody twice");
        var told = await given.Read(db => db.Suggestions.AsNoTracking().Where(s => s.MemberId != null).Select(s => s.Id).ToListAsync());
        told.Count.ShouldBe(2);
        (await given.Do<ShowNews, ProblemNews?>(show => show.Handle(told[0], mia.Id, default)))!.Person!.Shown.IsNamed.ShouldBeTrue();
        (await given.Do<ShowNews, ProblemNews?>(show => show.Handle(told[0], ana.Id, default))).ShouldBeNull();
    }

    [Fact]
    public async Task Closing_a_problem_ends_its_requests_with_a_word_and_its_news()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        var problem = (await given.Introduction(id)).ProblemId;
        (await given.Do<ListProblems, IReadOnlyList<ProblemOverview>>(list => list.Handle(mia.Id, default))).Single().Looking.ShouldBeTrue();
        (await given.Do<WithdrawProblem, Result<Problem>>(withdraw => withdraw.Handle(problem, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound);

        (await given.Do<WithdrawProblem, Result<Problem>>(withdraw => withdraw.Handle(problem, mia.Id, default))).Value.State.ShouldBe(ProblemState.Withdrawn);
        (await given.Introduction(id)).State.ShouldBe(IntroductionState.Withdrawn);
        (await given.NoticesTo(jan)).ShouldBe([IntroductionNotices.Asked, IntroductionNotices.Withdrawn], ignoreOrder: true);
        (await given.Do<ListProblems, IReadOnlyList<ProblemOverview>>(list => list.Handle(mia.Id, default))).ShouldBeEmpty();
        (await given.Do<SolveProblem, Result<Problem>>(solve => solve.Handle(problem, mia.Id, default))).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    private async Task<ProblemId> Kept(Member by, string text = Given.Permits)
    {
        var problem = (await given.Asked(by, text)).Problem;
        (await given.Do<KeepProblem, Result<Problem>>(keep => keep.Handle(problem.Id, by.Id, default))).Value.State.ShouldBe(ProblemState.Open);
        return problem.Id;
    }

    private async Task<int> News(Member of) => (await given.NoticesTo(of)).Count(kind => kind == ProblemNotices.News);
}

public sealed class KeptProblemsOnSqlite() : KeptProblemsTests(StoreEngine.Sqlite);

public sealed class KeptProblemsOnPostgres() : KeptProblemsTests(StoreEngine.Postgres);
