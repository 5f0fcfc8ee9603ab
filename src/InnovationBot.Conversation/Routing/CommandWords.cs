using System.Buffers;
using System.Globalization;
using System.Text;

namespace InnovationBot.Conversation.Routing;

/// <summary>How typed words are compared with a command's: without case, diacritics, punctuation at the ends and doubled spaces.</summary>
public static class CommandWords
{
    /// <summary>Quotation marks too: texts of the bot set a command in them, and people copy it so.</summary>
    private static readonly SearchValues<char> Ignored = SearchValues.Create(".!?…/,;:'’‘‚\"“”„«»‹›");

    public static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        var space = false;
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(letter) || letter is '-' or '\u00A0')
            {
                space = plain.Length > 0;
                continue;
            }

            if (Ignored.Contains(letter)) continue;
            if (space) plain.Append(' ');
            space = false;
            foreach (var plainLetter in Fold(char.ToLowerInvariant(letter))) plain.Append(plainLetter);
        }

        return plain.ToString();
    }

    /// <summary>As people write who have no such keys: "Beitraege", "aabne problemer", "hvem kan jeg spoerge".</summary>
    public static string InTwoLetters(string words) => words.Normalize(NormalizationForm.FormC).ToLowerInvariant()
        .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
        .Replace("å", "aa", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal);

    /// <summary>What follows a command's words in the text as it was typed.</summary>
    public static string After(string text, string normalisedWords)
    {
        var words = normalisedWords.TrimEnd().Count(letter => letter == ' ') + 1;
        var rest = text.AsSpan().TrimStart();
        for (var i = 0; i < words && !rest.IsEmpty; i++)
        {
            var end = rest.IndexOfAny(' ', '\t', '\n');
            rest = end < 0 ? [] : rest[end..].TrimStart();
        }

        return rest.TrimEnd().ToString();
    }

    private static string Fold(char letter) => letter switch
    {
        'ø' => "o",
        'æ' => "ae",
        'ß' => "ss",
        'œ' => "oe",
        'đ' => "d",
        _ => letter.ToString(),
    };
}
