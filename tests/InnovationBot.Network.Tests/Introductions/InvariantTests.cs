using FsCheck.Xunit;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Introductions;

/// <summary>Whatever anybody presses, in whatever order, also by the wrong people and too late: what was promised holds.</summary>
public sealed class InvariantTests
{
    private const int Cap = 2;

    [Property(MaxTest = 25)]
    public async Task Random_acts_never_break_a_promise(byte[] acts)
    {
        await using var given = await Given.On(StoreEngine.Sqlite);
        var world = new World(given);
        await world.Begin();
        foreach (var act in acts.Take(40))
        {
            await world.Do(act);
            await world.Check();
        }
    }

    private sealed class World(Given given)
    {
        private readonly List<Member> takers = [];
        private readonly List<Member> givers = [];

        public async Task Begin()
        {
            for (var n = 0; n < 3; n++) takers.Add(await given.Asker($"Taker{n}"));
            foreach (var visibility in new[] { Visibility.Listed, Visibility.Unlisted, Visibility.Organisation, Visibility.Unlisted })
            {
                givers.Add(await given.Ambassador($"Giver{givers.Count}", visibility: visibility, cap: Cap));
            }
        }

        public async Task Do(byte act)
        {
            var (kind, who) = (act % 16, act / 16);
            var (taker, giver) = (takers[who % takers.Count], givers[who % givers.Count]);
            if (kind is 0 or 1 or 2)
            {
                var answer = await given.Asked(taker);
                if (answer.People.Count > 0) await given.Send(answer.People[^1].Suggestion.Id, taker, Given.Terms(nameNow: kind == 0));
                return;
            }

            if (kind == 3) await given.DeliverAll();
            if (kind == 4) await given.Later(TimeSpan.FromDays(1 + who));
            if (kind == 5) await given.Do<PauseRequests, Result<Member>>(pause => pause.Handle(giver.Id, null, default));
            if (kind == 6) await given.Do<ResumeRequests, Result<Member>>(resume => resume.Handle(giver.Id, default));
            if (kind == 7 && who == 15) await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(giver.Id, default));
            if (await Any(act) is not { } introduction) return;

            var by = who % 5 == 0 ? taker.Id : introduction.GiverId; // now and then by the wrong person
            var id = introduction.Id;
            _ = kind switch
            {
                8 => await given.Do<AcceptIntroduction, Result<IntroductionView>>(use => use.Handle(id, by, default)),
                9 => await given.Do<DeclineIntroduction, Result<IntroductionView>>(use => use.Handle(id, by, DeclineReason.NotNow, default)),
                10 => await given.Do<RedirectIntroduction, Result<IntroductionView>>(use => use.Handle(id, by, null, default)),
                11 => await given.Do<AskOneQuestion, Result<IntroductionView>>(use => use.Handle(id, by, "How many?", default)),
                12 => await given.Do<AnswerQuestion, Result<IntroductionView>>(use => use.Handle(id, introduction.TakerId, "Many.", default)),
                13 => await given.Do<AnswerInWriting, Result<IntroductionView>>(use => use.Handle(id, by, "Read this.", default)),
                14 => await given.Do<TalkAfterAll, Result<IntroductionView>>(use => use.Handle(id, introduction.TakerId, default)),
                15 => await given.Do<WithdrawIntroduction, Result<IntroductionView>>(use => use.Handle(id, introduction.TakerId, default)),
                _ => Refusal.NotFound,
            };
        }

        public async Task Check()
        {
            var all = await given.Read(db => db.Introductions.AsNoTracking().ToListAsync());
            var people = await given.Read(db => db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id));
            var open = all.Where(i => i.IsOpen).ToList();

            open.GroupBy(i => i.ProblemId).ShouldAllBe(problem => problem.Count() == 1, "one person at a time");
            open.GroupBy(i => i.GiverId).ShouldAllBe(giver => giver.Count() <= Introduction.MostOpenPerGiver, "open requests of a giver");
            open.GroupBy(i => i.TakerId).ShouldAllBe(taker => taker.Count() <= Introduction.MostOpenPerTaker, "open requests of a taker");
            all.Where(i => i.GiverId != default).GroupBy(i => (i.ProblemId, i.GiverId)).ShouldAllBe(pair => pair.Count() == 1, "nobody is asked twice about one problem");
            all.Where(i => i.GiverId != default && i.AskedAt > given.Now - Introduction.Month).GroupBy(i => i.GiverId).ShouldAllBe(giver => giver.Count() <= Cap, "requests a month");
            open.ShouldAllBe(i => !people[i.GiverId].IsPaused(given.Now), "whoever pauses has nothing open");
            all.ShouldAllBe(i => (i.State == IntroductionState.GiverAsked || i.State == IntroductionState.TakerQuestioned) == (i.LapseDue != null), "what waits has a timer, what does not has none");
            all.ShouldAllBe(i => (i.State == IntroductionState.Introduced) == (i.FollowUpDue != null), "a follow-up is due while it is to come");
            all.GroupBy(i => i.ProblemId).ShouldAllBe(problem => problem.Count(i => i.BothSaidYes) == 0 || !problem.Any(i => i.IsOpen), "nobody is asked after a yes");

            foreach (var introduction in all.Where(i => i.GiverId != default && !i.BothSaidYes)) await Hidden(introduction, people);
        }

        private async Task Hidden(Introduction introduction, Dictionary<MemberId, Member> people)
        {
            var forGiver = (await given.Seen(introduction.Id, people[introduction.GiverId])).Value;
            (forGiver.Other.IsNamed && introduction.Disclosure == Disclosure.NameAfterYes).ShouldBeFalse("a taker who ticked nothing is not named");
            forGiver.Contact.ShouldBeNull();

            var forTaker = (await given.Seen(introduction.Id, people[introduction.TakerId])).Value;
            if (forTaker.Contact is not null) return; // somebody who followed has said yes
            if (forTaker.Other.IsNamed) givers.Single(giver => giver.Name == forTaker.Other.Name).Visibility.ShouldBe(Visibility.Listed);
            forTaker.Stage.ShouldNotBe(IntroductionStage.Declined);
            forTaker.Stage.ShouldNotBe(IntroductionStage.PassedOn);
            forTaker.Stage.ShouldNotBe(IntroductionStage.Lapsed);
        }

        private async Task<Introduction?> Any(byte act)
        {
            var all = await given.Read(db => db.Introductions.AsNoTracking().Where(i => i.State != IntroductionState.Cancelled).OrderBy(i => i.CreatedAt).ToListAsync());
            return all.Count == 0 ? null : all[act / 16 % all.Count];
        }
    }
}
