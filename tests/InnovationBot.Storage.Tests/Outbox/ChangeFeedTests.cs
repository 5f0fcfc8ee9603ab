using InnovationBot.Network.Outbox;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Storage.Tests.Outbox;

public class ChangeFeedTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Changes_are_read_in_order_and_once_in_steps_of_any_size(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var feed = Feed(store);
        (await feed.Read(default, 10, Stop)).Changes.ShouldBeEmpty();
        var written = await Write(store, 25);

        var read = new List<Guid>();
        var place = default(ChangePosition);
        while (read.Count < written.Length)
        {
            var batch = await feed.Read(place, 4, Stop);
            batch.Changes.Count.ShouldBeLessThanOrEqualTo(4);
            read.AddRange(batch.Changes.Select(change => change.Subject));
            place = new ChangePosition(batch.Next.ToString()); // as somebody who kept it as text
        }

        read.ShouldBe(written);
        place.ShouldBe(await feed.End(Stop));
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Whoever_starts_at_the_end_reads_only_what_comes_later(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var end = await WriteAndReach(store, 3);
        var atTheEnd = await Feed(store).Read(end, 10, Stop);
        (atTheEnd.Changes.Count, atTheEnd.Next, atTheEnd.Lost).ShouldBe((0, end, false));
        var later = await Write(store, 2);
        (await Follow(store, end, 2)).Changes.Select(change => change.Subject).ShouldBe(later);
    }

    [Fact]
    public async Task A_change_that_is_committed_after_a_later_number_is_not_missed()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null && Environment.GetEnvironmentVariable("CI") is null, PostgresServer.Missing ?? "");
        await using var store = await TestStore.Open(StoreEngine.Postgres);
        await using var slow = store.NewDb();
        await using var open = await slow.BeginWrite(Stop);
        slow.Add(Line(out var late));
        await slow.SaveChangesAsync(Stop); // has its number, and is not committed
        var early = await Write(store, 2);

        var before = await Feed(store).Read(default, 10, Stop);
        before.Changes.ShouldBeEmpty();
        await open.CommitAsync(Stop);
        (await Follow(store, before.Next, 3)).Changes.Select(change => change.Subject).ShouldBe([late, .. early]);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Everything_is_read_once_while_many_write_at_the_same_time(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.Another();
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                var written = new List<Guid>();
                for (var i = 0; i < 15; i++) written.AddRange(await Write(writer % 2 == 0 ? store : other, 1 + i % 3));
                return written;
            },
            Stop)));

        var read = new List<Guid>();
        var place = default(ChangePosition);
        while (!writing.IsCompleted || read.Count < 8 * 15 * 2)
        {
            var batch = await Feed(store).Read(place, 7, Stop);
            batch.Lost.ShouldBeFalse();
            read.AddRange(batch.Changes.Select(change => change.Subject));
            place = batch.Next;
        }

        read.ShouldBe((await writing).SelectMany(written => written), ignoreOrder: true);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task A_place_that_the_store_does_not_know_is_told_as_lost(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var replaced = await TestStore.Open(engine);
        var elsewhere = await WriteAndReach(store, 3);
        await WriteAndReach(replaced, 5);
        (await Feed(replaced).Read(elsewhere, 10, Stop)).Lost.ShouldBeTrue();
        (await Feed(replaced).Read(new("not a place"), 10, Stop)).Lost.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Old_changes_go_but_the_place_of_whoever_kept_up_stays_known(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var behind = await WriteAndReach(store, 1);
        var upToDate = await WriteAndReach(store, 4);

        (await Feed(store).Prune(Now + Change.Lifetime + TimeSpan.FromDays(1), 100, Stop)).ShouldBe(4);
        (await Feed(store).Read(upToDate, 10, Stop)).Lost.ShouldBeFalse();
        (await Feed(store).Read(behind, 10, Stop)).Lost.ShouldBeTrue();
        (await Feed(store).Read(default, 10, Stop)).Lost.ShouldBeTrue();
    }

    private static IChangeFeed Feed(TestStore store) => store.Services.GetRequiredService<IChangeFeed>();

    private static Change Line(out Guid subject) => new() { Kind = ChangedKind.Case, Subject = subject = Guid.NewGuid(), At = Now };

    /// <summary>Writes as many changes in one transaction.</summary>
    private static async Task<Guid[]> Write(TestStore store, int count)
    {
        var subjects = new Guid[count];
        await store.Save([.. subjects.Select((_, i) => Line(out subjects[i]))]);
        return subjects;
    }

    /// <returns>The place after what was written.</returns>
    private static async Task<ChangePosition> WriteAndReach(TestStore store, int count)
    {
        var before = await Feed(store).End(Stop);
        await Write(store, count);
        return (await Follow(store, before, count)).Next;
    }

    /// <summary>Reads until as many changes are there: on PostgreSQL other tests' transactions on the same server hold them back for a moment.</summary>
    private static async Task<ChangeBatch> Follow(TestStore store, ChangePosition after, int count)
    {
        while (true)
        {
            Stop.ThrowIfCancellationRequested();
            var batch = await Feed(store).Read(after, 100, Stop);
            if (batch.Changes.Count >= count || batch.Lost) return batch;
        }
    }
}
