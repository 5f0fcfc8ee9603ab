using Microsoft.AspNetCore.Http;

namespace InnovationBot.Service.Links;

/// <summary>What is handed out behind a link: kept by nobody, no page of this site, nothing loaded or run by it, and no other site told where it came from.</summary>
internal static class ClosedAnswer
{
    public static void CloseAnswer(this HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
