using InnovationBot.Testing.Stores;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Tests.Events;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Broadcasts;

public abstract class BroadcastTests(StoreEngine engine) : NetworkTests(engine)
{
    private static readonly BroadcastContent Words = new() { Title = new() { [""] = "New rules" }, Text = new() { [""] = "They hold from **May** on." } };

    [Fact]
    public async Task Each_of_the_audience_gets_one_delivery_and_the_numbers_add_up_all_along()
    {
        await People(12);
        var gone = await given.Asker("Gone");
        var id = await Created();
        (await Numbers(id)).ShouldSatisfyAllConditions(numbers => numbers.Recipients.ShouldBe(0), numbers => numbers.Queued.ShouldBe(0));

        await Publish(id);
        AddUp(await Numbers(id), 13, queued: 13);
        await given.Sweep();
        AddUp(await Numbers(id), 13, queued: 12);
        (await Numbers(id)).Failed.ShouldBe(new Dictionary<FailureReason, int> { [FailureReason.NotInstalled] = 1 });
        await given.Later(TimeSpan.FromSeconds(3));
        (await Deliveries(id)).Count.ShouldBe(13);

        await given.DeliverAll();
        await given.Later(TimeSpan.FromSeconds(3));
        AddUp(await Numbers(id), 13, queued: 0);
        (await State(id)).ShouldBe(BroadcastState.Sent);
        _ = gone;
    }

    [Fact]
    public async Task However_often_and_by_however_many_it_is_made_nobody_gets_it_twice()
    {
        await People(1003); // more than a page
        var id = await Created(new Audience { AnyOf = [Audience.All, new Audience { Countries = ["BE"] }] });
        await Publish(id);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => given.Do<MakeDeliveries, int>(make => make.RunDue(given.Now, 100, default))));
        await given.Sweep();
        var deliveries = await Deliveries(id);
        deliveries.Count.ShouldBe(1003);
        deliveries.Select(one => one.RecipientId).ShouldBeUnique();
    }

    [Fact]
    public async Task An_invitation_goes_to_those_of_its_audience_who_may_see_the_event()
    {
        var people = await People(3);
        var @event = await given.Published(EventSituations.Workshop() with { KnownAudience = new Audience { People = [people[0], people[1]] } });
        var id = (await Invitation(new Audience { AnyOf = [new Audience { People = [people[1]] }, new Audience { People = [people[2]] }] })).Value.Id;
        await Publish(id);
        await given.Sweep();
        (await Deliveries(id)).Select(one => one.RecipientId).ShouldBe([people[1]]);
        AddUp(await Numbers(id), 1, queued: 1);
        (await Invitation(new Audience { People = [people[2]] })).Refusal.ShouldBe(AudienceRefusals.Nobody);

        Task<Result<Broadcast>> Invitation(Audience audience) => Create(new(BroadcastKind.Event, new BroadcastContent(), @event.Id.Value, audience));
    }

    [Fact]
    public async Task What_is_not_sent_when_it_is_cancelled_is_not_sent()
    {
        var people = await People(4);
        var id = await Sending();
        await Deliver(id, people[0]);
        await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.Cancel(id, null, default));
        var numbers = await Numbers(id);
        (numbers.Sent, numbers.Queued, numbers.Failed[FailureReason.Cancelled]).ShouldBe((1, 0, 3));
        (await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.Resume(id, null, default))).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task Cancelled_before_it_began_it_is_sent_to_nobody_and_still_adds_up()
    {
        await People(3);
        var id = await Created();
        await Publish(id);
        await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.Cancel(id, null, default));
        await given.Later(TimeSpan.FromMinutes(1));
        (await Deliveries(id)).ShouldBeEmpty();
        AddUp(await Numbers(id), 3, queued: 0);
    }

    [Fact]
    public async Task Paused_nothing_is_due_and_resumed_everything_is()
    {
        await People(3);
        var id = await Sending();
        await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.Pause(id, null, default));
        await given.Later(TimeSpan.FromDays(30));
        (await Deliveries(id)).ShouldAllBe(one => one.State == NoticeState.Queued && one.Due > given.Now);
        (await State(id)).ShouldBe(BroadcastState.Paused);
        await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.Resume(id, null, default));
        (await Deliveries(id)).ShouldAllBe(one => one.Due <= given.Now);
        (await State(id)).ShouldBe(BroadcastState.Sending);
    }

    [Fact]
    public async Task A_correction_and_a_recall_edit_each_card_that_is_there_once()
    {
        var people = await People(3);
        var organiser = await given.Organiser();
        var id = await Sending();
        await Deliver(id, people[0]);
        await Deliver(id, people[1]);
        await given.Do<ComposeBroadcast, Result<Broadcast>>(compose => compose.Write(id, organiser.Id, Words with { Title = new() { [""] = "Newer rules" } }, null, default));
        await given.Sweep();
        await given.Later(TimeSpan.FromSeconds(5));
        (await Edits(id)).Select(one => one.RecipientId).ShouldBe([people[0], people[1]], ignoreOrder: true);

        await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.Recall(id, null, default));
        await given.Sweep();
        await given.Later(TimeSpan.FromSeconds(5));
        (await Edits(id)).Count.ShouldBe(4);
        var numbers = await Numbers(id);
        (numbers.Sent, numbers.Failed[FailureReason.Cancelled], numbers.EditsLeft).ShouldBe((2, 1, 2));
        (await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.Recall(id, null, default))).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task What_failed_is_tried_again_when_asked_and_what_is_unknown_only_when_chosen()
    {
        var people = await People(5);
        var id = await Sending();
        await End(id, people[0], NoticeState.Failed, FailureReason.GaveUp);
        await End(id, people[1], NoticeState.Failed, FailureReason.OptedOut);
        await End(id, people[2], NoticeState.Unknown, null);
        await given.DeliverAll();
        await given.Later(TimeSpan.FromSeconds(3));
        (await State(id)).ShouldBe(BroadcastState.Sent);

        await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.SendAgain(id, null, unknown: false, default));
        (await Deliveries(id)).Where(one => one.State == NoticeState.Queued).Select(one => one.RecipientId).ShouldBe([people[0]]);
        (await State(id)).ShouldBe(BroadcastState.Sending);
        (await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.SendAgain(id, null, unknown: false, default))).Refusal.ShouldBe(BroadcastRefusals.NothingToSendAgain);

        await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.SendAgain(id, null, unknown: true, default));
        (await Deliveries(id)).Count(one => one.State == NoticeState.Queued).ShouldBe(2);
        AddUp(await Numbers(id), 5, queued: 2);
    }

    [Fact]
    public async Task A_large_one_waits_for_another_organiser_and_goes_alone_when_there_is_none()
    {
        LimitRange.Of(NetworkLimit.BroadcastApprovalFrom).Default.ShouldBe(1000);
        await People(20);
        var olga = await given.Organiser("Olga");
        await given.Change<Member>(olga.Id, member => member.Give(Role.Administrator));
        await given.Do<ChangeSettings, Result<NetworkSettings>>(change => change.Set(new Dictionary<NetworkLimit, int?> { [NetworkLimit.BroadcastApprovalFrom] = 20 }, olga.Id, default));
        var alone = await Created(by: olga);
        (await Publish(alone, olga)).Value.ShouldSatisfyAllConditions(one => one.State.ShouldBe(BroadcastState.Approved), one => one.WasNobodyElse.ShouldBeTrue());

        var pia = await given.Organiser("Pia");
        var id = await Created(by: olga);
        (await Publish(id, olga)).Value.State.ShouldBe(BroadcastState.Draft);
        (await given.NoticesTo(pia)).ShouldBe([BroadcastNotices.Approval]);
        (await given.Do<PublishBroadcast, Result<Broadcast>>(one => one.Approve(id, olga.Id, default))).Refusal.ShouldBe(BroadcastRefusals.ApproverIsAuthor);
        (await given.Do<PublishBroadcast, Result<Broadcast>>(one => one.Approve(id, pia.Id, default))).Value.State.ShouldBe(BroadcastState.Approved);
        (await given.Read(db => db.ActsBy(pia.Id).CountAsync(a => a.Act == AuditAct.BroadcastApproved))).ShouldBe(1);

        var small = await Created(new Audience { Roles = [Network.People.Roles.GrantedRole.Organiser] }, olga);
        (await Publish(small, olga)).Value.State.ShouldBe(BroadcastState.Approved);
        var scripted = await Created(by: olga);
        (await Publish(scripted, olga, inChat: false)).Value.State.ShouldBe(BroadcastState.Approved);
    }

    [Fact]
    public async Task What_a_second_organiser_agreed_to_is_corrected_only_with_one_and_anything_smaller_at_once()
    {
        var people = await People(2);
        var (olga, pia) = (await given.Organiser("Olga"), await given.Organiser("Pia"));
        var id = await Created(new Audience { People = people }, olga);
        await Publish(id, olga, new(null, true, "The portal is down"));
        await given.Do<PublishBroadcast, Result<Broadcast>>(one => one.Approve(id, pia.Id, default));
        await given.Sweep();

        (await Write(id, olga, "Buy a desk")).Value.Correction.ShouldNotBeNull();
        (await given.NoticesTo(pia)).ShouldBe([BroadcastNotices.Approval, BroadcastNotices.Approval]);
        (await given.Do<CorrectBroadcast, Result<Broadcast>>(correct => correct.Approve(id, olga.Id, default))).Refusal.ShouldBe(BroadcastRefusals.ApproverIsAuthor);
        (await Stored(id)).ShouldSatisfyAllConditions(one => one.Content.Text[""].ShouldBe(Words.Text[""]), one => one.Revision.ShouldBe(0));
        (await given.Do<ListBroadcasts, IReadOnlyList<Broadcast>>(list => list.Drafts(pia.Id, default))).ShouldContain(one => one.Id == id);

        (await given.Do<CorrectBroadcast, Result<Broadcast>>(correct => correct.Drop(id, pia.Id, default))).Value.Correction.ShouldBeNull();
        (await given.Do<CorrectBroadcast, Result<Broadcast>>(correct => correct.Approve(id, pia.Id, default))).Refusal.ShouldBe(Refusal.NoLongerOpen);

        await Write(id, pia, "They hold from June on."); // whoever writes it, it is another who agrees
        (await given.Do<CorrectBroadcast, Result<Broadcast>>(correct => correct.Approve(id, pia.Id, default))).Refusal.ShouldBe(BroadcastRefusals.ApproverIsAuthor);
        (await given.Do<CorrectBroadcast, Result<Broadcast>>(correct => correct.Approve(id, olga.Id, default))).Refusal.ShouldBeNull();
        (await Stored(id)).ShouldSatisfyAllConditions(one => one.Content.Text[""].ShouldBe("They hold from June on."), one => one.Revision.ShouldBe(1), one => one.Correction.ShouldBeNull());
        (await given.Read(db => db.ActsBy(pia.Id).CountAsync(a => a.Act == AuditAct.BroadcastCorrected))).ShouldBe(1);
        (await given.Read(db => db.ActsBy(olga.Id).CountAsync(a => a.Act == AuditAct.BroadcastApproved))).ShouldBe(1);

        var small = await Created(new Audience { People = people }, olga);
        await Publish(small, olga);
        await given.Sweep();
        (await Write(small, olga, "They hold from June on.")).Value.ShouldSatisfyAllConditions(one => one.Correction.ShouldBeNull(), one => one.Revision.ShouldBe(1));
    }

    private Task<Result<Broadcast>> Write(BroadcastId id, Member by, string text) =>
        given.Do<ComposeBroadcast, Result<Broadcast>>(compose => compose.Write(id, by.Id, Words with { Text = new() { [""] = text } }, null, default));

    private Task<Broadcast> Stored(BroadcastId id) => given.Read(db => db.Broadcasts.AsNoTracking().SingleAsync(one => one.Id == id));

    [Fact]
    public async Task Urgent_needs_a_reason_and_in_chat_a_second_organiser_and_is_not_held_back()
    {
        var people = await People(1);
        var olga = await given.Organiser("Olga");
        var id = await Created(new Audience { People = people }, olga);
        (await Publish(id, olga, new(null, true, " "))).Refusal.ShouldBe(BroadcastRefusals.ReasonMissing);
        (await Publish(id, olga, new(null, true, "The portal is down"))).Refusal.ShouldBe(BroadcastRefusals.UrgentNeedsSecond);
        await given.Organiser("Pia");
        (await Publish(id, olga, new(null, true, "The portal is down"))).Value.ApprovalAskedAt.ShouldNotBeNull();

        var scripted = await Created(new Audience { People = people });
        given.Clock.Advance(TimeSpan.FromHours(12));
        await Publish(scripted, null, new(null, true, "The portal is down"), inChat: false);
        await given.Sweep();
        (await Deliveries(scripted)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Timing.ShouldBe(NoticeTiming.AtOnce), one => one.Unasked.ShouldBeFalse(), one => one.Due.ShouldBeLessThanOrEqualTo(given.Now));
        (await given.Read(db => db.AuditEvents.CountAsync(a => a.Act == AuditAct.BroadcastUrgent))).ShouldBe(2);
    }

    [Fact]
    public async Task At_a_time_means_that_time_on_each_readers_clock_moved_into_their_working_hours()
    {
        var people = await People(2);
        await given.Change<Member>(people[1], member => member.Zone = "America/New_York");
        var id = await Created();
        SendAt.Read("9999-12-31T23:59").ShouldBeNull();
        (await Publish(id, null, new(new SendAt(DateTime.MaxValue, null), false, null), inChat: false)).Refusal.ShouldBe(BroadcastRefusals.TimeUnreadable);
        (await Publish(id, null, new(SendAt.Read("2027-02-02T09:00"), false, null), inChat: false)).Refusal.ShouldBe(BroadcastRefusals.TimePast);
        await Publish(id, null, new(SendAt.Read("2027-02-06T10:30"), false, null), inChat: false); // a Saturday
        await given.Later(TimeSpan.FromDays(1));
        (await Deliveries(id)).ShouldBeEmpty();
        await given.Later(TimeSpan.FromDays(2));
        (await Deliveries(id)).ToDictionary(one => one.RecipientId, one => one.Due).ShouldBe(new Dictionary<MemberId, DateTimeOffset>
        {
            [people[0]] = new(2027, 2, 8, 7, 0, 0, TimeSpan.Zero), [people[1]] = new(2027, 2, 8, 13, 0, 0, TimeSpan.Zero),
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task One_press_ends_a_kind_and_only_that()
    {
        var people = await People(1);
        await given.Do<FewerOfThese, Result<Member>>(fewer => fewer.Handle(people[0], BroadcastKind.Story, wanted: false, default));
        var counts = await given.Do<FindAudience, AudienceCounts>(find => find.Count(Audience.All, BroadcastKind.Story, default));
        counts.Unreachable.ShouldContainKey(FailureReason.OptedOut);
        (await given.Do<FindAudience, AudienceCounts>(find => find.Count(Audience.All, BroadcastKind.Message, default))).Reachable.ShouldBe(1);
        await given.Do<FewerOfThese, Result<Member>>(fewer => fewer.Handle(people[0], BroadcastKind.Story, wanted: true, default));
        (await given.Do<FindAudience, AudienceCounts>(find => find.Count(Audience.All, BroadcastKind.Story, default))).Reachable.ShouldBe(1);
    }

    [Fact]
    public async Task A_story_needs_a_published_case_with_a_result_that_everybody_may_read()
    {
        await People(1);
        var plain = await given.Case("No result yet");
        (await Story(plain.Id)).Refusal.ShouldBe(BroadcastRefusals.NoResult);
        await given.Change<Network.Cases.Case>(plain.Id, one => one.Result = "From 9 to 4 a day");
        (await Story(plain.Id)).Refusal.ShouldBeNull();
        var hidden = await given.Case("Hidden", readers: Readers.PublicBodies);
        (await Story(hidden.Id)).Refusal.ShouldBe(BroadcastRefusals.CaseNotForAll);
        (await Story(new CaseId(Guid.NewGuid()))).Refusal.ShouldBe(BroadcastRefusals.CaseUnknown);
        (await Story(null)).Refusal.ShouldNotBeNull().Facts["field"].ShouldBe("case");
    }

    [Theory]
    [InlineData("title", "<b>x</b>", "x", null, null, "BroadcastHtml")]
    [InlineData("text", "x", "a <script>alert(1)</script>", null, null, "BroadcastHtml")]
    [InlineData("text", "x", "see [this](http://example.org)", null, null, "BroadcastAddress")]
    [InlineData("text", "x", "see [this](javascript:alert(1))", null, null, "BroadcastAddress")]
    [InlineData("picture", "x", "x", "http://example.org/a.png", "a", "BroadcastAddress")]
    [InlineData("picture", "x", "x", "data:image/png;base64,AAAA", "a", "BroadcastAddress")]
    [InlineData("alt", "x", "x", "https://example.org/a.png", null, "BroadcastAltMissing")]
    [InlineData("title", "", "x", null, null, "BroadcastFieldMissing")]
    public async Task What_does_not_belong_on_a_card_is_refused_by_its_field(string field, string title, string text, string? picture, string? alt, string code)
    {
        await People(1);
        var content = new BroadcastContent { Title = new() { [""] = title }, Text = new() { [""] = text }, Picture = picture, Alt = alt };
        var refusal = (await Create(new(BroadcastKind.Message, content, Audience: Audience.All))).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        if (refusal.Facts.TryGetValue("field", out var named)) named.ShouldBe(field);
    }

    [Fact]
    public async Task Somebody_erased_is_named_in_no_audience_and_takes_nothing_of_the_others_along()
    {
        var people = await People(3);
        var id = await Created(new Audience { People = people });
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(people[0], default));
        (await given.Read(db => db.Broadcasts.AsNoTracking().SingleAsync(b => b.Id == id))).Audience!.People.ShouldBe([people[1], people[2]], ignoreOrder: true);
        await Publish(id);
        await given.Sweep();
        (await Deliveries(id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_audience_of_nobody_is_refused_and_so_is_whoever_is_no_organiser()
    {
        var people = await People(1);
        (await Create(new(BroadcastKind.Message, Words, Audience: new Audience { Countries = ["MT"] }))).Refusal.ShouldBe(AudienceRefusals.Nobody);
        (await given.Do<ComposeBroadcast, Result<Broadcast>>(compose => compose.Create(new(BroadcastKind.Message, Words), people[0], default))).Refusal.ShouldBe(Refusal.NotYours);
        var id = await Created();
        (await given.Do<ListBroadcasts, Result<BroadcastView>>(list => list.Show(id, people[0], false, default))).Refusal.ShouldBe(Refusal.NotYours);
        (await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.Cancel(id, people[0], default))).Refusal.ShouldBe(Refusal.NotYours);
    }

    private static void AddUp(BroadcastNumbers numbers, int recipients, int queued)
    {
        numbers.Recipients.ShouldBe(recipients);
        numbers.Queued.ShouldBe(queued);
        (numbers.Queued + numbers.Sent + numbers.Unknown + numbers.AllFailed).ShouldBe(recipients);
    }

    private async Task<List<MemberId>> People(int count)
    {
        var people = Enumerable.Range(0, count).Select(i => new Member
        {
            Id = EntityId.New<MemberId>(given.Now), Name = $"Person {i}", Country = "BE", Zone = "Europe/Brussels", Address = new Address($"chat {i}"), State = MemberState.Active,
        }).ToList();
        await given.Save([.. people]);
        return people.ConvertAll(person => person.Id);
    }

    private Task<Result<Broadcast>> Create(ComposeBroadcast.Draft draft, Member? by = null) =>
        given.Do<ComposeBroadcast, Result<Broadcast>>(compose => compose.Create(draft, by?.Id, default));

    private async Task<BroadcastId> Created(Audience? audience = null, Member? by = null) =>
        (await Create(new(BroadcastKind.Message, Words, Audience: audience ?? Audience.All), by)).Value.Id;

    private Task<Result<Broadcast>> Story(CaseId? @case) => Create(new(BroadcastKind.Story, new BroadcastContent(), @case?.Value, Audience.All));

    private Task<Result<Broadcast>> Publish(BroadcastId id, Member? by = null, PublishBroadcast.Moment? moment = null, bool inChat = true) =>
        given.Do<PublishBroadcast, Result<Broadcast>>(publish => publish.Handle(id, by?.Id, moment, by is not null && inChat, default));

    private async Task<BroadcastId> Sending()
    {
        var id = await Created();
        (await Publish(id)).Refusal.ShouldBeNull();
        await given.Sweep();
        return id;
    }

    private Task<List<Notice>> Deliveries(BroadcastId id) => Notices(id, BroadcastNotices.Card);

    private Task<List<Notice>> Edits(BroadcastId id) => Notices(id, BroadcastNotices.Edit);

    private Task<List<Notice>> Notices(BroadcastId id, string kind) =>
        given.Read(db => db.Notices.AsNoTracking().Where(n => n.Subject == id.Value && n.Kind == kind).ToListAsync());

    private async Task<BroadcastState> State(BroadcastId id) => (await given.Read(db => db.Broadcasts.AsNoTracking().SingleAsync(b => b.Id == id))).State;

    private async Task<BroadcastNumbers> Numbers(BroadcastId id) =>
        (await given.Do<ListBroadcasts, Result<BroadcastView>>(list => list.Show(id, null, false, default))).Value.Numbers;

    private Task Deliver(BroadcastId id, MemberId person) => End(id, person, NoticeState.Sent, null);

    private async Task End(BroadcastId id, MemberId person, NoticeState state, FailureReason? reason)
    {
        var delivery = (await Deliveries(id)).Single(one => one.RecipientId == person);
        await given.Change<Notice>(delivery.Id, one => (one.State, one.Reason, one.SendingAt, one.SentAt, one.ConversationId, one.ActivityId) = (state, reason, given.Now, given.Now, "chat", "activity"));
    }
}

public sealed class BroadcastOnSqliteTests() : BroadcastTests(StoreEngine.Sqlite);

public sealed class BroadcastOnPostgresTests() : BroadcastTests(StoreEngine.Postgres);
