using System.Reflection;
using System.Text;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Activities;

/// <summary>
/// Makes one call: limiter, service URL, token, request, and what its end means. The token is attached only after the service URL was
/// checked, for each request anew.
/// </summary>
internal sealed class ConnectorCaller(
    ChannelHttp http, ServiceUrlPolicy policy, ConnectorTokens? tokens, ISendLimiter limiter, MachineClock clock, ActivityMetrics metrics, ILogger<ConnectorCaller> log)
{
    private const int MaxAnswer = 4 * 1024 * 1024;

    /// <summary>Teams takes about 100 KB a message, counted as UTF-16 (Teams docs: format your bot messages).</summary>
    private const int MaxPayload = 100 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>A call that has left is not torn off when its caller stops, but gets this long to hear the answer: else every restart would leave deliveries of which nobody knows.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(2);

    private static readonly string Product =
        $"InnovationBot/{typeof(ConnectorCaller).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"}";

    public async ValueTask<(ConnectorResult Result, ReadOnlyMemory<byte> Body)> Call(ConnectorRequest request, CancellationToken stop)
    {
        var (result, body) = await Authorised(request, stop);
        metrics.ConnectorCall(request.Operation, result);
        if (!result.IsSent) Log.ConnectorCallFailed(log, request.Operation, result.Outcome, result.Reason, result.Status, result.ErrorCode);
        return (result, body);
    }

    private async ValueTask<(ConnectorResult Result, ReadOnlyMemory<byte> Body)> Authorised(ConnectorRequest request, CancellationToken stop)
    {
        if (!policy.Allows(request.ServiceUrl, out var address)) return (ConnectorResult.Refused("ServiceUrlNotAllowed"), default);

        if (IsTooBig(request.Body)) return (new ConnectorResult { Outcome = ConnectorOutcome.Failed, Reason = FailureReason.TooBig, ErrorCode = "MessageSizeTooBig" }, default);

        var target = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{request.Path}");
        for (var isFirst = true; ; isFirst = false)
        {
            ConnectorToken? token = null;
            if (tokens is not null)
            {
                (token, var wait) = await tokens.Get(stop);
                if (token is null)
                {
                    return (new ConnectorResult { Outcome = ConnectorOutcome.Retry, Reason = FailureReason.Unavailable, RetryAfter = wait, ErrorCode = "NoToken" }, default);
                }
            }

            await limiter.Wait(request.TenantId, request.LimitKey, stop);
            var (result, body) = await Once(request, target, token, stop);
            if (result.Status != 401 || token is null) return (result, body);

            tokens!.Drop(token);
            if (!isFirst) return (result, body);
        }
    }

    private async ValueTask<(ConnectorResult Result, ReadOnlyMemory<byte> Body)> Once(
        ConnectorRequest request, Uri target, ConnectorToken? token, CancellationToken stop)
    {
        using var message = new HttpRequestMessage(request.Method, target);
        message.Headers.Authorization = token?.Header;
        message.Headers.TryAddWithoutValidation("User-Agent", Product);
        var content = request.Body is null ? null : new JsonBody(request.Body);
        message.Content = content;

        using var end = new CancellationTokenSource(Timeout, clock.Time);
        await using var stopping = stop.UnsafeRegister(
            static state =>
            {
                var (content, end) = ((JsonBody?, CancellationTokenSource))state!;
                if (content?.HasLeft == true) end.CancelAfter(Grace);
                else end.Cancel();
            },
            (content, end));

        HttpResponseMessage? response = null;
        try
        {
            response = await http.Connectors.SendAsync(message, end.Token);
            return await Answer(request, response, end.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && content?.HasLeft != true)
        {
            throw new OperationCanceledException(stop);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            return (Lost(request, lost, content?.HasLeft == true), default);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private async ValueTask<(ConnectorResult Result, ReadOnlyMemory<byte> Body)> Answer(
        ConnectorRequest request, HttpResponseMessage response, CancellationToken stop)
    {
        var status = (int)response.StatusCode;
        var body = ReadOnlyMemory<byte>.Empty;
        try
        {
            body = await BoundedBody.Read(response, MaxAnswer, stop) ?? default;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException)
        {
            // the status has come, so it is known what became of the call
        }

        if (status is >= 200 and < 300) return (new ConnectorResult { Outcome = ConnectorOutcome.Sent, Status = status }, body);

        var retryAfter = RetryAfter.Of(response, clock.Now);
        if (status == 429)
        {
            retryAfter ??= DefaultRetryAfter;
            limiter.Slow(request.TenantId, request.LimitKey, retryAfter.Value);
        }

        return (ConnectorError.Map(status, ConnectorError.CodeOf(body), retryAfter), default);
    }

    /// <summary>No text has more characters than bytes, so most need not be counted.</summary>
    private static bool IsTooBig(byte[]? utf8) => utf8?.Length > MaxPayload / 2 && Encoding.UTF8.GetCharCount(utf8) > MaxPayload / 2;

    private static ConnectorResult Lost(ConnectorRequest request, Exception lost, bool hasLeft)
    {
        if (lost is HttpRequestException { InnerException: BlockedAddressException }) return ConnectorResult.Refused("AddressNotAllowed");
        return hasLeft && !request.IsRepeatable
            ? new ConnectorResult { Outcome = ConnectorOutcome.Unknown }
            : new ConnectorResult { Outcome = ConnectorOutcome.Retry, Reason = FailureReason.Unavailable, ErrorCode = hasLeft ? null : "NotConnected" };
    }
}
