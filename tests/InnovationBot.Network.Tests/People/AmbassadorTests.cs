using InnovationBot.Testing.Stores;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

public abstract class AmbassadorTests(StoreEngine engine) : NetworkTests(engine)
{
    private static readonly string[] Handled =
    [
        "Applicants waited eleven weeks for a building permit because plans were missing",
        "Every fourth caller hung up before anybody at our desk answered",
        "Parents sent the same form to three offices each autumn",
    ];

    [Fact]
    public async Task Whoever_applies_is_in_no_answer_until_an_organiser_says_yes_and_then_is_with_these_problems()
    {
        var (ana, olga, mia) = (await Joined("Ana"), await given.Organiser(), await given.Asker());
        (await Apply(ana)).Value.Waits.ShouldBeTrue();
        await given.Change<Member>(ana.Id, member => { member.Give(Consent.Findable); member.Give(Consent.Contactable); member.Topics = ["building permits"]; });
        (await given.Asked(mia)).People.ShouldBeEmpty();
        (await Listed(mia)).People.ShouldBeEmpty();

        var waiting = (await given.Do<ListApplications, Result<ApplicationsWaiting>>(list => list.Handle(olga.Id, default))).Value;
        (waiting.Count, waiting.First[0].Person.Name).ShouldBe((1, "Ana"));
        (await Decide(waiting.First[0].Application.Id, approved: true, olga)).Value.Application.State.ShouldBe(ApplicationState.Approved);

        var now = await Stored(ana);
        (now.Ambassador, now.MonthlyCap, now.Visibility).ShouldBe((AmbassadorState.Confirmed, 4, Visibility.Listed));
        now.Topics.ShouldBe(["building permits", .. Handled]);
        now.TopicEvidence.Single(one => one.Topic == Handled[1]).Years.ShouldBe(6);
        (await given.Asked(mia)).People.Single().Shown.Name.ShouldBe("Ana");
        (await given.NoticesTo(ana)).ShouldBe([AmbassadorNotices.Decided]);
        (await given.Read(db => db.ActsOn(ana.Id).SingleAsync())).Act.ShouldBe(AuditAct.ApplicationApproved);
    }

    [Fact]
    public async Task A_no_needs_a_reason_which_the_applicant_reads_and_leaves_them_as_they_were()
    {
        var (ana, olga) = (await Joined("Ana"), await given.Organiser());
        var id = (await Apply(ana)).Value.Last!.Id;
        (await Decide(id, approved: false, olga, " ")).Refusal.ShouldBe(AmbassadorRefusals.ApplicationReason);
        (await Decide(id, approved: false, olga, "Please ask again once your case is published.")).Refusal.ShouldBeNull();
        (await given.Do<ShowApplication, Result<ApplicationView>>(show => show.Own(id, ana.Id, default))).Value.Application.Reason.ShouldBe("Please ask again once your case is published.");
        ((await Stored(ana)).Ambassador, (await Stored(ana)).Topics.Count).ShouldBe((AmbassadorState.None, 0));
        (await Apply(ana)).Value.Waits.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_missing_in_an_application_is_named()
    {
        var ana = await Joined("Ana");
        (await Refused(ana, problems: [Handled[0], Handled[1]])).ShouldBe(AmbassadorRefusals.ThreeProblems);
        (await Refused(ana, problems: [Handled[0], Handled[1], Handled[0].ToUpperInvariant()])).ShouldBe(AmbassadorRefusals.ThreeProblems);
        var topic = await Refused(ana, problems: [Handled[0], "We need a culture of innovation", Handled[2]]);
        (topic!.Code, topic.Facts["number"]).ShouldBe(("ProblemNotConcrete", 2));
        var bare = await Refused(ana, years: 0);
        (bare!.Code, bare.Facts["number"]).ShouldBe(("EvidenceMissing", 1));
        foreach (var cap in new int?[] { 0, -1, 21, null }) (await Refused(ana, cap: cap)).ShouldBe(IntroductionRefusals.CapOutOfRange);
        (await Refused(ana, contactable: false)).ShouldBe(AmbassadorRefusals.AmbassadorConsents);
        (await Refused(await given.Asker())).ShouldBe(ProfileRefusals.NotJoined);
        (await Refused(await given.Ambassador("Jan"))).ShouldBe(AmbassadorRefusals.AlreadyAmbassador);
        (await given.Read(db => db.AmbassadorApplications.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Only_a_case_of_ones_own_bears_a_problem_out()
    {
        var (ana, jan) = (await Joined("Ana"), await Joined("Jan"));
        var (own, others) = (await given.Case("Phone first", contact: ana), await given.Case("One desk", contact: jan));
        (await Apply(ana, [new(Handled[0], others.Id, null), new(Handled[1], null, 2), new(Handled[2], null, 2)])).Refusal!.Facts["number"].ShouldBe(1);
        (await Apply(ana, [new(Handled[0], own.Id, 9), new(Handled[1], null, 2), new(Handled[2], null, 2)])).Value.Last!.Problems[0].ShouldBe(new HandledProblem(Handled[0], own.Id, null));
    }

    [Fact]
    public async Task Two_organisers_who_decide_at_once_leave_one_decision()
    {
        var (ana, olga, oto) = (await Joined("Ana"), await given.Organiser("Olga"), await given.Organiser("Oto"));
        var id = (await Apply(ana)).Value.Last!.Id;
        var results = await Task.WhenAll(
            given.Turn<DecideApplication, Result<ApplicationView>>(decide => decide.Handle(id, true, "", olga.Id, default)),
            given.Turn<DecideApplication, Result<ApplicationView>>(decide => decide.Handle(id, false, "Not yet.", oto.Id, default)));

        results.Count(result => result.Refusal is null).ShouldBe(1);
        results.Single(result => result.Refusal is not null).Refusal.ShouldBe(Refusal.NoLongerOpen);
        var approved = results[0].Refusal is null;
        (await Stored(ana)).Ambassador.ShouldBe(approved ? AmbassadorState.Confirmed : AmbassadorState.None);
        (await given.NoticesTo(ana)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_decides_about_their_own_unless_they_are_the_only_organiser()
    {
        var (olga, oto) = (await given.Organiser("Olga"), await given.Organiser("Oto"));
        var id = (await Apply(olga)).Value.Last!.Id;
        (await Decide(id, approved: true, olga)).Refusal.ShouldBe(Refusal.NotYours);
        (await Decide(id, approved: true, await Joined("Jan"))).Refusal.ShouldBe(ReportRefusals.OrganisersOnly);
        await given.Change<Member>(oto.Id, member => member.Take(Role.Organiser));
        (await given.Do<ShowApplication, Result<ApplicationView>>(show => show.Handle(id, olga.Id, default))).Value.OnlyOrganiser.ShouldBeTrue();
        (await Decide(id, approved: true, olga)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_retires_is_asked_no_more_and_open_requests_go_on()
    {
        var (jan, eva, mia) = (await given.Ambassador("Jan"), await given.Ambassador("Eva"), await given.Asker());
        var id = await given.IntroductionAsked(mia, jan);
        (await given.Do<RetireAmbassador, Result<AmbassadorView>>(retire => retire.Handle(jan.Id, default))).Refusal.ShouldBeNull();
        ((await Stored(jan)).Ambassador, (await Stored(jan)).CanBeSuggested(given.Now)).ShouldBe((AmbassadorState.Retired, false));
        (await given.Next(id)).GiverId.ShouldBe(eva.Id);
        (await given.Do<RetireAmbassador, Result<AmbassadorView>>(retire => retire.Handle(jan.Id, default))).Refusal.ShouldBe(AmbassadorRefusals.NotAmbassador);
    }

    [Fact]
    public async Task The_list_shows_by_name_whom_the_reader_may_see_and_nobody_who_cannot_be_asked()
    {
        var lipovec = await given.Organisation("Občina Lipovec", country: "SI");
        var aarhus = await given.Organisation("City of Aarhus", country: "DK");
        var jan = await given.Ambassador("Jan", topic: "queues at the counter", organisation: lipovec);
        await given.Ambassador("Vid", visibility: Visibility.Unlisted, organisation: lipovec);
        await given.Ambassador("Ida", topic: "building permits", organisation: aarhus);
        var (away, paused, full, hidden) = (await given.Ambassador("Away"), await given.Ambassador("Paul"), await given.Ambassador("Full", cap: 1), await given.Ambassador("Hanna"));
        await given.Change<Member>(away.Id, member => member.AwayUntil = given.Now.AddDays(3));
        await given.Change<Member>(paused.Id, member => member.Pause(null));
        await given.Change<Member>(hidden.Id, member => member.Withdraw(Consent.Contactable));
        await given.IntroductionAsked(await given.Asker("Eva"), full);
        var mia = await given.Asker("Mia");

        var all = await Listed(mia);
        all.People.Select(one => one.Shown.Name).ShouldBe(["Ida", "Jan", null], ignoreOrder: true);
        all.People.Single(one => one.Shown.Name is null).Topics.ShouldBeEmpty();
        (await Listed(mia, "občina lipovec")).People.Single().Shown.Name.ShouldBe("Jan");
        (await Listed(mia, "counter")).People.Single().Shown.Name.ShouldBe("Jan");
        await given.Change<Member>(jan.Id, member => member.Pause(null));
        var none = await Listed(mia, "lipovec");
        (none.People.Count, none.Organisation).ShouldBe((0, "Občina Lipovec"));
        all.People.Select(one => one.Handle).ShouldNotContain(handle => handle == jan.Id.ToString());
        (await Listed(await given.Asker("Ole"))).People.Select(one => one.Handle).Intersect(all.People.Select(one => one.Handle)).ShouldBeEmpty();
    }

    [Fact]
    public async Task How_requests_are_shared_is_told_in_ranges_by_the_rule_of_figures_and_never_by_name()
    {
        var (olga, here, there) = (await given.Organiser(), await given.Organisation("Here"), await given.Organisation("There"));
        for (var i = 0; i < 10; i++)
        {
            var ambassador = await given.Ambassador($"Ambassador {i}", organisation: i % 2 == 0 ? here : there);
            if (i < 5) await given.IntroductionAsked(await given.Asker($"Asker {i}"), ambassador);
        }

        var shared = (await given.Do<CountAsks, Result<SharedAsks>>(count => count.Handle(olga.Id, default))).Value;
        (shared.Ambassadors, shared.Evenly).ShouldBe((Figure.Of(10), true));
        shared.Ranges.ShouldBe([Figure.Of(5), Figure.Of(5), Figure.Few, Figure.Few]);
        (await given.Do<CountAsks, Result<SharedAsks>>(async count => await count.Handle((await given.Asker("Eva")).Id, default))).Refusal.ShouldBe(ReportRefusals.OrganisersOnly);
        (CountAsks.Gini([2, 2, 2]), CountAsks.Gini([0, 0, 6])).ShouldBe((0, 2 / 3d));
    }

    [Fact]
    public async Task Somebody_chosen_from_the_list_is_asked_about_the_problem_that_is_told()
    {
        var (jan, mia) = (await given.Ambassador("Jan", topic: "archives"), await given.Asker());
        var handle = (await Listed(mia)).People.Single().Handle;
        var chosen = await Ask(mia, handle, "Readers order the wrong box twice a week");
        (await given.Send(chosen.Value, mia)).Refusal.ShouldBeNull();
        (await given.Read(db => db.Introductions.SingleAsync())).GiverId.ShouldBe(jan.Id);
        (await Ask(await given.Asker("Eva"), handle, "Readers order the wrong box")).Refusal.ShouldBe(AmbassadorRefusals.AmbassadorNotAvailable);
        await given.Change<Member>(jan.Id, member => member.Pause(null));
        (await Ask(mia, handle, "Readers order the wrong box")).Refusal.ShouldBe(AmbassadorRefusals.AmbassadorNotAvailable);
    }

    private Task<Result<SuggestionId>> Ask(Member by, string handle, string text) =>
        given.Do<AskAmbassador, Result<SuggestionId>>(ask => ask.Handle(new(by.Id, handle, text, Language.English, null), default));

    private async Task<AmbassadorList> Listed(Member by, string text = "") =>
        (await given.Do<ListAmbassadors, Result<AmbassadorList>>(list => list.Handle(new(by.Id, text, Language.English), default))).Value;

    private async Task<Member> Joined(string name)
    {
        var member = await given.Asker(name);
        await given.Change<Member>(member.Id, joined => joined.Join([], given.Now));
        return member;
    }

    private Task<Result<AmbassadorView>> Apply(Member by, IReadOnlyList<HandledProblem>? problems = null, int? cap = 4, bool contactable = true) =>
        given.Do<ApplyAsAmbassador, Result<AmbassadorView>>(apply => apply.Handle(
            new(by.Id, problems ?? [.. Handled.Select((text, i) => new HandledProblem(text, null, i + 5))], cap, true, contactable, Visibility.Listed, Language.English), default));

    private async Task<Refusal?> Refused(Member by, string[]? problems = null, int? cap = 4, bool contactable = true, int? years = 3) =>
        (await Apply(by, [.. (problems ?? Handled).Select(text => new HandledProblem(text, null, years))], cap, contactable)).Refusal;

    private Task<Result<ApplicationView>> Decide(Network.ApplicationId id, bool approved, Member by, string reason = "") =>
        given.Do<DecideApplication, Result<ApplicationView>>(decide => decide.Handle(id, approved, reason, by.Id, default));

    private Task<Member> Stored(Member member) => given.Read(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == member.Id));
}

public sealed class AmbassadorsOnSqlite() : AmbassadorTests(StoreEngine.Sqlite);

public sealed class AmbassadorsOnPostgres() : AmbassadorTests(StoreEngine.Postgres);
