using System.Buffers;
using System.Text;

namespace InnovationBot.Search.Analysis;

/// <summary>Where a word stands in a text.</summary>
internal readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// Breaks text into words after the word boundaries of Unicode (UAX 29) as far as alphabetic scripts need them: letters,
/// marks and digits, apostrophes and dots inside a word, and a short first part with its hyphen ("e-mail", "co-design").
/// Emoji, symbols and markup signs are boundaries, so that query syntax in a text has no meaning.
/// </summary>
internal ref struct WordBreaker(ReadOnlySpan<char> text)
{
    /// <summary>Longer runs of letters are no words; they are cut here.</summary>
    public const int MaxLength = 64;

    private readonly ReadOnlySpan<char> text = text;
    private int position;

    public Span Current { get; private set; }

    public bool MoveNext()
    {
        while (position < text.Length && !IsWordPart(position, out _)) position += Advance(position);
        if (position >= text.Length) return false;

        var start = position;
        while (position < text.Length && position - start < MaxLength)
        {
            if (IsWordPart(position, out var length)) position += length;
            else if (Joins(start, position)) position++;
            else break;
        }

        Current = new(start, position - start);
        return true;
    }

    private readonly bool IsWordPart(int at, out int length)
    {
        var letter = text[at];
        length = 1;
        if (!char.IsSurrogate(letter)) return char.IsLetterOrDigit(letter) || IsMark(letter);
        if (Rune.DecodeFromUtf16(text[at..], out var rune, out length) != OperationStatus.Done) return false;
        return Rune.IsLetterOrDigit(rune);
    }

    private static bool IsMark(char letter) => letter >= '\u0300' && char.GetUnicodeCategory(letter) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private readonly int Advance(int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private readonly bool Joins(int start, int at)
    {
        if (at + 1 >= text.Length || at == start) return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        return text[at] switch
        {
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            '.' => (char.IsDigit(before) && char.IsDigit(after)) || (at - start == 1 && char.IsLetter(before) && char.IsLetter(after)),
            ',' => char.IsDigit(before) && char.IsDigit(after),
            '-' or '‑' => at - start <= 2 && char.IsLetter(before) && char.IsLetter(after) && char.IsLetter(text[start]),
            '\u00ad' => char.IsLetter(before) && char.IsLetter(after),
            _ => false,
        };
    }
}
