using InnovationBot.Network;
using InnovationBot.Network.Cases;
using static InnovationBot.Search.Tests.SearchedNetwork;

namespace InnovationBot.Search.Tests;

public sealed class ReadersTests
{
    private static readonly OrganisationId Own = new(Guid.NewGuid());
    private static readonly MemberId Author = new(Guid.NewGuid());

    private static readonly Dictionary<string, Reader> People = new()
    {
        ["anybody"] = Reader.Anybody,
        ["public body"] = new(new(Guid.NewGuid()), new(Guid.NewGuid()), true),
        ["own organisation"] = new(new(Guid.NewGuid()), Own, false),
        ["author"] = new(Author, null, false),
    };

    [Theory]
    [InlineData(Readers.Network, "anybody", "public body", "own organisation", "author")]
    [InlineData(Readers.PublicBodies, "public body", "author")]
    [InlineData(Readers.Organisation, "own organisation", "author")]
    [InlineData(Readers.Private, "author")]
    public async Task Only_those_who_may_read_a_case_find_it(Readers readers, params string[] mayRead)
    {
        await using var network = await Open();
        var @case = Case("Wood chips", "Wood chips block the drains of the playground.");
        (@case.Readers, @case.OrganisationId, @case.AuthorId) = (readers, Own, Author);
        await network.Save(@case);

        foreach (var (name, reader) in People)
        {
            var found = (await network.Ask("wood chips in the drains", reader: reader, evenIfNothingFits: true)).Cases.Any(hit => hit.Id == @case.Id);
            found.ShouldBe(mayRead.Contains(name), name);
            found.ShouldBe(reader.MayRead(@case), "the index and the one rule say the same");
        }
    }

    [Theory]
    [InlineData(CaseState.Draft)]
    [InlineData(CaseState.InReview)]
    [InlineData(CaseState.Withdrawn)]
    public async Task A_case_that_is_not_published_is_never_found(CaseState state)
    {
        await using var network = await Open();
        var @case = Case("Wood chips", "Wood chips block the drains of the playground.");
        await network.Save(@case);
        @case.State = state;
        await network.Save(@case);

        (await network.Ask("wood chips in the drains", evenIfNothingFits: true)).Cases.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_one_may_not_read_speaks_for_nobody()
    {
        await using var network = await Open();
        var @case = Case("Wood chips", "Wood chips block the drains of the playground.");
        @case.Readers = Readers.Private;
        var carrier = Ambassador("Ana");
        Carries(carrier, @case);
        await network.Save(carrier, @case);

        (await network.Ask("wood chips in the drains", evenIfNothingFits: true)).People.ShouldBeEmpty();
    }
}
