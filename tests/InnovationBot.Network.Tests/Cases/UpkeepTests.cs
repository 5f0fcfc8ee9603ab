using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Cases;

/// <summary>What of the library waits for an organiser, and what comes of asking those who know.</summary>
public abstract class UpkeepTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Organisers_see_reports_and_what_is_incomplete_or_old_with_the_most_opened_first()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        var (rare, often) = (await Old("Rarely opened"), await Old("Often opened"));
        await Old("Private", Readers.Private);
        var incomplete = (await given.Case("Incomplete")).Id;
        await given.Change<Case>(incomplete, c => (c.Lesson, c.ConfirmedAt) = (null, given.Now));
        foreach (var (@case, times) in new[] { (rare, 1), (often, 3) })
            for (var i = 0; i < times; i++) await given.Save(new Fact { Kind = FactKind.Opened, At = given.Now, CaseId = @case });
        await given.Do<ReportCase, Refusal?>(report => report.Handle(rare, mia.Id, ReportKind.Wrong, "The number is wrong.", default));

        (await List(mia)).Refusal.ShouldBe(ReportRefusals.OrganisersOnly);
        var list = (await List(olga)).Value;
        (await given.Do<ListUpkeep, Result<IReadOnlyList<WaitingReport>>>(use => use.Reports(olga.Id, default))).Value.Single().Report.Text.ShouldBe("The number is wrong.");
        list.Unconfirmed.Select(one => (one.Title, one.Opened)).ShouldBe([("Often opened", 3), ("Rarely opened", 1)]);
        list.Unconfirmeds.ShouldBe(2);
        list.Incomplete.Select(one => one.Title).ShouldContain("Incomplete");
    }

    [Fact]
    public async Task Once_a_year_the_author_is_asked_whether_a_case_still_holds_about_one_of_many_a_month()
    {
        var ana = await given.Ambassador("Ana");
        foreach (var title in new[] { "One", "Two", "Three" })
        {
            var id = (await given.Case(title)).Id;
            await given.Change<Case>(id, c => c.AuthorId = ana.Id);
        }

        await given.Later(TimeSpan.FromDays(364));
        (await given.NoticesTo(ana)).Count(kind => kind == UpkeepNotices.Asked).ShouldBe(0);
        for (var day = 0; day < 40; day++) await given.Later(TimeSpan.FromDays(1));
        (await given.NoticesTo(ana)).Count(kind => kind == UpkeepNotices.Asked).ShouldBe(2);
        var question = await given.Read(db => db.CaseQuestions.OrderBy(q => q.AskedAt).FirstAsync());
        (await Say(question.Id, ana, CaseAnswer.StillTrue)).Refusal.ShouldBeNull();
        for (var day = 0; day < 300; day += 10) await given.Later(TimeSpan.FromDays(10));
        (await given.NoticesTo(ana)).Count(kind => kind == UpkeepNotices.Asked).ShouldBe(3, "each once in a year");
    }

    [Fact]
    public async Task However_many_sweep_at_once_its_owner_is_asked_once()
    {
        var ana = await given.Ambassador("Ana");
        foreach (var title in new[] { "Old", "Older" }) await given.Change<Case>(await Old(title), c => c.AuthorId = ana.Id);
        given.Clock.Advance(TimeSpan.FromDays(366));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => given.Do<AskOwnersYearly, int>(work => work.RunDue(given.Now, 100, default))));
        (await given.Read(db => db.CaseQuestions.CountAsync())).ShouldBe(1);
        (await given.NoticesTo(ana)).Count(kind => kind == UpkeepNotices.Asked).ShouldBe(1);
    }

    [Fact]
    public async Task A_named_contact_is_asked_then_the_deputy_and_the_answer_is_kept()
    {
        var (olga, ana, jan) = (await given.Organiser(), await given.Ambassador("Ana"), await given.Ambassador("Jan"));
        foreach (var person in new[] { ana, jan }) await given.Change<Member>(person.Id, m => m.Give(Consent.CaseContact));
        var @case = await Old("Old");
        await given.Save(new CaseContact { CaseId = @case, MemberId = ana.Id }, new CaseContact { CaseId = @case, MemberId = jan.Id, Position = 1 });

        (await Send(@case, ana)).Refusal.ShouldBe(ReportRefusals.OrganisersOnly);
        (await Send(@case, olga)).Value.Asked!.Name.ShouldBe("Ana");
        (await Send(@case, olga)).Refusal.ShouldBeNull("asked twice is asked once");
        (await given.NoticesTo(ana)).ShouldBe([UpkeepNotices.Asked]);
        (await List(olga)).Value.Unconfirmed.Single().AskedAt.ShouldNotBeNull();
        await given.Later(CaseQuestion.BeforeDeputy + TimeSpan.FromHours(1));
        (await given.NoticesTo(jan)).ShouldBe([UpkeepNotices.Asked]);

        var id = await given.Read(db => db.CaseQuestions.Select(q => q.Id).SingleAsync());
        (await Say(id, olga, CaseAnswer.StillTrue)).Refusal.ShouldBe(Refusal.NotFound);
        (await Say(id, ana, CaseAnswer.StillTrue)).Refusal.ShouldBeNull("whoever was asked first may still answer");
        (await Say(id, jan, CaseAnswer.NoLonger)).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await given.Read(db => db.Cases.SingleAsync(c => c.Id == @case))).ConfirmedAt.ShouldBe(given.Now);
        (await List(olga)).Value.Unconfirmed.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_longer_so_stays_readable_for_what_was_learned()
    {
        var (olga, ana, mia) = (await given.Organiser(), await given.Ambassador("Ana"), await given.Asker());
        var @case = await Old("Old");
        await given.Change<Case>(@case, c => c.AuthorId = ana.Id);
        await Send(@case, olga);
        await Say(await given.Read(db => db.CaseQuestions.Select(q => q.Id).SingleAsync()), ana, CaseAnswer.NoLonger);
        (await given.Do<OpenCase, Result<OpenedCase>>(open => open.Handle(@case, mia.Id, default))).Value.Case.State.ShouldBe(CaseState.Archived);
        (await List(olga)).Value.Unconfirmed.ShouldBeEmpty();

        await given.Do<ReportCase, Refusal?>(report => report.Handle(@case, mia.Id, ReportKind.Wrong, "A wrong number.", default));
        var report = await given.Read(db => db.CaseReports.Select(r => r.Id).SingleAsync());
        await given.Do<DecideReport, Result<ReportShown>>(decide => decide.TakeDown(report, olga.Id, "Look at the number.", default));
        await given.Do<DecideReport, Result<ReportShown>>(decide => decide.Leave(report, olga.Id, default));
        (await given.Read(db => db.Cases.SingleAsync(c => c.Id == @case))).State.ShouldBe(CaseState.Archived, "put back, it is as it was");
    }

    [Fact]
    public async Task A_question_that_nobody_answered_for_long_is_asked_anew()
    {
        var (olga, ana) = (await given.Organiser(), await given.Ambassador("Ana"));
        var @case = await Old("Old");
        await given.Change<Case>(@case, c => c.AuthorId = ana.Id);
        await Send(@case, olga);
        given.Clock.Advance(CaseQuestion.Patience + TimeSpan.FromDays(1));
        (await List(olga)).Value.Unconfirmed.Single().AskedAt.ShouldBeNull();
        (await Send(@case, olga)).Value.AskedAt.ShouldBe(given.Now);
        (await given.NoticesTo(ana)).Count(kind => kind == UpkeepNotices.Asked).ShouldBe(2);
    }

    [Fact]
    public async Task A_deputy_who_took_the_consent_back_is_not_asked()
    {
        var (olga, ana, jan) = (await given.Organiser(), await given.Ambassador("Ana"), await given.Ambassador("Jan"));
        foreach (var person in new[] { ana, jan }) await given.Change<Member>(person.Id, m => m.Give(Consent.CaseContact));
        var @case = await Old("Old");
        await given.Save(new CaseContact { CaseId = @case, MemberId = ana.Id }, new CaseContact { CaseId = @case, MemberId = jan.Id, Position = 1 });
        await Send(@case, olga);
        await given.Change<Member>(jan.Id, m => m.Withdraw(Consent.CaseContact));
        await given.Later(CaseQuestion.BeforeDeputy + TimeSpan.FromHours(1));
        (await given.NoticesTo(jan)).ShouldBeEmpty();
        (await given.Read(db => db.CaseQuestions.SingleAsync())).ShouldSatisfyAllConditions(q => q.AskedId.ShouldBe(ana.Id), q => q.DeputyDue.ShouldBeNull());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_who_was_asked_leaves_the_deputy_is_asked_and_after_them_somebody_else(bool forgotten)
    {
        var (olga, ana, jan, eva) = (await given.Organiser(), await given.Ambassador("Ana"), await given.Ambassador("Jan"), await given.Ambassador("Eva"));
        var @case = await Old("Old");
        await given.Save(new CaseContact { CaseId = @case, MemberId = ana.Id }, new CaseContact { CaseId = @case, MemberId = jan.Id, Position = 1 });
        await Send(@case, olga);
        await Gone(ana);
        await given.Later(TimeSpan.FromHours(1));
        (await given.NoticesTo(jan)).ShouldBe([UpkeepNotices.Asked], "nobody waits two weeks for somebody who is gone");
        (await List(olga)).Value.Unconfirmed.Single().AskedAt.ShouldNotBeNull();

        await Gone(jan);
        (await List(olga)).Value.Unconfirmed.Single().AskedAt.ShouldBeNull("nobody is left who could answer");
        await given.Save(new CaseContact { CaseId = @case, MemberId = eva.Id, Position = 2 });
        (await Send(@case, olga)).Value.Asked!.Name.ShouldBe("Eva");
        (await given.NoticesTo(eva)).ShouldBe([UpkeepNotices.Asked]);

        async Task Gone(Member person)
        {
            if (forgotten) (await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(person.Id, default))).ShouldBeNull();
            else (await given.Do<LeaveNetwork, Result<Member>>(leave => leave.Handle(person.Id, default))).Refusal.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Cases_nobody_can_be_asked_about_keep_no_other_waiting_and_a_contact_is_asked_for_an_author_who_left()
    {
        var (gone, silent, ana) = (await given.Asker("Gone"), await given.Ambassador("Silent"), await given.Ambassador("Ana"));
        await given.Change<Member>(gone.Id, person => person.State = MemberState.Left);
        await given.Change<Member>(silent.Id, person => person.Withdraw(Consent.CaseContact));
        foreach (var contact in new[] { null, silent, ana })
        {
            var @case = (await given.Case($"Of {contact?.Name ?? "nobody"}", contact: contact)).Id;
            await given.Change<Case>(@case, c => c.AuthorId = gone.Id);
        }

        given.Clock.Advance(TimeSpan.FromDays(366));
        (await given.Do<AskOwnersYearly, int>(work => work.RunDue(given.Now, 1, default))).ShouldBe(1);
        (await given.NoticesTo(ana)).ShouldBe([UpkeepNotices.Asked]);
        (await given.Read(db => db.CaseQuestions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task That_a_case_has_changed_is_kept_where_organisers_see_it()
    {
        var (olga, ana) = (await given.Organiser(), await given.Ambassador("Ana"));
        var @case = await Old("Old");
        await given.Change<Case>(@case, c => c.AuthorId = ana.Id);
        await Send(@case, olga);
        (await Say(await given.Read(db => db.CaseQuestions.Select(q => q.Id).SingleAsync()), ana, CaseAnswer.Changed)).Refusal.ShouldBeNull();
        (await List(olga)).Value.Unconfirmed.Single().ShouldSatisfyAllConditions(one => one.SaidChanged.ShouldBeTrue(), one => one.AskedAt.ShouldBeNull());
    }

    [Fact]
    public async Task What_is_missing_is_added_as_a_new_version()
    {
        var (olga, ana) = (await given.Organiser(), await given.Ambassador("Ana"));
        var @case = (await given.Case("Bare")).Id;
        await given.Change<Case>(@case, c => (c.Lesson, c.AuthorId) = (null, ana.Id));
        await given.Do<AskAboutUpkeep, Result<UpkeepDraft>>(ask => ask.Send(@case, CaseQuestionKind.Complete, olga.Id, default));
        var id = await given.Read(db => db.CaseQuestions.Select(q => q.Id).SingleAsync());

        (await Complete(id, ana, "Start early.", "")).Refusal.ShouldBe(ProblemRefusals.TextMissing);
        (await Complete(id, ana, "Start early.", "Six weeks instead of nine.")).Refusal.ShouldBeNull();
        var now = await given.Read(db => db.Cases.SingleAsync(c => c.Id == @case));
        (now.Lesson, now.Result, now.IsIncomplete, now.Edition).ShouldBe(("Start early.", "Six weeks instead of nine.", false, 2));
        (await given.Read(db => db.CaseVersions.OrderBy(v => v.Number).Select(v => v.Content).ToListAsync())).Select(content => content.Lesson).ShouldBe([null, "Start early."]);
    }

    [Fact]
    public async Task Where_nobody_agreed_to_be_asked_nobody_is()
    {
        var (olga, ana) = (await given.Organiser(), await given.Ambassador("Ana"));
        await given.Change<Member>(ana.Id, person => person.Withdraw(Consent.CaseContact));
        var @case = await Old("Old");
        await given.Save(new CaseContact { CaseId = @case, MemberId = ana.Id });
        (await Send(@case, olga)).Refusal.ShouldBe(UpkeepRefusals.NobodyToAsk);
    }

    private async Task<CaseId> Old(string title, Readers readers = Readers.Network)
    {
        var @case = await given.Case(title, readers: readers);
        await given.Change<Case>(@case.Id, c => (c.Result, c.ConfirmedAt) = ("It worked.", given.Now.AddMonths(-25)));
        return @case.Id;
    }

    private Task<Result<UpkeepList>> List(Member by) => given.Do<ListUpkeep, Result<UpkeepList>>(list => list.Handle(by.Id, default));

    private Task<Result<UpkeepDraft>> Send(CaseId @case, Member by) => given.Do<AskAboutUpkeep, Result<UpkeepDraft>>(ask => ask.Send(@case, CaseQuestionKind.StillTrue, by.Id, default));

    private Task<Result<UpkeepAsked>> Say(CaseQuestionId id, Member by, CaseAnswer answer) => given.Do<AnswerUpkeep, Result<UpkeepAsked>>(use => use.Say(id, by.Id, answer, default));

    private Task<Result<UpkeepAsked>> Complete(CaseQuestionId id, Member by, string lesson, string result) =>
        given.Do<AnswerUpkeep, Result<UpkeepAsked>>(use => use.Complete(id, by.Id, lesson, result, default));
}

public sealed class UpkeepOnSqlite() : UpkeepTests(StoreEngine.Sqlite);

public sealed class UpkeepOnPostgres() : UpkeepTests(StoreEngine.Postgres);
