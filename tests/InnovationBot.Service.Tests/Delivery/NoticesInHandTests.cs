using System.Threading.Channels;
using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Service.Delivery;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Service.Tests.Delivery;

public class NoticesInHandTests
{
    private static readonly Member Mia = new() { Id = EntityId.New<MemberId>(Deliveries.Start) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Stores))]
    public async Task The_more_urgent_overtakes_what_was_claimed_before_it(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        using var hand = Hand(store, TimeProvider.System);
        var broadcasts = Enumerable.Range(0, 3).Select(_ => Deliveries.Notice(Mia, priority: NoticePriority.Broadcast)).ToArray();
        await store.Save([.. broadcasts, Deliveries.Notice(Mia, priority: NoticePriority.Match)]);

        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var filling = hand.Fill(over.Token);
        var first = await hand.Take(Stop);
        first.Notice.Priority.ShouldBe(NoticePriority.Match);
        (await hand.Take(Stop)).Notice.Priority.ShouldBe(NoticePriority.Broadcast);
        hand.PutBack(first); // the channel asked to wait
        (await hand.Take(Stop)).Notice.Id.ShouldBe(first.Notice.Id);

        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => filling);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Few_are_in_hand_however_many_are_due(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        using var hand = Hand(store, TimeProvider.System);
        await store.Save([.. Enumerable.Range(0, 200).Select(_ => Deliveries.Notice(Mia))]);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var filling = hand.Fill(over.Token);

        for (var done = 0; done < 200; done++)
        {
            var next = await hand.Take(Stop);
            (await store.Read(db => db.Notices.CountAsync(notice => notice.State == NoticeState.Sending, Stop))).ShouldBeLessThanOrEqualTo(64);
            await store.Notices.Advance(hand.Holder, [new(next.Notice.Id, NoticeState.Sent, Deliveries.Start)], [], Deliveries.Start, Stop);
            hand.PutDown(next.Notice.Id);
        }

        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => filling);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Leases_are_renewed_as_long_as_the_process_lives(StoreEngine engine)
    {
        var machine = new FakeTimeProvider(Deliveries.Start.AddYears(1));
        await using var store = await TestStore.Open(engine);
        using var hand = Hand(store, machine);
        await store.Save(Deliveries.Notice(Mia));
        using (var claimed = CancellationTokenSource.CreateLinkedTokenSource(Stop))
        {
            var filling = hand.Fill(claimed.Token);
            await hand.Take(Stop);
            await claimed.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => filling);
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var working = hand.KeepLeases(over.Token);

        for (var minute = machine.GetUtcNow().AddMinutes(1); machine.GetUtcNow() < minute;)
        {
            machine.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        }

        while ((await store.Read(db => db.Notices.SingleAsync(Stop))).LeaseUntil is var until && until <= machine.GetUtcNow())
        {
            machine.Advance(TimeSpan.FromMilliseconds(100)); // the renewal may not have been seen to wait yet
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        }

        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => working);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task What_a_killed_process_had_in_hand_is_with_another_within_fifteen_seconds(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var (waits, marked) = (Deliveries.Notice(Mia), Deliveries.Notice(Mia));
        await store.Save(waits, marked);
        using (var killed = Hand(store, new FakeTimeProvider(Deliveries.Start)))
        {
            using var kill = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var working = killed.Fill(kill.Token);
            await killed.Take(Stop);
            await killed.Take(Stop);
            await store.Notices.Advance(killed.Holder, [], [marked.Id], Deliveries.Start, Stop);
            await kill.CancelAsync(); // and nobody renews its leases
            await Should.ThrowAsync<OperationCanceledException>(() => working);
        }

        var machine = new WatchedTime(Deliveries.Start);
        using var other = Hand(store, machine);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var filling = other.Fill(over.Token);
        while (true)
        {
            await machine.Looked(Stop);
            if (await store.Read(db => db.Notices.AllAsync(notice => notice.LeaseHolder == other.Holder, Stop))) break;
            machine.GetUtcNow().ShouldBeLessThan(Deliveries.Start.AddSeconds(15));
            machine.Advance(TimeSpan.FromMilliseconds(500));
        }

        var taken = new[] { await other.Take(Stop), await other.Take(Stop) };
        taken.Where(claim => claim.MayHaveArrived).Select(claim => claim.Notice.Id).ShouldBe([marked.Id]);
        taken.Where(claim => !claim.MayHaveArrived).Select(claim => claim.Notice.Id).ShouldBe([waits.Id]);
        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => filling);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_hand_that_stays_full_takes_over_what_a_killed_process_left_within_fifteen_seconds_all_the_same(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var machine = new WatchedTime(Deliveries.Start);
        using var full = Hand(store, machine);
        await store.Save([.. Enumerable.Range(0, 64).Select(_ => Deliveries.Notice(Mia))]);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var filling = full.Fill(over.Token);
        await machine.Looked(Stop); // and waits for room, for the channel takes nothing

        var left = Deliveries.Notice(Mia);
        await store.Save(left);
        (await store.Notices.Claim("killed", 1, Deliveries.Start, Deliveries.Start, TimeSpan.FromSeconds(10), Stop)).Count.ShouldBe(1);
        (await store.Notices.Advance("killed", [], [left.Id], Deliveries.Start, Stop)).ShouldBe([left.Id]);
        while (await store.Read(db => db.Notices.AnyAsync(notice => notice.LeaseHolder == "killed", Stop)))
        {
            machine.Advance(TimeSpan.FromSeconds(2));
            await machine.Looked(Stop);
            machine.GetUtcNow().ShouldBeLessThan(Deliveries.Start.AddSeconds(15));
        }

        (await full.Take(Stop)).Notice.Id.ShouldBe(left.Id, "it goes first");
        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => filling);
    }

    /// <summary>Stands still until it is moved, and tells when whoever looks every now and then has looked and waits again.</summary>
    private sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly Channel<bool> looks = Channel.CreateUnbounded<bool>();

        public async Task Looked(CancellationToken stop) => await looks.Reader.ReadAsync(stop);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            looks.Writer.TryWrite(true);
            return timer;
        }
    }

    private static NoticesInHand Hand(TestStore store, TimeProvider machine) =>
        new(store.Notices, new NoticesWritten(), new FakeTimeProvider(Deliveries.Start), new MachineClock(machine), NullLogger<NoticesInHand>.Instance);
}
