using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InnovationBot.Activities;

/// <summary>The answer to an invoke: an HTTP status and a JSON body.</summary>
/// <param name="Status">Of the HTTP answer; 200 whenever the bot's own code decided, its outcome stands in the body.</param>
/// <param name="Body">Written as it is; <c>null</c> = an empty answer.</param>
public sealed record InvokeResponse(int Status, RawJson? Body = null)
{
    /// <summary>200 without a body: done, nothing to show; closes a dialog.</summary>
    public static InvokeResponse Empty { get; } = new(200);

    public static InvokeResponse Json<T>(T body, JsonTypeInfo<T> type, int status = 200) =>
        new(status, new RawJson(JsonSerializer.SerializeToUtf8Bytes(body, type)));

    /// <summary>Answers adaptiveCard/action: this card takes the old one's place, for the person who pressed only.</summary>
    /// <param name="card">The card object (not an attachment).</param>
    public static InvokeResponse AdaptiveCard(RawJson card)
    {
        var head = """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"""u8;
        var utf8 = card.Utf8;
        var body = new byte[head.Length + utf8.Length + 1];
        head.CopyTo(body);
        utf8.CopyTo(body.AsSpan(head.Length));
        body[^1] = (byte)'}';
        return new InvokeResponse(200, new RawJson(body));
    }

    /// <summary>Answers adaptiveCard/action: a short text, the card stays.</summary>
    public static InvokeResponse Message(string text) =>
        Json(new MessageAnswer(200, "application/vnd.microsoft.activity.message", text), AnswerJson.Default.MessageAnswer);

    /// <summary>
    /// Answers adaptiveCard/action or application/search with an error, over HTTP 200. The client shows only a generic failure:
    /// where a person should learn something, prefer <see cref="AdaptiveCard"/> or <see cref="Message"/>.
    /// </summary>
    /// <param name="statusCode">200 to 599; stands in the body.</param>
    /// <param name="message">Without internals.</param>
    public static InvokeResponse Error(int statusCode, string code, string message) => ErrorOver(200, statusCode, code, message);

    internal static InvokeResponse ErrorOver(int status, int statusCode, string code, string message) =>
        Json(new ErrorAnswer(statusCode, "application/vnd.microsoft.error", new ErrorValue(code, message)), AnswerJson.Default.ErrorAnswer, status);

    /// <summary>Answers an invoke whose value cannot be read, that no client of Teams sends so: 400 over HTTP 400.</summary>
    public static InvokeResponse Unreadable { get; } = ErrorOver(400, 400, "BadRequest", "The invoke's value cannot be read.");

    /// <summary>Answers application/search; Teams shows at most 15, so no more are sent.</summary>
    public static InvokeResponse SearchResults(IEnumerable<SearchResult> results) =>
        Json(
            new SearchAnswer(200, "application/vnd.microsoft.search.searchResponse", new SearchResults([.. results.Take(15)])),
            AnswerJson.Default.SearchAnswer);

    /// <summary>Answers task/fetch, task/submit or composeExtension/fetchTask: opens a dialog, or goes on to its next step.</summary>
    /// <param name="card">A card with Action.Submit only: dialogs know no Action.Execute.</param>
    /// <param name="height"><c>small medium large</c>.</param>
    /// <param name="width"><c>small medium large</c>.</param>
    public static InvokeResponse Dialog(string title, RawJson card, string height = "medium", string width = "medium") =>
        Json(
            new TaskModuleAnswer(new TaskModuleContinue("continue", new TaskModuleInfo(title, height, width, Attachment.AdaptiveCard(card)))),
            AnswerJson.Default.TaskModuleAnswer);

    /// <summary>Answers task/submit: closes the dialog with a text.</summary>
    public static InvokeResponse DialogMessage(string text) =>
        Json(new TaskModuleMessageAnswer(new TaskModuleMessage("message", text)), AnswerJson.Default.TaskModuleMessageAnswer);

    /// <summary>Answers composeExtension/query, selectItem and queryLink.</summary>
    /// <param name="layout"><c>list</c> or <c>grid</c>.</param>
    public static InvokeResponse Results(IEnumerable<MessagingExtensionAttachment> attachments, string layout = "list") =>
        Json(
            new MessagingExtensionAnswer(new MessagingExtensionResult("result", layout, [.. attachments])),
            AnswerJson.Default.MessagingExtensionAnswer);

    /// <summary>Answers a composeExtension invoke with a text in place of results.</summary>
    public static InvokeResponse ResultsMessage(string text) =>
        Json(new MessagingExtensionAnswer(new MessagingExtensionResult("message", Text: text)), AnswerJson.Default.MessagingExtensionAnswer);
}
