using InnovationBot.Network.Introductions;
using InnovationBot.Network.Time;
using State = InnovationBot.Network.Introductions.IntroductionState;

namespace InnovationBot.Network.Tests.Introductions;

/// <summary>Every state against every move: what is not named here is refused and changes nothing.</summary>
public sealed class IntroductionStatesTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkingDays Days = new(TimeZoneInfo.Utc, PublicHolidays.None);
    private static readonly MemberId Taker = new(Guid.NewGuid()), Giver = new(Guid.NewGuid());

    private static readonly Dictionary<string, Func<Introduction, bool>> Moves = new()
    {
        ["deliver"] = i => i.Delivered(Now, Days),
        ["accept"] = i => i.Accept(Giver, Now, Days, Days, takerStillLooks: false) is null,
        ["accept late"] = i => i.Accept(Giver, Now, Days, Days, takerStillLooks: true) is null,
        ["write"] = i => i.AnswerInWriting(Giver, "text", Now) is null,
        ["ask"] = i => i.Ask(Giver, "text", Now, Days, Days) is null,
        ["answer"] = i => i.Answer(Taker, "text", Now, Days) is null,
        ["decline"] = i => i.Decline(Giver, Now) is null,
        ["redirect"] = i => i.Redirect(Giver, Now) is null,
        ["pass on"] = i => i.PassOn(Now),
        ["withdraw"] = i => i.Withdraw(Taker, Now) is null,
        ["not needed"] = i => i.NoLongerNeeded(Now),
        ["talk"] = i => i.TalkAfterAll(Taker) is null,
        ["in touch"] = i => i.InTouch(Taker, Now) is null,
        ["useful"] = i => i.Report(Taker, TalkReport.Useful, share: false, Now) is null,
        ["no contact"] = i => i.Report(Giver, TalkReport.NoContact, share: false, Now) is null,
        ["remind"] = i => i.Remind(Now.AddDays(30)),
        ["lapse"] = i => i.Lapse(Now.AddDays(30)),
        ["nudge"] = i => i.Nudge(Now.AddDays(30)),
        ["follow up"] = i => i.FollowUp(Now.AddDays(30)),
        ["undeliverable"] = i => i.Undeliverable(Now),
    };

    private static readonly string[] Decisions = ["accept", "accept late", "write", "ask", "decline", "redirect", "pass on", "withdraw", "not needed"];

    private static readonly Dictionary<State, (string[] Way, string[] Allowed)> States = new()
    {
        [State.TakerAgreed] = ([], ["deliver", .. Decisions, "undeliverable"]),
        [State.GiverAsked] = (["deliver"], [.. Decisions, "remind", "lapse"]),
        [State.TakerQuestioned] = (["deliver", "ask"], ["answer", "pass on", "withdraw", "not needed", "lapse"]),
        [State.Answered] = (["deliver", "write"], ["withdraw", "talk", "useful"]),
        [State.Introduced] = (["deliver", "accept"], ["in touch", "useful", "no contact", "nudge", "follow up"]),
        [State.FollowedUp] = (["deliver", "accept", "follow up"], ["in touch", "useful", "no contact"]),
        [State.Closed] = (["deliver", "accept", "useful"], ["useful", "no contact"]),
        [State.Declined] = (["deliver", "decline"], []),
        [State.Redirected] = (["deliver", "redirect"], []),
        [State.Lapsed] = (["deliver", "lapse"], ["accept late", "withdraw", "not needed"]),
        [State.Withdrawn] = (["deliver", "withdraw"], []),
        [State.Cancelled] = (["deliver", "erase"], []),
    };

    public static TheoryData<State, string> Everything() =>
        [.. from state in Enum.GetValues<State>() from move in Moves.Keys select (state, move)];

    [Theory, MemberData(nameof(Everything))]
    public void A_move_is_made_exactly_where_it_is_allowed(State state, string move)
    {
        var introduction = In(state);
        var before = Written(introduction);
        var moved = Moves[move](introduction);

        moved.ShouldBe(States[state].Allowed.Contains(move));
        if (!moved) Written(introduction).ShouldBe(before);
    }

    [Theory, MemberData(nameof(Everything))]
    public void What_is_offered_can_be_done(State state, string move)
    {
        var offered = In(state).ActsOf(IntroductionSide.Giver).Concat(In(state).ActsOf(IntroductionSide.Taker)).ToHashSet();
        IntroductionAct? act = move switch
        {
            "accept" => IntroductionAct.Accept,
            "write" => IntroductionAct.AnswerInWriting,
            "ask" => IntroductionAct.AskOneQuestion,
            "answer" => IntroductionAct.AnswerQuestion,
            "decline" => IntroductionAct.Decline,
            "redirect" => IntroductionAct.Redirect,
            "talk" => IntroductionAct.TalkAfterAll,
            "in touch" => IntroductionAct.ReportInTouch,
            "useful" => IntroductionAct.ReportTalk,
            _ => null,
        };
        if (act is { } one) offered.Contains(one).ShouldBe(Moves[move](In(state)));
    }

    [Fact]
    public void The_takers_word_counts_more_than_the_givers_and_may_change()
    {
        var introduction = In(State.Introduced);
        introduction.Report(Giver, TalkReport.NoContact, share: false, Now);
        introduction.End.ShouldBe(IntroductionEnd.NoContact);
        introduction.Report(Taker, TalkReport.Useful, share: true, Now);
        introduction.Report(Giver, TalkReport.NotUseful, share: true, Now);
        (introduction.End, introduction.TakerReportShared).ShouldBe((IntroductionEnd.Useful, true));
    }

    [Fact]
    public void A_second_question_an_empty_word_and_an_endless_one_are_refused()
    {
        var introduction = In(State.GiverAsked);
        introduction.Ask(Giver, " ", Now, Days, Days).ShouldBe(IntroductionRefusals.TextMissing);
        introduction.Ask(Giver, new string('x', Introduction.MaxMessage + 1), Now, Days, Days).ShouldBe(IntroductionRefusals.TextTooLong);
        introduction.Ask(Giver, "How many?", Now, Days, Days).ShouldBeNull();
        introduction.Answer(Taker, "Many.", Now, Days).ShouldBeNull();
        introduction.Ask(Giver, "How many?", Now, Days, Days).ShouldBe(IntroductionRefusals.QuestionAlreadyAsked);
    }

    [Fact]
    public void Erasing_a_side_keeps_how_it_ended_and_nothing_that_anybody_wrote()
    {
        var introduction = In(State.Closed);
        introduction.Erase(Taker, Now);
        (introduction.TakerId, introduction.GiverId, introduction.End, introduction.Blurb).ShouldBe((default, Giver, IntroductionEnd.Useful, ""));
        introduction.BothSaidYes.ShouldBeFalse();
    }

    private static Introduction In(State state)
    {
        var id = new IntroductionId(Guid.NewGuid());
        var introduction = new Introduction { Id = id, FirstId = id, TakerId = Taker, GiverId = Giver, Blurb = "blurb", CreatedAt = Now };
        foreach (var step in States[state].Way)
        {
            if (step == "erase") introduction.Erase(Taker, Now);
            else Moves[step](introduction).ShouldBeTrue();
        }

        introduction.State.ShouldBe(state);
        return introduction;
    }

    /// <summary>All that is stored of it, but for ids.</summary>
    private static string Written(Introduction introduction) => string.Join('\n', typeof(Introduction).GetProperties()
        .Where(property => property.PropertyType != typeof(IntroductionId)).Select(property => $"{property.Name}: {property.GetValue(introduction)}"));
}
