using System.Text.Json;
using InnovationBot.Activities;
using InnovationBot.Conversation.People.Safety;
using InnovationBot.Conversation.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Routing;

/// <summary>Takes what clients ask besides presses to who answers it: lists while typing, the message extension, actions on messages.</summary>
public sealed class InvokeRouter(Routes routes, IServiceProvider services, SafetyGate safety)
{
    private const int MostResults = 25;

    public async Task<IReadOnlyList<SearchResult>> Typed(SearchRequest request, Turn turn, CancellationToken stop) =>
        routes.Typeahead(request.Dataset) is { } list
            ? await ((ITypeahead)services.GetRequiredService(list)).Find(Bounded(request.QueryText), turn, stop)
            : [];

    public async Task<IReadOnlyList<ExtensionResult>> Searched(MessagingExtensionQuery query, Turn turn, CancellationToken stop)
    {
        if (routes.Extension(query.CommandId) is not { } command) return [];
        var page = new ResultPage(Math.Max(0, query.QueryOptions?.Skip ?? 0), Math.Clamp(query.QueryOptions?.Count ?? MostResults, 1, MostResults));
        var typed = query.Text("initialRun") == "true" ? "" : Bounded(query.Parameters?.FirstOrDefault(one => one?.Value is { ValueKind: JsonValueKind.String })?.Value?.GetString());
        return await ((IExtensionQuery)services.GetRequiredService(command)).Find(typed, page, turn, stop);
    }

    public async Task<IReadOnlyList<ExtensionResult>> Pasted(MessagingExtensionQuery query, Turn turn, CancellationToken stop)
    {
        if (!Uri.TryCreate(query.Url, UriKind.Absolute, out var link)) return [];
        foreach (var preview in services.GetServices<ILinkPreview>())
            if (await preview.Preview(link, turn, stop) is { } shown) return [shown];
        return [];
    }

    /// <returns><c>null</c> for a command that this bot does not have.</returns>
    public async Task<Reply?> ActedOn(MessagingExtensionQuery action, Turn turn, CancellationToken stop)
    {
        if (routes.MessageAction(action.CommandId) is not { } route) return null;
        var text = Bounded(MessagePayloadText.Of(action.MessagePayload));
        return await safety.Answer(text, turn, stop) ?? await ((IMessageAction)services.GetRequiredService(route)).Open(text, turn, stop);
    }

    private static string Bounded(string? text)
    {
        var kept = PressData.Plain(text);
        return kept.Length <= PressData.LongestText ? kept : kept[..PressData.LongestText];
    }
}
