using InnovationBot.Service.Demo.Clock;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Service.Tests.Demo;

public sealed class DemoClockTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("innovationbot-test-").FullName, "clock.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Theory]
    [InlineData("2026-11-23T15:30:00Z", "2026-11-23T09:00:00Z")] // Monday afternoon: ten in Brussels of the same day
    [InlineData("2026-11-21T12:00:00Z", "2026-11-23T09:00:00Z")] // Saturday
    [InlineData("2026-12-24T12:00:00Z", "2026-12-28T09:00:00Z")] // Christmas, a holiday somewhere from the 24th to the 26th, then a weekend
    [InlineData("2026-07-01T22:30:00Z", "2026-07-02T08:00:00Z")] // after midnight in Brussels, in summer
    public void The_first_start_is_at_ten_on_a_working_morning(string machine, string begins) =>
        Start(machine).GetUtcNow().ShouldBe(At(begins));

    [Fact]
    public void A_later_start_goes_on_from_where_the_clock_was()
    {
        Start("2026-11-23T15:30:00Z").MoveAhead(TimeSpan.FromDays(2));

        Start("2026-11-23T16:00:00Z").GetUtcNow().ShouldBe(At("2026-11-25T09:30:00Z"));
    }

    [Theory]
    [InlineData("2026-11-23T23:30:00Z", "2026-11-24T09:00:00Z")] // eight hours later it is 18:00 there: the next morning
    [InlineData("2026-11-28T15:30:00Z", "2026-11-30T09:00:00Z")] // Saturday: Monday
    [InlineData("2026-11-24T12:30:00Z", "2026-11-24T09:00:00Z")] // seven in the morning: the same day
    public void A_later_start_outside_of_working_time_is_on_the_next_working_morning(string machine, string begins)
    {
        Start("2026-11-23T15:30:00Z");

        Start(machine).GetUtcNow().ShouldBe(At(begins));
    }

    [Fact]
    public void A_command_beside_the_demo_lives_at_its_time()
    {
        Start("2026-11-23T15:30:00Z").MoveAhead(TimeSpan.FromDays(2));

        DemoClock.Beside(new FakeTimeProvider(At("2026-11-23T15:40:00Z")), file)!.GetUtcNow().ShouldBe(At("2026-11-25T09:10:00Z"));
        DemoClock.Beside(TimeProvider.System, $"{file}.none").ShouldBeNull();
    }

    [Fact]
    public void A_machine_whose_clock_went_back_does_not_take_the_demo_back()
    {
        Start("2026-11-23T15:30:00Z").MoveAhead(TimeSpan.FromHours(3));

        Start("2026-11-20T15:30:00Z").GetUtcNow().ShouldBe(At("2026-11-23T12:00:00Z"));
    }

    [Fact]
    public void A_clock_file_that_cannot_be_read_counts_as_none()
    {
        File.WriteAllText(file, "{ no json");

        Start("2026-11-23T15:30:00Z").GetUtcNow().ShouldBe(At("2026-11-23T09:00:00Z"));
    }

    [Fact]
    public void Nobody_turns_it_back() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Start("2026-11-23T15:30:00Z").MoveAhead(TimeSpan.FromMinutes(-1)));

    [Fact]
    public void Its_time_passes_with_the_machines()
    {
        var machine = new FakeTimeProvider(At("2026-11-23T15:30:00Z"));
        var clock = DemoClock.Start(machine, file);

        machine.Advance(TimeSpan.FromMinutes(20));

        clock.GetUtcNow().ShouldBe(At("2026-11-23T09:20:00Z"));
    }

    private DemoClock Start(string machine) => DemoClock.Start(new FakeTimeProvider(At(machine)), file);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
