using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Opened;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Problems;

/// <summary>Problems that their owners opened to others, and the help that is offered.</summary>
public abstract class OpenProblemsTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Exactly_those_read_a_problem_whom_its_owner_chose()
    {
        var (city, other) = (await given.Organisation("City"), await given.Organisation("County"));
        var mia = await given.Asker("Mia", city);
        var readers = new Dictionary<string, Member>
        {
            ["colleague"] = await given.Asker("Cora", city),
            ["official"] = await given.Asker("Otto", other),
            ["unconfirmed"] = await given.Asker("Una"),
            ["company"] = await given.Asker("Paul", await given.Organisation("Firm", sector: Sector.Private)),
            ["university"] = await given.Asker("Ada", await given.Organisation("University", sector: Sector.Academic)),
            ["association"] = await given.Asker("Sofie", await given.Organisation("Association", sector: Sector.CivilSociety)),
            ["says company"] = await given.Asker("Piet"),
        };
        await given.Change<Member>(readers["says company"].Id, m => m.SaysKind = new OrganisationKind(Tier.National, Sector.Private, "BE"));

        await ShouldBeReadBy([], problem => Task.CompletedTask);
        await ShouldBeReadBy([], problem => Open(problem, mia, Readers.Private));
        await ShouldBeReadBy(["colleague"], problem => Open(problem, mia, Readers.Organisation));
        await ShouldBeReadBy(["colleague", "official"], problem => Open(problem, mia, Readers.PublicBodies));
        await ShouldBeReadBy(["colleague", "official", "unconfirmed"], problem => Open(problem, mia, Readers.Network));

        async Task ShouldBeReadBy(string[] expected, Func<ProblemId, Task> open)
        {
            var problem = (await given.Asked(mia)).Problem.Id;
            await open(problem);
            foreach (var (name, reader) in readers)
            {
                var reads = expected.Contains(name);
                (await Shown(problem, reader)).Refusal.ShouldBe(reads ? null : Refusal.NotFound, name);
                (await List(reader)).Problems.Any(one => one.Id == problem).ShouldBe(reads, name);
                if (!reads) (await Offer(problem, reader)).Refusal.ShouldBe(Refusal.NotFound, name);
            }
        }
    }

    [Fact]
    public async Task The_owners_name_stands_beside_it_only_when_ticked()
    {
        var (mia, jan) = (await given.Asker("Mia", await given.Organisation()), await given.Ambassador("Jan"));
        var problem = await Opened(mia);
        (await Shown(problem, jan)).Value.Owner.ShouldSatisfyAllConditions(owner => owner.Name.ShouldBeNull(), owner => owner.Organisation.ShouldBeNull());
        await Open(problem, mia, Readers.Network, named: true);
        (await Shown(problem, jan)).Value.Owner.Name.ShouldBe("Mia");
    }

    [Fact]
    public async Task Others_read_the_text_that_was_approved_and_not_the_problem_itself()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var problem = (await given.Asked(mia)).Problem.Id;
        await Open(problem, mia, Readers.Network, "Permits take too long.");
        await given.Do<EditProblem, Result<Answer>>(edit => edit.Handle(problem, mia.Id, Given.Permits + " My boss Otto says so.", default));
        (await Shown(problem, jan)).Value.Text.ShouldBe("Permits take too long.");
    }

    [Fact]
    public async Task Only_a_yes_shows_both_names_and_pressing_it_again_is_the_same_yes()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan", visibility: Visibility.Listed));
        var offer = (await Offer(await Opened(mia), jan)).Value;
        (await given.NoticesTo(mia)).ShouldBe([HelpNotices.Offered]);
        var seen = await given.Do<ShowOpenProblem, Result<OfferShown>>(show => show.Offer(offer.Id, mia.Id, default));
        (seen.Value.Giver.Name, seen.Value.Offer.Text).ShouldBe((null, "We did this."));

        (await Accept(offer, jan)).Refusal.ShouldBe(Refusal.NotFound, "only the owner says yes");
        var yes = (await Accept(offer, mia)).Value;
        (yes.Stage, yes.Contact!.Name).ShouldBe((IntroductionStage.Introduced, "Jan"));
        (await given.Seen(yes.Id, jan)).Value.Contact!.Name.ShouldBe("Mia");
        (await Accept(offer, mia)).Value.Id.ShouldBe(yes.Id);
        (await Decline(offer, mia)).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await given.NoticesTo(jan)).ShouldBe([IntroductionNotices.Introduced]);
        (await Offer(offer.ProblemId, jan)).Refusal.ShouldBe(OpenProblemRefusals.OfferedAlready);
    }

    [Fact]
    public async Task A_no_a_silence_and_a_closed_problem_read_the_same_to_who_offered()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var declined = (await Offer(await Opened(mia, "First"), jan)).Value;
        (await Decline(declined, mia)).Refusal.ShouldBeNull();
        (await Accept(declined, mia)).Refusal.ShouldBe(Refusal.NoLongerOpen);

        var ended = (await Offer(await Opened(mia, "Second"), jan)).Value;
        await given.Do<WithdrawProblem, Result<Problem>>(withdraw => withdraw.Handle(ended.ProblemId, mia.Id, default));
        var closed = (await Offer(await Opened(mia, "Third"), jan)).Value;
        await Open(closed.ProblemId, mia, Readers.Private);
        var lapsed = (await Offer(await Opened(mia, "Fourth"), jan)).Value;
        await given.Later(TimeSpan.FromDays(16));

        (await given.Read(db => db.HelpOffers.OrderBy(o => o.CreatedAt).Select(o => o.State).ToListAsync()))
            .ShouldBe([HelpOfferState.Declined, HelpOfferState.Ended, HelpOfferState.Ended, HelpOfferState.Lapsed], ignoreOrder: true);
        (await given.NoticesTo(jan)).ShouldBe(Enumerable.Repeat(HelpNotices.NotTaken, 4));
        (await Accept(lapsed, mia)).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task At_most_three_offers_of_one_person_wait_also_when_sent_at_once()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        List<ProblemId> problems = [];
        for (var i = 0; i < 5; i++) problems.Add(await Opened(mia, $"Problem {i}"));
        var sent = await Task.WhenAll(problems.Select(problem => given.Turn<OfferHelp, Result<HelpOffer>>(offer => offer.Handle(problem, jan.Id, "We did this.", Language.English, default))));
        sent.Count(one => one.Refusal is null).ShouldBe(HelpOffer.MostOpen);
        sent.Where(one => one.Refusal is not null).ShouldAllBe(one => one.Refusal!.Code == OpenProblemRefusals.TooManyOffers.Code);

        var first = sent.First(one => one.Refusal is null).Value;
        (await given.Do<OfferHelp, Result<HelpOffer>>(offer => offer.Withdraw(first.Id, mia.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<OfferHelp, Result<HelpOffer>>(offer => offer.Withdraw(first.Id, jan.Id, default))).Value.State.ShouldBe(HelpOfferState.Withdrawn);
        (await Accept(first, mia)).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await Offer(first.ProblemId, jan)).Refusal.ShouldBeNull("what was taken back may be offered again");
    }

    [Fact]
    public async Task A_yes_and_a_withdrawal_at_once_end_in_one_of_the_two()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var offer = (await Offer(await Opened(mia), jan)).Value;
        await Task.WhenAll(
            given.Turn<AnswerHelp, Result<IntroductionView>>(answer => answer.Accept(offer.Id, mia.Id, default)),
            given.Turn<OfferHelp, Result<HelpOffer>>(help => help.Withdraw(offer.Id, jan.Id, default)));
        var state = (await given.Read(db => db.HelpOffers.SingleAsync())).State;
        (await given.Read(db => db.Introductions.CountAsync())).ShouldBe(state == HelpOfferState.Accepted ? 1 : 0);
    }

    [Fact]
    public async Task Unanswered_ones_come_first_and_are_filtered_by_task_tier_and_language_page_by_page()
    {
        var (mia, jan, ana) = (await given.Asker("Mia", await given.Organisation(tier: Tier.Regional)), await given.Ambassador("Jan"), await given.Ambassador("Ana"));
        var answered = await Opened(mia, "A permit takes long");
        await Accept((await Offer(answered, ana)).Value, mia);
        List<ProblemId> waiting = [];
        for (var i = 0; i < ListOpenProblems.OnAPage; i++) waiting.Add(await Opened(mia, $"A school is too small, {i}"));

        var first = await List(jan);
        (first.Total, first.Pages, first.Problems.Count).ShouldBe((7, 2, 6));
        first.Problems.ShouldAllBe(one => !one.Answered);
        (await List(jan, page: 2)).Problems.Single().Id.ShouldBe(answered);
        (await List(jan, page: 99)).Page.ShouldBe(2);
        (await List(jan, new OpenProblemFilter("school", null, null))).Total.ShouldBe(6);
        (await List(jan, new OpenProblemFilter("permit", Tier.Regional, Language.English))).Total.ShouldBe(1);
        (await List(jan, new OpenProblemFilter(null, Tier.Local, null))).Total.ShouldBe(0);
        first.Choices.Tasks.ShouldBe(["permit", "school"]);
        first.Choices.Tiers.ShouldBe([Tier.Regional]);
    }

    [Fact]
    public async Task Bad_input_is_refused_and_nothing_is_opened_or_sent()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var problem = (await given.Asked(mia)).Problem.Id;
        (await Open(problem, jan, Readers.Network)).Refusal.ShouldBe(Refusal.NotFound);
        (await Open(problem, mia, Readers.Organisation)).Refusal.ShouldBe(OpenProblemRefusals.OwnOrganisationUnconfirmed);
        (await Open(problem, mia, Readers.Network, " ")).Refusal.ShouldBe(ProblemRefusals.TextMissing);
        (await Open(problem, mia, Readers.Network, new string('x', Problem.MaxOpenText + 1))).Refusal.ShouldBe(OpenProblemRefusals.TextTooLong);
        await Open(problem, mia, Readers.Network);
        (await Offer(problem, mia)).Refusal.ShouldBe(OpenProblemRefusals.OwnProblem);
        (await Offer(problem, jan, " ")).Refusal.ShouldBe(OpenProblemRefusals.OfferMissing);
        (await Offer(problem, jan, new string('x', HelpOffer.MaxText + 1))).Refusal.ShouldBe(OpenProblemRefusals.OfferTooLong);
        (await given.Read(db => db.HelpOffers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_leaves_or_is_forgotten_leaves_no_offer_and_no_open_problem_behind()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        await given.Change<Member>(mia.Id, m => m.State = MemberState.Active);
        var problem = await Opened(mia);
        await Offer(problem, jan);
        await given.Do<LeaveNetwork, Result<Member>>(leave => leave.Handle(mia.Id, default));
        (await Shown(problem, jan)).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Read(db => db.HelpOffers.SingleAsync())).State.ShouldBe(HelpOfferState.Ended);
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(jan.Id, default));
        (await given.Read(db => db.HelpOffers.CountAsync())).ShouldBe(0);
    }

    private async Task<ProblemId> Opened(Member owner, string text = Given.Permits)
    {
        var problem = (await given.Asked(owner, text)).Problem.Id;
        (await Open(problem, owner, Readers.Network, text)).Refusal.ShouldBeNull();
        return problem;
    }

    private Task<Result<Problem>> Open(ProblemId problem, Member by, Readers readers, string text = Given.Permits, bool named = false) =>
        given.Do<OpenProblem, Result<Problem>>(open => open.Handle(new OpenProblem.Request(problem, by.Id, readers, text, named), default));

    private Task<Result<OpenProblemShown>> Shown(ProblemId problem, Member by) => given.Do<ShowOpenProblem, Result<OpenProblemShown>>(show => show.Handle(problem, by.Id, default));

    private Task<OpenProblemsPage> List(Member by, OpenProblemFilter? filter = null, int page = 1) =>
        given.Do<ListOpenProblems, OpenProblemsPage>(list => list.Handle(by.Id, filter ?? OpenProblemFilter.None, page, default));

    private Task<Result<HelpOffer>> Offer(ProblemId problem, Member by, string text = "We did this.") =>
        given.Do<OfferHelp, Result<HelpOffer>>(offer => offer.Handle(problem, by.Id, text, Language.English, default));

    private Task<Result<IntroductionView>> Accept(HelpOffer offer, Member by) => given.Do<AnswerHelp, Result<IntroductionView>>(answer => answer.Accept(offer.Id, by.Id, default));

    private Task<Result<HelpOffer>> Decline(HelpOffer offer, Member by) => given.Do<AnswerHelp, Result<HelpOffer>>(answer => answer.Decline(offer.Id, by.Id, default));
}

public sealed class OpenProblemsOnSqlite() : OpenProblemsTests(StoreEngine.Sqlite);

public sealed class OpenProblemsOnPostgres() : OpenProblemsTests(StoreEngine.Postgres);
