using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Introductions;

/// <summary>Several press at the same moment: one well-defined state comes of it.</summary>
public abstract class AtOnceTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Of_many_who_ask_for_the_last_place_one_has_it()
    {
        var jan = await given.Ambassador("Jan", cap: 1);
        List<(Member Taker, SuggestionId Suggestion)> asked = [];
        for (var n = 0; n < 6; n++)
        {
            var taker = await given.Asker($"Taker{n}");
            asked.Add((taker, (await given.Asked(taker)).People[0].Suggestion.Id));
        }

        var results = await Task.WhenAll(asked.Select(one => given.Turn<SendIntroduction, Result<IntroductionView>>(
            send => send.Handle(new(one.Suggestion, one.Taker.Id, Given.Terms()), default))));
        results.Count(result => result.Refusal is null).ShouldBe(1);
        results.Where(result => result.Refusal is not null).ShouldAllBe(result => result.Refusal == IntroductionRefusals.PersonNotAvailable);
        (await given.Read(db => db.Introductions.CountAsync(i => i.GiverId == jan.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task A_yes_pressed_twice_while_the_taker_withdraws_has_one_outcome()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);

        var results = await Task.WhenAll(Accept(), Accept(), given.Turn<WithdrawIntroduction, Result<IntroductionView>>(withdraw => withdraw.Handle(id, mia.Id, default)));
        results.Count(result => result.Refusal is null).ShouldBe(1);
        var introduced = (await given.Introduction(id)).State == IntroductionState.Introduced;
        (await given.NoticesTo(mia)).Contains(IntroductionNotices.Introduced).ShouldBe(introduced);
        (await given.NoticesTo(jan)).Contains(IntroductionNotices.Withdrawn).ShouldBe(!introduced);

        Task<Result<IntroductionView>> Accept() => given.Turn<AcceptIntroduction, Result<IntroductionView>>(accept => accept.Handle(id, jan.Id, default));
    }

    [Fact]
    public async Task A_late_yes_while_the_next_one_is_asked_leaves_nobody_asked_for_nothing()
    {
        var (mia, jan, ana, _) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"), await given.Ambassador("Bor"));
        var first = await given.IntroductionAsked(mia, jan);
        await given.Later(TimeSpan.FromDays(7));
        await given.DeliverAll();
        var second = await given.Next(first);
        var other = second.GiverId == ana.Id ? ana : (await given.Read(db => db.Members.SingleAsync(m => m.Name == "Bor")));

        await Task.WhenAll(
            given.Turn<AcceptIntroduction, Result<IntroductionView>>(accept => accept.Handle(first, jan.Id, default)),
            given.Turn<DeclineIntroduction, Result<IntroductionView>>(decline => decline.Handle(second.Id, other.Id, DeclineReason.NotNow, default)));

        var all = await given.Read(db => db.Introductions.ToListAsync());
        all.Count(i => i.State == IntroductionState.Introduced).ShouldBe(1);
        all.ShouldNotContain(i => i.IsOpen);
    }

    [Fact]
    public async Task Two_sweepers_remind_once()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        await given.IntroductionAsked(mia, jan);
        given.Clock.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(Remind(), Remind(), Remind());
        (await given.NoticesTo(jan)).Count(kind => kind == IntroductionNotices.Reminder).ShouldBe(1);

        Task<int> Remind() => given.Do<RemindGivers, int>(remind => remind.RunDue(given.Now, 10, default));
    }
}

public sealed class AtOnceOnSqlite() : AtOnceTests(StoreEngine.Sqlite);

public sealed class AtOnceOnPostgres() : AtOnceTests(StoreEngine.Postgres);
