using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

public abstract class RoleTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task The_last_organiser_is_neither_revoked_nor_leaves()
    {
        var (olga, jan) = (await given.Organiser(), await given.Ambassador("Jan"));
        (await Revoke(GrantedRole.Organiser, olga, by: null)).Refusal.ShouldBe(ProfileRefusals.LastOrganiser);
        (await given.Do<LeaveNetwork, Result<Member>>(leave => leave.Handle(olga.Id, default))).Refusal.ShouldBe(ProfileRefusals.LastOrganiser);
        (await Grant(GrantedRole.Organiser, jan, by: null)).Refusal.ShouldBeNull();
        (await Revoke(GrantedRole.Organiser, olga, by: null)).Refusal.ShouldBeNull();
        (await Stored(olga)).Has(Role.Organiser).ShouldBeFalse();
    }

    [Fact]
    public async Task Organisers_give_what_is_not_theirs_to_multiply_and_administrators_give_all()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        foreach (var role in new[] { GrantedRole.Organiser, GrantedRole.Administrator }) (await Grant(role, mia, olga)).Refusal.ShouldBe(PeopleRefusals.MayNotGrant);
        (await Grant(GrantedRole.Juror, mia, olga)).Refusal.ShouldBeNull();
        (await Grant(GrantedRole.OrganisationOrganiser, mia, olga)).Refusal.ShouldBe(PeopleRefusals.OrganisationNotConfirmed);
        await given.Change<Member>(olga.Id, member => member.Give(Role.Administrator));
        (await Grant(GrantedRole.Organiser, mia, olga)).Refusal.ShouldBeNull();
        var view = (await given.Do<ListRoles, Result<RolesView>>(list => list.Handle(mia.Id, default))).Value;
        (view.IsAdministrator, view.OneOrganiser).ShouldBe((false, false));
        view.Held.Where(one => one.Person == mia.Id).Select(one => one.Role).ShouldBe([Role.Juror, Role.Organiser], ignoreOrder: true);
    }

    [Fact]
    public async Task An_ambassador_whose_role_ends_is_asked_no_more_and_open_requests_go_on()
    {
        var (jan, eva, mia) = (await given.Ambassador("Jan"), await given.Ambassador("Eva"), await given.Asker());
        var id = await given.IntroductionAsked(mia, jan);
        (await Revoke(GrantedRole.Ambassador, jan, by: null)).Refusal.ShouldBeNull();
        ((await Stored(jan)).Ambassador, (await given.Next(id)).GiverId).ShouldBe((AmbassadorState.Retired, eva.Id));
    }

    private Task<Result<Member>> Grant(GrantedRole role, Member to, Member? by) => given.Do<GrantRole, Result<Member>>(grant => grant.Handle(new(role, to.Email!, by?.Id), default));

    private Task<Result<Member>> Revoke(GrantedRole role, Member from, Member? by) => given.Do<RevokeRole, Result<Member>>(revoke => revoke.Handle(new(role, from.Email!, by?.Id), default));

    private Task<Member> Stored(Member member) => given.Read(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == member.Id));
}

public sealed class RolesOnSqlite() : RoleTests(StoreEngine.Sqlite);

public sealed class RolesOnPostgres() : RoleTests(StoreEngine.Postgres);
