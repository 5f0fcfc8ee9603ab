using InnovationBot.Testing.Stores;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Invitations;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

public abstract class InvitationTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Whoever_was_imported_is_taken_in_once_has_ninety_days_from_then_and_each_is_logged()
    {
        var olga = await given.Organiser();
        var (ida, jan) = (await Imported("Ida"), await Imported("Jan"));
        given.Clock.Advance(TimeSpan.FromDays(80));
        (await Invite(olga)).Value.Select(person => person.Name).ShouldBe(["Ida", "Jan"], ignoreOrder: true);
        (await Stored(ida)).AnswerDue.ShouldBe(given.Now.AddDays(90));
        (await Invite(olga)).Value.ShouldBeEmpty();
        given.Clock.Advance(TimeSpan.FromDays(30));
        (await Invite(olga, again: true)).Value.Count.ShouldBe(2);
        (await Stored(jan)).AnswerDue.ShouldBe(given.Now.AddDays(60));
        (await given.Read(db => db.ActsBy(olga.Id).CountAsync(a => a.Act == AuditAct.PeopleInvited))).ShouldBe(2);
        await given.Later(TimeSpan.FromDays(61));
        (await given.Read(db => db.Members.CountAsync(m => m.Name == "Ida" || m.Name == "Jan"))).ShouldBe(0);
    }

    [Fact]
    public async Task Only_organisers_invite_and_only_people_of_one_organisation_when_it_is_named()
    {
        var (olga, office) = (await given.Organiser(), await given.Organisation("Office"));
        var ida = await Imported("Ida", office);
        await Imported("Jan");
        (await Invite(await given.Asker())).Refusal.ShouldBe(ReportRefusals.OrganisersOnly);
        (await Invite(olga, organisation: "Nowhere")).Refusal.ShouldBe(PeopleRefusals.OrganisationNotThere);
        (await Invite(olga, organisation: "Office")).Value.Single().Id.ShouldBe(ida.Id);
        (await given.Do<InvitePeople, Result<InvitedPerson>>(invite => invite.One(olga.Id, olga.Id, default))).Refusal.ShouldBe(Refusal.NoLongerOpen);
    }

    [Fact]
    public async Task An_ask_whose_best_evidence_is_not_here_yet_says_only_that_somebody_is_invited_and_puts_them_first()
    {
        var olga = await given.Organiser();
        await Imported("Ada");
        var ida = await Imported("Ida");
        var @case = await given.Case("Phone first");
        await given.Save(new CaseContact { CaseId = @case.Id, MemberId = ida.Id });
        var mia = await given.Asker();
        var answer = await given.Asked(mia);
        (answer.SomebodyInvited, answer.People.Count).ShouldBe((true, 0));

        (await given.Do<ListInvitations, Result<InvitationList>>(list => list.Handle(olga.Id, default))).Value.First.Select(one => (one.Name, one.Wanted)).ShouldBe([("Ida", true), ("Ada", false)]);
        (await Invite(olga)).Value[0].Name.ShouldBe("Ida");
        (await given.Read(db => db.ActsOn(mia.Id).Union(db.ActsBy(mia.Id)).CountAsync())).ShouldBe(0);

        await given.Change<Member>(ida.Id, member => { member.State = MemberState.Met; member.Join([Consent.Findable, Consent.Contactable, Consent.CaseContact], given.Now); });
        var again = await given.Asked(await given.Asker("Eva"));
        (again.SomebodyInvited, again.People.Single().Suggestion.MemberId).ShouldBe((false, ida.Id));
        (await Stored(ida)).WantedAt.ShouldBeNull();
    }

    private async Task<Member> Imported(string name, Organisation? organisation = null)
    {
        var member = new Member
        {
            Id = EntityId.New<MemberId>(given.Now), Name = name, Email = $"{name.ToLowerInvariant()}@example.org", State = MemberState.Invited, OrganisationId = organisation?.Id,
            OrganisationProof = OrganisationProof.Import, AnswerDue = given.Now.AddDays(90), CreatedAt = given.Now,
        };
        await given.Save(member);
        return member;
    }

    private Task<Result<IReadOnlyList<InvitedPerson>>> Invite(Member by, string? organisation = null, bool again = false) =>
        given.Do<InvitePeople, Result<IReadOnlyList<InvitedPerson>>>(invite => invite.Handle(new(by.Id, organisation, again), default));

    private Task<Member> Stored(Member member) => given.Read(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == member.Id));
}

public sealed class InvitationsOnSqlite() : InvitationTests(StoreEngine.Sqlite);

public sealed class InvitationsOnPostgres() : InvitationTests(StoreEngine.Postgres);
