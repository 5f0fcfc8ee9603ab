using InnovationBot.Network;
using InnovationBot.Service.Demo.Acting;

namespace InnovationBot.Service.Tests.Demo;

public sealed class MemberNamesTests
{
    private static readonly NamedMember[] Members =
        [.. new[] { "Urška Mlinar", "Mlinar Kos", "Anna de Vries", "Anna Bakker", "Søren Dahl", "Jo Lie", "Josephine Lie" }.Select(Named)];

    [Theory]
    [InlineData("Urška Mlinar", "Urška Mlinar")]
    [InlineData("urska mlinar", "Urška Mlinar")]
    [InlineData("Mlinar, Urška", "Urška Mlinar")]
    [InlineData("soren", "Søren Dahl")]
    [InlineData("Anna Vries", "Anna de Vries")]
    [InlineData("vri", "Anna de Vries")]
    [InlineData("Jo Lie", "Jo Lie")] // whole, though another begins so
    [InlineData("Urshka Mlinaar", "Urška Mlinar")]
    [InlineData("soren.dahl@city.example", "Søren Dahl")]
    public void Finds_whom_somebody_means(string typed, string name) =>
        MemberNames.Find(typed, Members).ShouldHaveSingleItem().Name.ShouldBe(name);

    [Theory]
    [InlineData("Anna", "Anna de Vries", "Anna Bakker")]
    [InlineData("mlinar", "Urška Mlinar", "Mlinar Kos")]
    public void Names_all_who_may_be_meant(string typed, params string[] names) =>
        MemberNames.Find(typed, Members).Select(member => member.Name).ShouldBe(names);

    [Theory]
    [InlineData("Zoltan")]
    [InlineData("Anna Zoltan")]
    [InlineData("...")]
    [InlineData("nobody@city.example")]
    public void Finds_nobody_where_nobody_is_meant(string typed) => MemberNames.Find(typed, Members).ShouldBeEmpty();

    private static NamedMember Named(string name) => new(
        EntityId.New<MemberId>(DateTimeOffset.UnixEpoch), name, $"{name.ToLowerInvariant().Replace(' ', '.').Replace('ø', 'o')}@city.example", "clerk, City");
}
