using System.Text;
using Spectre.Console;

namespace InnovationBot.Service.Demo.Terminal;

/// <summary>Turns the markdown that cards know (bold, italic, lists, links, escapes) into the terminal's markup.</summary>
internal static class MarkdownText
{
    /// <summary>As <see cref="Words"/>, with emphasis kept.</summary>
    public static string Markup(string markdown)
    {
        var markup = new StringBuilder(markdown.Length + 16);
        string? open = null;
        foreach (var (text, sign) in Pieces(markdown))
        {
            if (sign is null)
            {
                markup.Append(Spectre.Console.Markup.Escape(text));
            }
            else if (open is null)
            {
                markup.Append(sign == "**" ? "[bold]" : "[italic]");
                open = sign;
            }
            else if (open == sign)
            {
                markup.Append("[/]");
                open = null;
            }
        }

        if (open is not null) markup.Append("[/]");
        return markup.ToString();
    }

    /// <summary>What a reader sees of plain text: without the invisible characters that keep clients from reading more into it.</summary>
    public static string Visible(string text) =>
        string.Concat(text.Where(c => c is not ('\u2060' or '\u200B') && (!char.IsControl(c) || c is '\n' or '\t')));

    private static IEnumerable<(string Text, string? Sign)> Pieces(string markdown)
    {
        var text = Links(Lists(Visible(markdown)));
        var words = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsPunctuation(text[i + 1]) | char.IsSymbol(text[i + 1]))
            {
                words.Append(text[++i]);
                continue;
            }

            if (Sign(text, i) is not { } sign)
            {
                words.Append(text[i]);
                continue;
            }

            yield return (words.ToString(), null);
            yield return ("", sign);
            words.Clear();
            i += sign.Length - 1;
        }

        yield return (words.ToString(), null);
    }

    private static string? Sign(string text, int i)
    {
        if (text[i] == '*' && i + 1 < text.Length && text[i + 1] == '*') return "**";
        if (text[i] is not ('*' or '_')) return null;
        var inWord = i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
        var alone = (i == 0 || text[i - 1] == ' ') && (i + 1 == text.Length || text[i + 1] == ' ');
        return inWord || alone ? null : "_";
    }

    private static string Lists(string text) => string.Join('\n', text.Replace("\n\n", "\n", StringComparison.Ordinal).Split('\n').Select(line =>
        line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) ? $"• {line[2..]}" : line));

    private static string Links(string text)
    {
        for (var middle = text.IndexOf("](", StringComparison.Ordinal); middle >= 0; middle = text.IndexOf("](", StringComparison.Ordinal))
        {
            var begin = text.LastIndexOf('[', middle);
            var end = text.IndexOf(')', middle);
            if (begin < 0 || end < 0) return text;
            text = $"{text[..begin]}{text[(begin + 1)..middle]} ({text[(middle + 2)..end]}){text[(end + 1)..]}";
        }

        return text;
    }
}
