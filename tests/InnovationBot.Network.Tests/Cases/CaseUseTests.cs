using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Cases;

/// <summary>What readers say of a case: it helped, they did it too, something is wrong with it.</summary>
public abstract class CaseUseTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Help_counts_once_a_person_and_never_for_the_author()
    {
        var (mia, jan, @case) = await Written();
        for (var i = 0; i < 2; i++) (await Helped(@case, mia)).ShouldBeNull();
        (await Helped(@case, jan)).ShouldBe(ReuseRefusals.OwnCase);
        (await Opened(@case, mia)).ShouldSatisfyAllConditions(opened => opened.Helped.ShouldBe(1), opened => opened.HelpedReader.ShouldBeTrue());
        (await Facts(FactKind.Helped)).ShouldBe(1);
        await given.Do<MarkHelped, Refusal?>(helped => helped.Handle(@case, mia.Id, helped: false, default));
        (await Opened(@case, mia)).Helped.ShouldBe(0);
        (await Facts(FactKind.Helped)).ShouldBe(0);
        await Helped(@case, mia);
        (await Facts(FactKind.Helped)).ShouldBe(1, "taken back and said again is one person helped");
    }

    [Fact]
    public async Task A_like_of_a_message_counts_for_the_case_it_shows_and_of_another_message_for_none()
    {
        var (mia, _, @case) = await Written();
        await given.Do<RememberShown, int>(async shown => { await shown.Handle("message-1", mia.Id, @case, default); return 0; });
        await Like("message-2", mia, likes: true);
        await Like("message-1", await given.Asker("Otto"), likes: true);
        (await Opened(@case, mia)).Helped.ShouldBe(0);
        await Like("message-1", mia, likes: true);
        (await Opened(@case, mia)).Helped.ShouldBe(1);
        await Like("message-1", mia, likes: false);
        (await Opened(@case, mia)).Helped.ShouldBe(0);
        await given.Later(ShownMessage.Lifetime + TimeSpan.FromDays(1));
        (await given.Read(db => db.ShownMessages.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Only_what_is_implemented_counts_as_spread_and_the_author_hears()
    {
        var (mia, jan, @case) = await Written();
        foreach (var status in new[] { ReuseStatus.Considering, ReuseStatus.Testing, ReuseStatus.Testing })
            (await given.Do<RecordReuse, Result<Reuse>>(record => record.Handle(@case, mia.Id, ReuseKind.Adapted, status, default))).Refusal.ShouldBeNull();
        (await Opened(@case, mia)).Implemented.ShouldBe(0);
        (await Facts(FactKind.Reused)).ShouldBe(0);
        (await given.NoticesTo(jan)).Count(kind => kind == ReuseNotices.Reused).ShouldBe(2, "once for each state told");

        await Tell(@case, mia, ReuseStatus.Implemented);
        await Tell(@case, mia, ReuseStatus.Dropped);
        await Tell(@case, mia, ReuseStatus.Implemented);
        (await Opened(@case, mia)).Implemented.ShouldBe(1);
        (await Facts(FactKind.Reused)).ShouldBe(1);
        (await given.NoticesTo(jan)).Count(kind => kind == ReuseNotices.Reused).ShouldBe(3);
        (await given.Do<RecordReuse, Result<Reuse>>(record => record.Handle(@case, jan.Id, ReuseKind.Copied, ReuseStatus.Implemented, default))).Refusal.ShouldBe(ReuseRefusals.OwnCase);

        var reuse = await given.Read(db => db.Reuses.AsNoTracking().SingleAsync());
        (await given.Do<ShowReuse, Result<ReuseTold>>(show => show.Handle(reuse.Id, jan.Id, default))).Value.By.IsNamed.ShouldBeFalse("Mia is not listed");
        (await given.Do<ShowReuse, Result<ReuseTold>>(show => show.Handle(reuse.Id, mia.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task A_reported_case_is_taken_down_at_once_with_a_reason_and_its_author_may_answer()
    {
        var (mia, jan, @case) = await Written();
        var olga = await given.Organiser();
        (await given.Do<ReportCase, Refusal?>(report => report.Handle(@case, mia.Id, ReportKind.PersonalData, "It names a citizen.", default))).ShouldBeNull();
        (await given.Do<ReportCase, Refusal?>(report => report.Handle(@case, mia.Id, ReportKind.PersonalData, "It names a citizen.", default))).ShouldBeNull();
        var id = await given.Read(db => db.CaseReports.Select(report => report.Id).SingleAsync());
        (await given.NoticesTo(olga)).ShouldBe([ReportNotices.Reported]);
        (await Opened(@case, mia)).Case.Id.ShouldBe(@case, "it stays until somebody decides");
        (await Shown(id, mia)).Refusal.ShouldBe(Refusal.NotFound);

        (await TakeDown(id, mia, "No.")).Refusal.ShouldBe(ReportRefusals.OrganisersOnly);
        (await TakeDown(id, olga, " ")).Refusal.ShouldBe(ReportRefusals.ReasonMissing);
        (await TakeDown(id, olga, "A citizen is named.")).Value.Organises.ShouldBeTrue();
        foreach (var reader in new[] { mia, jan, olga })
            (await given.Do<OpenCase, Result<OpenedCase>>(open => open.Handle(@case, reader.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Read(db => db.Changes.AnyAsync(c => c.Kind == ChangedKind.Case && c.Subject == @case.Value))).ShouldBeTrue("the search follows");
        (await given.NoticesTo(jan)).ShouldBe([ReportNotices.Decided]);
        (await Shown(id, jan)).Value.Report.Reason.ShouldBe("A citizen is named.");

        (await given.Do<AnswerReport, Result<ReportShown>>(answer => answer.Handle(id, mia.Id, "Mine.", default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<AnswerReport, Result<ReportShown>>(answer => answer.Handle(id, jan.Id, "I took it out.", default))).Value.Report.Waits.ShouldBeTrue();
        (await given.NoticesTo(olga)).ShouldContain(ReportNotices.Answered);
        (await given.Do<DecideReport, Result<ReportShown>>(decide => decide.Leave(id, olga.Id, default))).Value.Report.State.ShouldBe(ReportState.Left);
        (await Opened(@case, mia)).Case.State.ShouldBe(CaseState.Published);
        (await given.Read(db => db.AuditEvents.Select(a => a.Act).ToListAsync())).ShouldBe([AuditAct.CaseTakenDown, AuditAct.CaseLeft]);

        given.Clock.Advance(TimeSpan.FromHours(1));
        (await TakeDown(id, olga, "It is there again.")).Value.Report.IsAnswered.ShouldBeFalse("another decision may be answered too");
        (await given.Do<AnswerReport, Result<ReportShown>>(answer => answer.Handle(id, jan.Id, "Now it is out.", default))).Value.Report.ShouldSatisfyAllConditions(r => r.IsAnswered.ShouldBeTrue(), r => r.Answer.ShouldBe("Now it is out."));
    }

    [Fact]
    public async Task Whoever_carried_a_case_is_asked_by_introduction_and_stays_hidden_where_the_case_hides_its_organisation()
    {
        var mia = await given.Asker();
        var (ana, jan) = (await given.Ambassador("Ana"), await given.Ambassador("Jan", visibility: Visibility.Unlisted));
        foreach (var person in new[] { ana, jan }) await given.Change<Member>(person.Id, m => m.Give(Consent.CaseContact));
        var named = (await given.Case("Named", contact: ana)).Id;
        var kind = (await given.Case("Kind", shownAs: ShownAs.Kind, contact: ana)).Id;
        var unlisted = (await given.Case("Unlisted", shownAs: ShownAs.Kind, contact: jan)).Id;
        (await Opened(named, mia)).Contacts.Single().Person.Name.ShouldBe("Ana");
        (await Opened(kind, mia)).Contacts.ShouldBeEmpty();
        (await Opened(unlisted, mia)).Contacts.Single().ShouldSatisfyAllConditions(c => c.Person.IsNamed.ShouldBeFalse(), c => c.MayBeAsked.ShouldBeTrue());

        (await AskAbout(kind, mia)).Refusal.ShouldBe(IntroductionRefusals.PersonNotAvailable);
        var draft = (await AskAbout(named, mia)).Value;
        draft.Person!.Name.ShouldBe("Ana");
        draft.Blurb.ShouldContain("permits");
        (await AskAbout(unlisted, mia)).Value.Person!.IsNamed.ShouldBeFalse();
        await given.Change<Member>(ana.Id, m => m.Withdraw(Consent.CaseContact));
        (await Opened(named, mia)).Contacts.ShouldBeEmpty();
        (await AskAbout(named, mia)).Refusal.ShouldBe(IntroductionRefusals.PersonNotAvailable);
    }

    [Fact]
    public async Task After_24_months_a_case_is_not_confirmed_any_more_and_cases_like_it_are_named()
    {
        var (mia, _, @case) = await Written();
        await given.Case("Like it");
        await given.Case("Like it, private", readers: Readers.Private);
        await given.Case("Something else", problem: "Bicycles rust outside schools");
        var opened = await Opened(@case, mia);
        opened.Confirmation!.Value.IsOld.ShouldBeFalse();
        opened.Likes.Select(like => like.Case.Title).ShouldBe(["Like it"]);
        given.Clock.Advance(TimeSpan.FromDays(735));
        (await Opened(@case, mia)).Confirmation.ShouldBe(new Confirmation(Given.Start, IsOld: true));
    }

    [Fact]
    public async Task Opening_ones_own_case_is_no_opening()
    {
        var (mia, jan, @case) = await Written();
        await Opened(@case, jan);
        await Opened(@case, mia);
        (await Facts(FactKind.Opened)).ShouldBe(1);
    }

    private async Task<(Member Mia, Member Jan, CaseId Case)> Written()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var @case = await given.Case("Phone first");
        await given.Change<Case>(@case.Id, c => c.AuthorId = jan.Id);
        return (mia, jan, @case.Id);
    }

    private Task<Refusal?> Helped(CaseId @case, Member by) => given.Do<MarkHelped, Refusal?>(helped => helped.Handle(@case, by.Id, helped: true, default));

    private Task<int> Like(string message, Member by, bool likes) => given.Do<MarkHelped, int>(async helped =>
    {
        await helped.Liked(message, by.Id, likes, default);
        return 0;
    });

    private Task<Result<Reuse>> Tell(CaseId @case, Member by, ReuseStatus status) =>
        given.Do<RecordReuse, Result<Reuse>>(record => record.Handle(@case, by.Id, ReuseKind.Adapted, status, default));

    private async Task<OpenedCase> Opened(CaseId @case, Member by) => (await given.Do<OpenCase, Result<OpenedCase>>(open => open.Handle(@case, by.Id, default))).Value;

    private Task<Result<ReportShown>> TakeDown(CaseReportId id, Member by, string reason) => given.Do<DecideReport, Result<ReportShown>>(decide => decide.TakeDown(id, by.Id, reason, default));

    private Task<Result<ReportShown>> Shown(CaseReportId id, Member by) => given.Do<ShowReport, Result<ReportShown>>(show => show.Handle(id, by.Id, default));

    private Task<Result<IntroductionDraft>> AskAbout(CaseId @case, Member by) =>
        given.Do<AskAboutCase, Result<IntroductionDraft>>(ask => ask.Handle(new(@case, 0, by.Id, null, Given.Permits, Language.English), default));

    private Task<int> Facts(FactKind kind) => given.Read(db => db.Facts.CountAsync(fact => fact.Kind == kind));
}

public sealed class CaseUseOnSqlite() : CaseUseTests(StoreEngine.Sqlite);

public sealed class CaseUseOnPostgres() : CaseUseTests(StoreEngine.Postgres);
