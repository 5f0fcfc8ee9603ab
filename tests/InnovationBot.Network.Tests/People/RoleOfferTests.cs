using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

public abstract class RoleOfferTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task A_deputy_who_agreed_is_asked_first_while_the_ambassador_is_away()
    {
        var office = await given.Organisation();
        var (jan, eva, dora, mia) = (await given.Ambassador("Jan", organisation: office), await given.Ambassador("Eva"), await given.Ambassador("Dora", topic: "archives", organisation: office), await given.Asker());
        (await Answer(await Offer(OfferedRole.Deputy, dora, jan), dora, yes: true)).Refusal.ShouldBeNull();
        (await given.NoticesTo(jan)).ShouldBe([RoleOfferNotices.Answered]);

        var id = await given.IntroductionAsked(mia, jan);
        await given.Do<SetAway, Result<Member>>(set => set.Handle(jan.Id, given.Now.AddDays(7), default));
        var next = await given.Next(id);
        (next.GiverId, next.Reasons.Single().Kind).ShouldBe((dora.Id, ReasonKind.Deputy));
        _ = eva;
    }

    [Fact]
    public async Task New_asks_go_to_the_deputy_while_the_ambassador_is_away_or_paused_and_no_longer_than_that()
    {
        var office = await given.Organisation();
        var (jan, dora) = (await given.Ambassador("Jan", organisation: office), await given.Ambassador("Dora", topic: "archives", organisation: office));
        (await Answer(await Offer(OfferedRole.Deputy, dora, jan), dora, yes: true)).Refusal.ShouldBeNull();
        (await Suggested(await given.Asker())).ShouldBe([(jan.Id, ReasonKind.NamedTopic)]);

        await given.Do<SetAway, Result<Member>>(set => set.Handle(jan.Id, given.Now.AddDays(7), default));
        var mia = await given.Asker("Mia away");
        var answer = await given.Asked(mia);
        (answer.People.Single().Suggestion.MemberId, answer.People.Single().Reasons[0].Kind).ShouldBe((dora.Id, ReasonKind.Deputy));
        (await given.Send(answer.People.Single().Suggestion.Id, mia)).Refusal.ShouldBeNull();

        var otto = await given.Asker("Otto");
        var shown = await given.Asked(otto);
        given.Clock.Advance(TimeSpan.FromDays(8));
        (await given.Do<Network.Problems.ShowAnswer, Result<Network.Problems.Answer>>(show => show.Handle(shown.Problem.Id, otto.Id, default))).Value.People
            .ShouldBeEmpty("Jan is back, so that nobody stands in for him");
        (await Suggested(await given.Asker("Vid"))).ShouldBe([(jan.Id, ReasonKind.NamedTopic)]);

        await given.Do<PauseRequests, Result<Member>>(pause => pause.Handle(jan.Id, null, default));
        (await Suggested(await given.Asker("Ida"))).ShouldBe([(dora.Id, ReasonKind.Deputy)]);
        await given.Change<Member>(dora.Id, member => member.Withdraw(Consent.Contactable));
        (await Suggested(await given.Asker("Udo"))).ShouldBeEmpty("who must not be asked is not asked as a deputy either");

        async Task<IReadOnlyList<(MemberId?, ReasonKind)>> Suggested(Member by) => [.. (await given.Asked(by)).People.Select(one => (one.Suggestion.MemberId, one.Suggestion.Reasons[0].Kind))];
    }

    [Fact]
    public async Task Nothing_holds_before_a_yes_and_a_no_changes_nothing()
    {
        var office = await given.Organisation();
        var (jan, dora) = (await given.Ambassador("Jan", organisation: office), await given.Ambassador("Dora", organisation: office));
        var offer = await Offer(OfferedRole.Deputy, dora, jan);
        (await Stored(jan)).DeputyId.ShouldBeNull();
        (await Answer(offer, await given.Asker(), yes: true)).Refusal.ShouldBe(Refusal.NotYours);
        (await Answer(offer, dora, yes: false)).Refusal.ShouldBeNull();
        (await Answer(offer, dora, yes: true)).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await Stored(jan)).DeputyId.ShouldBeNull();
    }

    [Fact]
    public async Task Who_may_not_be_seen_is_not_told_to_exist()
    {
        var jan = await given.Ambassador("Jan");
        var unlisted = await given.Ambassador("Vid", visibility: Visibility.Unlisted);
        foreach (var email in new[] { unlisted.Email!, "nobody@example.org", jan.Email!, "" })
            (await given.Do<OfferRole, Result<RoleOffer>>(offer => offer.Handle(OfferedRole.Deputy, email, jan.Id, default))).Refusal.ShouldBe(RoleOfferRefusals.NobodyToOffer);
        (await given.Do<OfferRole, Result<RoleOffer>>(offer => offer.Handle(OfferedRole.Organiser, unlisted.Email!, jan.Id, default))).Refusal.ShouldBe(Refusal.NotYours);
    }

    [Fact]
    public async Task A_successor_takes_the_role_over_with_the_contact_point_and_the_open_requests_go_on()
    {
        var office = await given.Organisation();
        var (jan, dora, mia) = (await given.Ambassador("Jan", organisation: office), await given.Ambassador("Dora", organisation: office), await given.Asker());
        await given.Change<Organisation>(office.Id, organisation => organisation.ContactPoint = jan.Id);
        await given.Change<Member>(dora.Id, member => member.Ambassador = AmbassadorState.None);
        await given.IntroductionAsked(mia, jan);
        (await Answer(await Offer(OfferedRole.Ambassador, dora, jan), dora, yes: true)).Refusal.ShouldBeNull();
        ((await Stored(jan)).Ambassador, (await Stored(dora)).Ambassador).ShouldBe((AmbassadorState.Retired, AmbassadorState.Confirmed));
        (await given.Read(db => db.Organisations.SingleAsync())).ContactPoint.ShouldBe(dora.Id);
        (await given.Read(db => db.Introductions.CountAsync(i => i.GiverId == jan.Id && i.State == IntroductionState.GiverAsked))).ShouldBe(0);
    }

    [Fact]
    public async Task The_last_organiser_hands_over_and_there_is_one_all_the_time()
    {
        var (olga, jan) = (await given.Organiser(), await given.Ambassador("Jan"));
        var offer = await Offer(OfferedRole.Organiser, jan, olga);
        (await Stored(olga)).Has(Role.Organiser).ShouldBeTrue();
        (await Answer(offer, jan, yes: true)).Refusal.ShouldBeNull();
        ((await Stored(olga)).Has(Role.Organiser), (await Stored(jan)).Has(Role.Organiser)).ShouldBe((false, true));
    }

    private async Task<RoleOffer> Offer(OfferedRole kind, Member to, Member by) => (await given.Do<OfferRole, Result<RoleOffer>>(offer => offer.Handle(kind, to.Email!, by.Id, default))).Value;

    private Task<Result<RoleOfferView>> Answer(RoleOffer offer, Member by, bool yes) => given.Do<AnswerRoleOffer, Result<RoleOfferView>>(answer => answer.Handle(offer.Id, yes, by.Id, default));

    private Task<Member> Stored(Member member) => given.Read(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == member.Id));
}

public sealed class RoleOffersOnSqlite() : RoleOfferTests(StoreEngine.Sqlite);

public sealed class RoleOffersOnPostgres() : RoleOfferTests(StoreEngine.Postgres);
