using System.Buffers;
using System.Text;

namespace InnovationBot.Cards;

/// <summary>
/// Makes what people wrote safe to stand in markdown. Clients disagree about escapes (Teams on phones shows some
/// backslashes and follows a link behind one), so what would be a link, a list, a heading, HTML, a mention or a date
/// macro is broken by an invisible word joiner, which every client leaves alone; a backslash stands only before
/// signs of emphasis and code.
/// </summary>
public static class Markdown
{
    private const char Joiner = '\u2060';

    private static readonly SearchValues<char> Suspects = SearchValues.Create("\\`*_~<&]{/:.\n\r\t\u0085\u2028\u2029");

    private static readonly SearchValues<char> LineOpeners = SearchValues.Create("#>-+=|0123456789 \u00A0");

    /// <summary>The words, to be shown as they were written; each line becomes a paragraph.</summary>
    public static string Escape(string words)
    {
        if (words.Length == 0) return words;
        if (!words.AsSpan().ContainsAny(Suspects) && !LineOpeners.Contains(words[0])) return PlainText.Clean(words);

        var escaped = new StringBuilder(words.Length + 16);
        foreach (var line in PlainText.Lines(words))
        {
            if (escaped.Length > 0) escaped.Append("\n\n");
            EscapeLine(line, escaped);
        }

        return escaped.ToString();
    }

    private static void EscapeLine(string line, StringBuilder escaped)
    {
        if (OpensBlock(line)) escaped.Append(Joiner);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            var before = i > 0 ? line[i - 1] : ' ';
            var after = i + 1 < line.Length ? line[i + 1] : ' ';
            if (NeedsBackslash(c, before, after)) escaped.Append('\\');
            escaped.Append(c == '\t' ? ' ' : c);
            if (NeedsJoiner(c, before, after)) escaped.Append(Joiner);
        }
    }

    /// <summary>Heading, quote, list, rule, underline of a heading, table.</summary>
    private static bool OpensBlock(string line)
    {
        if (line[0] is '#' or '>' or '-' or '+' or '=' or '|') return true;

        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is '.' or ')';
    }

    private static bool NeedsBackslash(char c, char before, char after) => c switch
    {
        '*' or '`' or '~' => true,
        '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)), // inside a word it is no emphasis
        '\\' => char.IsAscii(after) && !char.IsAsciiLetterOrDigit(after),
        _ => false,
    };

    private static bool NeedsJoiner(char c, char before, char after) => c switch
    {
        '<' => after != ' ',                                                 // tags, <at>, <https://…>
        '&' => char.IsAsciiLetter(after) || after == '#',                     // &#42;
        ']' => after is '(' or ':' or '[',                                   // [text](address), [text]: address, [text][name]
        '{' => after == '{',                                                 // {{DATE(…)}}
        '/' => after == '/',                                                 // https://, //host
        ':' => char.IsAsciiLetter(after),                                   // mailto:a
        '.' => char.IsLetterOrDigit(before) && char.IsLetter(after),       // www.example.org, a@example.org
        _ => false,
    };
}
