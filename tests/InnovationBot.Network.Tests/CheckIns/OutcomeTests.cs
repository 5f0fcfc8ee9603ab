using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Results;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.CheckIns.Outcomes;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.CheckIns;

public abstract class OutcomeTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task The_taker_is_asked_after_sixty_and_again_after_a_hundred_and_eighty_days_with_one_reminder_each()
    {
        var (mia, jan, _) = await Introduced();
        await given.Later(TimeSpan.FromDays(59));
        (await Asked(mia)).ShouldBe(0);
        await given.Later(TimeSpan.FromDays(1));
        (await Asked(mia)).ShouldBe(1);
        await given.DeliverAll();
        await given.Later(TimeSpan.FromDays(7));
        await given.Later(TimeSpan.FromDays(60));
        (await given.NoticesTo(mia)).Count(kind => kind == OutcomeNotices.Reminder).ShouldBe(1);
        await given.Later(TimeSpan.FromDays(60));
        (await Asked(mia)).ShouldBe(2);
        await given.Later(TimeSpan.FromDays(400));
        (await Asked(mia)).ShouldBe(2);
        (await given.NoticesTo(jan)).ShouldNotContain(OutcomeNotices.Told, "silence is no leave");
    }

    [Fact]
    public async Task The_giver_hears_only_with_the_takers_leave_and_the_thanks_go_into_their_statement()
    {
        var (mia, jan, _) = await Introduced();
        await given.Later(TimeSpan.FromDays(60));
        var id = await given.Read(db => db.TalkOutcomes.Select(o => o.Id).SingleAsync());

        await Answer(id, mia, ReuseStatus.Testing, share: false, "Thank you for the list.");
        (await Seen(id, jan)).Refusal.ShouldBe(Refusal.NotFound);
        (await given.NoticesTo(jan)).ShouldNotContain(OutcomeNotices.Told);
        (await Statement(jan)).Thanks.ShouldBeEmpty();

        await Answer(id, mia, ReuseStatus.Implemented, share: true, "Thank you for the list; call +386 41 234 567.");
        (await given.NoticesTo(jan)).Count(kind => kind == OutcomeNotices.Told).ShouldBe(1);
        var told = (await Seen(id, jan)).Value;
        (told.Other, told.Problem, told.Outcome.Status).ShouldBe(("Mia", null, ReuseStatus.Implemented));
        (await Statement(jan)).Thanks.Single().ShouldBe("Thank you for the list; call […].");
        (await given.Read(db => db.Facts.CountAsync(fact => fact.Kind == FactKind.Reused))).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_dropped_is_not_asked_about_again_and_a_talk_alone_is_no_reuse()
    {
        var (mia, _, introduction) = await Introduced();
        await given.Do<ReportTalk, Result<IntroductionView>>(use => use.Handle(introduction, mia.Id, TalkReport.Useful, default));
        (await given.Read(db => db.Facts.CountAsync(fact => fact.Kind == FactKind.Reused))).ShouldBe(0);
        await given.Later(TimeSpan.FromDays(60));
        await Answer(await given.Read(db => db.TalkOutcomes.Select(o => o.Id).SingleAsync()), mia, ReuseStatus.Dropped, share: false, "");
        await given.Later(TimeSpan.FromDays(130));
        (await Asked(mia)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_never_talked_is_not_asked_what_came_of_it()
    {
        var (mia, _, introduction) = await Introduced();
        await given.Do<ReportTalk, Result<IntroductionView>>(use => use.Handle(introduction, mia.Id, TalkReport.NoContact, default));
        await given.Later(TimeSpan.FromDays(61));
        (await Asked(mia)).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_else_can_answer_and_trying_it_out_shows_in_the_problem()
    {
        var (mia, jan, introduction) = await Introduced();
        await given.Later(TimeSpan.FromDays(60));
        var id = await given.Read(db => db.TalkOutcomes.Select(o => o.Id).SingleAsync());
        (await Answer(id, jan, ReuseStatus.Implemented, share: true, "")).Refusal.ShouldBe(Refusal.NotFound);
        await Answer(id, mia, ReuseStatus.Testing, share: false, "");
        var problem = (await given.Introduction(introduction)).ProblemId;
        (await given.Read(db => db.Problems.SingleAsync(p => p.Id == problem))).State.ShouldBe(ProblemState.Trying);
    }

    [Fact]
    public async Task What_came_of_it_begins_a_case_of_the_takers_alone_good_or_bad()
    {
        var (mia, jan, _) = await Introduced();
        await given.Later(TimeSpan.FromDays(60));
        var id = await given.Read(db => db.TalkOutcomes.Select(o => o.Id).SingleAsync());
        (await Begin(id, mia)).Refusal.ShouldBe(Refusal.NotFound, "nothing is told yet");
        await Answer(id, mia, ReuseStatus.Dropped, share: true, "");
        await given.Change<Member>(jan.Id, member => member.SaysKind = new OrganisationKind(Tier.Local, Sector.Public, "SI"));
        (await Begin(id, jan)).Refusal.ShouldBe(Refusal.NotFound);
        var draft = (await Begin(id, mia)).Value;
        (draft.AuthorId, draft.Content.Outcome, draft.Content.Lesson).ShouldBe((mia.Id, Outcome.Failed, "Eleven weeks became six."));
        draft.Content.WhatWasDone.ShouldBe("Heard in SI.");
        (await Begin(id, mia)).Value.Id.ShouldBe(draft.Id, "a second press goes on with the same");
    }

    private Task<Result<CaseDraft>> Begin(TalkOutcomeId id, Member by) => given.Do<BeginCaseFromOutcome, Result<CaseDraft>>(use => use.Handle(id, by.Id, (kind, _) => $"Heard in {kind.Country}.", default));

    private async Task<(Member Taker, Member Giver, IntroductionId Id)> Introduced()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        (await given.Do<AcceptIntroduction, Result<IntroductionView>>(use => use.Handle(id, jan.Id, default))).Refusal.ShouldBeNull();
        return (mia, jan, id);
    }

    private async Task<int> Asked(Member of) => (await given.NoticesTo(of)).Count(kind => kind == OutcomeNotices.Asked);

    private Task<Result<OutcomeShown>> Answer(TalkOutcomeId id, Member by, ReuseStatus status, bool share, string thanks) =>
        given.Do<AnswerOutcome, Result<OutcomeShown>>(use => use.Handle(new(id, by.Id, status, "Eleven weeks became six.", share, thanks), default));

    private Task<Result<OutcomeShown>> Seen(TalkOutcomeId id, Member by) => given.Do<ShowOutcome, Result<OutcomeShown>>(use => use.Handle(id, by.Id, default));

    private async Task<Contribution> Statement(Member of) => (await given.Do<Contributions, Result<Contribution>>(use => use.Handle(of.Id, null, null, default))).Value;
}

public sealed class OutcomesOnSqlite() : OutcomeTests(StoreEngine.Sqlite);

public sealed class OutcomesOnPostgres() : OutcomeTests(StoreEngine.Postgres);
