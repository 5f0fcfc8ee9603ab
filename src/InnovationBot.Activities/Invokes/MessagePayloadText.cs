using System.Net;
using System.Text;
using System.Text.Json;

namespace InnovationBot.Activities;

/// <summary>The words of a message that an action was taken on: Teams hands it over as HTML or as text (Teams docs: message actions, messagePayload).</summary>
public static class MessagePayloadText
{
    private static readonly HashSet<string> Breaks = new(StringComparer.OrdinalIgnoreCase) { "br", "p", "div", "li", "tr", "h1", "h2", "h3", "blockquote", "pre" };

    /// <returns>Plain words with the message's line breaks; empty when there are none.</returns>
    public static string Of(JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } message || !message.TryGetProperty("body"u8, out var body) || body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("content"u8, out var content) || content.ValueKind != JsonValueKind.String)
            return "";
        var text = content.GetString()!;
        var isHtml = !body.TryGetProperty("contentType"u8, out var type) || type.ValueKind != JsonValueKind.String || type.ValueEquals("html"u8);
        return isHtml ? Words(text) : text.Trim();
    }

    private static string Words(string html)
    {
        var words = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var end = html[at] == '<' && at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!') ? html.IndexOf('>', at) : -1;
            if (end < 0)
            {
                words.Append(html[at] is '\r' or '\n' ? ' ' : html[at]);
                at++;
                continue;
            }

            var opens = html[at + 1] != '/';
            var tag = html.AsSpan(at + 1, end - at - 1).Trim('/');
            var length = tag.IndexOfAny(" \t\r\n/");
            var name = (length < 0 ? tag : tag[..length]).ToString();
            if (Breaks.Contains(name)) words.Append('\n');
            at = end + 1;
            if (opens && name.ToLowerInvariant() is "script" or "style") at = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? close : html.Length;
        }

        var lines = WebUtility.HtmlDecode(words.ToString()).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return string.Join('\n', lines);
    }
}
