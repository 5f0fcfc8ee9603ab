using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Service.Demo;
using InnovationBot.Storage;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Service.Tests.Delivery;

/// <summary>Nothing is lost and nothing sent twice: by several workers, at a stop, after a kill.</summary>
public class DeliveryCrashTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Stores))]
    public async Task Several_instances_send_each_notice_once(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        await deliveries.Save([.. (await People(deliveries, 20)).SelectMany(person => Enumerable.Range(0, 10).Select(_ => Deliveries.Notice(person)))]);
        for (var instance = 0; instance < 3; instance++) await deliveries.StartWorker();
        await deliveries.UntilAllEnded();

        var words = deliveries.Connector.Calls.Select(call => call.Card.GetProperty("fallbackText").GetString()).ToList();
        words.Count.ShouldBe(200);
        words.ShouldBeUnique();
        (await deliveries.Read(db => db.Notices.CountAsync(notice => notice.State == NoticeState.Sent, Stop))).ShouldBe(200);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task After_a_kill_what_was_marked_is_unknown_and_everything_else_is_sent_once(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var notices = (await People(deliveries, 10)).Select(person => Deliveries.Notice(person)).ToArray();
        await deliveries.Save([.. notices]);

        // As a killed worker leaves it: ten claimed, three of them marked, the lease run out.
        var longAgo = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        await deliveries.Queue.Claim("killed", 10, Deliveries.Start, longAgo, TimeSpan.FromSeconds(10), Stop);
        var marked = await deliveries.Queue.Advance("killed", [], [.. notices.Take(3).Select(notice => notice.Id)], Deliveries.Start, Stop);
        marked.Count.ShouldBe(3);

        await deliveries.StartWorker();
        await deliveries.UntilAllEnded();
        foreach (var notice in notices)
        {
            (await deliveries.Stored(notice)).State.ShouldBe(marked.Contains(notice.Id) ? NoticeState.Unknown : NoticeState.Sent);
        }

        deliveries.Connector.Attempts.Count.ShouldBe(7);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Never_more_than_eight_are_marked_and_not_recorded(StoreEngine engine)
    {
        var slow = new FakeTimeProvider();
        await using var deliveries = await Deliveries.On(engine, slow);
        deliveries.Connector.Latency = TimeSpan.FromSeconds(1);
        await deliveries.Save([.. (await People(deliveries, 40)).Select(person => Deliveries.Notice(person))]);
        await deliveries.StartWorker();

        for (var taken = 0; taken < 40; taken = deliveries.Connector.Calls.Count)
        {
            await deliveries.UntilArrived(Math.Min(40, taken + 1));
            (await deliveries.Read(db => db.Notices.CountAsync(notice => notice.State == NoticeState.Sending && notice.SendingAt != null, Stop))).ShouldBeLessThanOrEqualTo(8);
            var arrived = deliveries.Connector.Attempts.Count; // counted first: what is taken meanwhile only makes the difference smaller
            (arrived - deliveries.Connector.Calls.Count).ShouldBeLessThanOrEqualTo(8);
            await deliveries.Answer(slow, taken + 1);
        }

        await deliveries.UntilAllEnded();
        deliveries.Connector.Calls.Count.ShouldBe(40);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task At_a_stop_what_left_is_heard_out_and_the_rest_is_let_go_at_once(StoreEngine engine)
    {
        var slow = new FakeTimeProvider();
        await using var deliveries = await Deliveries.On(engine, slow);
        deliveries.Connector.Latency = TimeSpan.FromSeconds(1);
        await deliveries.Save([.. (await People(deliveries, 30)).Select(person => Deliveries.Notice(person))]);
        var worker = await deliveries.StartWorker();
        await deliveries.UntilArrived(8);

        var stopping = worker.StopAsync(CancellationToken.None);
        await deliveries.Answer(slow, 8);
        await stopping;
        var states = await deliveries.Read(db => db.Notices.AsNoTracking().ToListAsync(Stop));
        states.Count(notice => notice.State == NoticeState.Sent).ShouldBe(8);
        states.Count(notice => notice is { State: NoticeState.Queued, LeaseHolder: null, SendingAt: null, Attempts: 0 }).ShouldBe(22);
        deliveries.Connector.Attempts.Count.ShouldBe(8);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task What_follows_from_a_delivery_is_stored_with_it(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Also = services => services.AddScoped<IDelivered, Greets>();
        var mia = await deliveries.Person();
        var notice = await deliveries.Write(Deliveries.Notice(mia));
        await deliveries.StartWorker();
        var sent = await deliveries.Until(notice, NoticeState.Sent);
        (await deliveries.Read(db => db.Members.SingleAsync(m => m.Id == mia.Id, Stop))).WelcomedAt.ShouldBe(sent.SentAt);
        sent.ActivityId.ShouldNotBeNull();
    }

    /// <summary>In a demo: then reminders come and questions run out there as anywhere.</summary>
    [Theory, ClassData(typeof(Stores))]
    public async Task What_follows_from_a_delivery_follows_also_where_one_person_plays_everybody(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Also = services => services.AddScoped<IDelivered, Greets>().AddSingleton<IDeliveryDetour, AllIntoTray>();
        var mia = await deliveries.Person();
        var notice = await deliveries.Write(Deliveries.Notice(mia));
        await deliveries.StartWorker();
        var sent = await deliveries.Until(notice, NoticeState.Sent);
        sent.ConversationId.ShouldBe(Detour.Tray);
        (await deliveries.Read(db => db.Members.SingleAsync(m => m.Id == mia.Id, Stop))).WelcomedAt.ShouldBe(sent.SentAt);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_consequence_that_fails_does_not_make_the_message_unsent(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Also = services => services.AddScoped<IDelivered, Fails>();
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        await deliveries.Until(notice, NoticeState.Sent);
        deliveries.Connector.Calls.Count.ShouldBe(1);
    }

    private static async Task<List<Member>> People(Deliveries deliveries, int count)
    {
        var people = new List<Member>();
        for (var i = 0; i < count; i++) people.Add(await deliveries.Person());
        return people;
    }

    private sealed class Greets(Network.NetworkDb db) : IDelivered
    {
        public string Kind => "test";

        public async Task Handle(Notice notice, DateTimeOffset at, CancellationToken stop) =>
            (await db.Members.SingleAsync(member => member.Id == notice.RecipientId, stop)).WelcomedAt = at;
    }

    private sealed class AllIntoTray : IDeliveryDetour
    {
        public Detour? For(MemberId recipient, bool hasAddress) => new Detour.IntoTray();
    }

    private sealed class Fails : IDelivered
    {
        public string Kind => "test";

        public Task Handle(Notice notice, DateTimeOffset at, CancellationToken stop) => throw new InvalidOperationException("a defect");
    }
}
