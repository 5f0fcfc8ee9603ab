using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Activities.Tests.Connector;

public sealed class SendLimiterTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_tenant_makes_its_number_of_calls_in_any_second_whatever_the_conversations()
    {
        var sent = Run(perSecond: 25, calls: 500, conversation: n => $"c{n}", minutes: 1);
        sent.Count.ShouldBe(500);
        AtMost(25, TimeSpan.FromSeconds(1), sent);
        (sent[^1] - sent[0]).ShouldBeLessThan(TimeSpan.FromSeconds(500 / 25 / 0.95));
    }

    [Fact]
    public void A_tenants_calls_are_spread_over_the_second_and_few_go_at_once()
    {
        var sent = Run(perSecond: 50, calls: 200, conversation: n => $"c{n}", minutes: 1);
        AtMost(5, TimeSpan.FromMilliseconds(100), sent);
        (sent[^1] - sent[0]).ShouldBeLessThan(TimeSpan.FromSeconds(200 / 50 / 0.95));
    }

    [Fact]
    public void A_conversation_keeps_all_the_channels_windows()
    {
        var sent = Run(perSecond: 1000, calls: 4000, conversation: _ => "c", minutes: 130);
        AtMost(7, TimeSpan.FromSeconds(1), sent);
        AtMost(8, TimeSpan.FromSeconds(2), sent);
        AtMost(60, TimeSpan.FromSeconds(30), sent);
        AtMost(1800, TimeSpan.FromHours(1), sent);
        sent.Count(at => at - sent[0] < TimeSpan.FromSeconds(30)).ShouldBe(60);
        sent.Count.ShouldBeGreaterThan(2000);
    }

    [Fact]
    public void A_busy_conversation_does_not_hold_up_the_others_of_its_tenant()
    {
        var limiter = Limiter(25);
        for (var i = 0; i < 20; i++) _ = Go(limiter, "t", "busy");
        var quiet = Go(limiter, "t", "quiet");
        clock.Advance(TimeSpan.FromMilliseconds(400)); // the busy one's first seven, spread over the second
        quiet.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void A_busy_tenant_does_not_hold_up_another()
    {
        var limiter = Limiter(2);
        for (var i = 0; i < 20; i++) _ = Go(limiter, "busy", $"c{i}");
        Go(limiter, "quiet", "c").IsCompletedSuccessfully.ShouldBeTrue();
        Go(limiter, "busy", "").IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Zero_is_no_limit()
    {
        var limiter = Limiter(0);
        for (var i = 0; i < 10_000; i++) Go(limiter, "t", "c").IsCompletedSuccessfully.ShouldBeTrue();
        limiter.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public void A_429_holds_up_tenant_and_conversation_for_its_time(int perSecond)
    {
        var limiter = Limiter(perSecond);
        limiter.Slow("t", "c", TimeSpan.FromSeconds(5));
        var same = Go(limiter, "t", "c");
        var other = Go(limiter, "t", "other");
        Go(limiter, "another", "c").IsCompletedSuccessfully.ShouldBeTrue();
        clock.Advance(TimeSpan.FromMilliseconds(4999));
        (same.IsCompleted || other.IsCompleted).ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        same.IsCompletedSuccessfully.ShouldBeTrue();
        other.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Who_waits_can_stop()
    {
        var limiter = Limiter(1);
        using var stop = new CancellationTokenSource();
        _ = Go(limiter, "t", "a");
        var waiting = limiter.Wait("t", "b", stop.Token).AsTask();
        stop.Cancel();
        waiting.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public void A_large_audience_is_forgotten_as_it_is_served()
    {
        var limiter = Limiter(1000);
        for (var second = 0; second < 120; second++)
        {
            for (var i = 0; i < 900; i++) _ = Go(limiter, "t", $"{second}-{i}");
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        limiter.Count.ShouldBeLessThan(61 * 900);
        clock.Advance(TimeSpan.FromMinutes(2));
        _ = Go(limiter, "t", "last");
        limiter.Count.ShouldBeLessThanOrEqualTo(2);
    }

    private static Task Go(SendLimiter limiter, string tenant, string conversation) => limiter.Wait(tenant, conversation, Stop).AsTask();

    private SendLimiter Limiter(int perSecond) => new(Options.Create(new ConnectorLimits { RequestsPerSecond = perSecond }), new MachineClock(clock));

    /// <summary>Makes all calls at once and tells when each was let go.</summary>
    private List<DateTimeOffset> Run(int perSecond, int calls, Func<int, string> conversation, int minutes)
    {
        var limiter = Limiter(perSecond);
        var waiting = Enumerable.Range(0, calls).Select(n => limiter.Wait("t", conversation(n), Stop).AsTask()).ToList();
        var sent = new List<DateTimeOffset>();
        var end = clock.GetUtcNow().AddMinutes(minutes);
        while (waiting.Count > 0 && clock.GetUtcNow() < end)
        {
            sent.AddRange(Enumerable.Repeat(clock.GetUtcNow(), waiting.RemoveAll(one => one.IsCompletedSuccessfully)));
            clock.Advance(TimeSpan.FromMilliseconds(minutes > 5 ? 1000 : 10));
        }

        return sent;
    }

    private static void AtMost(int count, TimeSpan window, List<DateTimeOffset> sent)
    {
        for (var i = count; i < sent.Count; i++) (sent[i] - sent[i - count]).ShouldBeGreaterThanOrEqualTo(window);
    }
}
