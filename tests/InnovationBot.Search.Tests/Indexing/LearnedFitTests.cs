using InnovationBot.Search.Indexing;
using InnovationBot.Search.Ranking;

namespace InnovationBot.Search.Tests.Indexing;

public sealed class LearnedFitTests
{
    [Fact]
    public void What_was_learned_is_read_again_as_it_was() =>
        LearnedFit.Read(new LearnedFit(new FitModel(2.718281828459045), 10_645).ToString()).ShouldBe(new LearnedFit(new FitModel(2.718281828459045), 10_645));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef 2.2 100")]
    public void What_another_build_learned_is_learned_anew(string? kept) => LearnedFit.Read(kept).ShouldBeNull();

    [Theory]
    [InlineData(100, 100, false)]
    [InlineData(100, 109, false)]
    [InlineData(100, 110, true)]
    [InlineData(100, 90, true)]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, true)]
    public void It_is_learned_again_when_a_tenth_has_come_or_gone(int from, int count, bool isStale) =>
        new LearnedFit(FitModel.Usual(withMeaning: false), from).IsStale(count).ShouldBe(isStale);
}
