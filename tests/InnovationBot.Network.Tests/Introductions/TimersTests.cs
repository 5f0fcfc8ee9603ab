using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Introductions;

/// <summary>Everything that happens by itself; the start is a Wednesday at ten.</summary>
public abstract class TimersTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task A_request_held_back_over_the_weekend_starts_its_timers_when_it_arrives()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var view = await given.Requested(mia, jan);
        view.Stage.ShouldBe(IntroductionStage.OnItsWay);

        await given.Later(TimeSpan.FromDays(5));
        (await given.Introduction(view.Id)).State.ShouldBe(IntroductionState.TakerAgreed);

        await given.DeliverAll();
        var asked = await given.Introduction(view.Id);
        (asked.State, asked.AskedAt).ShouldBe((IntroductionState.GiverAsked, given.Now));
        (asked.ReminderDue, asked.LapseDue).ShouldBe((given.Now.AddDays(2), given.Now.AddDays(7)));
    }

    [Fact]
    public async Task After_two_working_days_one_reminder_comes_as_a_new_message_and_the_older_card_shrinks()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);

        await given.Later(TimeSpan.FromHours(47));
        (await given.NoticesTo(jan)).ShouldBe([IntroductionNotices.Asked], ignoreOrder: true);
        await given.Later(TimeSpan.FromHours(1));
        await given.Sweep();

        (await given.NoticesTo(jan)).ShouldBe([IntroductionNotices.Asked, IntroductionNotices.Reminder], ignoreOrder: true);
        (await given.Read(db => db.Notices.SingleAsync(n => n.Edits != null))).Kind.ShouldBe(IntroductionNotices.Asked);
        (await given.Seen(id, jan)).Value.Reminded.ShouldBeTrue();
    }

    [Fact]
    public async Task After_five_working_days_the_next_is_asked_and_a_late_yes_still_counts()
    {
        var (mia, jan, ana) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"));
        var id = await given.IntroductionAsked(mia, jan);
        await given.Later(TimeSpan.FromDays(7));
        var next = await given.Next(id);
        next.GiverId.ShouldBe(ana.Id);
        await given.DeliverAll();

        var seen = (await given.Seen(id, jan)).Value;
        (seen.Stage, seen.May(IntroductionAct.Accept)).ShouldBe((IntroductionStage.Lapsed, true));
        (await given.Do<AcceptIntroduction, Result<IntroductionView>>(accept => accept.Handle(id, jan.Id, default))).Value.Stage.ShouldBe(IntroductionStage.Introduced);

        (await given.Introduction(next.Id)).State.ShouldBe(IntroductionState.Withdrawn);
        (await given.NoticesTo(ana)).ShouldBe([IntroductionNotices.Asked, IntroductionNotices.Withdrawn], ignoreOrder: true);
        (await given.Seen(next.Id, mia)).Value.Stage.ShouldBe(IntroductionStage.Withdrawn);
        (await given.Do<ListIntroductions, IReadOnlyList<IntroductionView>>(list => list.Handle(mia.Id, default))).Select(view => view.Id).ShouldBe([id]);
        (await given.Do<AcceptIntroduction, Result<IntroductionView>>(accept => accept.Handle(next.Id, ana.Id, default))).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task A_late_yes_counts_no_more_once_the_problem_is_closed()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        await given.Later(TimeSpan.FromDays(7));
        var problem = (await given.Introduction(id)).ProblemId;
        await given.Do<SolveProblem, Result<Problem>>(solve => solve.Handle(problem, mia.Id, default));

        (await given.Introduction(id)).State.ShouldBe(IntroductionState.Withdrawn);
        (await given.Do<AcceptIntroduction, Result<IntroductionView>>(accept => accept.Handle(id, jan.Id, default))).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task A_question_left_unanswered_for_five_working_days_withdraws_the_request()
    {
        var (mia, jan, _) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"));
        var id = await given.IntroductionAsked(mia, jan);
        await given.Do<AskOneQuestion, Result<IntroductionView>>(ask => ask.Handle(id, jan.Id, "How many a year?", default));
        await given.Later(TimeSpan.FromDays(7));

        (await given.Introduction(id)).State.ShouldBe(IntroductionState.Withdrawn);
        (await given.NoticesTo(mia)).ShouldBe([IntroductionNotices.Question, IntroductionNotices.Withdrawn], ignoreOrder: true);
        (await given.NoticesTo(jan)).ShouldBe([IntroductionNotices.Asked, IntroductionNotices.Withdrawn], ignoreOrder: true);
        (await given.Read(db => db.Introductions.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Three_working_days_after_the_yes_the_taker_alone_is_nudged_unless_they_are_in_touch(bool inTouch)
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        await given.Do<AcceptIntroduction, Result<IntroductionView>>(accept => accept.Handle(id, jan.Id, default));
        if (inTouch) await given.Do<ReportInTouch, Result<IntroductionView>>(report => report.Handle(id, jan.Id, default));
        await given.Later(TimeSpan.FromDays(5));

        (await given.NoticesTo(mia)).Contains(IntroductionNotices.InTouchNudge).ShouldBe(!inTouch);
        (await given.NoticesTo(jan)).ShouldNotContain(IntroductionNotices.InTouchNudge);
    }

    [Fact]
    public async Task Ten_working_days_after_the_yes_both_are_asked_and_the_takers_word_is_shown_only_with_their_leave()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        await given.Do<AcceptIntroduction, Result<IntroductionView>>(accept => accept.Handle(id, jan.Id, default));
        await given.Later(TimeSpan.FromDays(14));

        (await given.Introduction(id)).State.ShouldBe(IntroductionState.FollowedUp);
        (await given.NoticesTo(mia)).ShouldContain(IntroductionNotices.DidYouTalk);
        (await given.NoticesTo(jan)).ShouldContain(IntroductionNotices.DidYouTalk);

        await given.Do<ReportTalk, Result<IntroductionView>>(report => report.Handle(id, mia.Id, TalkReport.Useful, default));
        (await given.Do<ListRequests, RequestsOverview>(list => list.Handle(jan.Id, default))).Past.Single().OtherReport.ShouldBeNull();
        await given.Do<ReportTalk, Result<IntroductionView>>(report => report.Handle(id, mia.Id, TalkReport.Useful, share: true, default));
        (await given.Do<ListRequests, RequestsOverview>(list => list.Handle(jan.Id, default))).Past.Single().OtherReport.ShouldBe(TalkReport.Useful);
        (await given.Introduction(id)).End.ShouldBe(IntroductionEnd.Useful);
    }

    [Fact]
    public async Task Ten_working_days_after_the_first_request_an_organiser_is_offered_once()
    {
        var (mia, jan, _, _) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"), await given.Organiser());
        var id = await given.IntroductionAsked(mia, jan);
        await given.Later(TimeSpan.FromDays(7));
        await given.Later(TimeSpan.FromDays(1));
        await given.DeliverAll();
        (await given.Seen(id, mia)).Value.May(IntroductionAct.AskOrganiser).ShouldBeFalse();

        await given.Later(TimeSpan.FromDays(6));
        (await given.Seen(id, mia)).Value.May(IntroductionAct.AskOrganiser).ShouldBeTrue();
        await given.Sweep();
        (await given.NoticesTo(mia)).ShouldBe([IntroductionNotices.StillLooking, IntroductionNotices.StillLooking]);
    }

    [Fact]
    public async Task When_the_last_one_lapses_on_that_very_day_one_message_says_both()
    {
        var (mia, jan, _) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Organiser());
        var id = await given.IntroductionAsked(mia, jan);
        await given.Later(TimeSpan.FromDays(14));
        (await given.Seen(id, mia)).Value.May(IntroductionAct.AskOrganiser).ShouldBeTrue();
        (await given.NoticesTo(mia)).ShouldBe([IntroductionNotices.NobodyLeft]);
    }

    [Fact]
    public async Task Whoever_was_answered_in_writing_is_offered_no_organiser()
    {
        var (mia, jan, _) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Organiser());
        var id = await given.IntroductionAsked(mia, jan);
        await given.Do<AnswerInWriting, Result<IntroductionView>>(write => write.Handle(id, jan.Id, "Start with the phone.", default));
        await given.Later(TimeSpan.FromDays(20));
        (await given.NoticesTo(mia)).ShouldBe([IntroductionNotices.Written]);
    }

    [Fact]
    public async Task A_request_that_cannot_be_delivered_goes_on_and_one_of_unknown_fate_runs()
    {
        var (mia, jan, ana) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"));
        var view = await given.Requested(mia, jan);
        await Ends(jan, NoticeState.Failed);
        await given.Sweep();

        var next = await given.Next(view.Id);
        (next.GiverId, next.State).ShouldBe((ana.Id, IntroductionState.TakerAgreed));
        await Ends(ana, NoticeState.Unknown);
        await given.Sweep();
        (await given.Introduction(next.Id)).State.ShouldBe(IntroductionState.GiverAsked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pausing_or_being_away_passes_open_requests_on_at_once_and_ends_by_itself(bool away)
    {
        var (mia, jan, ana) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"));
        var id = await given.IntroductionAsked(mia, jan);
        var until = given.Now.AddDays(10);
        if (away) await given.Do<SetAway, Result<Member>>(set => set.Handle(jan.Id, until, default));
        else await given.Do<PauseRequests, Result<Member>>(pause => pause.Handle(jan.Id, until, default));

        (await given.Introduction(id)).State.ShouldBe(IntroductionState.Redirected);
        (await given.Next(id)).GiverId.ShouldBe(ana.Id);
        (await given.Asked(await given.Asker("Eva"))).People.Select(person => person.Shown.Name).ShouldBe(["Ana"]);

        await given.Later(TimeSpan.FromDays(11));
        (await given.Read(db => db.Members.SingleAsync(m => m.Name == "Jan"))).CanBeSuggested(given.Now).ShouldBeTrue();
        (await given.Read(db => db.Changes.CountAsync(c => c.Kind == ChangedKind.Member && c.Subject == jan.Id.Value))).ShouldBe(2);
    }

    [Fact]
    public async Task A_pause_without_an_end_ends_when_the_person_says_so()
    {
        var jan = await given.Ambassador("Jan");
        var mia = await given.Asker("Mia");
        await given.Do<PauseRequests, Result<Member>>(pause => pause.Handle(jan.Id, null, default));
        await given.Later(TimeSpan.FromDays(400));
        (await given.Asked(mia)).People.ShouldBeEmpty();

        await given.Do<ResumeRequests, Result<Member>>(resume => resume.Handle(jan.Id, default));
        (await given.Asked(mia)).People.Count.ShouldBe(1);
        (await given.Do<PauseRequests, Result<Member>>(pause => pause.Handle(jan.Id, given.Now, default))).Refusal.ShouldBe(IntroductionRefusals.NotInTheFuture);
    }

    private Task<int> Ends(Member recipient, NoticeState state) => given.Read(db => db.Notices
        .Where(n => n.RecipientId == recipient.Id && n.Kind == IntroductionNotices.Asked)
        .ExecuteUpdateAsync(set => set.SetProperty(n => n.State, state)));
}

public sealed class TimersOnSqlite() : TimersTests(StoreEngine.Sqlite);

public sealed class TimersOnPostgres() : TimersTests(StoreEngine.Postgres);
