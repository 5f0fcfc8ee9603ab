using System.Net;
using System.Net.Sockets;
using InnovationBot.Testing.Connector;
using Microsoft.Extensions.Time.Testing;
using static InnovationBot.Activities.Tests.Connector.ConnectorClientTests;

namespace InnovationBot.Activities.Tests.Connector;

/// <summary>What the channel's troubles become: sent, failed, to be tried again, or nobody knows.</summary>
public sealed class ConnectorFaultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "BadArgument", ConnectorOutcome.Failed, FailureReason.Refused)]
    [InlineData(400, "MessageSizeTooBig", ConnectorOutcome.Failed, FailureReason.TooBig)]
    [InlineData(403, "MessageWritesBlocked", ConnectorOutcome.Failed, FailureReason.Blocked)]
    [InlineData(403, "ConversationBlockedByUser", ConnectorOutcome.Failed, FailureReason.Blocked)]
    [InlineData(403, "BotNotInConversationRoster", ConnectorOutcome.Failed, FailureReason.NotInstalled)]
    [InlineData(403, "BotDisabledByAdmin", ConnectorOutcome.Failed, FailureReason.Disabled)]
    [InlineData(403, "NotEnoughPermissions", ConnectorOutcome.Failed, FailureReason.Refused)]
    [InlineData(403, null, ConnectorOutcome.Failed, FailureReason.Refused)]
    [InlineData(404, "ConversationNotFound", ConnectorOutcome.Failed, FailureReason.NotFound)]
    [InlineData(404, "ActivityNotFoundInConversation", ConnectorOutcome.Failed, FailureReason.NotFound)]
    [InlineData(412, "PreconditionFailed", ConnectorOutcome.Retry, FailureReason.Conflict)]
    [InlineData(413, "MessageSizeTooBig", ConnectorOutcome.Failed, FailureReason.TooBig)]
    [InlineData(429, "Throttled", ConnectorOutcome.Retry, FailureReason.Throttled)]
    [InlineData(500, "ServiceError", ConnectorOutcome.Failed, FailureReason.Refused)]
    [InlineData(502, null, ConnectorOutcome.Retry, FailureReason.Unavailable)]
    [InlineData(503, null, ConnectorOutcome.Retry, FailureReason.Unavailable)]
    [InlineData(504, null, ConnectorOutcome.Retry, FailureReason.Unavailable)]
    public async Task Each_status_has_its_meaning_and_is_asked_once(int status, string? code, ConnectorOutcome outcome, FailureReason reason)
    {
        await using var host = await BotHost.Channel();
        host.Connector.FailNext(Fault.Answer(status, code));
        var sent = await Client(host).Send(To(host), Activity.Message("x"), Stop);
        (sent.Outcome, sent.Reason, sent.Status, sent.ErrorCode).ShouldBe((outcome, reason, status, code));
        host.Connector.Attempts.Count.ShouldBe(1);
        host.Connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Both_shapes_of_error_are_read_and_neither_is_needed()
    {
        await using var host = await BotHost.Channel();
        host.Connector.FailNext(
            Fault.SubCode(403, 209, "MessageWritesBlocked"),
            Fault.Raw(403, """{"errorCode":209,"message":"not json"}"""),
            Fault.Raw(403, "<html><h1>Forbidden</h1></html>"),
            Fault.Raw(403, """{"error":{"code":"a code with a name in it: Mia Kralj"}}"""),
            Fault.Raw(403, """{"error":"BotDisabledByAdmin"}"""));
        var results = new List<(FailureReason?, string?)>();
        for (var i = 0; i < 5; i++)
        {
            var sent = await Client(host).Send(To(host), Activity.Message("x"), Stop);
            results.Add((sent.Reason, sent.ErrorCode));
        }

        results.ShouldBe(
        [
            (FailureReason.Blocked, "MessageWritesBlocked"), (FailureReason.Blocked, "MessageWritesBlocked"),
            (FailureReason.Refused, null), (FailureReason.Refused, null), (FailureReason.Refused, null),
        ]);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_left_is_unknown_taken_or_not()
    {
        await using var host = await BotHost.Channel();
        host.Connector.FailNext(Fault.ResetBefore, Fault.ResetAfter);
        (await Client(host).Send(To(host), Activity.Message("one"), Stop)).Outcome.ShouldBe(ConnectorOutcome.Unknown);
        (await Client(host).Send(To(host), Activity.Message("two"), Stop)).Outcome.ShouldBe(ConnectorOutcome.Unknown);
        host.Connector.Calls.Select(call => call.Words).ShouldBe(["two"]);
        host.Connector.Attempts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_can_be_done_twice_is_to_be_tried_again_instead()
    {
        await using var host = await BotHost.Channel();
        var message = await Client(host).Send(To(host), Activity.Message("one"), Stop);
        host.Connector.FailNext(Fault.ResetAfter, Fault.ResetBefore, Fault.ResetBefore, Fault.ResetBefore, Fault.ResetAfter);
        (await Client(host).Update(To(host), message.Id!, Activity.Message("two"), Stop)).Outcome.ShouldBe(ConnectorOutcome.Retry);
        (await Client(host).CreateConversation(new NewConversation(host.Connector.ServiceUrl, BotHost.Tenant, "29:x"), Stop)).Outcome.ShouldBe(ConnectorOutcome.Retry);
    }

    [Fact]
    public async Task A_status_that_has_come_counts_although_its_body_never_ends()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var host = await BotHost.Channel(clock: clock);
        (await Client(host).Send(To(host), Activity.Message("first"), Stop)).IsSent.ShouldBeTrue();
        host.Connector.FailNext(Fault.SlowBody);
        var sending = Client(host).Send(To(host), Activity.Message("x"), Stop).AsTask();
        await host.Connector.WaitFor(call => call.Words == "x", Stop);
        while (!sending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        // the header may have been read before the time was over, or not: never is it a reason to send again
        (await sending).Outcome.ShouldBeOneOf(ConnectorOutcome.Sent, ConnectorOutcome.Unknown);
    }

    [Fact]
    public async Task A_connector_that_is_not_there_took_nothing()
    {
        await using var host = await BotHost.Channel();
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();
        var sent = await Client(host).Send(To(host) with { ServiceUrl = $"http://127.0.0.1:{port}/" }, Activity.Message("x"), Stop);
        (sent.Outcome, sent.Reason, sent.Status).ShouldBe((ConnectorOutcome.Retry, FailureReason.Unavailable, null));
    }

    [Fact]
    public async Task Retry_After_is_read_as_seconds_and_as_a_date_and_has_a_default()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var limiter = new RememberingLimiter();
        await using var host = await BotHost.Channel(limiter.Register, clock);
        host.Connector.FailNext(Fault.Throttled(7), Fault.ThrottledUntil(clock.GetUtcNow().AddSeconds(9)), Fault.Throttled());
        var waits = new List<TimeSpan?>();
        for (var i = 0; i < 3; i++) waits.Add((await Client(host).Send(To(host), Activity.Message("x"), Stop)).RetryAfter);

        waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(2)]);
        limiter.Slowed.ShouldBe(waits.Select(wait => (BotHost.Tenant, To(host).ConversationId, wait!.Value)));
    }

    [Fact]
    public async Task Every_call_passes_the_limiter_and_reading_uses_up_no_conversation()
    {
        var limiter = new RememberingLimiter();
        await using var host = await BotHost.Channel(limiter.Register);
        var id = (await Client(host).Send(To(host), Activity.Message("x"), Stop)).Id!;
        await Client(host).Update(To(host), id, Activity.Message("y"), Stop);
        await Client(host).GetPagedMembers(To(host), 10, null, Stop);
        limiter.Waited.ShouldBe([(BotHost.Tenant, To(host).ConversationId), (BotHost.Tenant, To(host).ConversationId), (BotHost.Tenant, "")]);
    }

    [Fact]
    public async Task Who_stops_before_anything_left_has_sent_nothing()
    {
        await using var host = await BotHost.Channel();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await Client(host).Send(To(host), Activity.Message("x"), stopped.Token));
        host.Connector.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_stops_while_the_answer_is_due_still_hears_it()
    {
        await using var host = await BotHost.Channel();
        using var stopping = new CancellationTokenSource();
        host.Connector.Fails = _ =>
        {
            stopping.Cancel();
            return null;
        };
        var sent = await Client(host).Send(To(host), Activity.Message("x"), stopping.Token);
        sent.Outcome.ShouldBe(ConnectorOutcome.Sent);
        stopping.IsCancellationRequested.ShouldBeTrue();
    }
}
