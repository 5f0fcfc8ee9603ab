using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Results;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.People;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Cases;

/// <summary>What those hear who gave.</summary>
public abstract class ContributionTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Once_a_month_in_one_message_an_author_hears_what_came_of_all_cases()
    {
        var (mia, jan, otto) = (await given.Asker(), await given.Ambassador("Jan"), await given.Ambassador("Otto"));
        foreach (var title in new[] { "One", "Two" })
        {
            var @case = (await given.Case(title)).Id;
            await given.Change<Case>(@case, c => c.AuthorId = jan.Id);
            await given.Do<OpenCase, Result<OpenedCase>>(open => open.Handle(@case, mia.Id, default));
            await given.Do<MarkHelped, Refusal?>(helped => helped.Handle(@case, mia.Id, helped: true, default));
        }

        var quiet = (await given.Case("Never opened")).Id;
        await given.Change<Case>(quiet, c => c.AuthorId = otto.Id);
        await given.Sweep();
        (await Monthly(jan)).ShouldBe(0, "the month is not over");
        await given.Later(TimeSpan.FromDays(28));
        await given.Sweep();
        (await Monthly(jan)).ShouldBe(1);
        (await Monthly(otto)).ShouldBe(0);
        (await Monthly(mia)).ShouldBe(0);

        var month = ResultsMonth.Before(given.Now);
        ResultsMonth.Of(month.Subject).ShouldBe(month);
        var heard = (await Contribution(jan, month)).Heard;
        heard.Select(one => (one.Title, one.Opened, one.Helped, one.Reused)).ShouldBe([("One", 1, 1, 0), ("Two", 1, 1, 0)], ignoreOrder: true);
        await given.Later(TimeSpan.FromDays(31));
        (await Monthly(jan)).ShouldBe(1, "nothing happened since");
    }

    [Fact]
    public async Task A_statement_equals_what_was_recorded_and_is_of_ones_own_cases_alone()
    {
        var (mia, jan, otto) = (await given.Asker(), await given.Ambassador("Jan"), await given.Ambassador("Otto"));
        var own = (await given.Case("Own")).Id;
        var carried = (await given.Case("Carried", contact: jan)).Id;
        await given.Change<Case>(own, c => c.AuthorId = jan.Id);
        await given.Case("Others'");
        foreach (var reader in new[] { mia, otto, mia })
        {
            await given.Do<OpenCase, Result<OpenedCase>>(open => open.Handle(own, reader.Id, default));
            await given.Do<RecordReuse, Result<Reuse>>(record => record.Handle(own, reader.Id, ReuseKind.Adapted, ReuseStatus.Implemented, default));
        }

        await given.Do<RecordReuse, Result<Reuse>>(record => record.Handle(carried, otto.Id, ReuseKind.Inspired, ReuseStatus.Considering, default));
        await given.Change<Member>(jan.Id, m => m.Withdraw(Consent.CaseContact));
        (await Contribution(jan)).Cases.ShouldBe([new CaseContribution(own, "Own", 3, 0, 2)]);
        await given.Change<Member>(jan.Id, m => m.Give(Consent.CaseContact));
        (await Contribution(jan)).Cases.Select(one => (one.Title, one.Reused)).ShouldBe([("Own", 2), ("Carried", 0)], ignoreOrder: true);
        (await Contribution(mia)).Cases.ShouldBeEmpty();
    }

    private async Task<Contribution> Contribution(Member of, ResultsMonth? month = null) =>
        (await given.Do<Contributions, Result<Contribution>>(use => use.Handle(of.Id, month?.From, month?.Until, default))).Value;

    private Task<int> Monthly(Member to) => given.Read(db => db.Notices.CountAsync(n => n.RecipientId == to.Id && n.Kind == ResultsNotices.Monthly));
}

public sealed class ContributionsOnSqlite() : ContributionTests(StoreEngine.Sqlite);

public sealed class ContributionsOnPostgres() : ContributionTests(StoreEngine.Postgres);
