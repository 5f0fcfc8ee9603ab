using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Tests.Matching;

public sealed class DiversityTests
{
    [Fact]
    public void Not_all_come_from_one_organisation_where_another_is_about_as_good()
    {
        var (city, county) = (Body("City", Tier.Local), Body("County", Tier.Regional));
        ChosenPerson[] ranked = [Of("a", city, 0.9), Of("b", city, 0.88), Of("c", county, 0.82), Of("d", city, 0.5)];
        Diversity.Choose(ranked, 2).Select(one => one.Member.Name).ShouldBe(["a", "c"]);
        Diversity.Choose(ranked, 3).Select(one => one.Member.Name).ShouldBe(["a", "c", "b"]);
    }

    [Fact]
    public void Whoever_suits_much_better_is_named_first_all_the_same()
    {
        var (city, county) = (Body("City", Tier.Local), Body("County", Tier.Regional));
        Diversity.Choose([Of("a", city, 0.9), Of("b", city, 0.85), Of("c", county, 0.6)], 2).Select(one => one.Member.Name).ShouldBe(["a", "b"]);
        Diversity.Choose([], 3).ShouldBeEmpty();
    }

    private static Organisation Body(string name, Tier tier) =>
        new() { Id = EntityId.New<OrganisationId>(DateTimeOffset.UnixEpoch), Key = name, Name = name, Tier = tier, Sector = Sector.Public, Country = "SI" };

    private static ChosenPerson Of(string name, Organisation organisation, double score) =>
        new(new Member { Id = EntityId.New<MemberId>(DateTimeOffset.UnixEpoch), Name = name }, organisation, score, []);
}
