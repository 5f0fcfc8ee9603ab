using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.CheckIns;

public abstract class CheckInTests(StoreEngine engine) : NetworkTests(engine)
{
    private const string Event = "Parents queued twice at the counter on Monday because the form asked for a paper they had sent already.";

    [Fact]
    public async Task Nothing_is_sent_before_somebody_chose_and_then_as_often_as_they_chose()
    {
        var mia = await Member("Mia");
        await given.Later(TimeSpan.FromDays(60));
        (await Sent(mia)).ShouldBe(0);

        var rhythm = await Choose(mia, Cadence.Fortnightly);
        rhythm.NextDue.ShouldBe(given.Now.AddDays(7), "the first one comes within a week");
        await given.Later(TimeSpan.FromDays(6));
        (await Sent(mia)).ShouldBe(0);
        await given.Later(TimeSpan.FromDays(1));
        (await Sent(mia)).ShouldBe(1);
        await given.Later(TimeSpan.FromDays(13));
        (await Sent(mia)).ShouldBe(1);

        var notice = await given.Read(db => db.Notices.SingleAsync());
        (notice.Unasked, notice.Timing, notice.Priority).ShouldBe((true, NoticeTiming.WorkingHours, NoticePriority.CheckIn));
    }

    [Fact]
    public async Task Choosing_is_the_consent_and_never_takes_it_back()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Weekly);
        (await given.Read(db => db.Members.SingleAsync())).Has(Consent.CheckIns).ShouldBeTrue();
        (await Choose(mia, Cadence.Never)).NextDue.ShouldBeNull();
        (await given.Read(db => db.Members.SingleAsync())).Has(Consent.CheckIns).ShouldBeFalse();
        await given.Later(TimeSpan.FromDays(30));
        (await Sent(mia)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_not_joined_is_asked_nothing()
    {
        var met = await given.Asker("Noa");
        (await given.Do<ChooseCadence, Result<CheckInRhythm>>(use => use.Handle(met.Id, Cadence.Weekly, default))).Refusal.ShouldBe(ProfileRefusals.NotJoined);
    }

    [Fact]
    public async Task Nobody_away_paused_or_stopped_is_asked_and_the_rhythm_goes_on_afterwards()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Weekly);
        await given.Change<Member>(mia.Id, member => member.AwayUntil = given.Now.AddDays(10));
        await given.Later(TimeSpan.FromDays(7));
        (await Sent(mia)).ShouldBe(0);
        await given.Change<Member>(mia.Id, member => member.StoppedAt = given.Now);
        await given.Later(TimeSpan.FromDays(7));
        (await Sent(mia)).ShouldBe(0);
        await given.Change<Member>(mia.Id, member => member.StoppedAt = null);
        await given.Later(TimeSpan.FromDays(7));
        (await Sent(mia)).ShouldBe(1);
    }

    [Fact]
    public async Task Never_more_than_one_is_open_and_four_without_an_answer_pause_it()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Weekly);
        for (var week = 0; week < 8; week++)
        {
            await given.Later(TimeSpan.FromDays(7));
            await given.DeliverAll();
            (await given.Read(db => db.CheckIns.CountAsync(c => c.State == CheckInState.Scheduled || c.State == CheckInState.Sent))).ShouldBeLessThanOrEqualTo(1);
        }

        (await Sent(mia)).ShouldBe(4);
        var rhythm = await given.Read(db => db.CheckInRhythms.SingleAsync());
        (rhythm.SkippedInRow, rhythm.NextDue).ShouldBe((4, null));
        rhythm.PausedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_left_unanswered_in_silence_make_the_next_one_ask_once_whether_to_slow_down()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Weekly);
        List<bool> asks = [];
        for (var week = 0; week < 4; week++)
        {
            await given.Later(TimeSpan.FromDays(7));
            await given.DeliverAll();
            asks.Add((await Newest(mia)).AsksToSlowDown);
        }

        asks.ShouldBe([false, false, true, false]);
    }

    [Fact]
    public async Task Whoever_pressed_nothing_now_twice_was_asked_then_and_is_not_asked_again_by_the_next_one()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Weekly);
        await Skip(mia);
        await Skip(mia);
        await given.Later(TimeSpan.FromDays(7));
        await given.DeliverAll();
        (await Newest(mia)).AsksToSlowDown.ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_chooses_anew_is_asked_no_sooner_after_the_last_time_than_they_chose()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Weekly);
        await given.Later(TimeSpan.FromDays(7));
        await given.DeliverAll();
        var asked = given.Now;
        (await Choose(mia, Cadence.Weekly)).NextDue.ShouldBe(asked.AddDays(7));
        (await Choose(mia, Cadence.Quarterly)).NextDue.ShouldBe(asked.AddDays(91));
        await given.Later(TimeSpan.FromDays(90));
        (await Sent(mia)).ShouldBe(1);
        (await Choose(mia, Cadence.Monthly)).NextDue.ShouldBe(given.Now.AddDays(7), "that time is over");
    }

    [Fact]
    public async Task Leaving_it_as_it_is_is_no_answer_so_that_it_is_asked_once_and_four_in_a_row_pause_it()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Weekly);
        (await Skip(mia)).ShouldBe(SkipResult.Skipped);
        (await Skip(mia)).ShouldBe(SkipResult.AskToSlowDown);
        await Choose(mia, Cadence.Weekly);
        (await Skip(mia)).ShouldBe(SkipResult.Skipped);
        (await Skip(mia)).ShouldBe(SkipResult.Paused);
        (await Choose(mia, Cadence.Weekly)).SkippedInRow.ShouldBe(0, "a new beginning");
    }

    [Fact]
    public async Task What_has_happened_since_is_added_to_the_problem_that_was_asked_about_unless_it_is_another()
    {
        var mia = await Member("Mia");
        await Confirmed((await Started(mia)).CheckIn.Id, mia);
        await given.Later(TimeSpan.FromDays(15));
        var since = (await Started(mia)).CheckIn;
        since.Opening.ShouldBe(OpeningQuestion.SinceLastTime);
        var view = await Answer(since.Id, mia, "Now every school sends the paper itself.");
        (view.CheckIn.Asked, view.Service).ShouldBe((null, "school enrolment"), "what the problem is was told the last time");
        await Confirm(since.Id, mia, "school enrolment");
        (await given.Read(db => db.Problems.SingleAsync())).Text.ShouldEndWith("\nNow every school sends the paper itself.");

        await given.Later(TimeSpan.FromDays(100));
        var between = (await Started(mia)).CheckIn;
        await given.Do<SkipCheckIn, Result<SkippedCheckIn>>(use => use.Handle(between.Id, mia.Id, default));
        var again = (await Started(mia)).CheckIn;
        again.Opening.ShouldBe(OpeningQuestion.SinceLastTime);
        await Answer(again.Id, mia, "The printer at the counter stops each Friday.");
        await given.Do<ConfirmCheckIn, Result<Answer>>(use => use.Handle(new(again.Id, mia.Id, "counter") { IsNew = true }, default));
        (await given.Read(db => db.Problems.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_problem_that_was_asked_about_is_said_to_be_solved_in_one_press_and_the_question_is_over()
    {
        var mia = await Member("Mia");
        await Confirmed((await Started(mia)).CheckIn.Id, mia);
        await given.Later(TimeSpan.FromDays(15));
        var since = (await Started(mia)).CheckIn;
        (await given.Do<SolveFromCheckIn, Result<Problem>>(use => use.Handle(since.Id, mia.Id, default))).Value.State.ShouldBe(ProblemState.Solved);
        (await given.Read(db => db.CheckIns.SingleAsync(c => c.Id == since.Id))).State.ShouldBe(CheckInState.Answered);
        (await given.Do<SolveFromCheckIn, Result<Problem>>(use => use.Handle(since.Id, mia.Id, default))).Refusal.ShouldBeNull("a second press changes nothing");
        var other = await Member("Jan");
        (await given.Do<SolveFromCheckIn, Result<Problem>>(use => use.Handle(since.Id, other.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task The_same_wording_never_comes_twice_in_a_row()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Weekly);
        List<OpeningQuestion> asked = [];
        for (var week = 0; week < 10; week++)
        {
            await given.Later(TimeSpan.FromDays(7));
            await given.DeliverAll();
            var newest = await given.Read(db => db.CheckIns.OrderByDescending(c => c.CreatedAt).FirstAsync());
            asked.Add(newest.Opening);
            await Confirmed(newest.Id, mia);
        }

        asked.Zip(asked.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
        asked.ShouldContain(OpeningQuestion.SinceLastTime);
        asked.Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task An_answer_is_asked_about_at_most_twice_and_becomes_a_problem_only_after_the_yes()
    {
        var mia = await Member("Mia");
        var id = (await Started(mia)).CheckIn.Id;
        var first = await Answer(id, mia, "We need more innovation and a better culture.");
        first.CheckIn.Asked.ShouldNotBeNull();
        var second = await Answer(id, mia, "Everything should be more agile.");
        second.CheckIn.Asked.ShouldNotBeNull();
        second.CheckIn.Asked.ShouldNotBe(first.CheckIn.Asked);
        (await Answer(id, mia, "It is just so.")).CheckIn.Asked.ShouldBeNull("good enough");
        (await given.Read(db => db.Problems.CountAsync())).ShouldBe(0);

        (await Confirm(id, mia, " ")).Refusal.ShouldBe(CheckInRefusals.ServiceMissing);
        (await Confirm(id, mia, "innovation")).Refusal.ShouldBe(CheckInRefusals.ServiceMissing);
        var answer = (await Confirm(id, mia, "school enrolment")).Value;
        (answer.Problem.Service, answer.Problem.State, answer.Problem.OwnerId).ShouldBe(("school enrolment", ProblemState.Open, mia.Id));
        answer.Problem.Text.ShouldContain("just so");
        var stored = await given.Read(db => db.CheckIns.SingleAsync());
        (stored.State, stored.Text, stored.ProblemId).ShouldBe((CheckInState.Answered, null, answer.Problem.Id));
        (await Confirm(id, mia, "school enrolment")).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task What_points_to_one_person_is_never_stored()
    {
        var mia = await Member("Mia");
        var id = (await Started(mia)).CheckIn.Id;
        var view = await Answer(id, mia, "The father rang from +386 41 234 567 and mailed jan@example.org four times about his son's place.");
        view.Masked.ShouldBeTrue();
        view.CheckIn.Whole.ShouldNotContain("234 567");
        view.CheckIn.Whole.ShouldNotContain("@");
        view.CheckIn.Whole.ShouldContain("four times");
    }

    [Fact]
    public async Task A_late_answer_counts_and_one_after_the_problem_is_stored_does_not_change_it()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Quarterly);
        await given.Later(TimeSpan.FromDays(7));
        await given.DeliverAll();
        var id = await given.Read(db => db.CheckIns.Select(c => c.Id).SingleAsync());
        await given.Later(TimeSpan.FromDays(20));
        (await given.Read(db => db.CheckIns.SingleAsync())).State.ShouldBe(CheckInState.Expired);
        (await given.Read(db => db.CheckInRhythms.SingleAsync())).SkippedInRow.ShouldBe(1);

        (await Answer(id, mia, Event)).CheckIn.State.ShouldBe(CheckInState.Open);
        (await given.Read(db => db.CheckInRhythms.SingleAsync())).SkippedInRow.ShouldBe(0);
        await Confirmed(id, mia);
        (await given.Do<AnswerCheckIn, Result<CheckInView>>(use => use.Handle(id, mia.Id, "More", Language.English, default))).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task Ask_me_later_comes_again_two_working_days_later_and_counts_against_no_limit()
    {
        var mia = await Member("Mia");
        await Choose(mia, Cadence.Weekly);
        await given.Later(TimeSpan.FromDays(7));
        await given.DeliverAll();
        var id = await given.Read(db => db.CheckIns.Select(c => c.Id).SingleAsync());
        var again = (await given.Do<SkipCheckIn, Result<DateTimeOffset>>(use => use.Later(id, mia.Id, default))).Value;
        again.ShouldBe(given.Now.AddDays(2));
        await given.Later(TimeSpan.FromDays(1));
        (await Sent(mia)).ShouldBe(1);
        await given.Later(TimeSpan.FromDays(1));
        (await Sent(mia)).ShouldBe(2);
        (await given.Read(db => db.Notices.OrderByDescending(n => n.CreatedAt).FirstAsync())).Unasked.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_else_can_read_or_answer_it_and_its_text_is_deleted_after_ninety_days()
    {
        var (mia, jan) = (await Member("Mia"), await Member("Jan"));
        var id = (await Started(mia)).CheckIn.Id;
        await Answer(id, mia, Event);
        (await given.Do<ShowCheckIn, Result<CheckInView>>(use => use.Handle(id, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<AnswerCheckIn, Result<CheckInView>>(use => use.Handle(id, jan.Id, "mine", Language.English, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await Confirm(id, jan, "school enrolment")).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<SkipCheckIn, Result<SkippedCheckIn>>(use => use.Handle(id, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        await given.Later(TimeSpan.FromDays(91));
        (await given.Read(db => db.CheckIns.SingleAsync())).Text.ShouldBeNull();
    }

    private async Task<Member> Member(string name)
    {
        var member = await given.Asker(name);
        await given.Change<Member>(member.Id, one => one.State = MemberState.Active);
        return member;
    }

    private async Task<SkipResult> Skip(Member by)
    {
        await given.Later(TimeSpan.FromDays(7));
        await given.DeliverAll();
        var id = await given.Read(db => db.CheckIns.OrderByDescending(c => c.CreatedAt).Select(c => c.Id).FirstAsync());
        return (await given.Do<SkipCheckIn, Result<SkippedCheckIn>>(use => use.Handle(id, by.Id, default))).Value.Result;
    }

    private async Task<CheckInView> Newest(Member of)
    {
        var id = await given.Read(db => db.CheckIns.Where(c => c.MemberId == of.Id).OrderByDescending(c => c.CreatedAt).Select(c => c.Id).FirstAsync());
        return (await given.Do<ShowCheckIn, Result<CheckInView>>(use => use.Handle(id, of.Id, default))).Value;
    }

    private Task<int> Sent(Member to) => given.Read(db => db.Notices.CountAsync(n => n.RecipientId == to.Id && n.Kind == CheckInNotices.Question));

    private async Task<CheckInRhythm> Choose(Member by, Cadence cadence) => (await given.Do<ChooseCadence, Result<CheckInRhythm>>(use => use.Handle(by.Id, cadence, default))).Value;

    private async Task<CheckInView> Started(Member by) => (await given.Do<StartCheckIn, Result<CheckInView>>(use => use.Handle(by.Id, default))).Value;

    private async Task<CheckInView> Answer(CheckInId id, Member by, string text) =>
        (await given.Do<AnswerCheckIn, Result<CheckInView>>(use => use.Handle(id, by.Id, text, Language.English, default))).Value;

    private Task<Result<Answer>> Confirm(CheckInId id, Member by, string service) =>
        given.Do<ConfirmCheckIn, Result<Answer>>(use => use.Handle(new(id, by.Id, service) { IsNoService = text => text == "innovation" }, default));

    private async Task Confirmed(CheckInId id, Member by)
    {
        await given.Turn<AnswerCheckIn, Result<CheckInView>>(use => use.Handle(id, by.Id, Event, Language.English, default));
        while ((await given.Do<ShowCheckIn, Result<CheckInView>>(use => use.Handle(id, by.Id, default))).Value.CheckIn.Asked is not null) await Answer(id, by, "Thirty families last month; they came back a second time and we tried a list at the door.");
        (await Confirm(id, by, "school enrolment")).Refusal.ShouldBeNull();
    }
}

public sealed class CheckInsOnSqlite() : CheckInTests(StoreEngine.Sqlite);

public sealed class CheckInsOnPostgres() : CheckInTests(StoreEngine.Postgres);
