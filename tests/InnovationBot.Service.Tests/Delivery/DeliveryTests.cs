using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Storage;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Stores;

namespace InnovationBot.Service.Tests.Delivery;

public class DeliveryTests
{
    [Theory, ClassData(typeof(Stores))]
    public async Task What_is_due_reaches_its_recipient_and_is_recorded_with_where_it_stands(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var mia = await deliveries.Person();
        var notice = await deliveries.Write(Deliveries.Notice(mia));
        await deliveries.StartWorker();

        var sent = await deliveries.Until(notice, NoticeState.Sent);
        var call = deliveries.Connector.SentTo(Deliveries.Chat(mia)).ShouldHaveSingleItem();
        call.Card.GetProperty("fallbackText").GetString().ShouldBe(notice.Id.ToString());
        (sent.ConversationId, sent.ActivityId, sent.SentAt, sent.LeaseUntil).ShouldBe((Deliveries.Chat(mia), call.ActivityId, Deliveries.Start, null));
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task What_is_written_while_the_worker_waits_is_sent_too(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var mia = await deliveries.Person();
        await deliveries.StartWorker();
        var beside = Deliveries.Notice(mia);
        await deliveries.WriteBeside(beside);
        await deliveries.Until(beside, NoticeState.Sent);

        var elsewhere = await deliveries.Write(Deliveries.Notice(mia)); // by another process: no signal, found by looking
        await deliveries.Until(elsewhere, NoticeState.Sent);
        deliveries.Connector.Calls.Count.ShouldBe(2);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Outside_working_hours_it_waits_for_the_next_working_morning_of_the_recipient(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Clock.Advance(TimeSpan.FromHours(9)); // Monday 19:00 in Brussels
        var mia = await deliveries.Person();
        var notice = await deliveries.Write(Deliveries.Notice(mia, NoticeTiming.WorkingHours));
        var urgent = await deliveries.Write(Deliveries.Notice(mia));
        await deliveries.StartWorker();

        await deliveries.Until(urgent, NoticeState.Sent);
        var morning = new DateTimeOffset(2026, 3, 3, 7, 0, 0, TimeSpan.Zero);
        await deliveries.Until(notice, stored => stored.Due == morning && stored.State == NoticeState.Queued);
        deliveries.Clock.SetUtcNow(morning);
        (await deliveries.Until(notice, NoticeState.Sent)).Attempts.ShouldBe(0);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_third_unasked_message_within_a_week_waits_until_there_is_room(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var mia = await deliveries.Person();
        var unasked = new List<Notice>();
        for (var i = 0; i < 3; i++) unasked.Add(await deliveries.Write(Deliveries.Notice(mia, unasked: true)));
        var asked = await deliveries.Write(Deliveries.Notice(mia, priority: NoticePriority.Broadcast));
        await deliveries.StartWorker();

        await deliveries.Until(asked, NoticeState.Sent);
        var room = Deliveries.Start + UnaskedLimit.Window;
        foreach (var notice in unasked) await deliveries.Until(notice, stored => stored.State == NoticeState.Sent || stored.Due == room);
        deliveries.Connector.Calls.Count.ShouldBe(3);

        deliveries.Clock.SetUtcNow(room);
        foreach (var notice in unasked) await deliveries.Until(notice, NoticeState.Sent);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Whoever_cannot_be_reached_gets_nothing_and_the_reason_is_recorded(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var never = await deliveries.Write(Deliveries.Notice(await deliveries.Person(person => person.Address = null)));
        var left = await deliveries.Write(Deliveries.Notice(await deliveries.Person(person => person.State = MemberState.Left)));
        var erased = await deliveries.Write(Deliveries.Notice(await deliveries.Person(person => person.State = MemberState.Erased)));
        var blocked = await deliveries.Write(Deliveries.Notice(await deliveries.Person(person => person.Suppressed = FailureReason.Blocked)));
        var gone = await deliveries.Write(Deliveries.Notice(new Member { Id = Network.EntityId.New<Network.MemberId>(Deliveries.Start) }));
        await deliveries.StartWorker();

        (await deliveries.Until(never, NoticeState.Failed)).Reason.ShouldBe(FailureReason.NotInstalled);
        (await deliveries.Until(left, NoticeState.Failed)).Reason.ShouldBe(FailureReason.Left);
        (await deliveries.Until(erased, NoticeState.Failed)).Reason.ShouldBe(FailureReason.Left);
        (await deliveries.Until(blocked, NoticeState.Failed)).Reason.ShouldBe(FailureReason.Blocked);
        (await deliveries.Until(gone, NoticeState.Failed)).Reason.ShouldBe(FailureReason.Left);
        deliveries.Connector.Attempts.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task What_is_no_longer_worth_saying_is_not_said(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Draws = _ => null;
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        (await deliveries.Until(notice, NoticeState.Failed)).Reason.ShouldBe(FailureReason.Cancelled);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task An_edit_replaces_the_card_and_one_of_a_card_never_sent_is_dropped(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var mia = await deliveries.Person();
        var notice = await deliveries.Write(Deliveries.Notice(mia));
        await deliveries.StartWorker();
        var sent = await deliveries.Until(notice, NoticeState.Sent);

        deliveries.Draws = _ => Deliveries.Card("as it is now");
        var edit = await deliveries.Write(notice.Edit(Deliveries.Start));
        await deliveries.Until(edit, NoticeState.Sent);
        var shown = deliveries.Connector.Shown(Deliveries.Chat(mia)).ShouldHaveSingleItem();
        (shown.ActivityId, shown.Card.GetProperty("fallbackText").GetString()).ShouldBe((sent.ActivityId!, "as it is now"));

        var later = Deliveries.Notice(mia);
        later.Due = Deliveries.Start.AddDays(1);
        await deliveries.Write(later);
        (await deliveries.Until(await deliveries.Write(later.Edit(Deliveries.Start)), NoticeState.Failed)).Reason.ShouldBe(FailureReason.Cancelled);
    }
}
