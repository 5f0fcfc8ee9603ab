using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Awards;

/// <summary>A nomination from its first word to the jury.</summary>
public abstract class NominationTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task A_nominee_accepts_before_anything_is_public_and_the_case_draft_is_theirs()
    {
        var (mia, jan, ana) = (await given.Asker(), await given.Asker("Jan"), await given.Asker("Ana"));
        var round = await given.Round();
        var id = await given.Submitted(round, mia, of: jan);
        (await given.NoticesTo(jan)).ShouldBe([NominationNotices.Asked]);
        (await Endorse(id, ana)).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<AnswerNomination, Result<Nomination>>(async answer => await answer.Accept((await given.NomineeOf(id, jan))!.Id, ana.Id, AwardSituations.AllConsents, default))).Refusal.ShouldBe(Refusal.NotFound);

        (await given.Accept(id, jan)).Refusal.ShouldBeNull();
        (await given.Row(id))!.AcceptedAt.ShouldNotBeNull();
        (await given.NoticesTo(mia)).ShouldBe([NominationNotices.Accepted]);
        (await given.Read(db => db.CaseDrafts.SingleAsync())).AuthorId.ShouldBe(jan.Id);
        (await Endorse(id, ana)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_declined_nomination_is_erased()
    {
        var (mia, jan) = (await given.Asker(), await given.Asker("Jan"));
        var id = await given.Submitted(await given.Round(), mia, of: jan);
        var nominee = (await given.NomineeOf(id, jan))!.Id;
        (await given.Do<AnswerNomination, Result<bool>>(answer => answer.Decline(nominee, jan.Id, default))).Value.ShouldBeTrue();
        (await given.Row(id)).ShouldBeNull();
        (await given.NoticesTo(mia)).ShouldBe([NominationNotices.Declined]);
        (await given.Read(db => db.Nominees.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_work_is_nominated_once_the_second_joins_the_first()
    {
        var (mia, jan, ana) = (await given.Asker(), await given.Asker("Jan"), await given.Asker("Ana"));
        var round = await given.Round();
        var first = await given.Submitted(round, mia, "One call", of: ana);
        var second = await given.Draft(round, jan, "ONE  call!", of: ana);
        (await given.Submit(second, jan)).Value.ShouldBeOfType<SubmitOutcome.PerhapsSame>();
        (await given.Submit(second, jan, same: true)).Value.ShouldBeOfType<SubmitOutcome.Joined>();
        (await given.Row(second)).ShouldBeNull();
        (await given.Read(db => db.CoNominators.SingleAsync())).Content.Title.ShouldBe("ONE  call!");
        (await given.NoticesTo(mia)).ShouldBe([NominationNotices.Joined]);
        (await given.NoticesTo(ana)).ShouldBe([NominationNotices.Asked]);
        var again = await given.Draft(round, mia, "One call", own: true);
        (await given.Submit(again, mia)).Refusal.ShouldBe(NominationRefusals.AlreadyYours);
        (await given.Submit(await given.Draft(round, ana, "One call", own: true), ana, same: false)).Value.ShouldBeOfType<SubmitOutcome.Submitted>();
        _ = first;
    }

    [Fact]
    public async Task Endorsing_is_one_sentence_of_each_not_of_the_own_team_and_read_in_the_public_sector_only()
    {
        var firm = await given.Organisation("Firm", sector: Sector.Private);
        var (mia, jan, ana, eva) = (await given.Asker(), await given.Asker("Jan"), await given.Asker("Ana"), await given.Asker("Eva", firm));
        var round = await given.Round();
        var id = await given.Submitted(round, mia);
        (await Endorse(id, mia)).Refusal.ShouldBe(NominationRefusals.EndorseOwnTeam);
        (await Endorse(id, eva)).Refusal.ShouldBe(NominationRefusals.EndorsePublicOnly);
        (await Endorse(id, ana, "Call me: +32 470 12 34 56")).Refusal.ShouldBe(NominationRefusals.PersonalData);
        (await Endorse(id, ana, " ")).Refusal.ShouldBe(NominationRefusals.EndorseSentence);
        (await Endorse(id, ana)).Refusal.ShouldBeNull();
        (await Endorse(id, ana, "I wait a day now.")).Refusal.ShouldBeNull();
        (await given.Read(db => db.Endorsements.Select(e => e.Sentence).ToListAsync())).ShouldBe(["I wait a day now."]);

        await given.Accept(id, mia, new NomineeConsents(false, false, false));
        (await Endorse(id, jan)).Refusal.ShouldBe(Refusal.NotFound);
        await given.Accept(id, mia);
        await given.To(new(2027, 3, 9, 0, 0, 0, TimeSpan.Zero));
        (await Endorse(id, jan)).Refusal.ShouldBe(NominationRefusals.EndorseClosed);
    }

    [Fact]
    public async Task Organisers_ask_for_a_mend_before_they_refuse_and_write_in_no_nomination()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        var round = await given.Round(by: olga);
        var id = await given.Submitted(round, mia);
        (await Save(id, olga, "Mine")).Refusal.ShouldBe(NominationRefusals.NotEditable);
        (await Save(id, mia, "Changed")).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await Check(id, mia, EligibilityVerdict.Eligible)).Refusal.ShouldBe(AwardRefusals.OrganisersOnly);
        (await Check(id, olga, EligibilityVerdict.Ineligible)).Refusal.ShouldBe(NominationRefusals.MendFirst);
        (await Check(id, olga, EligibilityVerdict.Mend, "")).Refusal.ShouldBe(NominationRefusals.ReasonMissing);
        (await Check(id, olga, EligibilityVerdict.Mend)).Refusal.ShouldBeNull();
        (await given.NoticesTo(mia)).ShouldBe([NominationNotices.Mend]);
        (await Check(id, olga, EligibilityVerdict.Ineligible)).Refusal!.Code.ShouldBe("NominationMendRunning");

        (await Save(id, mia, "One call, with its source")).Value.Faults.ShouldBeEmpty();
        (await given.Submit(id, mia)).Refusal.ShouldBeNull();
        (await given.Row(id))!.MendedAt.ShouldNotBeNull();
        (await Check(id, olga, EligibilityVerdict.Ineligible)).Refusal.ShouldBeNull();
        (await Check(id, olga, EligibilityVerdict.Eligible)).Value.State.ShouldBe(NominationState.Eligible); // an organiser may see it otherwise
        var own = await given.Submitted(round, olga, "Of an organiser");
        (await Check(own, olga, EligibilityVerdict.Eligible)).Refusal.ShouldBe(NominationRefusals.OwnNomination);
    }

    [Fact]
    public async Task A_challenge_is_not_asked_for_results_and_what_is_missing_or_wrong_is_named_by_field()
    {
        var mia = await given.Asker();
        var round = await given.Round();
        var draft = (await given.Do<WriteNomination, Result<Nomination>>(write => write.Start(round.Id, null, mia.Id, default))).Value;
        var wrong = await given.Do<WriteNomination, Result<SavedNomination>>(write => write.Save(new(draft.Id, mia.Id, NominationStep.Work, false,
            was => new(AwardTrack.Initiative, was.Category, null, new() { Title = "<b>x</b>", Links = ["http://a.example"] }, new() { Emails = ["nobody"] })), default));
        wrong.Value.Faults.Select(fault => fault.Field).ShouldBe(["title", "links", "nominees"]);
        var unready = (SubmitOutcome.Unready)(await given.Submit(draft.Id, mia)).Value;
        unready.Faults.Select(fault => fault.Field).ShouldBe(["title", "problem", "what_was_done", "outcome", "result", "users", "learned", "nominees"]);
        await given.Do<WriteNomination, Result<SavedNomination>>(write => write.Save(new(draft.Id, mia.Id, NominationStep.Work, false,
            was => new(AwardTrack.Challenge, was.Category, null, new() { Title = "Phones", Problem = "Nobody answers." }, new() { OwnWork = true })), default));
        (await given.Submit(draft.Id, mia)).Value.ShouldBeOfType<SubmitOutcome.Submitted>();
    }

    [Fact]
    public async Task Partners_confirm_their_own_part_and_a_withdrawn_nomination_stays_out()
    {
        var (mia, jan, ana) = (await given.Asker(), await given.Asker("Jan"), await given.Asker("Ana"));
        var round = await given.Round();
        var draft = await given.Draft(round, mia, own: true);
        await given.Change<Nomination>(draft, n => n.People = n.People with { Partners = [new("Bureau", Tier.Regional, jan.Email), new("Absent", null, "new@office.example")] });
        await given.Submit(draft, mia);
        var partner = await given.Read(db => db.NominationPartners.SingleAsync(p => p.MemberId == jan.Id));
        (await Answer(ana)).Refusal.ShouldBe(Refusal.NotFound);
        (await Answer(jan)).Value.IsConfirmed.ShouldBeTrue();
        (await given.Read(db => db.AwaitedPeople.CountAsync(a => a.NominationPartnerId != null))).ShouldBe(1);

        (await given.Do<AnswerNomination, Result<Nomination>>(answer => answer.Withdraw(draft, ana.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<AnswerNomination, Result<Nomination>>(answer => answer.Withdraw(draft, mia.Id, default))).Value.State.ShouldBe(NominationState.Withdrawn);
        (await Answer(jan)).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await given.Submitted(round, ana)).ShouldNotBe(draft); // the work can be nominated again

        Task<Result<NominationPartner>> Answer(Member by) => given.Do<AnswerNomination, Result<NominationPartner>>(answer => answer.Partner(partner.Id, by.Id, true, default));
    }

    [Fact]
    public async Task Forgetting_a_nominee_takes_the_nomination_that_nobody_else_is_in()
    {
        var (mia, jan, ana) = (await given.Asker(), await given.Asker("Jan"), await given.Asker("Ana"));
        var round = await given.Round();
        var (id, other) = (await given.Submitted(round, mia, of: jan), await given.Submitted(round, mia, "Other", of: ana));
        await given.Accept(id, jan);
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(jan.Id, default));
        (await given.Row(id)).ShouldBeNull();
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(mia.Id, default));
        (await given.Row(other))!.NominatorId.ShouldBeNull();
    }

    private Task<Result<EndorsementView>> Endorse(NominationId id, Member by, string sentence = "I no longer wait.") =>
        given.Do<EndorseNomination, Result<EndorsementView>>(endorse => endorse.Handle(id, by.Id, sentence, default));

    private Task<Result<Nomination>> Check(NominationId id, Member by, EligibilityVerdict verdict, string reason = "The result has no source.") =>
        given.Do<CheckNomination, Result<Nomination>>(check => check.Handle(new(id, by.Id, verdict, reason), default));

    private Task<Result<SavedNomination>> Save(NominationId id, Member by, string title) =>
        given.Do<WriteNomination, Result<SavedNomination>>(write => write.Save(new(id, by.Id, NominationStep.Work, false, was => new(was.Track, was.Category, was.CaseId, was.Content with { Title = title }, was.People)), default));
}

public sealed class NominationsOnSqlite() : NominationTests(StoreEngine.Sqlite);

public sealed class NominationsOnPostgres() : NominationTests(StoreEngine.Postgres);
