using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Outcomes;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Testing.Years;

namespace InnovationBot.Service.Tests.Years;

/// <summary>Nine months with few members: half a year after an introduction, and the weeks after; the benchmark <c>year</c> lives through a year with 5,000.</summary>
public sealed class SimulatedYearTests
{
    [Fact]
    public async Task In_nine_months_nobody_is_written_to_too_often_at_the_wrong_time_or_twice_and_nothing_due_is_lost()
    {
        await using var year = await SimulatedYear.Of(members: 36, seed: 11);
        await year.Live(days: 280);

        (await YearPromises.Broken(year)).ShouldBeEmpty();
        year.Kills.ShouldBeGreaterThan(10);
        var kinds = year.Messages.Select(one => one.Kind).ToHashSet();
        foreach (var kind in new[] { CheckInNotices.Question, IntroductionNotices.Asked, IntroductionNotices.DidYouTalk, OutcomeNotices.Asked, MobilityNotices.StillThere }) kinds.ShouldContain(kind);
    }
}
