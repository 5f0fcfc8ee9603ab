using InnovationBot.Activities;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Service.Delivery;
using Microsoft.Extensions.Time.Testing;
using FailureReason = InnovationBot.Activities.FailureReason;

namespace InnovationBot.Service.Tests.Delivery;

public class RetryScheduleTests
{
    private static readonly DateTimeOffset Now = Deliveries.Start;

    private readonly RetrySchedule schedule = new(new Middle(), new FakeTimeProvider(Now));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(2, 8)]
    [InlineData(3, 16)]
    public void Each_pause_is_twice_the_one_before(int attempts, int seconds) =>
        After(Tried(attempts), Unavailable()).Due.ShouldBe(Now.AddSeconds(seconds));

    [Fact]
    public void The_channel_may_ask_for_a_longer_pause_but_not_for_a_shorter_one()
    {
        After(Tried(1), Unavailable(TimeSpan.FromSeconds(30))).Due.ShouldBe(Now.AddSeconds(30));
        After(Tried(1), Unavailable(TimeSpan.FromSeconds(1))).Due.ShouldBe(Now.AddSeconds(4));
    }

    [Fact]
    public void Ten_minutes_after_the_first_try_it_ends_however_few_tries_there_were()
    {
        var notice = Tried(1);
        notice.FirstTriedAt = Now.AddMinutes(-9);
        After(notice, Unavailable(TimeSpan.FromSeconds(50))).State.ShouldBe(NoticeState.Queued);
        After(notice, Unavailable(TimeSpan.FromSeconds(70))).State.ShouldBe(NoticeState.Failed);
    }

    [Fact]
    public void Neither_a_429_nor_a_connection_never_made_counts()
    {
        var notice = Tried(4);
        notice.FirstTriedAt = Now.AddHours(-1);
        var throttled = After(notice, new() { Outcome = ConnectorOutcome.Retry, Reason = FailureReason.Throttled, Status = 429, RetryAfter = TimeSpan.FromSeconds(20) });
        (throttled.State, throttled.Due, throttled.CountsAsTry).ShouldBe((NoticeState.Queued, Now.AddSeconds(20), false));
        var unconnected = After(notice, new() { Outcome = ConnectorOutcome.Retry, Reason = FailureReason.Unavailable, ErrorCode = "NotConnected" });
        (unconnected.State, unconnected.CountsAsTry).ShouldBe((NoticeState.Queued, false));
    }

    private DeliveryRecord After(Notice notice, ConnectorResult result) => schedule.After(notice, result, "chat");

    private static Notice Tried(int attempts)
    {
        var notice = Deliveries.Notice(new Member { Id = Network.EntityId.New<Network.MemberId>(Now) });
        notice.Attempts = attempts;
        return notice;
    }

    private static ConnectorResult Unavailable(TimeSpan? retryAfter = null) =>
        new() { Outcome = ConnectorOutcome.Retry, Reason = FailureReason.Unavailable, Status = 503, RetryAfter = retryAfter };

    /// <summary>No jitter.</summary>
    private sealed class Middle : Random
    {
        public override double NextDouble() => 0.5;
    }
}
