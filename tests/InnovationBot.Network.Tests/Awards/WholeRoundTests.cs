using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Awards;

/// <summary>A round from its jury to its announcement: 400 nominations, 5 categories, 20 jurors, and what goes wrong in between.</summary>
public abstract class WholeRoundTests(StoreEngine engine, int nominationCount) : NetworkTests(engine)
{
    private const int Jurors = 20;

    private static readonly string[] Categories = ["one", "two", "three", "four", "five"];

    private readonly List<Member> jurors = [];
    private readonly List<Nomination> nominations = [];
    private AwardRound round = null!;
    private Member olga = null!;

    [Fact]
    public async Task A_round_runs_from_the_jurys_list_to_the_announcement()
    {
        await Nominated();
        var late = Draft(0);
        late.Submit(round, given.Now.AddDays(11))!.Code.ShouldBe("NominationCallClosed");

        await given.Later(TimeSpan.FromDays(21));
        await given.Sweep();
        await EvenAndWithoutConflicts();

        // nobody scores before declaring, as another, what is not theirs, or their own organisation's
        var (first, own) = (jurors[0], nominations.First(n => n.OrganisationId == jurors[0].OrganisationId));
        var mine = await WorkOf(first);
        (await Score(mine[0], first)).Refusal.ShouldBe(JuryRefusals.DeclareFirst);
        foreach (var juror in new[] { first, jurors[1] }) await Declare(juror);
        await given.Read(db => db.AwardJurors.ExecuteUpdateAsync(set => set.SetProperty(j => j.DeclaredAt, given.Now)));
        await EvenAndWithoutConflicts();
        mine = await WorkOf(first);
        var anothers = (await WorkOf(jurors[1])).First(id => !mine.Contains(id) && nominations.Single(n => n.Id == id).OrganisationId != first.OrganisationId);
        (await Score(own.Id, first)).Refusal.ShouldBe(JuryRefusals.Conflict);
        (await given.Do<JuryDesk, Result<JuryPage>>(desk => desk.Open(own.Id, first.Id, default))).Refusal.ShouldBe(JuryRefusals.Conflict);
        (await Score(anothers, first)).Refusal.ShouldBe(JuryRefusals.NotGiven);
        (await Score(mine[0], olga)).Refusal.ShouldBe(JuryRefusals.NotOfJury);
        (await Score(mine[0], first, 6)).Refusal.ShouldBe(JuryRefusals.ScoreOutOfRange);
        (await Ranking(first)).Refusal.ShouldBe(JuryRefusals.ScoresHidden);
        (await Ranking(olga)).Refusal.ShouldBe(JuryRefusals.ScoresHidden);

        // a draft, the score, and the same press again
        (await Score(mine[0], first, 3, submit: false)).Value.SubmittedAt.ShouldBeNull();
        (await Score(mine[0], first, 4)).Value.SubmittedAt.ShouldNotBeNull();
        (await Score(mine[0], first, 4)).Refusal.ShouldBeNull();
        (await given.Read(db => db.JuryScores.CountAsync())).ShouldBe(1);
        (await List(first)).Done.ShouldBe(1);

        // somebody declares a conflict midway, somebody leaves midway, a nomination is taken back
        await Declare(jurors[1], (await WorkOf(jurors[1]))[0]);
        var leaving = jurors[^1];
        var kept = (await WorkOf(leaving))[0];
        (await Score(kept, leaving, 5)).Refusal.ShouldBeNull();
        (await given.Do<LeaveJury, Refusal?>(leave => leave.Leave(round.Id, leaving.Id, default))).ShouldBeNull();
        (await Score((await given.Read(db => db.JuryAssignments.AsNoTracking().FirstAsync())).NominationId, leaving)).Refusal.ShouldBe(JuryRefusals.NotOfJury);
        await EvenAndWithoutConflicts(except: kept);
        var withdrawn = nominations.First(n => n.Id != kept && n.Id != mine[0]);
        await given.Change<Nomination>(withdrawn.Id, n => n.Withdraw(given.Now));

        await ScoreAll(withdrawn.Id);
        (await given.NoticesTo(first)).ShouldContain(JuryNotices.Work);
        await given.Later(TimeSpan.FromDays(20));
        (await Score(mine[0], first)).Refusal!.Code.ShouldBe("JuryClosed");

        // the ranking: a tie at the last place is told, and a decision that departs from it says why
        var ranking = (await Ranking(olga)).Value;
        ranking.Rows.ShouldNotContain(row => row.Nomination.Id == withdrawn.Id);
        ranking.IsTiedAtCut.ShouldBeTrue();
        ranking.ToDiscuss.ShouldContain(row => row.Ranked.Discuss.Contains(DiscussReason.Tie));
        (await Ranking(first)).Value.Rows.ShouldNotContain(row => row.Nomination.OrganisationId == first.OrganisationId);
        var winner = ranking.Rows[1].Nomination;
        (await Choose("one", winner.Id, null)).Refusal.ShouldBe(ResultRefusals.ReasonNeeded);
        (await Choose("one", winner.Id, "Equal in every criterion; this one is used by more people.")).Refusal.ShouldBeNull();
        (await Close()).Refusal!.Code.ShouldBe("AwardCategoryOpen");
        foreach (var category in Categories[1..]) (await Choose(category, (await Ranking(olga, category)).Value.Rows[0].Nomination.Id, "As discussed.")).Refusal.ShouldBeNull();

        // nothing is decided before the finalists' claims were checked by somebody without conflict, and the team answers once
        (await Close()).Refusal!.Facts["count"].ShouldBe(5);
        var ofOwn = jurors.First(j => j.OrganisationId == winner.OrganisationId);
        (await Check(winner.Id, ofOwn)).Refusal.ShouldBe(ResultRefusals.FactConflict);
        FactCheck? check = null;
        foreach (var finalist in await given.Read(db => db.Nominations.Where(n => n.State == NominationState.Finalist).Select(n => n.Id).ToListAsync())) check = (await Check(finalist, olga)).Value;
        var team = await given.Read(async db => (await db.Members.FindAsync((await db.Nominees.FirstAsync(n => n.NominationId == check!.NominationId)).MemberId))!);
        (await Answer(check!.Id, olga)).Refusal.ShouldBe(Refusal.NotYours);
        (await Answer(check.Id, team)).Refusal.ShouldBeNull();
        (await Answer(check.Id, team)).Refusal.ShouldBe(ResultRefusals.FactAnswered);
        (await Close()).Refusal.ShouldBeNull();
        (await Choose("one", winner.Id, "Again")).Refusal.ShouldBe(ResultRefusals.DecidedAlready);

        // nothing is told before the time for objections is over; then those concerned first
        (await Announce()).Refusal!.Code.ShouldBe("AwardObjectionsRunning");
        await given.Later(TimeSpan.FromDays(8));
        var told = (await Announce()).Value;
        told.NotSent.ShouldBeNull();
        told.Broadcast!.At!.Begins.ShouldBeGreaterThanOrEqualTo(given.Now + AwardRound.PrivatelyFirst);
        var nominee = await given.Read(async db => (await db.Members.FindAsync((await db.Nominees.FirstAsync(n => n.NominationId == winner.Id)).MemberId))!);
        (await given.NoticesTo(nominee)).ShouldContain(ResultNotices.Result);
        (await given.NoticesTo(await given.Read(async db => (await db.Members.FindAsync(winner.NominatorId!.Value))!))).ShouldContain(ResultNotices.Thanks);
        (await Results(nominee.Id)).Value.Results.Count(result => result.Wins).ShouldBe(5);
        (await Results(null)).Refusal.ShouldBe(ResultRefusals.NotAnnounced, "everybody else reads them with the broadcast");
        var reasons = (await given.Do<ReadResults, Result<AwardReasons>>(read => read.Reasons(winner.Id, nominee.Id, default))).Value;
        (reasons.Means.Count, reasons.Comments.Count > 0).ShouldBe((2, true));
        (await given.Do<ReadResults, Result<AwardReasons>>(read => read.Reasons(winner.Id, first.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<ReadResults, Result<OwnResult>>(read => read.AnswerOffer(winner.Id, true, nominee.Id, default))).Value.Nominee!.ContactOffer.ShouldBe(ContactOffer.Accepted);
        given.Clock.SetUtcNow(told.Broadcast.At.Begins);
        (await Results(null)).Refusal.ShouldBeNull();
        (await given.Do<VerifyAudit, AuditReport>(verify => verify.Handle(default))).Faults.ShouldBeEmpty();

        Task<Result<AwardResults>> Results(MemberId? by) => given.Do<ReadResults, Result<AwardResults>>(read => read.Handle(round.Id, by, default));
    }

    [Fact]
    public async Task Before_the_phase_opens_the_round_says_what_is_missing()
    {
        await Nominated(named: juror => juror == 0 ? ["one"] : ["two", "three", "four", "five"]);
        var ready = (await given.Do<ListJury, Result<JuryPeople>>(list => list.People(round.Id, olga.Id, default))).Value.Ready;
        ready.Missing.Select(one => (one.Category, one.Jurors)).ShouldBe([("One", 2)]);
        (await given.Do<ListJury, Result<JuryPeople>>(list => list.People(round.Id, jurors[0].Id, default))).Refusal.ShouldBe(AwardRefusals.OrganisersOnly);
    }

    private async Task Nominated(Func<int, List<string>>? named = null)
    {
        olga = await given.Organiser();
        var criteria = new List<AwardCriterion> { new("need", "Need", 2, []), new("result", "Result", 1, []) };
        var plan = new AwardPlan { Name = "Award", Zone = "Europe/Brussels", Categories = [.. Categories.Select(key => new AwardCategory(key, char.ToUpperInvariant(key[0]) + key[1..], criteria, 1))] };
        round = new AwardRound { Id = EntityId.New<AwardRoundId>(given.Now), OrganiserId = olga.Id, Plan = plan, CreatedAt = given.Now };
        round.Describe(plan, new(given.Now, given.Now.AddDays(10), null, given.Now.AddDays(20), given.Now.AddDays(40), given.Now.AddDays(41)), given.Now);
        round.Publish(given.Now).ShouldBeNull();

        List<object> rows = [round];
        var organisations = Enumerable.Range(0, Jurors).Select(i => new Organisation { Id = EntityId.New<OrganisationId>(given.Now), Key = $"o{i}", Name = $"Organisation {i}", Tier = Tier.Local, Sector = Sector.Public, Country = "BE", CreatedAt = given.Now }).ToList();
        var others = Enumerable.Range(0, 20).Select(i => Person($"n{i}", null)).ToList();
        rows.AddRange(organisations);
        rows.AddRange(others);
        foreach (var (i, organisation) in organisations.Index())
        {
            var juror = Person($"j{i}", organisation);
            juror.Give(Role.Juror);
            jurors.Add(juror);
            rows.Add(juror);
            rows.Add(new AwardJuror { Id = EntityId.New<AwardJurorId>(given.Now), RoundId = round.Id, MemberId = juror.Id, Categories = named?.Invoke(i) ?? [.. Categories], CreatedAt = given.Now });
        }

        for (var i = 0; i < nominationCount; i++)
        {
            var nomination = Draft(i);
            nomination.NominatorId = others[i % 10].Id;
            nomination.OrganisationId = organisations[i / 5 % Jurors].Id;
            nomination.AcceptedAt = given.Now;
            nomination.WorkKey = $"work {i}";
            nomination.Submit(round, given.Now).ShouldBeNull();
            nomination.Submit(round, given.Now).ShouldBeNull("a second press changes nothing");
            nomination.FindEligible(olga.Id, null).ShouldBeNull();
            var nominee = new Nominee { Id = EntityId.New<NomineeId>(given.Now), NominationId = nomination.Id, MemberId = others[10 + (i % 10)].Id, CreatedAt = given.Now };
            nominee.Accept(nominee.MemberId, new(true, true, false), given.Now).ShouldBeNull();
            nominations.Add(nomination);
            rows.AddRange([nomination, nominee]);
            if (i % 40 == 0) rows.Add(new Endorsement { Id = EntityId.New<EndorsementId>(given.Now), NominationId = nomination.Id, MemberId = jurors[(i + 7) % Jurors].Id, Sentence = "I felt it.", CreatedAt = given.Now, ChangedAt = given.Now });
        }

        await given.Save([.. rows]);
    }

    private Nomination Draft(int i) => new()
    {
        Id = EntityId.New<NominationId>(given.Now), RoundId = round.Id, Category = Categories[i % 5], Language = Language.English, CreatedAt = given.Now, SavedAt = given.Now,
        Content = new NominationContent { Title = $"Work {i}", Problem = "People wait.", Result = "From 9 to 4 a day." },
    };

    private Member Person(string name, Organisation? organisation) => new()
    {
        Id = EntityId.New<MemberId>(given.Now), Name = name, Email = $"{name}@example.org", TenantId = "tenant", EntraObjectId = name, OrganisationId = organisation?.Id, State = MemberState.Active,
        OrganisationProof = OrganisationProof.Import, Address = new Address($"chat of {name}"), Zone = "Europe/Brussels", Country = "BE", CreatedAt = given.Now,
    };

    /// <summary>Two different jurors each, none with a conflict, and no juror has two more than another.</summary>
    private async Task EvenAndWithoutConflicts(NominationId? except = null)
    {
        var (assigned, conflicts, serving) = await given.Read(async db => (
            await db.JuryAssignments.AsNoTracking().ToListAsync(), (await db.JurorConflicts.AsNoTracking().ToListAsync()).Select(c => (c.JurorId, c.NominationId)).ToHashSet(),
            await db.AwardJurors.AsNoTracking().Where(j => j.LeftAt == null).Select(j => j.Id).ToListAsync()));
        assigned.Where(one => conflicts.Contains((one.JurorId, one.NominationId))).ShouldBeEmpty();
        var of = assigned.Where(one => serving.Contains(one.JurorId)).ToLookup(one => one.NominationId);
        foreach (var nomination in nominations) of[nomination.Id].Count().ShouldBe(nomination.Id == except ? 1 : 2);
        var loads = serving.ConvertAll(juror => assigned.Count(one => one.JurorId == juror));
        (loads.Max() - loads.Min()).ShouldBeLessThanOrEqualTo(1);
    }

    private Task<JuryList> List(Member juror) => given.Do<JuryDesk, JuryList>(async desk => (await desk.List(round.Id, juror.Id, default)).Value);

    private async Task<List<NominationId>> WorkOf(Member juror) => [.. (await List(juror)).Work.Select(one => one.Nomination.Id).Order(Comparer<NominationId>.Create((a, b) => a.Value.CompareTo(b.Value)))];

    private async Task Declare(Member juror, params NominationId[] conflicts)
    {
        for (var page = 1; ; page++)
        {
            var said = (await given.Do<DeclareConflicts, Result<DeclarePage>>(declare => declare.Declare(round.Id, juror.Id, page, conflicts.ToHashSet(), default))).Value;
            if (said.Page == page && said.IsLast) return;
        }
    }

    private Task<Result<JuryScore>> Score(NominationId id, Member by, int value = 4, bool submit = true) =>
        given.Do<ScoreNomination, Result<JuryScore>>(score => score.Handle(id, by.Id, new Dictionary<string, int> { ["need"] = value, ["result"] = value }, "Clear.", submit, default));

    /// <summary>All that is left, as if by hand: the first two of a category that can still win are as good as each other, and better than the rest.</summary>
    private async Task ScoreAll(NominationId withdrawn) => await given.Read(async db =>
    {
        var best = nominations.Where(n => n.Category == "one" && n.Id != withdrawn).Take(2).Select(n => n.Id).ToHashSet();
        var scored = (await db.JuryScores.AsNoTracking().ToListAsync()).Select(s => (s.NominationId, s.JurorId)).ToHashSet();
        foreach (var work in (await db.JuryAssignments.AsNoTracking().ToListAsync()).Where(work => work.NominationId != withdrawn && !scored.Contains((work.NominationId, work.JurorId))))
        {
            var value = best.Contains(work.NominationId) ? 5 : 1 + (Math.Abs(work.NominationId.Value.GetHashCode()) % 4);
            db.JuryScores.Add(new JuryScore { NominationId = work.NominationId, JurorId = work.JurorId, Values = [new("need", value), new("result", value)], Comment = "Clear.", SavedAt = given.Now, SubmittedAt = given.Now });
        }

        foreach (var earlier in await db.JuryScores.Where(s => best.Contains(s.NominationId)).ToListAsync()) earlier.Values = [new("need", 5), new("result", 5)];
        return await db.SaveChangesAsync();
    });

    private Task<Result<CategoryRanking>> Ranking(Member by, string category = "one") => given.Do<ReadRanking, Result<CategoryRanking>>(read => read.Handle(round.Id, category, by.Id, default));

    private Task<Result<CategoryRanking>> Choose(string category, NominationId winner, string? reason) =>
        given.Do<DecideAward, Result<CategoryRanking>>(decide => decide.Choose(round.Id, category, new HashSet<NominationId> { winner }, reason, olga.Id, default));

    private Task<Result<AwardRound>> Close() => given.Do<DecideAward, Result<AwardRound>>(decide => decide.Close(round.Id, olga.Id, default));

    private Task<Result<FactCheck>> Check(NominationId id, Member by) => given.Do<CheckFacts, Result<FactCheck>>(
        facts => facts.Record(id, "From 9 to 4 a day.", FactVerdict.Partly, "Monthly figures", DateOnly.FromDateTime(given.Now.UtcDateTime), by.Id, default));

    private Task<Result<FactCheck>> Answer(FactCheckId id, Member by) => given.Do<CheckFacts, Result<FactCheck>>(facts => facts.Answer(id, "Counted differently.", by.Id, default));

    private Task<Result<(AwardRound Round, Broadcast? Broadcast, Refusal? NotSent)>> Announce() => given.Do<AnnounceAward, Result<(AwardRound Round, Broadcast? Broadcast, Refusal? NotSent)>>(
        announce => announce.Handle(round.Id, new BroadcastContent { Title = new() { [""] = "The results" }, Text = new() { [""] = "Here they are." } }, olga.Id, default));
}

public sealed class WholeRoundOnSqlite() : WholeRoundTests(StoreEngine.Sqlite, 400);

public sealed class WholeRoundOnPostgres() : WholeRoundTests(StoreEngine.Postgres, 100);
