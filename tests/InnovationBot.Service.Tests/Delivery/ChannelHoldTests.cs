using InnovationBot.Activities;
using InnovationBot.Service.Delivery;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Service.Tests.Delivery;

public class ChannelHoldTests
{
    private readonly FakeTimeProvider machine = new();
    private readonly ChannelHold hold;

    public ChannelHoldTests() => hold = new(new MachineClock(machine), NullLogger<ChannelHold>.Instance);

    [Fact]
    public void A_429_holds_its_tenant_as_long_as_the_channel_asks_and_no_other()
    {
        hold.Heed("one", new() { Outcome = ConnectorOutcome.Retry, Reason = FailureReason.Throttled, Status = 429, RetryAfter = TimeSpan.FromSeconds(7) });
        hold.Left("one").ShouldBe(TimeSpan.FromSeconds(7));
        hold.Left("other").ShouldBe(TimeSpan.Zero);
        machine.Advance(TimeSpan.FromSeconds(7));
        hold.Left("one").ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_connector_that_is_away_holds_everything_longer_each_time_until_it_answers()
    {
        var seconds = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            Miss();
            Miss(); // the others that were under way
            seconds.Add(hold.Away().TotalSeconds);
            machine.Advance(hold.Away());
        }

        seconds.ShouldBe([1, 2, 4, 8, 16, 30, 30]);
        hold.Heed("one", new() { Outcome = ConnectorOutcome.Sent, Status = 201 });
        Miss();
        hold.Left("any").ShouldBe(TimeSpan.FromSeconds(1));
    }

    private void Miss() => hold.Heed("one", new() { Outcome = ConnectorOutcome.Retry, Reason = FailureReason.Unavailable, ErrorCode = "NotConnected" });
}
