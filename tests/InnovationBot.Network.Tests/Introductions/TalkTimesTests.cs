using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Times;
using InnovationBot.Network.People;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Introductions;

/// <summary>Times that a giver offers with their yes, and the one that the taker chooses.</summary>
public abstract class TalkTimesTests(StoreEngine engine) : NetworkTests(engine)
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    [Fact]
    public async Task The_press_of_the_taker_chooses_a_time_for_both_and_ends_the_others()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var id = await Introduced(mia, jan, given.Now.AddDays(1), given.Now.AddDays(2));
        var offered = (await given.Seen(id, mia)).Value.Times;
        offered.Select(time => time.StartAt).ShouldBe([given.Now.AddDays(1), given.Now.AddDays(2)]);

        (await Choose(offered[1], jan)).Refusal.ShouldBe(Refusal.NotFound, "only the taker chooses");
        (await Choose(offered[1], mia)).Value.Times.Single().ShouldSatisfyAllConditions(time => time.IsChosen.ShouldBeTrue(), time => time.Id.ShouldBe(offered[1].Id));
        (await Choose(offered[1], mia)).Refusal.ShouldBeNull("pressed twice");
        (await Choose(offered[0], mia)).Refusal.ShouldBe(TimeRefusals.ChosenAlready);
        (await given.Seen(id, jan)).Value.Times.Single().Id.ShouldBe(offered[1].Id);
        (await given.NoticesTo(jan)).Count(kind => kind == IntroductionNotices.TimeChosen).ShouldBe(1);
    }

    [Fact]
    public async Task A_time_that_passed_or_was_taken_is_refused_and_those_that_remain_are_shown()
    {
        var (mia, otto, jan) = (await given.Asker(), await given.Asker("Otto"), await given.Ambassador("Jan"));
        var (soon, later, last) = (given.Now.AddDays(1), given.Now.AddDays(2), given.Now.AddDays(3));
        var mias = await Introduced(mia, jan, soon, later, last);
        var ottos = await Introduced(otto, jan, later.AddMinutes(10));
        var seen = (await given.Seen(mias, mia)).Value.Times;

        await Choose((await given.Seen(ottos, otto)).Value.Times.Single(), otto);
        (await Choose(seen[1], mia)).Refusal.ShouldBe(TimeRefusals.Taken);
        given.Clock.Advance(TimeSpan.FromDays(1.5));
        (await Choose(seen[0], mia)).Refusal.ShouldBe(TimeRefusals.Past);
        (await given.Seen(mias, mia)).Value.Times.Select(time => time.StartAt).ShouldBe([last]);
        (await Choose(seen[2], mia)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Two_who_choose_the_same_time_of_one_giver_at_once_do_not_both_have_it()
    {
        var (mia, otto, jan) = (await given.Asker(), await given.Asker("Otto"), await given.Ambassador("Jan"));
        var at = given.Now.AddDays(1);
        List<(Member By, TalkTimeShown Time)> presses = [];
        foreach (var taker in new[] { mia, otto }) presses.Add((taker, (await given.Seen(await Introduced(taker, jan, at), taker)).Value.Times.Single()));
        var chosen = await Task.WhenAll(presses.Select(press => given.Turn<ChooseTime, Result<IntroductionView>>(choose => choose.Handle(press.Time.Id, press.By.Id, default))));
        chosen.Count(one => one.Refusal is null).ShouldBe(1);
        (await given.Read(db => db.TalkTimes.CountAsync(time => time.ChosenAt != null))).ShouldBe(1);
    }

    [Fact]
    public async Task No_time_changes_nothing_and_bad_ones_are_refused_with_the_yes_unsaid()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        (await Accept(id, jan, given.Now.AddMinutes(-1))).Refusal.ShouldBe(TimeRefusals.NotAhead);
        (await Accept(id, jan, given.Now.AddDays(91))).Refusal.ShouldBe(TimeRefusals.TooFar);
        (await Accept(id, jan, [.. Enumerable.Range(1, 4).Select(day => given.Now.AddDays(day))])).Refusal.ShouldBe(TimeRefusals.TooMany);
        (await given.Introduction(id)).State.ShouldBe(IntroductionState.GiverAsked);
        (await Accept(id, jan)).Value.Stage.ShouldBe(IntroductionStage.Introduced);
        (await given.Seen(id, mia)).Value.Times.ShouldBeEmpty();

        (await given.Do<OfferTimes, Result<IntroductionView>>(offer => offer.Handle(id, mia.Id, [given.Now.AddDays(1)], default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<OfferTimes, Result<IntroductionView>>(offer => offer.Handle(id, jan.Id, [given.Now.AddDays(1)], default))).Refusal.ShouldBeNull();
        (await given.Seen(id, mia)).Value.Times.Count.ShouldBe(1);
    }

    [Fact]
    public void Clocks_that_change_make_no_time_wrong()
    {
        Read((new DateOnly(2027, 3, 27), new TimeOnly(10, 0))).Value.Single().ShouldBe(new DateTimeOffset(2027, 3, 27, 9, 0, 0, TimeSpan.Zero));
        Read((new DateOnly(2027, 3, 29), new TimeOnly(10, 0))).Value.Single().ShouldBe(new DateTimeOffset(2027, 3, 29, 8, 0, 0, TimeSpan.Zero));
        Read((new DateOnly(2027, 3, 28), new TimeOnly(2, 30))).Refusal!.Code.ShouldBe(TimeRefusals.Skipped.Code, "the clocks skip it");
        Read((new DateOnly(2027, 10, 31), new TimeOnly(2, 30))).Value.Single().ShouldBe(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), "the first of the two");
        Read((new DateOnly(2027, 3, 27), null)).Refusal.ShouldBe(TimeRefusals.Half);
        Read((null, null)).Value.ShouldBeEmpty();
    }

    private static Result<IReadOnlyList<DateTimeOffset>> Read((DateOnly?, TimeOnly?) row) => TalkTimes.Read([row], Brussels);

    private async Task<IntroductionId> Introduced(Member taker, Member giver, params DateTimeOffset[] starts)
    {
        var id = await given.IntroductionAsked(taker, giver);
        (await Accept(id, giver, starts)).Refusal.ShouldBeNull();
        return id;
    }

    private Task<Result<IntroductionView>> Accept(IntroductionId id, Member by, params DateTimeOffset[] starts) =>
        given.Do<AcceptIntroduction, Result<IntroductionView>>(accept => accept.Handle(id, by.Id, default, starts));

    private Task<Result<IntroductionView>> Choose(TalkTimeShown time, Member by) => given.Do<ChooseTime, Result<IntroductionView>>(choose => choose.Handle(time.Id, by.Id, default));
}

public sealed class TalkTimesOnSqlite() : TalkTimesTests(StoreEngine.Sqlite);

public sealed class TalkTimesOnPostgres() : TalkTimesTests(StoreEngine.Postgres);
