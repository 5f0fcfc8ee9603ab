using System.Globalization;
using System.Text;

namespace InnovationBot.Search.Analysis;

/// <summary>Lower case and plain letters, so that "Čakalne", "cakalne" and "ČAKALNE" are one word.</summary>
internal static class Folding
{
    /// <summary>Lower case, soft hyphens and inner punctuation gone, accents kept.</summary>
    public static string Lower(ReadOnlySpan<char> word)
    {
        Span<char> lowered = stackalloc char[WordBreaker.MaxLength + 2];
        var length = 0;
        foreach (var letter in word)
        {
            if (length == lowered.Length) break;
            if (letter is '\u00ad' or '-' or '‑' or '.') { if (letter == '.' && length > 0 && char.IsDigit(lowered[length - 1])) lowered[length++] = '.'; continue; }
            lowered[length++] = letter is '’' ? '\'' : char.ToLowerInvariant(letter);
        }

        var plain = lowered[..length];
        foreach (var letter in plain)
        {
            if (letter >= '\u0300' && letter <= '\u036f') return new string(plain).Normalize(NormalizationForm.FormC);
        }

        return new string(plain);
    }

    /// <summary>Accents and special letters gone: š s, ø o, å a, æ ae, ß ss, œ oe.</summary>
    public static string Plain(string word)
    {
        var needed = false;
        foreach (var letter in word) needed |= letter > 127;
        if (!needed) return word;

        var plain = new StringBuilder(word.Length + 2);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            switch (letter)
            {
                case 'ß': plain.Append("ss"); break;
                case 'æ': plain.Append("ae"); break;
                case 'œ': plain.Append("oe"); break;
                case 'ø': plain.Append('o'); break;
                case 'đ' or 'ð': plain.Append('d'); break;
                case 'ł': plain.Append('l'); break;
                default:
                    if (letter < '\u0300' || CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append(letter);
                    break;
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
