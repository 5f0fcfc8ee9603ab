using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Activities;

/// <summary>
/// <c>POST /api/messages</c>: believes the request, reads the activity, runs the turn within the request and answers. Nothing is queued, so
/// what was answered has happened.
/// </summary>
internal sealed class MessagesEndpoint(
    DoorPolicy policy, TurnGate gate, IConnectorClient connector, MachineClock clock, ActivityMetrics metrics, ILogger<MessagesEndpoint> log)
{
    private const string PlaygroundHeader = "x-ms-agents-playground";

    private static readonly TimeSpan Odd = TimeSpan.FromMinutes(15);

    public async Task Handle(HttpContext context)
    {
        var started = clock.Time.GetTimestamp();
        using var trace = TurnTrace.Begin("turn", System.Diagnostics.ActivityKind.Server);
        Activity? activity = null;
        if (!gate.TryEnter())
        {
            Log.TooManyTurns(log, gate.Limit);
            context.Response.Headers.RetryAfter = "1";
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else
        {
            try
            {
                (context.Response.StatusCode, activity, var caller) = await Open(context);
                if (activity is not null) await Run(context, activity, caller!);
            }
            catch (BadHttpRequestException broken)
            {
                context.Response.StatusCode = broken.StatusCode; // the server's own limits: too long, too slow, cut off
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
            catch (Exception fault) when (!context.Response.HasStarted)
            {
                Log.TurnFailed(log, ActivityMetrics.Known(activity?.Type), Names(fault), trace.TraceId, fault.StackTrace);
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
            finally
            {
                gate.Leave();
            }
        }

        var time = clock.Time.GetElapsedTime(started);
        metrics.Turn(activity?.Type, context.Response.StatusCode, time);
        if (trace.IsAllDataRequested) trace.SetTag("activity.type", ActivityMetrics.Known(activity?.Type)).SetTag("http.response.status_code", context.Response.StatusCode);
        Log.TurnEnded(log, ActivityMetrics.Known(activity?.Type), context.Response.StatusCode, time.TotalMilliseconds, trace.TraceId);
    }

    /// <returns>An activity that may have its turn and who sent it; or the status to answer with.</returns>
    private async ValueTask<(int Status, Activity? Activity, CallerIdentity? Caller)> Open(HttpContext context)
    {
        var request = context.Request;
        if (!IsJson(request.ContentType)) return (StatusCodes.Status415UnsupportedMediaType, null, null);

        var (token, refusal) = await policy.Before(context);
        if (refusal != AuthenticationRefusal.None) return (Refuse(context, refusal), null, null);

        Bound(context);
        if (request.ContentLength > ActivityReader.MaxLength) return (StatusCodes.Status413PayloadTooLarge, null, null);
        var (activity, fault) = await ActivityReader.Read(request.BodyReader, context.RequestAborted);
        if (fault == ActivityFault.None)
        {
            refusal = policy.Admit(token, activity!);
            if (refusal != AuthenticationRefusal.None) return (Refuse(context, refusal, activity), null, null);
            if (!policy.CanBeAnswered(activity!)) fault = ActivityFault.NoServiceUrl;
        }

        if (fault != ActivityFault.None)
        {
            Log.NoActivity(log, fault);
            return (fault == ActivityFault.TooLong ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, null, null);
        }

        return (StatusCodes.Status200OK, activity, policy.Identity(token, activity!));
    }

    private async ValueTask Run(HttpContext context, Activity activity, CallerIdentity caller)
    {
        LogOddTimestamp(activity);
        var isInvoke = activity.Type == ActivityTypes.Invoke;
        InvokeResponse? answer = null;
        TurnContext? turn = null;
        if (isInvoke && activity.Name == InvokeNames.AdaptiveCardAction && AdaptiveCardAction.Fault(activity) is { } fault)
        {
            answer = InvokeResponse.ErrorOver(StatusCodes.Status400BadRequest, StatusCodes.Status400BadRequest, fault.Code, fault.Message);
        }
        else if (!IsBot(activity, caller))
        {
            turn = new TurnContext(activity, caller, connector, clock.Time, context.Request.Headers.ContainsKey(PlaygroundHeader));
            answer = await context.RequestServices.GetRequiredService<IBot>().OnTurn(turn, context.RequestAborted);
        }

        if (isInvoke) await TurnAnswer.Write(context.Response, answer ?? new InvokeResponse(StatusCodes.Status501NotImplemented));
        else if (activity.DeliveryMode == DeliveryModes.ExpectReplies) await TurnAnswer.Write(context.Response, turn?.Replies ?? []);
    }

    /// <summary>Two bots, or a bot and its own messages, would talk to each other for ever. News about members and installation may well come from a bot.</summary>
    private static bool IsBot(Activity activity, CallerIdentity caller) =>
        activity.Type is not (ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate)
        && activity.From is { } from
        && (string.Equals(from.Role, "bot", StringComparison.OrdinalIgnoreCase) || from.Id == activity.Recipient?.Id || from.Id == $"28:{caller.AppId}");

    private static bool IsJson(string? contentType)
    {
        if (contentType is "application/json" or "application/json; charset=utf-8") return true;
        return Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
    }

    private static void Bound(HttpContext context)
    {
        // the server drains what nobody read: let it stop near our limit and not at its own (it counts the frames of chunks, too)
        if (context.Request.ContentLength is <= ActivityReader.MaxLength) return;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = 2 * ActivityReader.MaxLength;
    }

    private int Refuse(HttpContext context, AuthenticationRefusal refusal, Activity? activity = null)
    {
        metrics.Refused(refusal);
        if (refusal is AuthenticationRefusal.Tenant or AuthenticationRefusal.TwoTenants or AuthenticationRefusal.NotLoopback)
        {
            var tenant = activity is null ? null : ConnectorError.Tame(CallerIdentity.TenantOf(activity));
            Log.NotAllowed(log, refusal, tenant ?? "unknown");
            return StatusCodes.Status403Forbidden;
        }

        Log.NotBelieved(log, refusal);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return StatusCodes.Status401Unauthorized;
    }

    private void LogOddTimestamp(Activity activity)
    {
        if (activity.Timestamp is { } at && (clock.Now - at).Duration() > Odd) Log.TimestampIsOff(log, (int)Math.Clamp((clock.Now - at).TotalMinutes, int.MinValue, int.MaxValue));
    }

    /// <summary>Types only: a message may quote what somebody wrote.</summary>
    private static string Names(Exception fault) =>
        fault.InnerException is { } inner ? $"{fault.GetType().FullName} < {Names(inner)}" : fault.GetType().FullName ?? "";
}
