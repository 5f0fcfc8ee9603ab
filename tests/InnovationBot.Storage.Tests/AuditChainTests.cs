using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage.Tests;

public class AuditChainTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 15, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Several_instances_that_write_at_once_make_one_chain_without_a_gap(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.Another();
        Member[] people = [.. Enumerable.Range(0, 4).Select(_ => Person())];
        await store.Save([.. people]);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 8; i++)
                {
                    await using var db = (writer % 2 == 0 ? store : other).NewDb();
                    await using var transaction = i % 2 == 0 ? await db.BeginWrite(Stop) : null;
                    db.AuditEvents.Add(AuditEvent.Of(AuditAct.RoleGranted, people[writer % 4].Id, people[i % 4].Id, Now.AddSeconds(i), "juror"));
                    await db.SaveChangesAsync(Stop);
                    if (transaction is not null) await transaction.CommitAsync(Stop);
                }
            },
            Stop)));

        (await store.Read(db => db.AuditEvents.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(Stop))).ShouldBe(Enumerable.Range(1, 48).Select(n => (long)n));
        (await store.Read(db => db.AuditPeople.CountAsync(Stop))).ShouldBe(4);
        (await Verified(store)).Faults.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task What_was_rolled_back_or_given_up_is_not_in_the_log(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var db = store.NewDb();
        await using (await db.BeginWrite(Stop))
        {
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.RoleGranted, null, null, Now));
            await db.SaveChangesAsync(Stop);
        }

        db.AuditEvents.Add(AuditEvent.Of(AuditAct.RoleRevoked, null, null, Now));
        await db.SaveChangesAsync(Stop);
        (await store.Read(read => read.AuditEvents.Select(e => e.Act).ToListAsync(Stop))).ShouldBe([AuditAct.RoleRevoked]);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task The_store_refuses_to_change_or_delete_what_was_logged(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Save(AuditEvent.Of(AuditAct.RoleGranted, null, null, Now, "juror"));
        await using var db = store.NewDb();

        await Should.ThrowAsync<Exception>(() => db.AuditEvents.ExecuteUpdateAsync(set => set.SetProperty(e => e.Detail, "organiser"), Stop));
        await Should.ThrowAsync<Exception>(() => db.AuditEvents.ExecuteDeleteAsync(Stop));
        await Should.ThrowAsync<Exception>(() => db.AuditSegments.ExecuteDeleteAsync(Stop));
        db.Remove(await db.AuditEvents.SingleAsync(Stop));
        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
        (await store.Read(read => read.AuditEvents.SingleAsync(Stop))).Detail.ShouldBe("juror");
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Whoever_gets_round_the_store_is_found_and_the_event_is_named(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var (one, two) = (Person(), Person());
        await store.Save(one, two);
        for (var i = 0; i < 5; i++) await store.Save(AuditEvent.Of(AuditAct.RoleGranted, one.Id, two.Id, Now.AddMinutes(i), "juror"));
        (await Verified(store)).Faults.ShouldBeEmpty();
        await Unguarded(store);

        await Changed("UPDATE \"AuditEvents\" SET \"Detail\" = 'jurot' WHERE \"Id\" = 3", "UPDATE \"AuditEvents\" SET \"Detail\" = 'juror' WHERE \"Id\" = 3", (AuditFaultKind.Changed, 3));
        await Changed("UPDATE \"AuditEvents\" SET \"Act\" = 'role_grantee' WHERE \"Id\" = 2", "UPDATE \"AuditEvents\" SET \"Act\" = 'role_granted' WHERE \"Id\" = 2", (AuditFaultKind.Changed, 2));
        await Changed("UPDATE \"AuditEvents\" SET \"At\" = \"At\" + 1 WHERE \"Id\" = 5", "UPDATE \"AuditEvents\" SET \"At\" = \"At\" - 1 WHERE \"Id\" = 5", (AuditFaultKind.Changed, 5));
        await Changed("UPDATE \"AuditSegments\" SET \"Last\" = 4", "UPDATE \"AuditSegments\" SET \"Last\" = 5", (AuditFaultKind.Inserted, 5));
        await Changed("UPDATE \"AuditPeople\" SET \"Salt\" = '0'", null, (AuditFaultKind.PseudonymChanged, 0), (AuditFaultKind.PseudonymChanged, 0));
        await Execute(store, "DELETE FROM \"AuditEvents\" WHERE \"Id\" = 4");
        (await Verified(store)).Faults.ShouldContain(fault => fault.Kind == AuditFaultKind.Missing && fault.Number == 4);

        async Task Changed(string sql, string? back, params (AuditFaultKind Kind, long Number)[] found)
        {
            await Execute(store, sql);
            (await Verified(store)).Faults.Select(fault => (fault.Kind, fault.Number)).ShouldBe(found, sql);
            if (back is not null) await Execute(store, back);
        }
    }

    private static async Task<AuditReport> Verified(TestStore store)
    {
        await using var db = store.NewDb();
        return await new VerifyAudit(db).Handle(Stop);
    }

    private static async Task Unguarded(TestStore store)
    {
        foreach (var (table, name) in new[] { ("AuditEvents", "AuditEvents_unchanged"), ("AuditEvents", "AuditEvents_kept"), ("AuditSegments", "AuditSegments_sealed") })
            await Execute(store, store.Engine == StoreEngine.Sqlite ? $"DROP TRIGGER \"{name}\"" : $"DROP TRIGGER \"{name}\" ON \"{table}\"");
    }

    private static Task<int> Execute(TestStore store, string sql) => store.Read(db => db.Database.ExecuteSqlRawAsync(sql, Stop));

    private static Member Person() => new() { Id = EntityId.New<MemberId>(Now), Name = "Ana", Language = Language.English, CreatedAt = Now };
}
