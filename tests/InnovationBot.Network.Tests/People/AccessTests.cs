using InnovationBot.Network.Cases;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Tests.People;

/// <summary>Who reads what, as a table: rows are what somebody chose, columns are readers.</summary>
public sealed class AccessTests
{
    private static readonly Organisation City = new() { Id = new(Guid.NewGuid()), Key = "city", Name = "City", Country = "BE", Sector = Sector.Public };
    private static readonly Organisation County = new() { Id = new(Guid.NewGuid()), Key = "county", Name = "County", Country = "BE", Sector = Sector.Public };
    private static readonly Organisation Firm = new() { Id = new(Guid.NewGuid()), Key = "firm", Name = "Firm", Country = "BE", Sector = Sector.Private };
    private static readonly Member Author = Person(Firm, confirmed: true);

    /// <summary>The case and the person looked at belong to the city.</summary>
    private static readonly Dictionary<string, Reader> Readers = new()
    {
        ["anybody"] = Reader.Anybody,
        ["stranger"] = Reader.Of(Person(null, false), null),
        ["same, claimed"] = Reader.Of(Person(City, confirmed: false), City),
        ["same"] = Reader.Of(Person(City, confirmed: true), City),
        ["other public body"] = Reader.Of(Person(County, confirmed: true), County),
        ["firm"] = Reader.Of(Person(Firm, confirmed: true), Firm),
        ["author"] = Reader.Of(Author, Firm),
    };

    public static TheoryData<Readers, string[]> CaseReaders() => new()
    {
        { Network.Readers.Network, [.. Readers.Keys] },
        { Network.Readers.PublicBodies, ["same", "other public body", "author"] },
        { Network.Readers.Organisation, ["same", "author"] },
        { Network.Readers.Private, ["author"] },
    };

    [Theory, MemberData(nameof(CaseReaders))]
    public void A_case_is_read_by_whom_it_names_and_the_store_says_the_same(Readers readers, string[] expected)
    {
        var @case = Written(readers);
        Readers.Where(reader => reader.Value.MayRead(@case)).Select(reader => reader.Key).ShouldBe(expected);
        Readers.Where(reader => CaseAccess.ReadableBy(reader.Value).Compile()(@case)).Select(reader => reader.Key).ShouldBe(expected);
    }

    [Theory]
    [InlineData(CaseState.Draft)]
    [InlineData(CaseState.InReview)]
    [InlineData(CaseState.Withdrawn)]
    public void What_is_not_published_is_found_by_nobody(CaseState state)
    {
        var @case = Written(Network.Readers.Network);
        @case.State = state;
        Readers.Values.ShouldAllBe(reader => !reader.MayRead(@case) && !CaseAccess.ReadableBy(reader).Compile()(@case));
    }

    public static TheoryData<Visibility, bool, string[]> Namers() => new()
    {
        { Visibility.Listed, true, [.. Readers.Keys] },
        { Visibility.Listed, false, [.. Readers.Keys] },
        { Visibility.Organisation, true, ["same"] },
        { Visibility.Organisation, false, [] },
        { Visibility.Unlisted, true, [] },
    };

    [Theory, MemberData(nameof(Namers))]
    public void A_person_is_named_to_whom_they_chose(Visibility visibility, bool confirmed, string[] expected)
    {
        var jan = Person(City, confirmed);
        (jan.Visibility, jan.State, jan.Name, jan.Role) = (visibility, MemberState.Active, "Jan", "architect");
        foreach (var (name, reader) in Readers)
        {
            var shown = reader.Show(jan, City, []);
            (shown.Name, shown.Role, shown.Organisation).ShouldBe(expected.Contains(name) ? ("Jan", "architect", "City") : (null, null, null), name);
            (shown.Kind, shown.OnlySays).ShouldBe((City.Kind, !confirmed));
        }
    }

    [Theory]
    [InlineData(MemberState.Invited)]
    [InlineData(MemberState.Met)]
    [InlineData(MemberState.Left)]
    [InlineData(MemberState.Erased)]
    public void Whoever_has_not_joined_or_has_left_is_named_to_nobody(MemberState state)
    {
        var jan = Person(City, confirmed: true);
        (jan.Visibility, jan.State) = (Visibility.Listed, state);
        Readers.Values.ShouldAllBe(reader => !reader.MayName(jan));
    }

    private static Case Written(Readers readers) => new()
    {
        Key = "k", Title = "t", Problem = "p", WhatWasDone = "w", OrganisationId = City.Id, Readers = readers, AuthorId = Author.Id, State = CaseState.Published,
    };

    private static Member Person(Organisation? organisation, bool confirmed) => new()
    {
        Id = new(Guid.NewGuid()), OrganisationId = organisation?.Id, OrganisationProof = confirmed ? OrganisationProof.Import : OrganisationProof.Claimed,
    };
}
