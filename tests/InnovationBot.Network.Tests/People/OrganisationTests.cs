using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

public abstract class OrganisationTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Somebody_who_says_where_they_work_opens_nothing_until_an_entry_point_or_an_organiser_says_so()
    {
        var office = await given.Organisation("Občina Lipovec");
        var (vera, mia, jan) = (await given.Ambassador("Vera", organisation: office), await Joined("Mia"), await given.Ambassador("Jan"));
        await given.Change<Organisation>(office.Id, organisation => organisation.ContactPoint = vera.Id);
        await About(mia, office.Name);
        ((await Stored(mia)).OrganisationId, (await Stored(mia)).OrganisationConfirmed).ShouldBe((office.Id, false));
        (await given.NoticesTo(vera)).ShouldBe([OrganisationNotices.Claimed]);

        (await Confirm(mia, office, jan)).Refusal.ShouldBe(Refusal.NotYours);
        (await Confirm(mia, office, mia)).Refusal.ShouldBe(Refusal.NotYours);
        (await Confirm(mia, office, vera)).Refusal.ShouldBeNull();
        var now = await Stored(mia);
        (now.OrganisationConfirmed, now.OrganisationProof).ShouldBe((true, OrganisationProof.EntryPoint));
        (await given.NoticesTo(mia)).ShouldBe([OrganisationNotices.Decided]);
        (await Confirm(mia, office, vera, yes: false)).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task A_no_takes_the_organisation_off_and_an_old_press_confirms_no_newer_claim()
    {
        var (one, other, olga, mia) = (await given.Organisation("One"), await given.Organisation("Other"), await given.Organiser(), await Joined("Mia"));
        await About(mia, "One");
        await About(mia, "Other");
        (await Confirm(mia, one, olga)).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await Confirm(mia, other, olga, yes: false)).Refusal.ShouldBeNull();
        (await Stored(mia)).OrganisationId.ShouldBeNull();
        (await given.Read(db => db.AuditEvents.Select(a => a.Act).ToListAsync())).ShouldBe([AuditAct.OrganisationNotConfirmed]);
    }

    [Fact]
    public async Task A_domain_confirms_by_the_reported_address_alone_and_not_one_that_everybody_can_have()
    {
        var (olga, mia) = (await given.Organiser(), await Joined("Mia"));
        var imported = new Member { Id = EntityId.New<MemberId>(given.Now), Email = "eva@example.org", Name = "Eva", State = MemberState.Invited, CreatedAt = given.Now };
        await given.Save(imported);
        (await Edit(olga, "Občina Lipovec", domains: "gmail.com")).Refusal!.Code.ShouldBe("DomainOfEverybody");
        (await Edit(olga, "Občina Lipovec", domains: "not a domain")).Refusal!.Code.ShouldBe("DomainUnknown");
        var lipovec = (await Edit(olga, "Občina Lipovec", domains: "@Example.org, lipovec.si")).Value.Organisation;
        lipovec.Domains.ShouldBe(["example.org", "lipovec.si"]);
        ((await Stored(mia)).OrganisationId, (await Stored(mia)).OrganisationProof).ShouldBe((lipovec.Id, OrganisationProof.EmailDomain));
        (await Stored(imported)).OrganisationId.ShouldBeNull();
        (await Edit(olga, "Other", domains: "lipovec.si")).Refusal!.Facts["organisation"].ShouldBe("Občina Lipovec");
    }

    [Fact]
    public async Task An_organisation_is_checked_field_by_field()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        var region = (await Edit(olga, "Region")).Value.Organisation;
        var town = (await Edit(olga, "Town", parent: "Region")).Value.Organisation;
        town.Parent.ShouldBe(region.Id);
        (await Edit(olga, "Region", id: region.Id, parent: "Town")).Refusal.ShouldBe(OrganisationRefusals.ParentInCircle);
        (await Edit(olga, "Region", id: region.Id, parent: "Region")).Refusal.ShouldBe(OrganisationRefusals.ParentInCircle);
        (await Edit(olga, " ")).Refusal.ShouldBe(OrganisationRefusals.OrganisationNameMissing);
        (await Edit(olga, "TOWN")).Refusal.ShouldBe(OrganisationRefusals.OrganisationNameTaken);
        (await Edit(olga, "Village", parent: "Nowhere")).Refusal.ShouldBe(PeopleRefusals.OrganisationNotThere);
        (await Edit(olga, "Village", country: "Slovenia")).Refusal.ShouldBe(PeopleRefusals.CountryUnknown);
        (await Edit(olga, "Village", contact: "nobody@example.org")).Refusal.ShouldBe(PeopleRefusals.PersonUnknown);
        (await Edit(olga, "Village", website: "javascript:x")).Refusal.ShouldBe(OrganisationRefusals.WebsiteNoLink);
        (await Edit(mia, "Village")).Refusal.ShouldBe(ReportRefusals.OrganisersOnly);
        (await given.Read(db => db.Organisations.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Merging_moves_everything_and_the_key_stays_known()
    {
        var (olga, stays, goes, child) = (await given.Organiser(), await given.Organisation("Lipovec"), await given.Organisation("Obcina Lipovec"), await given.Organisation("School"));
        await given.Change<Organisation>(child.Id, organisation => organisation.Parent = goes.Id);
        await given.Change<Organisation>(stays.Id, organisation => organisation.Parent = child.Id);
        var (mia, @case) = (await given.Ambassador("Mia", organisation: goes), await given.Case("Phone first", organisation: goes));
        await given.Save(new ContactPoint { Id = EntityId.New<ContactPointId>(given.Now), MemberId = mia.Id, OrganisationId = goes.Id }, new Setting { Key = "safety." + goes.Id, Value = "https://example.org/report" });

        (await Merge(goes, goes.Name, olga)).Refusal.ShouldBe(OrganisationRefusals.MergedWithItself);
        (await Merge(goes, goes.Id.ToString(), olga)).Refusal.ShouldBe(OrganisationRefusals.MergedWithItself);
        (await Merge(goes, "Lipovec", olga)).Refusal.ShouldBeNull();

        (await given.Read(db => db.Organisations.CountAsync())).ShouldBe(2);
        ((await Stored(mia)).OrganisationId, (await given.Read(db => db.Cases.SingleAsync(c => c.Id == @case.Id))).OrganisationId).ShouldBe((stays.Id, stays.Id));
        (await given.Read(db => db.ContactPoints.SingleAsync())).OrganisationId.ShouldBe(stays.Id);
        (await given.Read(db => db.Organisations.SingleAsync(o => o.Id == child.Id))).Parent.ShouldBe(stays.Id);
        (await given.Read(db => db.Organisations.SingleAsync(o => o.Id == stays.Id))).Parent.ShouldBeNull();
        (await given.Read(db => db.OrganisationNamed("Obcina Lipovec", default)))!.Id.ShouldBe(stays.Id);
        (await given.Do<SettingsInForce, NetworkSettings>(async settings => await settings.Now(default))).SafetyChannelOf(stays.Id).ShouldBe("https://example.org/report");
    }

    [Fact]
    public async Task An_organisation_nobody_knows_is_proposed_and_made_or_named_by_an_organiser()
    {
        var (olga, mia, eva) = (await given.Organiser(), await Joined("Mia"), await Joined("Eva"));
        await About(mia, "Acme Ltd");
        await About(mia, "Acme Limited");
        await About(eva, "Lipovec town hall");
        (await Stored(mia)).OrganisationId.ShouldBeNull();
        var waiting = (await given.Do<ListOrganisations, Result<OrganisationsWaiting>>(list => list.Waiting(olga.Id, default))).Value;
        waiting.Proposals.Select(one => one.Name).ShouldBe(["Acme Limited", "Lipovec town hall"], ignoreOrder: true);

        var acme = (await Edit(olga, "Acme Limited", proposal: waiting.Proposals.Single(one => one.MemberId == mia.Id).Id)).Value.Organisation;
        ((await Stored(mia)).OrganisationId, (await Stored(mia)).OrganisationProof).ShouldBe((acme.Id, OrganisationProof.Organiser));
        var second = waiting.Proposals.Single(one => one.MemberId == eva.Id).Id;
        (await given.Do<DecideProposal, Refusal?>(decide => decide.Handle(second, "Nowhere", olga.Id, default))).ShouldBe(PeopleRefusals.OrganisationNotThere);
        (await given.Do<DecideProposal, Refusal?>(decide => decide.Handle(second, acme.Name, olga.Id, default))).ShouldBeNull();
        (await given.Do<DecideProposal, Refusal?>(decide => decide.Handle(second, null, olga.Id, default))).ShouldBe(Refusal.NoLongerOpen);
        (await Stored(eva)).OrganisationId.ShouldBe(acme.Id);
    }

    [Fact]
    public async Task Organisers_see_who_waits_and_which_organisations_nobody_can_be_asked_at()
    {
        var (office, town, olga) = (await given.Organisation("Office"), await given.Organisation("Town"), await given.Organiser());
        await given.Ambassador("Jan", organisation: office);
        var eva = await given.Ambassador("Eva", organisation: town);
        await given.Change<Member>(eva.Id, member => member.Ambassador = AmbassadorState.Retired);
        var mia = await Joined("Mia");
        await About(mia, "Office");
        var waiting = (await given.Do<ListOrganisations, Result<OrganisationsWaiting>>(list => list.Waiting(olga.Id, default))).Value;
        (waiting.ClaimCount, waiting.Claims[0].Shown.Name, waiting.Bare.Single().Name).ShouldBe((1, "Mia", "Town"));
        (await given.Do<ListOrganisations, Result<OrganisationsWaiting>>(list => list.Waiting(mia.Id, default))).Refusal.ShouldBe(ReportRefusals.OrganisersOnly);
    }

    private async Task<Member> Joined(string name)
    {
        var member = await given.Asker(name);
        await given.Change<Member>(member.Id, joined => joined.Join([], given.Now));
        return member;
    }

    private Task<Result<ProfileView>> About(Member by, string organisation) =>
        given.Do<EditAbout, Result<ProfileView>>(edit => edit.Handle(new EditAbout.Request(by.Id, organisation, "adviser", [Language.English]), default));

    private Task<Result<ClaimView>> Confirm(Member person, Organisation organisation, Member by, bool yes = true) =>
        given.Do<ConfirmMembership, Result<ClaimView>>(confirm => confirm.Handle(person.Id, organisation.Id, yes, by.Id, default));

    private Task<Result<OrganisationView>> Edit(
        Member by, string name, OrganisationId? id = null, string country = "SI", string parent = "", string domains = "", string website = "", string contact = "", OrganisationProposalId? proposal = null) =>
        given.Do<EditOrganisation, Result<OrganisationView>>(edit => edit.Handle(new(by.Id, id, name, Tier.Local, Sector.Public, country, parent, domains, website, contact, proposal), default));

    private Task<Result<OrganisationView>> Merge(Organisation duplicate, string into, Member by) =>
        given.Do<MergeOrganisations, Result<OrganisationView>>(merge => merge.Handle(duplicate.Id, into, by.Id, default));

    private Task<Member> Stored(Member member) => given.Read(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == member.Id));
}

public sealed class OrganisationsOnSqlite() : OrganisationTests(StoreEngine.Sqlite);

public sealed class OrganisationsOnPostgres() : OrganisationTests(StoreEngine.Postgres);
