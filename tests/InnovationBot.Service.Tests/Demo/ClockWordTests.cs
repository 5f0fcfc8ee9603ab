using InnovationBot.Service.Demo.Clock;

namespace InnovationBot.Service.Tests.Demo;

public sealed class ClockWordTests
{
    [Theory]
    [InlineData("+5d", 5 * 24 * 60)]
    [InlineData("+ 5 days", 5 * 24 * 60)]
    [InlineData("+3H", 3 * 60)]
    [InlineData("+30m", 30)]
    [InlineData("+2w", 14 * 24 * 60)]
    [InlineData("+1w 2d 3 hours 5 min", (((9 * 24) + 3) * 60) + 5)]
    [InlineData("+400d", 400 * 24 * 60)]
    public void Says_how_far_ahead(string text, int minutes) => ClockWord.Ahead(text).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("5d")]
    [InlineData("-5d")]
    [InlineData("+5")]
    [InlineData("+0d")]
    [InlineData("+401d")]
    [InlineData("+999999999d")]
    [InlineData("+5d tomorrow")]
    [InlineData("+5 decades")]
    [InlineData("reset")]
    public void Anything_else_does_not(string text) => ClockWord.Ahead(text).ShouldBeNull();
}
