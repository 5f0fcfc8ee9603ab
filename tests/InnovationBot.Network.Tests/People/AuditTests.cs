using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Privacy.Retention;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

public abstract class AuditTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Who_is_concerned_sees_what_was_done_and_who_in_a_role_did_it()
    {
        var (mia, olga) = (await given.Asker("Mia"), await given.Organiser());
        await Grant("mia@example.org", olga.Id);
        await Grant("mia@example.org", null, GrantedRole.ContactPoint);
        await given.Do<ExportMyData, Result<System.Text.Json.Nodes.JsonObject>>(export => export.Handle(mia.Id, default));

        var seen = await Log(mia);
        seen.Acts.Select(act => (act.Act, act.ByYou, act.ByMachine, act.ByName)).ShouldBe(
            [(AuditAct.DataExported, true, false, mia.Name), (AuditAct.RoleGranted, false, true, null), (AuditAct.RoleGranted, false, false, olga.Name)]);
        (await Log(olga)).Acts.Single().ByYou.ShouldBeTrue();
        (await Log(await given.Asker("Eva"))).Acts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forgetting_somebody_leaves_the_chain_whole_and_nothing_that_leads_to_them()
    {
        var (mia, olga) = (await given.Asker("Mia"), await given.Organiser());
        await Grant("mia@example.org", olga.Id);
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(mia.Id, default));
        await Grant(olga.Email!, null);

        (await given.Read(db => db.AuditPeople.Select(p => p.MemberId).ToListAsync())).ShouldBe([olga.Id]);
        var report = await Verify();
        (report.Events, report.Faults.Count).ShouldBe((3, 0));
        (await Log(olga)).Acts.Select(act => act.Act).ShouldBe([AuditAct.RoleGranted, AuditAct.RoleGranted]);
    }

    [Fact]
    public async Task A_month_is_sealed_and_goes_as_a_whole_when_its_time_is_over()
    {
        var olga = await given.Organiser();
        await Grant(olga.Email!, null);
        given.Clock.Advance(AuditSegment.Longest);
        (await Sweep()).ShouldBe(1, "the open one is sealed although nothing happens");
        await Grant(olga.Email!, null, GrantedRole.ContactPoint);
        (await given.Read(db => db.AuditSegments.OrderBy(s => s.Number).Select(s => new { s.First, s.Last, Sealed = s.SealedAt != null }).ToListAsync()))
            .Select(s => (s.First, s.Last, s.Sealed)).ShouldBe([(1, 1, true), (2, 2, false)]);

        given.Clock.Advance(TimeSpan.FromDays(720));
        await Sweep();
        given.Clock.Advance(TimeSpan.FromDays(11));
        (await Sweep()).ShouldBe(1);
        (await Sweep()).ShouldBe(0);
        (await given.Read(db => db.AuditEvents.Select(e => e.Id).ToListAsync())).ShouldBe([2]);
        var report = await Verify();
        (report.Events, report.Segments, report.Dropped, report.Faults.Count).ShouldBe((1, 2, 1, 0));
    }

    private Task<OwnLogView> Log(Member person) => given.Do<OwnLog, OwnLogView>(log => log.Handle(person.Id, 10, default));

    private Task<AuditReport> Verify() => given.Do<VerifyAudit, AuditReport>(verify => verify.Handle(default));

    /// <returns>Segments sealed, and events gone.</returns>
    private async Task<int> Sweep() =>
        await given.Do<SealAuditSegments, int>(seal => seal.RunDue(given.Now, 100, default)) + await given.Do<OldAudit, int>(old => old.Delete(given.Now.AddDays(-730), 100, given.Now, default));

    private async Task Grant(string email, MemberId? by, GrantedRole role = GrantedRole.Juror) =>
        (await given.Do<GrantRole, Result<Member>>(grant => grant.Handle(new(role, email, by), default))).Refusal.ShouldBeNull();
}

public sealed class AuditOnSqlite() : AuditTests(StoreEngine.Sqlite);

public sealed class AuditOnPostgres() : AuditTests(StoreEngine.Postgres);
