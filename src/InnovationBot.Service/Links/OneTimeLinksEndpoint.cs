using System.Buffers.Text;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People.Privacy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace InnovationBot.Service.Links;

/// <summary><c>GET /once/{secret}</c>: hands a file out once, as a download and never as a page of this site.</summary>
internal static class OneTimeLinksEndpoint
{
    public static void MapOneTimeLinks(this IEndpointRouteBuilder endpoints) => endpoints.MapGet($"{OneTimeLinks.Path}/{{secret:length(43)}}", Handle);

    private static async Task Handle(HttpContext context)
    {
        context.Response.CloseAnswer();

        if (await Take(context) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(Say.In(LanguageOf(context.Request))["People.LinkGone"], context.RequestAborted);
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Content.Length;
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
    }

    private static async Task<SealedFile?> Take(HttpContext context)
    {
        if (context.GetRouteValue("secret") is not string text || !Base64Url.IsValid(text)) return null;
        var secret = Base64Url.DecodeFromChars(text);
        var files = context.RequestServices.GetRequiredService<OneTimeFiles>();
        return await files.Take(SealedFile.KeyOf(secret), context.RequestAborted) is { } box ? SealedFile.Open(box, secret) : null;
    }

    internal static Language LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => Language.FromTag(accepted.Value.ToString()))
            .FirstOrDefault(language => language is not null) ?? Language.English;
}
