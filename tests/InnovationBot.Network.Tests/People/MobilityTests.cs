using InnovationBot.Network.Cases;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

/// <summary>Somebody works elsewhere: what goes with them, and what stays.</summary>
public abstract class MobilityTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task No_open_request_stays_with_who_left_and_the_asker_hears_of_it()
    {
        var (old, @new) = (await given.Organisation(), await given.Organisation("Ministry of Justice", Tier.National));
        var (mia, ines, jan, ana) = (await given.Asker(), await given.Asker("Ines"), await given.Ambassador("Jan", organisation: old), await given.Ambassador("Ana"));
        var waiting = await given.IntroductionAsked(mia, jan);
        var talking = await given.IntroductionAsked(ines, jan);
        await given.Do<AcceptIntroduction, Result<IntroductionView>>(use => use.Handle(talking, jan.Id, default));

        var moved = (await Move(jan, @new.Key)).Value;
        (moved.From, moved.To, moved.Confirmed, moved.PassedOn, moved.Told).ShouldBe(("City of Aarhus", "Ministry of Justice", false, 1, 1));
        (await given.Introduction(waiting)).State.ShouldBe(IntroductionState.Redirected);
        (await given.Next(waiting)).GiverId.ShouldBe(ana.Id);
        (await given.Read(db => db.Introductions.CountAsync(i => i.GiverId == jan.Id && (i.State == IntroductionState.GiverAsked || i.State == IntroductionState.TakerAgreed)))).ShouldBe(0);
        (await given.NoticesTo(mia)).ShouldContain(IntroductionNotices.StillLooking);
        (await given.NoticesTo(ines)).ShouldContain(IntroductionNotices.GiverMoved);

        var person = await Person(jan);
        (person.OrganisationId, person.OrganisationConfirmed, person.Ambassador, person.Role, person.Topics.Count).ShouldBe((@new.Id, false, AmbassadorState.Retired, "head of permits", 1));
        person.Has(Consent.Contactable).ShouldBeTrue("what they agreed to stays");
    }

    [Fact]
    public async Task A_colleague_named_by_who_left_takes_the_place_with_their_yes_and_stands_beside_the_cases()
    {
        var (old, @new) = (await given.Organisation(), await given.Organisation("Ministry of Justice"));
        var (jan, ida) = (await given.Ambassador("Jan", organisation: old), await Colleague("Ida", old));
        await given.Change<Organisation>(old.Id, o => o.ContactPoint = jan.Id);
        var @case = await given.Case("Phone first", organisation: old, contact: jan, readers: Readers.Organisation);

        (await Move(jan, @new.Key, "nobody@example.org")).Refusal.ShouldBe(MobilityRefusals.SuccessorUnknown);
        (await Person(jan)).OrganisationId.ShouldBe(old.Id, "then nothing has changed");
        (await Move(jan, @new.Key, ida.Email!)).Value.Successor.ShouldBe("Ida");
        (await given.NoticesTo(ida)).ShouldBe([RoleOfferNotices.Offered]);
        (await Person(ida)).Ambassador.ShouldBe(AmbassadorState.None, "not before her yes");

        (await Accept(ida)).Refusal.ShouldBeNull();
        var taken = await Person(ida);
        (taken.Ambassador, taken.CanBeSuggested(given.Now)).ShouldBe((AmbassadorState.Confirmed, true));
        (await given.Read(db => db.Organisations.SingleAsync(o => o.Id == old.Id))).ContactPoint.ShouldBe(ida.Id);
        (await given.Read(db => db.CaseContacts.Where(c => c.CaseId == @case.Id).OrderBy(c => c.Position).Select(c => c.MemberId).ToListAsync())).ShouldBe([jan.Id, ida.Id]);
        (await given.NoticesTo(jan)).ShouldContain(RoleOfferNotices.Answered);
    }

    [Fact]
    public async Task Where_nobody_was_named_an_organiser_sees_the_place_names_somebody_or_leaves_it()
    {
        var (old, @new) = (await given.Organisation(), await given.Organisation("Ministry of Justice"));
        var (olga, jan, ida) = (await given.Organiser(), await given.Ambassador("Jan", organisation: old), await Colleague("Ida", old));
        await Move(jan, @new.Key);
        (await Places(jan)).Refusal.ShouldNotBeNull();
        var place = (await Places(olga)).Value.Single();
        (place.Organisation, place.Asked).ShouldBe(("City of Aarhus", null));

        (await Name(place.Move.Id, jan.Email!, olga)).Refusal.ShouldBe(MobilityRefusals.SuccessorUnknown);
        (await Name(place.Move.Id, ida.Email!, jan)).Refusal.ShouldNotBeNull();
        (await Name(place.Move.Id, ida.Email!, olga)).Value.Asked.ShouldBe("Ida");
        await Accept(ida);
        (await Places(olga)).Value.ShouldBeEmpty();
        (await given.Do<OfferEntryPoint, Refusal?>(use => use.Settle(place.Move.Id, ida.Id, default))).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_question_comes_twice_a_year_and_a_yes_is_noted()
    {
        var (old, ida) = (await given.Organisation(), (Member?)null);
        ida = await Colleague("Ida", old);
        var outsider = await Colleague("Nobody", null);
        await given.Later(TimeSpan.FromDays(181));
        (await given.NoticesTo(ida)).ShouldBeEmpty();
        for (var day = 0; day < 210; day += 10) await given.Later(TimeSpan.FromDays(10));
        (await given.NoticesTo(ida)).ShouldBe([MobilityNotices.StillThere, MobilityNotices.StillThere]);
        (await given.Read(db => db.Notices.CountAsync(n => n.RecipientId == ida.Id && n.Unasked))).ShouldBe(2);
        (await given.NoticesTo(outsider)).ShouldBeEmpty();
        (await given.Do<ConfirmPlace, Result<string>>(use => use.Handle(ida.Id, default))).Value.ShouldBe("City of Aarhus");
    }

    [Fact]
    public async Task Another_organisation_in_the_profile_is_a_move_too_and_a_move_to_the_same_place_is_none()
    {
        var (old, @new) = (await given.Organisation(), await given.Organisation("Ministry of Justice"));
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan", organisation: old));
        var waiting = await given.IntroductionAsked(mia, jan);
        (await Move(jan, old.Name)).Refusal.ShouldBe(MobilityRefusals.SamePlace);
        (await Move(jan, " ")).Refusal.ShouldBe(MobilityRefusals.NewPlaceMissing);
        (await Move(mia, @new.Name)).Refusal.ShouldBe(ProfileRefusals.NotJoined);
        (await given.Do<EditAbout, Result<ProfileView>>(edit => edit.Handle(new(jan.Id, @new.Name, "adviser", [Language.English]), default))).Refusal.ShouldBeNull();
        (await given.Introduction(waiting)).IsOpen.ShouldBeFalse();
        (await given.Read(db => db.Moves.SingleAsync())).WasEntryPoint.ShouldBeTrue();
        (await Person(jan)).OrganisationId.ShouldBe(@new.Id);
    }

    private Task<Result<Moved>> Move(Member by, string to, string successor = "") =>
        given.Do<ChangeJobs, Result<Moved>>(jobs => jobs.Handle(new(by.Id, to, "head of permits", successor), default));

    private Task<Result<IReadOnlyList<OpenPlace>>> Places(Member by) => given.Do<OfferEntryPoint, Result<IReadOnlyList<OpenPlace>>>(use => use.Handle(by.Id, default));

    private Task<Result<OpenPlace>> Name(MoveId move, string email, Member by) => given.Do<OfferEntryPoint, Result<OpenPlace>>(use => use.Name(move, email, by.Id, default));

    private async Task<Result<RoleOfferView>> Accept(Member by)
    {
        var offer = await given.Read(db => db.RoleOffers.Where(o => o.ToId == by.Id).Select(o => o.Id).SingleAsync());
        return await given.Do<AnswerRoleOffer, Result<RoleOfferView>>(use => use.Handle(offer, true, by.Id, default));
    }

    private async Task<Member> Colleague(string name, Organisation? organisation)
    {
        var member = await given.Asker(name, organisation);
        await given.Change<Member>(member.Id, m => m.State = MemberState.Active);
        return member;
    }

    private Task<Member> Person(Member of) => given.Read(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == of.Id));
}

public sealed class MobilityOnSqlite() : MobilityTests(StoreEngine.Sqlite);

public sealed class MobilityOnPostgres() : MobilityTests(StoreEngine.Postgres);
