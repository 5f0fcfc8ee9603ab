using System.Text.RegularExpressions;

namespace InnovationBot.Network;

/// <summary>HTML in what people write: no client draws it, so it is named instead of shown as signs.</summary>
public static partial class Markup
{
    public static bool IsIn(string text) => In(text) is not null;

    /// <returns>The first tag; none in plain words, which may say &lt;name&gt; or 3 &lt; 5.</returns>
    public static string? In(string text) => text.Contains('<', StringComparison.Ordinal) && HtmlTag().Match(text) is { Success: true } tag ? tag.Value : null;

    /// <returns>The first thing in a title or name that reads as a tag: in those nothing in angle brackets makes sense.</returns>
    public static string? InName(string text) => text.Contains('<', StringComparison.Ordinal) && AnyTag().Match(text) is { Success: true } tag ? tag.Value : In(text);

    [GeneratedRegex("<[/!]?[a-z][^<>]*>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyTag();

    [GeneratedRegex(
        "<(!--|[/!]?(a|abbr|article|audio|b|base|big|blockquote|body|br|button|code|div|doctype|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|li|link|meta|object|ol|option|p|pre|script|section|select|small|span|strong|style|sub|sup|svg|table|tbody|td|textarea|th|tr|u|ul|video)\\b[^<>]*/?>)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HtmlTag();
}
