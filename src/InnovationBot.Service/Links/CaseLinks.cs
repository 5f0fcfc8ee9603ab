using InnovationBot.Activities;
using InnovationBot.Conversation.Cases.Anywhere;
using InnovationBot.Network;
using InnovationBot.Service.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using InnovationBot.Conversation.Texts;

namespace InnovationBot.Service.Links;

/// <summary>
/// <c>/case/{id}</c> under the public address, or a link straight into the bot's chat where there is none. It shows nothing of
/// the case: the reader's rights decide in the chat.
/// </summary>
internal sealed class CaseLinks(ServiceAddresses addresses, IOptions<BotOptions> bot, ClientLinks links) : ICaseLinks
{
    public const string Path = "/case";

    /// <summary>What the bot's chat is handed over with (Teams docs: deep links, <c>continuation</c>), before the case's digits.</summary>
    public const string Continuation = "case.";

    public Uri? To(CaseId @case) =>
        addresses.Public is { } root ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}{Path}/{@case}") : Chat(@case);

    /// <summary>The reader's own chat with the bot; none in local mode, where the bot has no app id.</summary>
    public Uri? Chat(CaseId @case) => bot.Value.AppId is { Length: > 0 } app ? new Uri(links.Teams.Handoff(app, $"{Continuation}{@case}")) : null;

    public CaseId? Read(Uri link)
    {
        if (addresses.Public is { } root && Uri.Compare(link, root, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            && link.AbsolutePath.StartsWith($"{root.AbsolutePath.TrimEnd('/')}{Path}/", StringComparison.Ordinal))
            return Id(link.AbsolutePath[(root.AbsolutePath.TrimEnd('/').Length + Path.Length + 1)..]);
        if (link.Host != links.Teams.Host || bot.Value.AppId is not { Length: > 0 } app) return null;
        var query = System.Web.HttpUtility.ParseQueryString(link.Query);
        return query["users"] == $"28:{app}" && query["continuation"] is { } handed && handed.StartsWith(Continuation, StringComparison.Ordinal) ? Id(handed[Continuation.Length..]) : null;
    }

    private static CaseId? Id(string text) => EntityId.TryRead<CaseId>(text, out var id) ? id : null;
}

internal static class CaseLinksEndpoint
{
    public static void MapCaseLinks(this IEndpointRouteBuilder endpoints) => endpoints.MapGet($"{CaseLinks.Path}/{{id:length(32)}}", Handle);

    /// <summary>The same for every id, whether there is such a case or not.</summary>
    private static async Task Handle(HttpContext context)
    {
        if (!EntityId.TryRead<CaseId>(context.GetRouteValue("id") as string, out var @case))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.CloseAnswer();
        if (context.RequestServices.GetRequiredService<CaseLinks>().Chat(@case) is { } chat)
        {
            context.Response.Redirect(chat.AbsoluteUri);
            return;
        }

        // local mode has no app that a link could open
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(Say.In(OneTimeLinksEndpoint.LanguageOf(context.Request))["Anywhere.LinkHow", ("command", $"case {@case}")], context.RequestAborted);
    }
}
