using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Settings;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage.Tests.Outbox;

public class NoticeQueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Due_notices_come_by_priority_and_due_time_and_no_others(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var broadcast = New(NoticePriority.Broadcast, Now.AddHours(-2));
        var late = New(NoticePriority.Match, Now.AddMinutes(-1));
        var early = New(NoticePriority.Match, Now.AddMinutes(-2));
        var own = New(NoticePriority.Own, Now);
        await store.Save(broadcast, late, early, own, New(NoticePriority.Own, Now.AddSeconds(1)), New(NoticePriority.Own, Now, NoticeState.Sent));

        (await Claim(store, "one", 3)).Select(claim => claim.Notice.Id).ShouldBe([own.Id, early.Id, late.Id]);
        (await Claim(store, "two", 3)).Select(claim => claim.Notice.Id).ShouldBe([broadcast.Id]);
        (await Claim(store, "three", 3)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task A_claim_tells_how_the_recipient_is_reached_and_what_is_edited(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var member = new Member { Id = EntityId.New<MemberId>(Now), Address = new("there"), State = MemberState.Active, Zone = "Europe/Ljubljana", Country = "SI", Language = new("sl") };
        var first = Notice.To(member.Id, "kind", Guid.NewGuid(), Now, NoticeTiming.AtOnce);
        await store.Save(member, first, New());
        await Claim(store, "one", 9);
        await store.Notices.Advance("one", [], [first.Id], Now, Stop);
        await store.Notices.Advance("one", [new(first.Id, NoticeState.Sent, Now, ConversationId: "c", ActivityId: "a")], [], Now, Stop);
        await store.Save(first.Edit(Now));

        var claim = (await Claim(store, "one", 9)).Single();
        claim.Recipient.ShouldBe(new NoticeRecipient(new Address("there"), MemberState.Active, null, new("sl"), "Europe/Ljubljana", "SI", null));
        claim.Edited.ShouldBe(new EditedNotice(NoticeState.Sent, "c", "a"));
        claim.MayHaveArrived.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task A_claim_tells_the_country_that_the_recipients_working_days_follow(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var office = new Organisation { Id = EntityId.New<OrganisationId>(Now), Key = "office", Name = "Office", Country = "BE", CreatedAt = Now };
        Member[] people =
        [
            new() { Id = EntityId.New<MemberId>(Now), OrganisationId = office.Id, Country = "SI" },
            new() { Id = EntityId.New<MemberId>(Now), OrganisationId = office.Id },
            new() { Id = EntityId.New<MemberId>(Now), SaysKind = new OrganisationKind(Tier.Local, Sector.Public, "DK") },
            new() { Id = EntityId.New<MemberId>(Now) },
        ];
        await store.Save([office, .. people, .. people.Select(person => Notice.To(person.Id, "kind", Guid.NewGuid(), Now, NoticeTiming.AtOnce))]);

        var countries = (await Claim(store, "one", 9)).ToDictionary(claim => claim.Notice.RecipientId, claim => claim.Recipient!.Country);
        people.Select(person => countries[person.Id]).ShouldBe(["SI", "BE", "DK", null]);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Every_notice_is_claimed_once_by_however_many_ask(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.Another();
        var notices = Enumerable.Range(0, 200).Select(_ => New()).ToArray();
        await store.Save([.. notices]);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(
            async () =>
            {
                var mine = new List<NoticeId>();
                while (await Claim(worker % 2 == 0 ? store : other, $"{worker}", 7) is { Count: > 0 } batch) mine.AddRange(batch.Select(claim => claim.Notice.Id));
                return mine;
            },
            Stop)));
        claimed.SelectMany(mine => mine).ShouldBe(notices.Select(notice => notice.Id), ignoreOrder: true);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task A_claim_that_runs_out_is_taken_over_and_a_renewed_one_is_not(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var abandoned = New();
        var renewed = New();
        await store.Save(abandoned, renewed);
        await Claim(store, "one", 9);
        await store.Notices.Renew("one", [renewed.Id], Now + Lease + Lease, Stop);

        (await Claim(store, "two", 9, Now + Lease - TimeSpan.FromTicks(1))).ShouldBeEmpty();
        var taken = (await Claim(store, "two", 9, Now + Lease)).Single();
        (taken.Notice.Id, taken.MayHaveArrived).ShouldBe((abandoned.Id, false));
        (await store.Notices.Advance("one", [], [abandoned.Id, renewed.Id], Now, Stop)).ShouldBe([renewed.Id]);
        (await store.Notices.Advance("two", [], [abandoned.Id], Now, Stop)).ShouldBe([abandoned.Id]);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Whoever_has_enough_in_hand_takes_over_what_was_abandoned_and_nothing_new(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var abandoned = New();
        await store.Save(abandoned);
        await Claim(store, "killed", 9);
        await store.Save(New());

        (await store.Notices.TakeOver("busy", 9, Now, Now + Lease - TimeSpan.FromTicks(1), Lease, Stop)).ShouldBeEmpty();
        (await store.Notices.TakeOver("busy", 9, Now, Now + Lease, Lease, Stop)).Single().Notice.Id.ShouldBe(abandoned.Id);
        (await store.Notices.TakeOver("late", 9, Now, Now + Lease, Lease, Stop)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task What_was_marked_and_abandoned_is_never_marked_again(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var notice = New();
        await store.Save(notice);
        await Claim(store, "killed", 9);
        (await store.Notices.Advance("killed", [], [notice.Id], Now, Stop)).ShouldBe([notice.Id]);

        var taken = (await Claim(store, "next", 9, Now + Lease)).Single();
        taken.MayHaveArrived.ShouldBeTrue();
        (await store.Notices.Advance("next", [], [notice.Id], Now, Stop)).ShouldBeEmpty();
        await store.Notices.Advance("next", [new(notice.Id, NoticeState.Unknown, Now)], [], Now, Stop);

        (await Claim(store, "next", 9, Now + Lease + Lease)).ShouldBeEmpty();
        (await Stored(store, notice)).State.ShouldBe(NoticeState.Unknown);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task The_end_of_a_try_is_recorded_as_it_was(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        Notice sent = New(), refused = New(), again = New(), letGo = New();
        await store.Save(sent, refused, again, letGo);
        await Claim(store, "one", 9);
        await store.Notices.Advance("one", [], [sent.Id, refused.Id, again.Id], Now, Stop);
        await store.Notices.Advance(
            "one",
            [
                new(sent.Id, NoticeState.Sent, Now.AddSeconds(1), ConversationId: "19:é", ActivityId: "a;1"),
                new(refused.Id, NoticeState.Failed, Now, FailureReason.Refused, CountsAsTry: true),
                new(again.Id, NoticeState.Queued, Now, Due: Now.AddMinutes(1), CountsAsTry: true),
                new(letGo.Id, NoticeState.Queued, Now),
            ],
            [], Now, Stop);

        var stored = await Stored(store, sent);
        (stored.State, stored.SentAt, stored.ConversationId, stored.ActivityId, stored.SendingAt, stored.LeaseUntil)
            .ShouldBe((NoticeState.Sent, Now.AddSeconds(1), "19:é", "a;1", Now, null));
        stored = await Stored(store, refused);
        (stored.State, stored.Reason, stored.Attempts).ShouldBe((NoticeState.Failed, FailureReason.Refused, 1));
        stored = await Stored(store, again);
        (stored.State, stored.Due, stored.Attempts, stored.SendingAt, stored.LeaseHolder).ShouldBe((NoticeState.Queued, Now.AddMinutes(1), 1, null, null));
        stored = await Stored(store, letGo);
        (stored.State, stored.Due, stored.Attempts).ShouldBe((NoticeState.Queued, Now, 0));
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Whoever_no_longer_holds_a_notice_changes_nothing(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var notice = New();
        await store.Save(notice);
        await Claim(store, "slow", 9);
        await Claim(store, "next", 9, Now + Lease);
        await store.Notices.Advance("slow", [new(notice.Id, NoticeState.Failed, Now, FailureReason.Cancelled)], [], Now, Stop);
        (await Stored(store, notice)).State.ShouldBe(NoticeState.Sending);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Somebody_who_blocked_the_bot_is_suppressed_with_the_record(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var blocking = new Member { Id = EntityId.New<MemberId>(Now), Address = new("there") };
        var notice = Notice.To(blocking.Id, "kind", Guid.NewGuid(), Now, NoticeTiming.AtOnce);
        await store.Save(blocking, new Member { Id = EntityId.New<MemberId>(Now) }, notice);
        await Claim(store, "one", 9);
        await store.Notices.Advance("one", [], [notice.Id], Now, Stop);
        await store.Notices.Advance("one", [new(notice.Id, NoticeState.Failed, Now, FailureReason.Blocked)], [], Now, Stop);

        var change = await store.Read(other => other.Changes.SingleAsync(Stop)); // for whoever keeps a copy of members
        (change.Kind, change.Subject).ShouldBe((ChangedKind.Member, blocking.Id.Value));

        await using var db = store.NewDb();
        var suppressed = await db.Members.Where(m => m.Suppressed != null).SingleAsync(Stop);
        (suppressed.Id, suppressed.Suppressed, suppressed.Address).ShouldBe((blocking.Id, FailureReason.Blocked, new Address("there")));

        suppressed.Address = new Address("there"); // wrote again
        await db.SaveChangesAsync(Stop);
        (await store.Read(other => other.Members.CountAsync(m => m.Suppressed != null, Stop))).ShouldBe(0);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task A_third_unasked_message_of_a_week_is_not_marked_whoever_marks(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.Another();
        var person = EntityId.New<MemberId>(Now);
        var unasked = Enumerable.Range(0, 12).Select(_ => Unasked(person)).ToArray();
        await store.Save([.. unasked]);
        await Claim(store, "one", 6);
        await Claim(other, "two", 6);

        var ids = unasked.Select(notice => notice.Id).ToArray();
        var marked = await Task.WhenAll(
            Task.Run(() => Each(store, "one")), Task.Run(() => Each(other, "two")));
        (marked[0] + marked[1]).ShouldBe(UnaskedLimit.PerWindow);

        async Task<int> Each(TestStore instance, string holder)
        {
            var count = 0;
            foreach (var id in ids) count += (await instance.Notices.Advance(holder, [], [id], Now, Stop)).Count;
            return count;
        }
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task A_claim_tells_when_unasked_messages_went_out_lately(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var person = EntityId.New<MemberId>(Now);
        await store.Save(
            Sent(person, Now - UnaskedLimit.Window), // a moment too old
            Sent(person, Now.AddDays(-1)), Sent(person, Now.AddDays(-3)), Sent(EntityId.New<MemberId>(Now), Now.AddDays(-1)), Unasked(person));
        (await Claim(store, "one", 9)).Single().UnaskedLately.ShouldBe([Now.AddDays(-3), Now.AddDays(-1)]);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Marking_a_batch_for_one_person_keeps_the_limit_too(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var person = EntityId.New<MemberId>(Now);
        var unasked = Enumerable.Range(0, 4).Select(_ => Unasked(person)).ToArray();
        await store.Save([.. unasked]);
        await Claim(store, "one", 9);
        (await store.Notices.Advance("one", [], [.. unasked.Select(n => n.Id)], Now, Stop)).Count.ShouldBe(UnaskedLimit.PerWindow);
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task The_limit_is_the_one_that_administrators_set(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var person = EntityId.New<MemberId>(Now);
        var unasked = Enumerable.Range(0, 4).Select(_ => Unasked(person)).ToArray();
        await store.Save([.. unasked, new Setting { Key = UnaskedLimit.SettingKey, Value = "3", ChangedAt = Now }]);
        await Claim(store, "one", 9);
        (await store.Notices.Advance("one", [], [.. unasked.Select(n => n.Id)], Now, Stop)).Count.ShouldBe(3);
    }

    private static Task<IReadOnlyList<ClaimedNotice>> Claim(TestStore store, string holder, int most, DateTimeOffset? clock = null) =>
        store.Notices.Claim(holder, most, Now, clock ?? Now, Lease, Stop);

    private static Task<Notice> Stored(TestStore store, Notice notice) => store.Read(db => db.Notices.SingleAsync(n => n.Id == notice.Id, Stop));

    private static Notice New(NoticePriority priority = NoticePriority.Own, DateTimeOffset? due = null, NoticeState state = NoticeState.Queued) => new()
    {
        Id = EntityId.New<NoticeId>(Now), RecipientId = EntityId.New<MemberId>(Now), Kind = "kind", Priority = priority, Due = due ?? Now, State = state, CreatedAt = Now,
    };

    private static Notice Unasked(MemberId person) => new()
    {
        Id = EntityId.New<NoticeId>(Now), RecipientId = person, Kind = "kind", Due = Now, Unasked = true, CreatedAt = Now,
    };

    private static Notice Sent(MemberId person, DateTimeOffset at) => new()
    {
        Id = EntityId.New<NoticeId>(at), RecipientId = person, Kind = "kind", Due = at, Unasked = true, State = NoticeState.Sent, SendingAt = at, SentAt = at, CreatedAt = at,
    };
}
