using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Awards;

/// <summary>A round from its dates to what is left of it.</summary>
public abstract class RoundTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Phases_change_by_themselves_on_their_dates_and_each_is_in_the_audit_log()
    {
        var olga = await given.Organiser();
        var round = await given.Round(by: olga);
        round.State.ShouldBe(AwardState.Call);

        (DateTimeOffset At, AwardState State)[] dates =
        [
            (AwardSituations.CallCloses.AddSeconds(-1), AwardState.Call), (AwardSituations.CallCloses, AwardState.Endorsement), (new(2027, 3, 8, 23, 0, 0, TimeSpan.Zero), AwardState.Eligibility),
            (new(2027, 3, 15, 23, 0, 0, TimeSpan.Zero), AwardState.Jury), (new(2027, 4, 2, 0, 0, 0, TimeSpan.Zero), AwardState.Jury),
        ];
        foreach (var (at, state) in dates)
        {
            given.Clock.SetUtcNow(at);
            (await given.Row(round)).StateAt(at).ShouldBe(state); // whether or not the clockwork has been there
            await given.To(at);
            (await given.Row(round)).State.ShouldBe(state);
        }

        var acts = await given.Read(db => db.AuditEvents.OrderBy(a => a.Id).Select(a => new { a.Act, a.Detail }).ToListAsync());
        acts.Select(a => a.Act).ShouldBe([AuditAct.AwardMade, AuditAct.AwardPublished, AuditAct.AwardPhaseBegan, AuditAct.AwardPhaseBegan, AuditAct.AwardPhaseBegan]);
        acts[^1].Detail.ShouldBe($"{round.Id} jury");
        (await given.NoticesTo(olga)).ShouldBe([AwardNotices.Phase, AwardNotices.Phase, AwardNotices.Phase]);
        (await given.Row(round)).JuryOpenedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_deadline_holds_to_the_second_and_putting_it_off_tells_those_concerned()
    {
        var (olga, mia, jan) = (await given.Organiser(), await given.Asker(), await given.Asker("Jan"));
        var round = await given.Round(by: olga);
        var (first, late) = (await given.Draft(round, mia, "First", own: true), await given.Draft(round, jan, "Late", own: true));
        given.Clock.SetUtcNow(AwardSituations.CallCloses.AddSeconds(-1));
        (await given.Submit(first, mia)).Refusal.ShouldBeNull();
        given.Clock.SetUtcNow(AwardSituations.CallCloses);
        var refused = (await given.Submit(late, jan)).Refusal!;
        (refused.Code, refused.Facts["at"]).ShouldBe(("NominationCallClosed", "2027-03-01 12:00:30 (Europe/Ljubljana)"));

        await given.To(AwardSituations.CallCloses);
        (await given.Do<SteerAward, AwardMade>(steer => steer.Extend(round.Id, AwardDate.CallCloses, "2027-03-20", true, olga.Id, default))).Refusal.ShouldBe(AwardRefusals.PhaseOver);
        (await given.Do<SteerAward, AwardMade>(steer => steer.Extend(round.Id, AwardDate.EndorsementsClose, "2027-03-20", false, olga.Id, default))).Faults.Select(f => f.Field).ShouldBe(["eligibility_closes"]);
        (await given.Do<SteerAward, AwardMade>(steer => steer.Extend(round.Id, AwardDate.EndorsementsClose, "2027-03-10", true, mia.Id, default))).Refusal.ShouldBe(AwardRefusals.OrganisersOnly);
        var moved = await given.Do<SteerAward, AwardMade>(steer => steer.Extend(round.Id, AwardDate.EndorsementsClose, "2027-03-10", true, olga.Id, default));
        moved.Faults.ShouldBeEmpty();
        moved.Round!.Plan.JuryCloses.ToString().ShouldBe("2027-04-03");
        (await given.NoticesTo(mia)).ShouldContain(AwardNotices.Extended);
        (await given.NoticesTo(jan)).ShouldNotContain(AwardNotices.Extended); // has only a draft, which the call has left behind
    }

    [Fact]
    public async Task Only_organisers_make_rounds_jurors_need_the_role_and_a_new_round_starts_from_an_old_one_without_its_dates()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        (await given.Do<MakeAward, AwardMade>(make => make.Create(AwardSituations.Input, mia.Id, true, default))).Refusal.ShouldBe(AwardRefusals.OrganisersOnly);
        var input = AwardSituations.Input with { Categories = [new(null, "Service", [], "1", [mia.Email!])] };
        var made = await given.Do<MakeAward, AwardMade>(make => make.Create(input, olga.Id, true, default));
        made.Faults.Select(fault => (fault.Field, fault.Why.Code)).ShouldBe([("categories[0].jurors[0]", "AwardNoJuror")]);

        await given.Change<Member>(mia.Id, m => m.Give(Role.Juror));
        var round = await given.Round(input, olga);
        var copy = (await given.Do<MakeAward, AwardMade>(make => make.Copy(round.Id, olga.Id, default))).Round!;
        (copy.State, copy.IsPublished, copy.CallOpensAt, copy.Plan.Name, copy.CopiedFrom).ShouldBe((AwardState.Draft, false, null, "Award 2027", round.Id));
        (await given.Read(db => db.AwardJurors.CountAsync(j => j.MemberId == mia.Id))).ShouldBe(2);
        var written = (await given.Do<MakeAward, Result<(AwardRound Round, AwardInput Input)>>(make => make.Written(round.Id, olga.Id, default))).Value.Input;
        (await given.Do<MakeAward, AwardMade>(make => make.Change(round.Id, written with { Story = "Why" }, olga.Id, default))).Faults.ShouldBeEmpty();
        (await given.Do<MakeAward, AwardMade>(make => make.Change(round.Id, written with { CallCloses = "2027-04-01" }, olga.Id, default))).Faults.ShouldContain(f => f.Why == AwardRefusals.DatesFixed);
        (await given.Do<MakeAward, AwardMade>(make => make.Change(round.Id, written with { Categories = [new("service", "Services", [], "3", [])] }, olga.Id, default))).Faults.ShouldContain(f => f.Why == AwardRefusals.CategoriesFixed);
    }

    [Fact]
    public async Task As_the_jury_begins_what_nobody_checked_is_taken_and_what_nobody_accepted_or_mended_is_not()
    {
        var (olga, mia, jan) = (await given.Organiser(), await given.Asker(), await given.Asker("Jan"));
        var round = await given.Round(AwardSituations.Input with { EligibilityCloses = null }, olga);
        var (own, waiting, mend) = (await given.Submitted(round, mia, "Own"), await given.Submitted(round, mia, "Waits", of: jan), await given.Submitted(round, jan, "To mend"));
        (await given.Do<SteerAward, Result<AwardRound>>(steer => steer.OpenJury(round.Id, olga.Id, default))).Refusal.ShouldBe(AwardRefusals.NotInEligibility);
        await given.To(new(2027, 3, 9, 0, 0, 0, TimeSpan.Zero));
        (await given.Do<CheckNomination, Result<Nomination>>(check => check.Handle(new(mend, olga.Id, EligibilityVerdict.Mend, "The result has no source."), default))).Refusal.ShouldBeNull();
        (await given.Do<SteerAward, Result<AwardRound>>(steer => steer.OpenJury(round.Id, olga.Id, default))).Refusal!.Code.ShouldBe("AwardMendsRunning");
        await given.To(new(2027, 3, 20, 0, 0, 0, TimeSpan.Zero));
        (await given.Do<SteerAward, Result<AwardRound>>(steer => steer.OpenJury(round.Id, olga.Id, default))).Value.State.ShouldBe(AwardState.Jury);

        (await given.Row(own))!.IsForJury.ShouldBeTrue();
        (await given.Row(waiting))!.State.ShouldBe(NominationState.Withdrawn);
        (await given.Row(mend))!.State.ShouldBe(NominationState.Ineligible);
        (await given.NoticesTo(mia)).ShouldContain(NominationNotices.NotAccepted);
        (await given.NoticesTo(jan)).ShouldContain(NominationNotices.Checked);
    }

    [Fact]
    public async Task After_the_announcement_cases_carry_marks_problems_are_opened_with_consent_and_in_time_the_rest_is_erased()
    {
        var (mia, jan, ana) = (await given.Asker(), await given.Asker("Jan"), await given.Asker("Ana"));
        var round = await given.Round();
        var @case = await given.Case("Own case");
        var about = (await given.Do<WriteNomination, Result<Nomination>>(write => write.Start(round.Id, @case.Id, mia.Id, default))).Value;
        await given.Do<WriteNomination, Result<SavedNomination>>(write => write.Save(new(about.Id, mia.Id, NominationStep.People, false,
            was => new(was.Track, was.Category, was.CaseId, AwardSituations.Whole("Own case"), new() { OwnWork = true })), default));
        (await given.Submit(about.Id, mia)).Value.ShouldBeOfType<SubmitOutcome.Submitted>();
        var challenge = await given.Submitted(round, jan, "Nobody answers the phone", track: AwardTrack.Challenge);
        var unaccepted = await given.Submitted(round, mia, "Not accepted", of: ana);
        await given.To(new(2027, 4, 2, 0, 0, 0, TimeSpan.Zero));
        (await Marks(@case.Id)).ShouldBeNull();
        (await given.Row(challenge))!.CaseDraftId.ShouldBeNull();

        await given.Change<AwardRound>(round.Id, r => r.Decide(given.Now));
        await given.Change<AwardRound>(round.Id, r => r.Announce(given.Now)!.Code.ShouldBe("AwardObjectionsRunning"));
        await given.Change<Nomination>(about.Id, n => n.Place(NominationState.Winner));
        given.Clock.Advance(TimeSpan.FromDays(7));
        await given.Change<AwardRound>(round.Id, r => r.Announce(given.Now).ShouldBeNull());
        await given.To(given.Now);
        (await Marks(@case.Id)).ShouldBeNull("those concerned have their results first");
        await given.To((await given.Read(db => db.AwardRounds.AsNoTracking().SingleAsync())).PublicAt!.Value);

        (await Marks(@case.Id)).ShouldBe(new AwardMark("Award 2027", AwardPlace.Winner));
        var opened = await given.Read(db => db.Problems.SingleAsync(p => p.OwnerId == jan.Id));
        (opened.Readers, opened.OwnerNamed, opened.OpenText).ShouldBe((Readers.Network, false, "Callers waited three weeks for an answer."));
        (await given.NoticesTo(jan)).ShouldContain(AwardNotices.ProblemOpened);

        await given.To(given.Now.AddMonths(25));
        (await given.Row(unaccepted)).ShouldBeNull();
        (await given.Row(about.Id))!.NominatorId.ShouldBeNull();
        (await given.Do<ListNominations, Result<IReadOnlyList<(Nomination Nomination, Organisation? Organisation)>>>(list => list.Announced(round.Id, 0, 10, ana.Id, default))).Value.Count.ShouldBe(2);

        async Task<AwardMark?> Marks(CaseId id) => (await given.Do<AwardMarks, IReadOnlyDictionary<CaseId, AwardMark>>(marks => marks.Of([id], default))).GetValueOrDefault(id);
    }
}

public sealed class RoundsOnSqlite() : RoundTests(StoreEngine.Sqlite);

public sealed class RoundsOnPostgres() : RoundTests(StoreEngine.Postgres);
