using InnovationBot.Search.Ranking;

namespace InnovationBot.Search.Tests;

public sealed class MisspellingTests
{
    [Theory]
    [InlineData("permit", "permit", 0)]
    [InlineData("premit", "permit", 1)]
    [InlineData("permt", "permit", 1)]
    [InlineData("perrmit", "permit", 1)]
    [InlineData("pemrti", "permit", 2)]
    public void Slips_are_counted(string typed, string meant, int slips) => Misspelling.Slips(typed, meant, 2).ShouldBe(slips);

    [Fact]
    public void Short_words_are_never_respelt() => Misspelling.Of("bus", ["bud", "bug"]).ShouldBeEmpty();

    [Fact]
    public void The_nearest_come_first() => Misspelling.Of("aplicashun", ["applicashun", "application", "aplicashun2"]).Select(word => word.Stem).First().ShouldBe("aplicashun2");
}
