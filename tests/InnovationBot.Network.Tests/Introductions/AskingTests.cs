using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Introductions;

public abstract class AskingTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task An_unlisted_giver_stays_unnamed_until_both_said_yes()
    {
        var city = await given.Organisation();
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan", visibility: Visibility.Unlisted, organisation: city));
        var id = await given.IntroductionAsked(mia, jan);

        var before = (await given.Seen(id, mia)).Value;
        before.Other.ShouldBe(new PersonShown(null, null, null, city.Kind, before.Other.Languages));
        before.Contact.ShouldBeNull();
        before.Reasons.ShouldContain(reason => reason.Kind == ReasonKind.NamedThisTopic);
        before.Reasons.SelectMany(reason => reason.Facts.Values).ShouldNotContain("building permits");

        await Accept(id, jan);

        var after = (await given.Seen(id, mia)).Value;
        after.Stage.ShouldBe(IntroductionStage.Introduced);
        after.Other.Name.ShouldBe("Jan");
        after.Contact!.Email.ShouldBe("jan@example.org");
        after.Contact.SameTenant.ShouldBeTrue();
        (await given.Seen(id, jan)).Value.Other.Name.ShouldBe("Mia");
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "Mia")]
    public async Task The_taker_is_named_before_a_yes_only_when_they_ticked_it(bool nameNow, string? name)
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan, Given.Terms(nameNow: nameNow));

        var seen = (await given.Seen(id, jan)).Value;
        seen.Other.Name.ShouldBe(name);
        seen.Other.Kind.ShouldBe(new OrganisationKind(Tier.Local, Sector.Public, "BE"));
        seen.Other.OnlySays.ShouldBeTrue();
        seen.Contact.ShouldBeNull();
        seen.Acts.ShouldContain(IntroductionAct.Accept);
    }

    [Fact]
    public async Task A_stranger_sees_nothing_and_moves_nothing()
    {
        var (mia, jan, eve) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Eve", topic: "archives"));
        var id = await given.IntroductionAsked(mia, jan);

        (await given.Seen(id, eve)).Refusal.ShouldBe(Refusal.NotFound);
        (await Accept(id, eve)).Refusal.ShouldBe(Refusal.NotYours);
        (await Accept(id, mia)).Refusal.ShouldBe(Refusal.NotYours);
        (await given.Do<WithdrawIntroduction, Result<IntroductionView>>(w => w.Handle(id, jan.Id, default))).Refusal.ShouldBe(Refusal.NotYours);
        (await given.Introduction(id)).State.ShouldBe(IntroductionState.GiverAsked);
    }

    [Fact]
    public async Task Both_get_a_new_message_when_the_giver_says_yes()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        await Accept(id, jan);

        (await given.NoticesTo(mia)).ShouldBe([IntroductionNotices.Introduced], ignoreOrder: true);
        (await given.NoticesTo(jan)).ShouldBe([IntroductionNotices.Asked, IntroductionNotices.Introduced], ignoreOrder: true);
        (await given.Read(db => db.Notices.SingleAsync(n => n.Edits != null))).RecipientId.ShouldBe(jan.Id);
        (await given.Read(db => db.Problems.SingleAsync())).State.ShouldBe(ProblemState.Matched);
        (await Accept(id, jan)).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task A_no_asks_the_next_best_and_the_taker_reads_only_still_looking()
    {
        var (mia, jan, ana) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana", visibility: Visibility.Unlisted));
        var id = await given.IntroductionAsked(mia, jan);

        var declined = (await Decline(id, jan)).Value;
        declined.Stage.ShouldBe(IntroductionStage.Declined);

        var next = await given.Next(id);
        next.GiverId.ShouldBe(ana.Id);
        next.Blurb.ShouldBe((await given.Introduction(id)).Blurb);
        (await given.NoticesTo(mia)).ShouldBe([IntroductionNotices.StillLooking], ignoreOrder: true);

        var seen = (await given.Seen(id, mia)).Value;
        seen.Id.ShouldBe(next.Id);
        seen.Stage.ShouldBe(IntroductionStage.StillLooking);
        seen.Other.IsNamed.ShouldBeFalse();
        (await given.Do<ListIntroductions, IReadOnlyList<IntroductionView>>(list => list.Handle(mia.Id, default))).Select(view => view.Id).ShouldBe([next.Id]);
    }

    [Fact]
    public async Task When_nobody_is_left_the_taker_hears_it_and_after_two_an_organiser_may_be_asked()
    {
        var (mia, jan, ana, olga) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"), await given.Organiser());
        var first = await given.IntroductionAsked(mia, jan);
        var problem = (await given.Introduction(first)).ProblemId;
        (await AskOrganiser(problem, mia)).Refusal.ShouldBe(IntroductionRefusals.OrganiserNotYet);

        await Decline(first, jan);
        var next = await given.Next(first);
        await given.DeliverAll();
        given.Clock.Advance(TimeSpan.FromHours(1));
        await Decline(next.Id, ana);

        var seen = (await given.Seen(first, mia)).Value;
        seen.Stage.ShouldBe(IntroductionStage.NobodyLeft);
        seen.May(IntroductionAct.AskOrganiser).ShouldBeTrue();
        (await given.NoticesTo(mia)).ShouldBe([IntroductionNotices.StillLooking, IntroductionNotices.NobodyLeft], ignoreOrder: true);

        (await given.Read(db => db.Problems.SingleAsync())).ContactPointMaySee.ShouldBeFalse();
        (await AskOrganiser(problem, jan)).Refusal.ShouldBe(Refusal.NotFound);
        (await AskOrganiser(problem, mia)).Refusal.ShouldBeNull();
        (await AskOrganiser(problem, mia)).Refusal.ShouldBeNull();
        (await given.NoticesTo(olga)).ShouldBe([IntroductionNotices.Broker], ignoreOrder: true);
        (await given.Read(db => db.Problems.SingleAsync())).ContactPointMaySee.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_organiser_s_card_loses_the_problem_when_its_owner_takes_it_back_or_is_forgotten(bool forgotten)
    {
        var (mia, olga) = (await given.Asker("Mia"), await given.Organiser());
        await given.Ambassador("Jan");
        var problem = (await given.Asked(mia)).Problem.Id;
        await given.Change<Problem>(problem, one => (one.State, one.OrganiserOfferedAt) = (ProblemState.Open, given.Now));
        (await AskOrganiser(problem, mia)).Refusal.ShouldBeNull();
        await given.DeliverAll();
        (await Brokered()).ShouldNotBeNull();

        if (forgotten) await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(mia.Id, default));
        else await given.Do<WithdrawProblem, Result<Problem>>(withdraw => withdraw.Handle(problem, mia.Id, default));

        (await Brokered()).ShouldBeNull();
        (await given.Read(db => db.Notices.CountAsync(n => n.RecipientId == olga.Id && n.Kind == IntroductionNotices.Broker && n.Edits != null && n.State == NoticeState.Queued))).ShouldBe(1);

        Task<Problem?> Brokered() => given.Do<ShowBrokered, Problem?>(show => show.Handle(problem, olga.Id, default));
    }

    [Fact]
    public async Task Somebody_else_named_by_the_giver_is_asked_next_before_the_next_best()
    {
        var (mia, jan, _, bor) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"), await given.Ambassador("Bor", visibility: Visibility.Unlisted));
        var id = await given.IntroductionAsked(mia, jan);

        var choices = (await given.Do<ListRedirectChoices, Result<IReadOnlyList<RedirectChoice>>>(list => list.Handle(id, jan.Id, default))).Value;
        choices.Select(choice => choice.Shown.Name).ShouldBe(["Ana", null], ignoreOrder: true);
        var unnamed = choices.Single(choice => !choice.Shown.IsNamed);

        (await given.Do<RedirectIntroduction, Result<IntroductionView>>(r => r.Handle(id, jan.Id, unnamed.Suggestion, default))).Value.Stage.ShouldBe(IntroductionStage.PassedOn);
        (await given.Next(id)).GiverId.ShouldBe(bor.Id);
    }

    [Fact]
    public async Task One_question_stops_the_givers_timers_until_it_is_answered()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        given.Clock.Advance(TimeSpan.FromDays(1));

        var questioned = (await given.Do<AskOneQuestion, Result<IntroductionView>>(ask => ask.Handle(id, jan.Id, "How many permits a year?", default))).Value;
        questioned.Stage.ShouldBe(IntroductionStage.Questioned);
        (await Accept(id, jan)).Refusal.ShouldBe(IntroductionRefusals.WaitingForAnswer);
        await given.Later(TimeSpan.FromDays(5)); // four working days, and no reminder
        (await given.NoticesTo(jan)).ShouldBe([IntroductionNotices.Asked], ignoreOrder: true);

        await given.Do<AnswerQuestion, Result<IntroductionView>>(answer => answer.Handle(id, mia.Id, "About four hundred.", default));
        var again = await given.Introduction(id);
        again.State.ShouldBe(IntroductionState.GiverAsked);
        again.ReminderDue.ShouldBe(Given.Start.AddDays(7)); // Tuesday morning, one working day on
        again.LapseDue.ShouldBe(Given.Start.AddDays(12)); // four working days on
        (await given.Seen(id, jan)).Value.QuestionAnswer.ShouldBe("About four hundred.");
        (await given.Seen(id, jan)).Value.May(IntroductionAct.AskOneQuestion).ShouldBeFalse();
        (await given.NoticesTo(jan)).ShouldBe([IntroductionNotices.Asked, IntroductionNotices.QuestionAnswered], ignoreOrder: true);
    }

    [Fact]
    public async Task An_answer_in_writing_names_nobody_and_a_talk_can_follow_it_once()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan", visibility: Visibility.Unlisted));
        var id = await given.IntroductionAsked(mia, jan);
        await given.Do<AnswerInWriting, Result<IntroductionView>>(write => write.Handle(id, jan.Id, "Start with the phone.", default));

        var seen = (await given.Seen(id, mia)).Value;
        (seen.WrittenAnswer, seen.Other.IsNamed).ShouldBe(("Start with the phone.", false));

        await given.Do<TalkAfterAll, Result<IntroductionView>>(talk => talk.Handle(id, mia.Id, default));
        (await given.Introduction(id)).State.ShouldBe(IntroductionState.TakerAgreed);
        await given.Later(TimeSpan.FromDays(1));
        await given.DeliverAll();
        var again = await given.Introduction(id);
        (again.State, again.ReminderDue).ShouldBe((IntroductionState.GiverAsked, Given.Start.AddDays(5)));
        (await given.Seen(id, jan)).Value.TalkWanted.ShouldBeTrue();

        await given.Do<AnswerInWriting, Result<IntroductionView>>(write => write.Handle(id, jan.Id, "I have no more to say.", default));
        (await given.Do<TalkAfterAll, Result<IntroductionView>>(talk => talk.Handle(id, mia.Id, default))).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await given.Do<ReportTalk, Result<IntroductionView>>(report => report.Handle(id, mia.Id, TalkReport.Useful, default))).Value.Stage.ShouldBe(IntroductionStage.Closed);
        (await given.Introduction(id)).End.ShouldBe(IntroductionEnd.Useful);
    }

    [Fact]
    public async Task A_withdrawn_request_that_never_left_is_never_sent()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var view = await given.Requested(mia, jan);

        (await given.Do<WithdrawIntroduction, Result<IntroductionView>>(w => w.Handle(view.Id, mia.Id, default))).Value.Stage.ShouldBe(IntroductionStage.Withdrawn);
        (await given.NoticesTo(jan)).ShouldBeEmpty();
        (await given.Read(db => db.Notices.SingleAsync())).State.ShouldBe(NoticeState.Failed);
    }

    [Fact]
    public async Task Not_with_this_person_again_counts_in_both_directions_and_is_told_to_nobody()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        await Accept(id, jan);
        var before = (await given.Seen(id, mia)).Value;
        await given.Do<NeverAgainWith, Result<IntroductionView>>(never => never.Handle(id, jan.Id, default));

        (await given.Asked(mia)).People.ShouldBeEmpty();
        (await given.Seen(id, mia)).Value.ShouldBeEquivalentTo(before);
    }

    private Task<Result<IntroductionView>> Accept(IntroductionId id, Member by) => given.Do<AcceptIntroduction, Result<IntroductionView>>(accept => accept.Handle(id, by.Id, default));

    private Task<Result<IntroductionView>> Decline(IntroductionId id, Member by) =>
        given.Do<DeclineIntroduction, Result<IntroductionView>>(decline => decline.Handle(id, by.Id, DeclineReason.NotNow, default));

    private Task<Result<Problem>> AskOrganiser(ProblemId id, Member by) => given.Do<AskOrganiser, Result<Problem>>(ask => ask.Handle(id, by.Id, default));
}

public sealed class AskingOnSqlite() : AskingTests(StoreEngine.Sqlite);

public sealed class AskingOnPostgres() : AskingTests(StoreEngine.Postgres);
