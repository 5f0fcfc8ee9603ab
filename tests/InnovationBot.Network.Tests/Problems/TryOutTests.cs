using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.TryOuts;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Problems;

public abstract class TryOutTests(StoreEngine engine) : NetworkTests(engine)
{
    private static readonly DateOnly NextWeek = DateOnly.FromDateTime(Given.Start.UtcDateTime).AddDays(7);

    [Fact]
    public async Task The_day_after_the_owner_is_asked_what_came_of_the_step_with_one_reminder()
    {
        var mia = await given.Asker();
        var plan = (await Plan(mia)).Value.Plan!;
        (await given.Read(db => db.Problems.SingleAsync())).State.ShouldBe(ProblemState.Trying);

        await given.Later(TimeSpan.FromDays(7));
        (await given.NoticesTo(mia)).ShouldBeEmpty("its day is not over");
        await given.Later(TimeSpan.FromDays(1));
        (await given.NoticesTo(mia)).ShouldBe([TryOutNotices.Asked]);
        await given.DeliverAll();
        await given.Later(TimeSpan.FromDays(8));
        await given.DeliverAll();
        await given.Later(TimeSpan.FromDays(60));
        (await given.NoticesTo(mia)).ShouldBe([TryOutNotices.Asked, TryOutNotices.Reminder]);
        (await Answer(plan.Id, mia, TryOutResult.Partly)).Value.Plan!.Result.ShouldBe(TryOutResult.Partly, "a late answer counts");
    }

    [Fact]
    public async Task A_step_needs_words_and_a_day_to_come_and_holds_nobodys_number()
    {
        var mia = await given.Asker();
        (await Plan(mia, " ")).Refusal.ShouldBe(TryOutRefusals.StepMissing);
        (await Plan(mia, on: NextWeek.AddDays(-7))).Refusal!.Code.ShouldBe("TryOutDay");
        (await Plan(mia, on: NextWeek.AddDays(200))).Refusal!.Code.ShouldBe("TryOutDay");
        (await Plan(mia, on: null, noDay: true)).Refusal!.Code.ShouldBe("TryOutDay");
        (await Plan(mia, "Call +386 41 234 567 first")).Value.Plan!.Step.ShouldBe("Call […] first");
    }

    [Fact]
    public async Task Planned_again_it_is_changed_not_yet_moves_it_a_week_and_what_is_let_go_is_not_asked_about()
    {
        var mia = await given.Asker();
        var first = (await Plan(mia)).Value;
        (await Plan(mia, "Another step", problem: first.Problem.Id)).Value.Plan!.Id.ShouldBe(first.Plan!.Id);
        await given.Later(TimeSpan.FromDays(8));
        (await given.Do<AnswerTryOut, Result<TryOutShown>>(use => use.Later(first.Plan.Id, mia.Id, default))).Value.Plan!.On.ShouldBe(NextWeek.AddDays(8));
        (await given.Do<AnswerTryOut, Result<TryOutShown>>(use => use.Drop(first.Plan.Id, mia.Id, default))).Refusal.ShouldBeNull();
        await given.Later(TimeSpan.FromDays(20));
        (await given.NoticesTo(mia)).ShouldBe([TryOutNotices.Asked]);
        (await Answer(first.Plan.Id, mia, TryOutResult.Worked)).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task What_did_not_work_begins_a_case_of_the_owners_alone()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var id = (await Plan(mia)).Value.Plan!.Id;
        (await Begin(id, mia)).Refusal.ShouldBe(Refusal.NotFound, "nothing is told yet");
        (await Answer(id, jan, TryOutResult.Worked)).Refusal.ShouldBe(Refusal.NotFound);
        await Answer(id, mia, TryOutResult.DidNotWork);
        (await Begin(id, jan)).Refusal.ShouldBe(Refusal.NotFound);
        var draft = (await Begin(id, mia)).Value;
        (draft.Content.Outcome, draft.Content.WhatWasDone, draft.Content.Lesson, draft.Content.Problem).ShouldBe((Outcome.Failed, "Ring the five who waited longest", "Nobody picked up.", Given.Permits));
    }

    private async Task<Result<TryOutShown>> Plan(Member by, string step = "Ring the five who waited longest", DateOnly? on = null, ProblemId? problem = null, bool noDay = false)
    {
        var about = problem ?? (await given.Asked(by)).Problem.Id;
        return await given.Do<PlanTryOut, Result<TryOutShown>>(plan => plan.Handle(new(about, by.Id, step, noDay ? null : on ?? NextWeek), default));
    }

    private Task<Result<TryOutShown>> Answer(TryOutId id, Member by, TryOutResult result) =>
        given.Do<AnswerTryOut, Result<TryOutShown>>(use => use.Handle(id, by.Id, result, "Nobody picked up.", default));

    private Task<Result<CaseDraft>> Begin(TryOutId id, Member by) => given.Do<BeginCaseFromTryOut, Result<CaseDraft>>(use => use.Handle(id, by.Id, default));
}

public sealed class TryOutsOnSqlite() : TryOutTests(StoreEngine.Sqlite);

public sealed class TryOutsOnPostgres() : TryOutTests(StoreEngine.Postgres);
