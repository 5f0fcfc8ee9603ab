using System.Text.Json;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;

namespace InnovationBot.Network.Tests.Broadcasts;

public abstract class AudienceTests(StoreEngine engine) : NetworkTests(engine)
{
    [Theory]
    [InlineData("""{"everyone":true}""", "Ana,Bo,Cas,Dora")]
    [InlineData("\"everyone\"", "Ana,Bo,Cas,Dora")]
    [InlineData("""{"tier":["local"]}""", "Ana,Bo")]
    [InlineData("""{"tier":"local;national"}""", "Ana,Bo,Cas")]
    [InlineData("""{"sector":["academic"]}""", "Cas")]
    [InlineData("""{"organisation":["aarhus"]}""", "Ana,Bo")]
    [InlineData("""{"policy_area":["LOGEMENT  social"]}""", "Cas")]
    [InlineData("""{"topic":["parking"]}""", "Ana")]
    [InlineData("""{"topic":["park"]}""", "")]
    [InlineData("""{"role":["ambassador"]}""", "Bo")]
    [InlineData("""{"role":["organiser"]}""", "Dora")]
    [InlineData("""{"language":["sl"]}""", "Ana,Dora")]
    [InlineData("""{"country":["si"]}""", "Cas,Dora")]
    [InlineData("""{"emails":["BO@example.org","dora@example.org"]}""", "Bo,Dora")]
    [InlineData("""{"tier":["local"],"language":["sl"]}""", "Ana")]
    [InlineData("""{"any_of":[{"role":["ambassador"]},{"country":["SI"],"except":{"role":["organiser"]}}]}""", "Bo,Cas")]
    [InlineData("""{"country":["DK","SI"],"any_of":[{"tier":["local"]},{"role":["organiser"]}],"except":{"topic":["parking"]}}""", "Bo,Dora")]
    public async Task An_audience_is_an_intersection_that_any_of_widens_and_except_narrows(string audience, string people)
    {
        var names = await Network();
        var found = (await Checked(audience)).Value;
        (await Ids(found)).Select(id => names[id]).ShouldBe(people.Split(',', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        foreach (var (id, name) in names)
            (await given.Do<FindAudience, bool>(find => find.Holds(found, id, default))).ShouldBe(people.Split(',').Contains(name), name);
    }

    [Theory]
    [InlineData("""{"tier":["lokal"]}""", "AudienceValueUnknown", "audience.tier")]
    [InlineData("""{"any_of":[{"everyone":true},{"sector":["public","gov"]}]}""", "AudienceValueUnknown", "audience.any_of[1].sector")]
    [InlineData("""{"except":{"role":["chief"]},"everyone":true}""", "AudienceValueUnknown", "audience.except.role")]
    [InlineData("""{"country":["Slovenia"]}""", "AudienceValueUnknown", "audience.country")]
    [InlineData("""{"language":["slovene"]}""", "AudienceValueUnknown", "audience.language")]
    [InlineData("""{"emails":["nobody"]}""", "AudienceValueUnknown", "audience.emails")]
    [InlineData("""{"countries":["SI"]}""", "AudienceFieldUnknown", "audience.countries")]
    [InlineData("""{"tier":[]}""", "AudienceListEmpty", "audience.tier")]
    [InlineData("""{"tier":[1]}""", "AudienceNoList", "audience.tier")]
    [InlineData("""{"any_of":{}}""", "AudienceNoList", "audience.any_of")]
    [InlineData("{}", "AudienceMissing", null)]
    [InlineData("""{"everyone":false}""", "AudienceMissing", null)]
    [InlineData("""{"except":{"tier":["local"]}}""", "AudienceMissing", null)]
    [InlineData("3", "AudienceMissing", null)]
    [InlineData("""{"organisation":["Atlantis"]}""", "AudienceOrganisationUnknown", null)]
    [InlineData("""{"emails":["nobody@example.org"]}""", "AudiencePeopleUnknown", null)]
    [InlineData("""{"any_of":[{"any_of":[{"any_of":[{"any_of":[{"any_of":[{"everyone":true}]}]}]}]}]}""", "AudienceTooDeep", null)]
    public async Task What_is_written_wrongly_is_named(string audience, string code, string? field)
    {
        var refusal = (await Checked(audience)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        if (field is not null) refusal.Facts["field"].ShouldBe(field);
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_counted_by_why()
    {
        await Network();
        foreach (var (name, change) in new (string, Action<Member>)[]
        {
            ("Left", member => member.Leave()),
            ("Stopped", member => member.StoppedAt = given.Now),
            ("NoConsent", member => member.Withdraw(Consent.Broadcasts)),
            ("NoStories", member => member.Unwanted = [BroadcastKind.Story]),
            ("Blocked", member => member.Suppressed = FailureReason.Blocked),
            ("Imported", member => member.Address = null),
        })
        {
            var member = await given.Asker(name);
            await given.Change<Member>(member.Id, one =>
            {
                one.Address = new Address(name);
                change(one);
            });
        }

        var counts = await given.Do<FindAudience, AudienceCounts>(find => find.Count(Audience.All, BroadcastKind.Story, default));
        counts.People.ShouldBe(10);
        counts.Reachable.ShouldBe(4);
        counts.Unreachable.ShouldBe(new Dictionary<FailureReason, int>
        {
            [FailureReason.Left] = 1, [FailureReason.OptedOut] = 3, [FailureReason.Blocked] = 1, [FailureReason.NotInstalled] = 1,
        }, ignoreOrder: true);
        counts.Languages.ShouldBe(new Dictionary<Language, int> { [Language.English] = 3, [new Language("sl")] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task An_organiser_of_one_organisation_reaches_its_confirmed_people_alone()
    {
        var names = await Network();
        var bo = names.Single(one => one.Value == "Bo").Key;
        await given.Change<Member>(bo, member => member.Give(Role.OrganisationOrganiser));
        await given.Asker("Claims");
        await given.Change<Member>(names.Single(one => one.Value == "Ana").Key, member => member.OrganisationProof = OrganisationProof.Claimed);

        var member = await given.Read(async db => (await db.Members.FindAsync(bo))!);
        var audience = await given.Do<CheckAudience, Result<Audience>>(check => check.Handle(Audience.All, member, null, default));
        (await Ids(audience.Value)).ShouldBe([bo]);

        member.Take(Role.OrganisationOrganiser);
        (await given.Do<CheckAudience, Result<Audience>>(check => check.Handle(Audience.All, member, null, default))).Refusal.ShouldBe(Refusal.NotYours);
    }

    [Fact]
    public async Task Many_people_come_in_pages_and_each_once()
    {
        var people = Enumerable.Range(0, 2345).Select(i => new Member { Id = EntityId.New<MemberId>(given.Now), Name = $"{i}", Country = i % 2 == 0 ? "SI" : "BE" }).ToArray();
        await given.Save([.. people]);
        var found = await Ids(new Audience { Countries = ["SI"] });
        found.ShouldBe(people.Where(one => one.Country == "SI").Select(one => one.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task Addresses_beside_a_group_of_the_directory_stay_when_the_audience_is_checked_again()
    {
        var (ana, bo, cas) = (await given.Asker("Ana"), await given.Asker("Bo"), await given.Asker("Cas"));
        foreach (var one in new[] { ana, bo, cas }) await given.Change<Member>(one.Id, member => (member.EntraObjectId, member.Email) = (member.Name, $"{member.Name.ToLowerInvariant()}@town.example"));
        var audience = new Audience { Groups = ["Mobility"], Emails = ["ana@town.example", "cas@town.example"] };
        for (var checks = 0; checks < 2; checks++)
        {
            audience = await given.Read(async db => (await new CheckAudience(db, new Mobility()).Handle(audience, null, null, default)).Value);
            (await Ids(audience)).ShouldBe([ana.Id]);
        }

        (await given.Do<AudienceChoices, NamedPeople>(choices => choices.Named(audience, default))).Emails.ShouldBe(["ana@town.example", "cas@town.example"]);
        (await Ids(audience.Without(ana.Id))).ShouldBeEmpty();
    }

    /// <summary>A directory with one group: Ana and Bo.</summary>
    private sealed class Mobility : IDirectoryGroups
    {
        public bool IsOn => true;

        public Task<Result<List<string>>> Members(string group, CancellationToken stop) => Task.FromResult<Result<List<string>>>(new List<string> { "Ana", "Bo" });
    }

    private async Task<Dictionary<MemberId, string>> Network()
    {
        var city = await given.Organisation("aarhus", Tier.Local, "DK");
        var university = await given.Organisation("ULB", Tier.National, "SI", Sector.Academic);
        await given.Change<Organisation>(university.Id, one => one.PolicyAreas = ["Logement social", "health"]);
        var ana = await given.Asker("Ana", city, "sl", "da");
        var bo = await given.Ambassador("Bo", organisation: city);
        var cas = await given.Asker("Cas", university);
        var dora = await given.Organiser("Dora");
        foreach (var (member, change) in new (Member, Action<Member>)[]
        {
            (ana, one => (one.Topics, one.Country) = (["Permits for parking, in the centre"], "DK")),
            (bo, one => one.Country = null),
            (cas, one => one.Country = null),
            (dora, one => (one.Language, one.Country) = (new Language("sl"), "SI")),
        })
        {
            await given.Change<Member>(member.Id, one =>
            {
                one.Address = new Address(one.Name);
                change(one);
            });
        }

        return new Dictionary<MemberId, string> { [ana.Id] = "Ana", [bo.Id] = "Bo", [cas.Id] = "Cas", [dora.Id] = "Dora" };
    }

    private async Task<Result<Audience>> Checked(string json)
    {
        using var document = JsonDocument.Parse(json);
        var read = AudienceJson.Read(document.RootElement);
        return read.Refusal is not null ? read : await given.Do<CheckAudience, Result<Audience>>(check => check.Handle(read.Value, null, null, default));
    }

    private async Task<IReadOnlyList<MemberId>> Ids(Audience audience)
    {
        var ids = new List<MemberId>();
        MemberId? after = null;
        do
        {
            var page = await given.Do<FindAudience, AudiencePage>(find => find.Page(audience, BroadcastKind.Message, after, default));
            ids.AddRange(page.People.Select(person => person.Id));
            after = page.Next;
        }
        while (after is not null);
        return ids;
    }
}

public sealed class AudienceOnSqliteTests() : AudienceTests(StoreEngine.Sqlite);

public sealed class AudienceOnPostgresTests() : AudienceTests(StoreEngine.Postgres);
