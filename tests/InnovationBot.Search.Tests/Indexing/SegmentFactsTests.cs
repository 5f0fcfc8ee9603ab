using InnovationBot.Network;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Ranking;
using Microsoft.Extensions.DependencyInjection;
using static InnovationBot.Search.Tests.SearchedNetwork;

namespace InnovationBot.Search.Tests.Indexing;

public sealed class SegmentFactsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Neither_a_short_answer_nor_a_line_of_a_profile_is_taken_for_a_case()
    {
        await using var network = await Open();
        var documents = network.Services.GetRequiredService<Documents>();
        var (taker, giver) = (EntityId.New<MemberId>(Now), EntityId.New<MemberId>(Now));
        var answer = new ShortAnswer { Id = EntityId.New<ShortAnswerId>(Now), TakerId = taker, GiverId = giver, Problem = "", Text = "" };
        answer.Write(giver, "Our lamps break.", "Use others.", Language.English, Now).ShouldBeNull();
        answer.Agree(taker, answer.Edition, Now).ShouldBeNull();

        using var index = SearchIndex.InMemory();
        index.Add(documents.Of(answer)!);
        index.Add(documents.Of(Case("Lamps", "Our lamps break every winter."))!);
        foreach (var line in documents.Of(Ambassador("Ana", "lamps"))) index.Add(line);
        index.Refresh();

        using var view = index.Read();
        view.Reader.NumDocs.ShouldBe(3);
        view.Reader.Leaves.Sum(leaf => SegmentFacts.Of(leaf.AtomicReader).Cases.Cardinality).ShouldBe(1);
    }
}
