using Microsoft.AspNetCore.Http;

namespace InnovationBot.Activities;

/// <summary>
/// Whether a request of local mode, in which no token is read, comes from this machine. A proxy on this machine would make every stranger
/// look local, and so would a browser that a web page leads to a name resolving to 127.0.0.1: hence the headers.
/// </summary>
internal static class LocalCaller
{
    public static bool Is(HttpContext context)
    {
        if (!Loopback.Is(context.Connection.RemoteIpAddress)) return false;

        var request = context.Request;
        if (!Loopback.IsHost(request.Host.Host)) return false;
        foreach (var (name, _) in request.Headers)
        {
            if (name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }
}
