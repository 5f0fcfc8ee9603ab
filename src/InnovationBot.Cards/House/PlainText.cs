using System.Globalization;
using System.Text;

namespace InnovationBot.Cards;

/// <summary>Takes out of people's words what is not words: control characters, and those that turn the direction of writing.</summary>
internal static class PlainText
{
    /// <summary>Letters that stay together: what a line of a quote holds on a phone of 320 px.</summary>
    public const int WholeLine = 30;

    /// <summary>The same for a fact, beside its title.</summary>
    public const int BesideTitle = 20;

    /// <summary>The same for an e-mail address in small print, which is copied whole or is no use.</summary>
    public const int WholeAddress = 40;

    private const char ZeroWidthSpace = '\u200B';

    public static string Clean(string text)
    {
        var first = text.AsSpan().IndexOfAnyNotClean();
        if (first < 0) return text;

        return string.Concat(text.Where(c => !IsUnclean(c)));
    }

    /// <summary>The lines that hold something, without the room around them.</summary>
    public static string[] Lines(string text) =>
        Clean(text).Split(['\n', '\r', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// Long words, pasted addresses above all, with invisible places to break: unlike a <see cref="TextBlock"/>, a
    /// <see cref="RichTextBlock"/> and a <see cref="Fact"/> break between words only, and would run out of a phone's card.
    /// </summary>
    /// <param name="line">The words.</param>
    /// <param name="whole">Letters in a row that stay together.</param>
    public static string Breakable(string line, int whole = WholeLine)
    {
        if (LongestWord(line) <= whole) return line;

        var broken = new StringBuilder(line.Length + 8);
        var sinceBreak = 0;
        foreach (var c in line)
        {
            var joined = char.IsLowSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
            if (sinceBreak >= whole && !joined && !char.IsWhiteSpace(c))
            {
                broken.Append(ZeroWidthSpace);
                sinceBreak = 0;
            }

            broken.Append(c);
            sinceBreak = char.IsWhiteSpace(c) ? 0 : sinceBreak + 1;
        }

        return broken.ToString();
    }

    private static int LongestWord(string line)
    {
        var (longest, length) = (0, 0);
        foreach (var c in line)
        {
            length = char.IsWhiteSpace(c) ? 0 : length + 1;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static int IndexOfAnyNotClean(this ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (IsUnclean(text[i]))
                return i;

        return -1;
    }

    // U+202A-202E and U+2066-2069 could make a card read other than it was written.
    private static bool IsUnclean(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\u0085')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
