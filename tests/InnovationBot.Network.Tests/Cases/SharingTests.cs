using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Cases;

/// <summary>Writing a case, alone and with others, until it stands.</summary>
public abstract class SharingTests(StoreEngine engine) : NetworkTests(engine)
{
    private static readonly CaseContent Ready = new()
    {
        Title = "Callers hear where their permit stands", Problem = "Applicants ring about permits nobody has looked at.", WhatWasDone = "A recorded line reads the state.",
        Outcome = Outcome.Partly, NotMeasured = true, Lesson = "Ask the callers first.", Users = UsersPart.None, Language = Language.English,
    };

    [Fact]
    public async Task What_is_missing_is_named_and_nothing_is_published_before_it_is_there()
    {
        var mia = await given.Asker();
        var draft = await Begun(mia);
        await Saved(draft, mia, new CaseContent { Title = "Only a title" });
        (await Published(draft, mia)).ShouldBeOfType<PublishOutcome.Unready>().Faults.Select(fault => fault.Field).ShouldBe(
            [CaseField.Problem, CaseField.WhatWasDone, CaseField.Outcome, CaseField.Results, CaseField.Lesson, CaseField.Users]);

        await Saved(draft, mia, Ready with { Readers = Readers.Organisation });
        (await Published(draft, mia)).ShouldBeOfType<PublishOutcome.Unready>().Faults.ShouldHaveSingleItem().Fault.ShouldBe(CaseFault.NoOrganisation);
        (await given.Read(db => db.Cases.CountAsync())).ShouldBe(0);

        await Saved(draft, mia, Ready);
        var @case = (await Published(draft, mia)).ShouldBeOfType<PublishOutcome.Published>().Case;
        (@case.AuthorId, @case.State, @case.Edition, @case.ConfirmedAt).ShouldBe((mia.Id, CaseState.Published, 1, given.Now));
        (await given.Read(db => db.Changes.AnyAsync(c => c.Kind == ChangedKind.Case && c.Subject == @case.Id.Value))).ShouldBeTrue("the search follows at once");
        (await given.Read(db => db.CaseDrafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_wrong_in_a_step_is_not_stored_and_the_rest_is()
    {
        var mia = await given.Asker();
        var draft = await Begun(mia);
        var saved = await Save(draft, mia, DraftStep.TakeOver, Ready with { Links = ["http://example.org/report"], TakeOvers = [new(TakeOverKind.Form, null, "CC BY", "https://example.org/form")] });
        saved.Faults.ShouldHaveSingleItem().ShouldBe(new CaseFaultAt(CaseField.Links, CaseFault.NotHttps) { Words = saved.Faults[0].Words });
        (saved.Draft.Content.Links.Count, saved.Draft.Content.TakeOvers.Count, saved.Draft.Step).ShouldBe((0, 1, DraftStep.TakeOver));
        saved.Typed.Links.ShouldBe(["http://example.org/report"], "the form shows it again");

        var named = Ready with { Problem = "Mrs Novak, novak@example.org, waited." };
        saved = await Save(draft, mia, DraftStep.Problem, named);
        saved.Faults.ShouldHaveSingleItem().Words.ShouldBe(["Novak", "novak@example.org"]);
        (await given.Read(db => db.CaseDrafts.SingleAsync())).Content.Problem.ShouldBe(Ready.Problem);
        saved = await given.Do<SaveCaseDraft, SavedDraft>(async save => (await save.Handle(new(draft.Id, mia.Id, DraftStep.Problem, _ => named, DraftStep.Done, Mask: "[left out]"), default)).Value);
        saved.Faults.ShouldBeEmpty();
        saved.Draft.Content.Problem.ShouldBe("Mrs [left out], [left out], waited.");
    }

    [Fact]
    public async Task A_draft_goes_on_where_it_began_and_is_nobody_elses()
    {
        var (mia, jan) = (await given.Asker(), await given.Asker("Jan"));
        var problem = (await given.Asked(mia)).Problem;
        var draft = (await given.Do<StartCaseDraft, Result<CaseDraft>>(start => start.FromProblem(problem.Id, mia.Id, default))).Value;
        draft.Content.Problem.ShouldBe(Given.Permits);
        (await given.Do<StartCaseDraft, Result<CaseDraft>>(start => start.FromProblem(problem.Id, mia.Id, default))).Value.Id.ShouldBe(draft.Id);
        (await given.Do<StartCaseDraft, Result<CaseDraft>>(start => start.FromProblem(problem.Id, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await Begun(mia)).Id.ShouldBe((await Begun(mia)).Id, "one that was never written in is used again");

        (await given.Do<ShowCaseDraft, Result<DraftView>>(show => show.Handle(draft.Id, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<SaveCaseDraft, Result<SavedDraft>>(save => save.Handle(new(draft.Id, jan.Id, DraftStep.Problem, _ => Ready, DraftStep.Done), default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<PublishCase, Result<PublishOutcome>>(publish => publish.Handle(draft.Id, jan.Id, true, null, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<DiscardCaseDraft, Refusal?>(discard => discard.Handle(draft.Id, jan.Id, default))).ShouldBe(Refusal.NotFound);
        (await Own(mia)).Drafts.ShouldHaveSingleItem().Id.ShouldBe(draft.Id);
        (await Own(jan)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Cases_like_it_are_shown_before_it_stands()
    {
        var mia = await given.Asker();
        await given.Case("There already", problem: Ready.Problem);
        await given.Case("Not to be seen", problem: Ready.Problem, readers: Readers.Private);
        var draft = await Begun(mia);
        await Saved(draft, mia, Ready);
        (await given.Do<PublishCase, Result<PublishOutcome>>(publish => publish.Handle(draft.Id, mia.Id, false, null, default))).Value
            .ShouldBeOfType<PublishOutcome.Similar>().Cases.ShouldHaveSingleItem().Case.Title.ShouldBe("There already");
        (await Published(draft, mia)).ShouldBeOfType<PublishOutcome.Published>();
    }

    [Fact]
    public async Task Of_two_who_change_one_case_at_once_the_second_is_shown_both_and_chooses()
    {
        var (mia, jan, @case) = await WrittenByTwo();
        var (mine, theirs) = (await Edited(@case, mia), await Edited(@case, jan));
        await Saved(theirs, jan, Ready with { Lesson = "Jan's lesson.", Service = "Permits", Cost = CostBand.Hundreds });
        (await Published(theirs, jan)).ShouldBeOfType<PublishOutcome.Published>();
        await Saved(mine, mia, Ready with { Lesson = "Mia's lesson.", Affected = "Builders" });

        var newer = (await Published(mine, mia)).ShouldBeOfType<PublishOutcome.Newer>().Merge;
        newer.Both.ShouldBe([CaseField.Lesson]);
        newer.OnlyTheirs.ShouldBe([CaseField.Service, CaseField.Cost]);
        (newer.Mine.Lesson, newer.Theirs.Lesson).ShouldBe(("Mia's lesson.", "Jan's lesson."));
        (await given.Do<ChooseBetweenChanges, Result<CaseDraft>>(choose => choose.Handle(mine.Id, mia.Id, 1, [], default))).Refusal.ShouldBe(Refusal.NoLongerOpen, "another edition was shown");
        (await given.Do<ChooseBetweenChanges, Result<CaseDraft>>(choose => choose.Handle(mine.Id, mia.Id, 2, [CaseField.Service], default))).Refusal.ShouldBeNull();
        (await Published(mine, mia)).ShouldBeOfType<PublishOutcome.Published>();

        var now = await given.Read(db => db.Cases.SingleAsync(c => c.Id == @case));
        (now.Lesson, now.Service, now.Cost, now.Affected, now.Edition).ShouldBe(("Mia's lesson.", "Permits", null, "Builders", 3));
        var history = (await given.Do<OwnCases, Result<IReadOnlyList<PastVersion>>>(own => own.History(@case, jan.Id, default))).Value;
        history.Select(version => (version.Number, version.By, version.ByReader)).ShouldBe([(3, "Mia", false), (2, "Jan", true), (1, "Mia", false)]);
        history[0].Changed.ShouldBe([CaseField.Affected, CaseField.Cost, CaseField.Lesson]);
    }

    [Fact]
    public async Task Two_who_publish_in_the_same_moment_do_not_write_over_each_other()
    {
        var (mia, jan, @case) = await WrittenByTwo();
        var (mine, theirs) = (await Edited(@case, mia), await Edited(@case, jan));
        await Saved(mine, mia, Ready with { Lesson = "Mia's lesson." });
        await Saved(theirs, jan, Ready with { Lesson = "Jan's lesson." });
        var both = await Task.WhenAll(
            given.Turn<PublishCase, Result<PublishOutcome>>(publish => publish.Handle(mine.Id, mia.Id, true, null, default)),
            given.Turn<PublishCase, Result<PublishOutcome>>(publish => publish.Handle(theirs.Id, jan.Id, true, null, default)));
        both.Count(one => one.Value is PublishOutcome.Published).ShouldBe(1);
        both.Count(one => one.Value is PublishOutcome.Newer).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_writes_with_the_author_only_once_they_said_yes_and_the_author_does_not_learn_who_is_known_here()
    {
        var (mia, jan, olga) = (await given.Asker(), await given.Asker("Jan"), await given.Organiser());
        var @case = await Written(mia);
        (await given.Do<CoEditors, Refusal?>(editors => editors.Invite(@case, jan.Id, "mia@example.org", default))).ShouldBe(Refusal.NotFound);
        (await given.Do<CoEditors, Refusal?>(editors => editors.Invite(@case, mia.Id, "no address", default))).ShouldBe(SharingRefusals.EmailWrong);
        (await given.Do<CoEditors, Refusal?>(editors => editors.Invite(@case, mia.Id, "nobody@example.org", default))).ShouldBeNull();
        (await given.Do<CoEditors, Refusal?>(editors => editors.Invite(@case, mia.Id, "Jan@example.org", default))).ShouldBeNull();
        (await given.NoticesTo(jan)).ShouldBe([SharingNotices.EditorAsked]);
        (await given.Do<StartCaseDraft, Result<CaseDraft>>(start => start.Edit(@case, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound, "not before the yes");
        (await given.Do<OwnCases, Result<OwnCase>>(own => own.Show(@case, mia.Id, default))).Value.Editors.ShouldHaveSingleItem().Name.ShouldBeNull();
        (await given.Do<CoEditors, Refusal?>(editors => editors.TakeBack(@case, jan.Id, default))).ShouldBe(Refusal.NotFound);
        (await given.Do<CoEditors, Refusal?>(editors => editors.TakeBack(@case, mia.Id, default))).ShouldBeNull();
        (await given.Do<CoEditors, Result<EditorInvitation>>(editors => editors.Answer(@case, jan.Id, true, default))).Refusal.ShouldBe(Refusal.NotFound, "a question taken back is not answered");
        await given.Do<CoEditors, Refusal?>(editors => editors.Invite(@case, mia.Id, "jan@example.org", default));

        (await given.Do<CoEditors, Result<EditorInvitation>>(editors => editors.Answer(@case, olga.Id, true, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<CoEditors, Result<EditorInvitation>>(editors => editors.Answer(@case, jan.Id, true, default))).Value.Author.ShouldBe("Mia");
        await given.Do<CoEditors, Refusal?>(editors => editors.TakeBack(@case, mia.Id, default));
        (await Edited(@case, jan)).ShouldNotBeNull("who writes already goes on");
        (await given.Do<WithdrawCase, Refusal?>(withdraw => withdraw.Handle(@case, jan.Id, default))).ShouldBe(Refusal.NotYours);
        await given.Do<CoEditors, Refusal?>(editors => editors.Remove(@case, mia.Id, jan.Id, default));
        (await given.Read(db => db.CaseDrafts.CountAsync())).ShouldBe(0, "what somebody began who no longer writes it goes");
    }

    [Fact]
    public async Task A_partner_is_shown_only_after_saying_so_and_no_longer_after_saying_otherwise()
    {
        var lab = await given.Organisation("Permit Lab", sector: Sector.Academic);
        var (mia, jan, eva) = (await given.Asker(), await given.Asker("Jan", lab), await given.Asker("Eva"));
        var @case = await Written(mia, Ready with { Partners = [new("Permit Lab", Sector.Academic, "jan@example.org"), new("Permit Lab Friends", null, "eva@example.org"), new("Late Ltd", Sector.Private, "late@example.org")] });
        (await Partners(@case, mia)).ShouldBeEmpty();
        (await given.NoticesTo(jan)).ShouldBe([SharingNotices.PartnerAsked]);
        var asked = await given.Read(db => db.CasePartners.SingleAsync(p => p.MemberId == jan.Id));
        (await given.Do<AnswerPartner, Result<PartnerAsked>>(answer => answer.Handle(asked.Id, eva.Id, true, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<AnswerPartner, Result<PartnerAsked>>(answer => answer.Handle(asked.Id, jan.Id, true, default))).Refusal.ShouldBeNull();
        (await Partners(@case, mia)).ShouldBe(["Permit Lab"]);

        var edit = await Edited(@case, mia);
        await Saved(edit, mia, Ready with { Partners = [new("Permit Lab", Sector.Academic, null)] });
        await Published(edit, mia);
        (await Partners(@case, mia)).ShouldBe(["Permit Lab"], "who stays keeps the answer");
        (await given.Read(db => db.AwaitedPeople.CountAsync())).ShouldBe(0);
        await given.Do<AnswerPartner, Result<PartnerAsked>>(answer => answer.Handle(asked.Id, jan.Id, false, default));
        (await Partners(@case, mia)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whom_an_import_names_as_a_partner_is_shown_once_the_author_had_them_asked_and_they_said_yes()
    {
        var (mia, jan) = (await given.Asker(), await given.Asker("Jan"));
        var @case = await Written(mia);
        await given.Change<Case>(@case, c => c.Partners = ["Permit Friends"]);
        (await Partners(@case, mia)).ShouldBeEmpty("nobody asked them");

        var edit = await Edited(@case, mia);
        edit.Content.Partners.Select(partner => partner.Name).ShouldBe(["Permit Friends"], "so that the author can say how to ask");
        await Saved(edit, mia, edit.Content with { Partners = [new("Permit Friends", null, "jan@example.org")] });
        await Published(edit, mia);
        var asked = await given.Read(db => db.CasePartners.SingleAsync(p => p.MemberId == jan.Id));
        await given.Do<AnswerPartner, Result<PartnerAsked>>(answer => answer.Handle(asked.Id, jan.Id, true, default));
        (await Partners(@case, mia)).ShouldBe(["Permit Friends"]);
    }

    [Fact]
    public async Task Who_may_not_read_a_case_is_not_asked_whether_they_took_part_in_it()
    {
        var (mia, eva) = (await given.Asker(), await given.Asker("Eva"));
        var partners = new List<PartnerNamed> { new("Friends", null, "eva@example.org"), new("Late Ltd", null, "late@example.org") };
        var @case = await Written(mia, Ready with { Readers = Readers.Private, Partners = partners });
        await given.Do<MeetMember, Member>(meet => meet.Handle(new("tenant", "late", "Lara", "late@example.org", null, null), default));
        (await given.NoticesTo(eva)).ShouldBeEmpty();
        (await given.Read(db => db.CasePartners.CountAsync(p => p.State == PartnerState.Asked))).ShouldBe(0);

        var edit = await Edited(@case, mia);
        await Saved(edit, mia, edit.Content with { Readers = Readers.Network, Partners = partners });
        await Published(edit, mia);
        var asked = await given.Read(db => db.CasePartners.SingleAsync(p => p.MemberId == eva.Id));
        (await given.Do<AnswerPartner, Result<PartnerAsked>>(answer => answer.Show(asked.Id, eva.Id, default))).Refusal.ShouldBeNull();

        edit = await Edited(@case, mia);
        await Saved(edit, mia, edit.Content with { Readers = Readers.Private });
        await Published(edit, mia);
        (await given.Do<AnswerPartner, Result<PartnerAsked>>(answer => answer.Show(asked.Id, eva.Id, default))).Refusal.ShouldBe(Refusal.NotFound, "closed again it is shown to no partner either");
        (await Own(eva)).Named.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_partner_who_could_not_read_the_case_is_asked_once_they_can_without_being_named_again()
    {
        var city = await given.Organisation();
        var (mia, eva, jan) = (await given.Asker("Mia", city), await given.Asker("Eva"), await given.Asker("Jan"));
        var partners = new List<PartnerNamed> { new("Eva’s office", null, "eva@example.org"), new("Jan’s office", null, "jan@example.org"), new("Late office", null, "late@example.org") };
        var @case = await Written(mia, Ready with { Readers = Readers.PublicBodies, Partners = partners });
        var late = await given.Do<MeetMember, Member>(meet => meet.Handle(new("tenant", "late", "Lara", "late@example.org", null, null), default));
        await given.Later(TimeSpan.FromHours(2));
        foreach (var person in new[] { eva, jan, late }) (await given.NoticesTo(person)).ShouldBeEmpty();
        (await given.Do<CasesData, System.Text.Json.Nodes.JsonNode>(async data => await data.Export(await given.Read(db => db.Members.SingleAsync(m => m.Id == eva.Id)), default)))
            .ToJsonString().ShouldNotContain(Ready.Title);

        await given.Change<Member>(eva.Id, m => m.JoinOrganisation(city, OrganisationProof.Organiser));
        await given.Later(TimeSpan.FromHours(2));
        (await given.NoticesTo(eva)).ShouldBe([SharingNotices.PartnerAsked]);
        await given.Later(TimeSpan.FromHours(2));
        (await given.NoticesTo(eva)).ShouldHaveSingleItem("once");
        (await given.NoticesTo(jan)).ShouldBeEmpty();

        var edit = await Edited(@case, mia);
        await Saved(edit, mia, edit.Content with { Readers = Readers.Network });
        await Published(edit, mia);
        (await given.NoticesTo(jan)).ShouldBe([SharingNotices.PartnerAsked]);
        (await given.NoticesTo(late)).ShouldBe([SharingNotices.PartnerAsked]);
    }

    [Fact]
    public async Task For_a_known_organisation_answers_who_is_confirmed_there_by_then_or_its_contact_point_of_later()
    {
        var (lab, office) = (await given.Organisation("Permit Lab", domains: "lab.example"), await given.Organisation("Permit Office"));
        var (mia, ole) = (await given.Asker(), await given.Asker("Ole"));
        await Written(mia, Ready with { Partners = [new("Permit Lab", null, "jan@lab.example"), new("Permit Office", null, null)] });
        (await given.Read(db => db.CasePartners.CountAsync(p => p.State == PartnerState.Named))).ShouldBe(2);
        var jan = await given.Do<MeetMember, Member>(meet => meet.Handle(new("tenant", "jan", "Jan", "jan@lab.example", null, null), default));
        (await given.NoticesTo(jan)).ShouldBe([SharingNotices.PartnerAsked], "the address that the channel reports is one of the organisation's");

        await given.Change<Organisation>(office.Id, o => o.ContactPoint = ole.Id);
        await given.Later(TimeSpan.FromHours(2));
        (await given.NoticesTo(ole)).ShouldBe([SharingNotices.PartnerAsked]);
        (await given.NoticesTo(jan)).Count.ShouldBe(1);
        (await given.Read(db => db.CasePartners.SingleAsync(p => p.MemberId == jan.Id))).OrganisationId.ShouldBe(lab.Id);
    }

    [Fact]
    public async Task An_address_that_the_author_mistyped_is_replaced_by_the_next_one()
    {
        var mia = await given.Asker();
        var @case = await Written(mia, Ready with { Partners = [new("Late Ltd", null, "lite@example.org")] });
        var edit = await Edited(@case, mia);
        await Saved(edit, mia, edit.Content with { Partners = [new("Late Ltd", null, "late@example.org")] });
        await Published(edit, mia);
        (await given.Read(db => db.AwaitedPeople.Select(a => a.Email).ToListAsync())).ShouldBe(["late@example.org"]);
        var late = await given.Do<MeetMember, Member>(meet => meet.Handle(new("tenant", "late", "Lara", "late@example.org", null, null), default));
        (await given.NoticesTo(late)).ShouldBe([SharingNotices.PartnerAsked]);
    }

    [Fact]
    public async Task Nobody_answers_for_an_organisation_who_is_not_confirmed_there()
    {
        var lab = await given.Organisation("Permit Lab");
        var (mia, eva) = (await given.Asker(), await given.Asker("Eva"));
        await Written(mia, Ready with { Partners = [new("Permit Lab", null, "eva@example.org")] });
        (await given.NoticesTo(eva)).ShouldBeEmpty();
        var partner = await given.Read(db => db.CasePartners.SingleAsync());
        partner.ShouldSatisfyAllConditions(p => p.OrganisationId.ShouldBe(lab.Id), p => p.State.ShouldBe(PartnerState.Named));
        (await given.Do<AnswerPartner, Result<PartnerAsked>>(answer => answer.Handle(partner.Id, eva.Id, true, default))).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task Somebody_who_writes_for_the_first_time_later_is_asked_then()
    {
        var mia = await given.Asker();
        await Written(mia, Ready with { Partners = [new("Late Ltd", Sector.Private, "late@example.org")] });
        var late = await given.Do<MeetMember, Member>(meet => meet.Handle(new("tenant", "late", "Lara", "late@example.org", null, null), default));
        (await given.NoticesTo(late)).ShouldBe([SharingNotices.PartnerAsked]);
        (await Own(late)).Named.ShouldHaveSingleItem().Title.ShouldBe(Ready.Title);
    }

    [Fact]
    public async Task What_is_withdrawn_is_in_nobodys_answer_and_what_was_taken_down_does_not_come_back_by_its_author()
    {
        var (mia, jan, olga) = (await given.Asker(), await given.Asker("Jan"), await given.Organiser());
        var @case = await Written(mia);
        await given.Do<ReportCase, Refusal?>(report => report.Handle(@case, jan.Id, ReportKind.PersonalData, "A name.", default));
        await given.Do<DecideReport, Result<ReportShown>>(async decide => await decide.TakeDown(await given.Read(db => db.CaseReports.Select(r => r.Id).SingleAsync()), olga.Id, "A citizen is named.", default));
        (await given.Do<WithdrawCase, Refusal?>(withdraw => withdraw.Handle(@case, mia.Id, default))).ShouldBeNull();
        (await given.Do<OpenCase, Result<OpenedCase>>(open => open.Handle(@case, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await Own(mia)).Cases.ShouldHaveSingleItem().State.ShouldBe(CaseState.Withdrawn);

        var edit = await Edited(@case, mia);
        await Saved(edit, mia, Ready with { Problem = "Without any name." });
        (await Published(edit, mia)).ShouldBeOfType<PublishOutcome.Published>().Case.State.ShouldBe(CaseState.InReview);
        (await given.Do<OpenCase, Result<OpenedCase>>(open => open.Handle(@case, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task A_scheme_is_one_record_and_its_cases_say_when_it_ended()
    {
        var (mia, jan) = (await given.Asker(), await given.Asker("Jan"));
        var first = await Written(mia, Ready with { Scheme = "City Lab", AuthorMayBeAsked = true });
        var second = await Written(mia, Ready with { Scheme = "city lab", SchemeEndedOn = new DateOnly(2026, 6, 30) });
        (await given.Read(db => db.Schemes.CountAsync())).ShouldBe(1);
        var opened = (await given.Do<OpenCase, Result<OpenedCase>>(open => open.Handle(first, jan.Id, default))).Value;
        opened.Scheme!.EndedOn.ShouldBe(new DateOnly(2026, 6, 30));
        opened.Case.Contacts.ShouldHaveSingleItem().MemberId.ShouldBe(mia.Id);
        (await given.Read(db => db.Members.SingleAsync(m => m.Id == mia.Id))).Has(Consent.CaseContact).ShouldBeTrue();

        var edit = await Edited(second, mia);
        await Saved(edit, mia, edit.Content with { SchemeEndedOn = null });
        await Published(edit, mia);
        (await given.Read(db => db.Schemes.SingleAsync())).EndedOn.ShouldBeNull("an end that was a mistake is taken out again");
    }

    [Fact]
    public async Task Whoever_was_asked_about_a_case_and_says_that_it_has_changed_may_change_it()
    {
        var (ana, olga) = (await given.Ambassador("Ana"), await given.Organiser());
        var @case = (await given.Case("Imported", contact: ana)).Id;
        (await given.Do<StartCaseDraft, Result<CaseDraft>>(start => start.Edit(@case, ana.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        await given.Do<AskAboutUpkeep, Result<UpkeepDraft>>(ask => ask.Send(@case, CaseQuestionKind.StillTrue, olga.Id, default));
        await given.Do<AnswerUpkeep, Result<UpkeepAsked>>(async answer => await answer.Say(await given.Read(db => db.CaseQuestions.Select(q => q.Id).SingleAsync()), ana.Id, CaseAnswer.Changed, default));
        var draft = await Edited(@case, ana);
        await Saved(draft, ana, draft.Content with { Lesson = "It is different now.", NotMeasured = true, Users = UsersPart.None });
        (await Published(draft, ana)).ShouldBeOfType<PublishOutcome.Published>().Case.Edition.ShouldBe(2);
        (await given.Read(db => db.CaseVersions.OrderBy(v => v.Number).Select(v => v.EditorId).ToListAsync())).ShouldBe([null, ana.Id], "the imported text is the first");
    }

    private Task<CaseDraft> Begun(Member by) => given.Do<StartCaseDraft, CaseDraft>(async start => (await start.New(by.Id, default)).Value);

    private Task<CaseDraft> Edited(CaseId @case, Member by) => given.Do<StartCaseDraft, CaseDraft>(async start => (await start.Edit(@case, by.Id, default)).Value);

    private Task<SavedDraft> Save(CaseDraft draft, Member by, DraftStep step, CaseContent content) =>
        given.Do<SaveCaseDraft, SavedDraft>(async save => (await save.Handle(new(draft.Id, by.Id, step, _ => content, step + 1), default)).Value);

    private async Task Saved(CaseDraft draft, Member by, CaseContent content) => (await Save(draft, by, DraftStep.Readers, content)).Faults.ShouldBeEmpty();

    private Task<PublishOutcome> Published(CaseDraft draft, Member by) =>
        given.Do<PublishCase, PublishOutcome>(async publish => (await publish.Handle(draft.Id, by.Id, sawSimilar: true, null, default)).Value);

    private async Task<CaseId> Written(Member by, CaseContent? content = null)
    {
        var draft = await Begun(by);
        await Saved(draft, by, content ?? Ready);
        return (await Published(draft, by)).ShouldBeOfType<PublishOutcome.Published>().Case.Id;
    }

    private async Task<(Member Mia, Member Jan, CaseId Case)> WrittenByTwo()
    {
        var (mia, jan) = (await given.Asker(), await given.Asker("Jan"));
        var @case = await Written(mia);
        await given.Do<CoEditors, Refusal?>(editors => editors.Invite(@case, mia.Id, "jan@example.org", default));
        await given.Do<CoEditors, Result<EditorInvitation>>(editors => editors.Answer(@case, jan.Id, true, default));
        return (mia, jan, @case);
    }

    private Task<OwnCasesList> Own(Member by) => given.Do<OwnCases, OwnCasesList>(own => own.List(by.Id, default));

    private async Task<IEnumerable<string?>> Partners(CaseId @case, Member by) =>
        (await given.Do<OpenCase, Result<OpenedCase>>(open => open.Handle(@case, by.Id, default))).Value.Partners.Select(partner => partner.Name);
}

public sealed class SharingOnSqlite() : SharingTests(StoreEngine.Sqlite);

public sealed class SharingOnPostgres() : SharingTests(StoreEngine.Postgres);
