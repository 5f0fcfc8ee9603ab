using InnovationBot.Network.Outbox;
using InnovationBot.Storage;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.Delivery;

/// <summary>What the channel answers, and what is recorded and tried again.</summary>
public class DeliveryFaultTests
{
    [Theory, ClassData(typeof(Stores))]
    public async Task Whoever_blocked_the_bot_is_left_in_peace(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var mia = await deliveries.Person();
        deliveries.Connector.FailNext(Fault.SubCode(403, 209, "MessageWritesBlocked"));
        var first = await deliveries.Write(Deliveries.Notice(mia));
        await deliveries.StartWorker();
        (await deliveries.Until(first, NoticeState.Failed)).Reason.ShouldBe(FailureReason.Blocked);

        var second = await deliveries.Write(Deliveries.Notice(mia));
        (await deliveries.Until(second, NoticeState.Failed)).Reason.ShouldBe(FailureReason.Blocked);
        deliveries.Connector.Attempts.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("BotNotInConversationRoster", FailureReason.NotInstalled, true)]
    [InlineData("ConversationBlockedByUser", FailureReason.Blocked, true)]
    [InlineData("BotDisabledByAdmin", FailureReason.Blocked, true)]
    [InlineData("SomethingNew", FailureReason.Blocked, true)]
    [InlineData(null, FailureReason.Blocked, true)]
    [InlineData("NotEnoughPermissions", FailureReason.Refused, false)]
    public async Task A_403_ends_it_whatever_its_words(string? code, FailureReason reason, bool isSuppressed)
    {
        await using var deliveries = await Deliveries.On(StoreEngine.Sqlite);
        deliveries.Connector.FailNext(Fault.Answer(403, code));
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        (await deliveries.Until(notice, NoticeState.Failed)).Reason.ShouldBe(reason);
        (await deliveries.Read(db => db.Members.CountAsync(m => m.Suppressed == reason, TestContext.Current.CancellationToken))).ShouldBe(isSuppressed ? 1 : 0);
    }

    [Theory]
    [InlineData(400, "BadArgument", FailureReason.Refused)]
    [InlineData(413, "MessageSizeTooBig", FailureReason.Refused)]
    [InlineData(500, "ServiceError", FailureReason.Refused)]
    [InlineData(404, "MemberNotFoundInConversation", FailureReason.NotFound)]
    public async Task What_the_channel_will_refuse_again_is_not_tried_again(int status, string code, FailureReason reason)
    {
        await using var deliveries = await Deliveries.On(StoreEngine.Sqlite);
        deliveries.Connector.FailNext(Fault.Answer(status, code));
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        var failed = await deliveries.Until(notice, NoticeState.Failed);
        (failed.Reason, failed.Attempts).ShouldBe((reason, 1));
        deliveries.Connector.Attempts.Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_429_costs_no_try(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Connector.FailNext(Enumerable.Repeat(Fault.Throttled(seconds: 0), 7));
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        var sent = await deliveries.Until(notice, NoticeState.Sent);
        sent.Attempts.ShouldBe(0);
        deliveries.Connector.Calls.Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_503_is_tried_again_later_and_five_of_them_end_it(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Connector.Fails = _ => Fault.Answer(503);
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        for (var tries = 1; tries < 5; tries++)
        {
            var waiting = await deliveries.Until(notice, stored => stored.State == NoticeState.Queued && stored.Attempts == tries);
            var pause = waiting.Due - deliveries.Clock.GetUtcNow();
            pause.TotalSeconds.ShouldBeInRange(0.8 * Math.Pow(2, tries), 1.2 * Math.Pow(2, tries));
            deliveries.Clock.SetUtcNow(waiting.Due);
        }

        var ended = await deliveries.Until(notice, NoticeState.Failed);
        (ended.Reason, ended.Attempts).ShouldBe((FailureReason.GaveUp, 5));
        deliveries.Connector.Attempts.Count.ShouldBe(5);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_503_that_passes_costs_nobody_their_message(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Connector.FailNext(Fault.Answer(502), Fault.Answer(412, "PreconditionFailed"));
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        for (var tries = 1; tries <= 2; tries++)
        {
            deliveries.Clock.SetUtcNow((await deliveries.Until(notice, stored => stored.State == NoticeState.Queued && stored.Attempts == tries)).Due);
        }

        await deliveries.Until(notice, NoticeState.Sent);
        deliveries.Connector.Calls.Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_request_that_left_and_was_never_answered_is_unknown_and_not_sent_again(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Connector.FailNext(Fault.ResetAfter, Fault.ResetBefore);
        var one = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        var two = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        await deliveries.Until(one, NoticeState.Unknown);
        await deliveries.Until(two, NoticeState.Unknown);

        deliveries.Clock.Advance(TimeSpan.FromHours(1));
        var last = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.Until(last, NoticeState.Sent);
        deliveries.Connector.Attempts.Count.ShouldBe(3);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task An_edit_whose_answer_was_lost_is_made_again_for_it_changes_nothing_twice(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        await deliveries.Until(notice, NoticeState.Sent);
        deliveries.Connector.FailNext(Fault.ResetAfter);
        var edit = await deliveries.Write(notice.Edit(Deliveries.Start));
        deliveries.Clock.SetUtcNow((await deliveries.Until(edit, stored => stored.State == NoticeState.Queued && stored.Attempts == 1)).Due);
        await deliveries.Until(edit, NoticeState.Sent);
    }

    [Fact]
    public async Task A_connector_that_is_away_costs_no_try()
    {
        await using var deliveries = await Deliveries.On(StoreEngine.Sqlite);
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.Connector.DisposeAsync();
        await deliveries.StartWorker();
        var waiting = await deliveries.Until(notice, stored => stored.State == NoticeState.Queued && stored.Due > Deliveries.Start);
        (waiting.Attempts, waiting.FirstTriedAt).ShouldBe((0, null));
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_chat_that_is_gone_is_made_again_once(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var mia = await deliveries.Person();
        deliveries.Connector.FailNext(Fault.Answer(404, "ConversationNotFound"));
        var notice = await deliveries.Write(Deliveries.Notice(mia));
        await deliveries.StartWorker();

        var chat = deliveries.Connector.PersonalChat($"29:{mia.Id}");
        (await deliveries.Until(notice, NoticeState.Sent)).ConversationId.ShouldBe(chat);
        await deliveries.Until(await deliveries.Write(Deliveries.Notice(mia)), NoticeState.Sent);
        deliveries.Connector.SentTo(chat).Count.ShouldBe(2); // the new chat is remembered
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_card_that_cannot_be_drawn_is_tried_again_and_given_up_in_the_end(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        deliveries.Draws = _ => throw new InvalidOperationException("a defect");
        var broken = await deliveries.Write(Deliveries.Notice(await deliveries.Person()));
        await deliveries.StartWorker();
        for (var tries = 1; tries < 5; tries++)
        {
            deliveries.Clock.SetUtcNow((await deliveries.Until(broken, stored => stored.State == NoticeState.Queued && stored.Attempts == tries)).Due);
        }

        (await deliveries.Until(broken, NoticeState.Failed)).Reason.ShouldBe(FailureReason.GaveUp);
        deliveries.Draws = notice => Deliveries.Card("fine");
        await deliveries.Until(await deliveries.Write(Deliveries.Notice(await deliveries.Person())), NoticeState.Sent);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_kind_that_only_a_newer_program_draws_waits_for_it(StoreEngine engine)
    {
        await using var deliveries = await Deliveries.On(engine);
        var notice = await deliveries.Write(Deliveries.Notice(await deliveries.Person(), kind: "of tomorrow"));
        await deliveries.StartWorker();
        (await deliveries.Until(notice, stored => stored.Attempts == 1)).State.ShouldBe(NoticeState.Queued);
    }
}
