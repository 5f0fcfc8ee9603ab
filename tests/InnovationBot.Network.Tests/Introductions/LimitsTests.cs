using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Introductions;

public abstract class LimitsTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Nobody_has_more_than_two_open_requests()
    {
        var jan = await given.Ambassador("Jan", cap: 20);
        for (var asker = 0; asker < 2; asker++) await given.IntroductionAsked(await given.Asker($"Mia{asker}"), jan);

        (await given.Asked(await given.Asker("Eva"))).People.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_was_declined_counts_against_the_month_and_the_month_runs_out()
    {
        var jan = await given.Ambassador("Jan", cap: 1);
        var id = await given.IntroductionAsked(await given.Asker("Mia"), jan);
        await given.Do<DeclineIntroduction, Result<IntroductionView>>(decline => decline.Handle(id, jan.Id, DeclineReason.NotNow, default));

        (await given.Do<ListRequests, RequestsOverview>(list => list.Handle(jan.Id, default))).LeftThisMonth.ShouldBe(0);
        (await given.Asked(await given.Asker("Eva"))).People.ShouldBeEmpty();
        given.Clock.Advance(Introduction.Month);
        (await given.Asked(await given.Asker("Ida"))).People.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_who_press_send_at_once_for_the_last_place_get_one_place()
    {
        var jan = await given.Ambassador("Jan", cap: 1);
        var (mia, eva) = (await given.Asker("Mia"), await given.Asker("Eva"));
        var (first, second) = (await given.Asked(mia), await given.Asked(eva));

        (await given.Send(first.People[0].Suggestion.Id, mia)).Refusal.ShouldBeNull();
        (await given.Send(second.People[0].Suggestion.Id, eva)).Refusal.ShouldBe(IntroductionRefusals.PersonNotAvailable);
    }

    [Fact]
    public async Task Somebody_has_at_most_three_requests_under_way()
    {
        var mia = await given.Asker("Mia");
        foreach (var word in new[] { "archives", "kindergartens", "ambulances", "libraries" }) await given.Ambassador(word, topic: word);
        foreach (var word in new[] { "archives", "kindergartens", "ambulances" })
        {
            var asked = await given.Asked(mia, $"The {word} lose letters every week");
            (await given.Send(asked.People[0].Suggestion.Id, mia)).Refusal.ShouldBeNull();
        }

        var fourth = await given.Asked(mia, "The libraries lose letters every week");
        (await given.Send(fourth.People[0].Suggestion.Id, mia)).Refusal.ShouldBe(IntroductionRefusals.TooManyOpen);
    }

    [Fact]
    public async Task One_problem_asks_one_person_at_a_time_and_nobody_twice()
    {
        var (mia, _, _) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"));
        var answer = await given.Asked(mia);
        var (first, second) = (answer.People[0], answer.People[1]);
        var sent = (await given.Send(first.Suggestion.Id, mia)).Value;
        (await given.Send(first.Suggestion.Id, mia)).Refusal.ShouldBe(IntroductionRefusals.AlreadyLooking);
        (await given.Send(second.Suggestion.Id, mia)).Refusal.ShouldBe(IntroductionRefusals.AlreadyLooking);

        await given.Do<WithdrawIntroduction, Result<IntroductionView>>(withdraw => withdraw.Handle(sent.Id, mia.Id, default));
        (await given.Send(first.Suggestion.Id, mia)).Refusal.ShouldBe(IntroductionRefusals.AlreadyAsked);
        (await given.Send(second.Suggestion.Id, mia)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_is_kept()
    {
        var (mia, _) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var suggestion = (await given.Asked(mia)).People[0].Suggestion.Id;
        var good = Given.Terms();

        (await given.Send(suggestion, mia, good with { Blurb = " " })).Refusal.ShouldBe(IntroductionRefusals.TextMissing);
        (await given.Send(suggestion, mia, good with { Blurb = new string('x', Introduction.MaxBlurb + 1) })).Refusal.ShouldBe(IntroductionRefusals.TextTooLong);
        (await given.Send(suggestion, mia, good with { Languages = [] })).Refusal.ShouldBe(IntroductionRefusals.LanguagesMissing);
        (await given.Send(suggestion, mia, good with { OrganisationKind = null })).Refusal.ShouldBe(IntroductionRefusals.OrganisationMissing);
        (await given.Send(suggestion, mia, good with { OrganisationKey = "Nowhere", OrganisationKind = null })).Refusal.ShouldBe(IntroductionRefusals.OrganisationUnknown);
        (await given.Send(suggestion, mia, Given.Terms(languages: "sl"))).Refusal.ShouldBe(IntroductionRefusals.NoSharedLanguage);
        (await given.Read(db => db.Members.SingleAsync(m => m.Name == "Mia"))).Languages.ShouldBeEmpty();
        (await given.Read(db => db.Introductions.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("example.org", OrganisationProof.EmailDomain, true)]
    [InlineData("elsewhere.org", OrganisationProof.Claimed, false)]
    public async Task An_organisation_is_claimed_until_the_reported_address_confirms_it(string domain, OrganisationProof proof, bool confirmed)
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        await given.Organisation("City of Aarhus", domains: domain);
        await given.Requested(mia, jan, Given.Terms() with { OrganisationKey = "city of aarhus" });

        var kept = await given.Read(db => db.Members.SingleAsync(m => m.Name == "Mia"));
        (kept.OrganisationProof, kept.OrganisationConfirmed).ShouldBe((proof, confirmed));
    }

    [Fact]
    public async Task People_of_the_own_organisation_are_left_out_when_the_asker_says_so()
    {
        var city = await given.Organisation();
        var (mia, jan) = (await given.Asker("Mia", city), await given.Ambassador("Jan", organisation: city));
        var ana = await given.Ambassador("Ana");
        var answer = await given.Asked(mia);
        var own = answer.People.Single(person => person.Suggestion.MemberId == jan.Id).Suggestion;
        var other = answer.People.Single(person => person.Suggestion.MemberId == ana.Id).Suggestion;

        (await given.Send(own.Id, mia, Given.Terms(notOwn: true))).Refusal.ShouldBe(IntroductionRefusals.PersonNotAvailable);
        var sent = (await given.Send(other.Id, mia, Given.Terms(notOwn: true))).Value;
        await given.DeliverAll();
        await given.Do<DeclineIntroduction, Result<IntroductionView>>(decline => decline.Handle(sent.Id, ana.Id, DeclineReason.NotNow, default));
        (await given.Read(db => db.Introductions.CountAsync())).ShouldBe(1, "the next best is of the own organisation");
    }

    [Fact]
    public async Task A_month_takes_one_to_twenty_requests()
    {
        var jan = await given.Ambassador("Jan");
        foreach (var cap in new[] { 0, 21, -1 })
        {
            (await given.Do<SetMonthlyCap, Result<Member>>(set => set.Handle(jan.Id, cap, default))).Refusal.ShouldBe(IntroductionRefusals.CapOutOfRange);
        }

        (await given.Do<SetMonthlyCap, Result<Member>>(set => set.Handle(jan.Id, 20, default))).Value.MonthlyCap.ShouldBe(20);
    }

    [Fact]
    public async Task Not_my_topic_offers_to_take_the_topic_off_and_then_it_is_off()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        var declined = (await given.Do<DeclineIntroduction, Result<IntroductionView>>(decline => decline.Handle(id, jan.Id, DeclineReason.NotMyTopic, default))).Value;
        declined.May(IntroductionAct.RemoveTopic).ShouldBeTrue();

        (await given.Do<RemoveTopic, Result<Member>>(remove => remove.Handle(id, mia.Id, "building permits", default))).Refusal.ShouldBe(Refusal.NotFound);
        (await given.Do<RemoveTopic, Result<Member>>(remove => remove.Handle(id, jan.Id, "building permits", default))).Value.Topics.ShouldBeEmpty();
        (await given.Seen(id, jan)).Value.May(IntroductionAct.RemoveTopic).ShouldBeFalse();
    }
}

public sealed class LimitsOnSqlite() : LimitsTests(StoreEngine.Sqlite);

public sealed class LimitsOnPostgres() : LimitsTests(StoreEngine.Postgres);
