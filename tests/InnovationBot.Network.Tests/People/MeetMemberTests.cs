using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

public abstract class MeetMemberTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Whoever_writes_first_is_met_has_not_joined_and_is_found_again_without_a_write()
    {
        var first = await Meet("tenant", "entra-1", "Mia", "Mia@City.example");
        (first.State, first.Email, first.Visibility, first.CanBeSuggested(given.Now)).ShouldBe((MemberState.Met, "mia@city.example", Visibility.Unlisted, false));
        var changes = await given.Read(db => db.Changes.CountAsync());

        (await Meet("tenant", "entra-1", "Mia", "mia@city.example")).Id.ShouldBe(first.Id);
        (await given.Read(db => db.Changes.CountAsync())).ShouldBe(changes);
        (await Meet("other tenant", "entra-1", "Mia", null)).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task An_imported_person_is_joined_by_their_entra_id_or_the_reported_address()
    {
        await given.Save(Imported("Ana", "ana@city.example", "entra-ana"), Imported("Bor", "bor@city.example", null));

        var ana = await Meet("tenant", "entra-ana", "Ana N.", "new.address@city.example");
        (ana.State, ana.Name, ana.Email, ana.Topics).ShouldBe((MemberState.Met, "Ana N.", "new.address@city.example", ana.Topics));
        var bor = await Meet("tenant", "entra-bor", "Bor K.", "bor@city.example");
        (bor.TenantId, bor.EntraObjectId).ShouldBe(("tenant", "entra-bor"));
        (await given.Read(db => db.Members.CountAsync())).ShouldBe(2);

        var guest = await Meet("tenant", "entra-guest", "Bor K.", "bor@city.example");
        (guest.Id == bor.Id, guest.Email).ShouldBe((false, null), "an account that was seen is never taken over by an address");
    }

    [Fact]
    public async Task No_name_that_is_displayed_or_typed_and_no_similar_address_recognises_anybody()
    {
        await given.Save(Imported("Ana Novak", "ana.novak@city.example", null));
        foreach (var (name, email) in new[] { ("Ana Novak", null), ("ana.novak@city.example", null), ("Ana Novak", "ana.novak@other.example"), ("Ana Novak", "ana.novak@city.example.org"), ("Ana Novak", "a.novak@city.example") })
        {
            var stranger = await Meet("tenant", $"entra-{name}-{email}", name, email);
            (stranger.State, stranger.Topics.Count, stranger.AnswerDue).ShouldBe((MemberState.Met, 0, null));
        }

        (await given.Read(db => db.Members.SingleAsync(m => m.Email == "ana.novak@city.example"))).State.ShouldBe(MemberState.Invited);
        (await Meet("tenant", "entra-ana", "Somebody Else", " Ana.Novak@City.example ")).Email.ShouldBe("ana.novak@city.example");
    }

    [Fact]
    public async Task The_one_organisation_of_an_address_is_confirmed_by_it_and_of_two_none()
    {
        var city = await given.Organisation("City", domains: "city.example");
        await given.Organisation("North", domains: "shared.example");
        await given.Organisation("South", domains: "shared.example");

        var mia = await Meet("tenant", "1", "Mia", "mia@mail.city.example");
        (mia.OrganisationId, mia.OrganisationConfirmed).ShouldBe((city.Id, true));
        (await Meet("tenant", "2", "Eva", "eva@shared.example")).OrganisationId.ShouldBeNull();
        (await Meet("tenant", "3", "Ida", "ida@notcity.example")).OrganisationId.ShouldBeNull();
    }

    [Fact]
    public async Task A_language_the_bot_does_not_speak_is_refused()
    {
        var mia = await given.Asker();
        (await given.Do<SetLanguage, Result<Member>>(set => set.Handle(mia.Id, new Language("xx"), default))).Refusal.ShouldBe(PeopleRefusals.LanguageNotSpoken);
        (await given.Do<SetLanguage, Result<Member>>(set => set.Handle(mia.Id, new Language("sl"), default))).Value.Language.Code.ShouldBe("sl");
    }

    private Task<Member> Meet(string tenant, string entra, string name, string? email) =>
        given.Do<MeetMember, Member>(meet => meet.Handle(new(tenant, entra, name, email, new Address("a"), Language.English), default));

    private Member Imported(string name, string email, string? entra) => new()
    {
        Id = EntityId.New<MemberId>(given.Now), Name = name, Email = email, EntraObjectId = entra, State = MemberState.Invited, CreatedAt = given.Now,
    };
}

public sealed class MeetMemberOnSqlite() : MeetMemberTests(StoreEngine.Sqlite);

public sealed class MeetMemberOnPostgres() : MeetMemberTests(StoreEngine.Postgres);
