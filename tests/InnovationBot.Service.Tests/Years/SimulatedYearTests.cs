using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Outcomes;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Testing.Years;

namespace InnovationBot.Service.Tests.Years;

/// <summary>A year with few members; the benchmark <c>year</c> lives through one with 5,000.</summary>
public sealed class SimulatedYearTests
{
    [Fact]
    public async Task In_a_year_nobody_is_written_to_too_often_at_the_wrong_time_or_twice_and_nothing_due_is_lost()
    {
        await using var year = await SimulatedYear.Of(members: 36, seed: 11);
        await year.Live();

        (await YearPromises.Broken(year)).ShouldBeEmpty();
        year.Kills.ShouldBeGreaterThan(10);
        var kinds = year.Messages.Select(one => one.Kind).ToHashSet();
        foreach (var kind in new[] { CheckInNotices.Question, IntroductionNotices.Asked, IntroductionNotices.DidYouTalk, OutcomeNotices.Asked, MobilityNotices.StillThere }) kinds.ShouldContain(kind);
    }
}
