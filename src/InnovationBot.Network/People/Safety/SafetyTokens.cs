using System.Globalization;
using System.Text;

namespace InnovationBot.Network.People.Safety;

/// <summary>The words of a text as they are compared: small letters, no diacritics, a full stop where a sentence ends.</summary>
internal static class SafetyTokens
{
    /// <summary>Ends a sentence; no pattern reaches over it.</summary>
    public const string Stop = ".";

    public static List<string> Of(string text)
    {
        List<string> tokens = [];
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(letter))
            {
                _ = char.ToLowerInvariant(letter) switch
                {
                    'ø' => word.Append('o'), 'æ' => word.Append("ae"), 'œ' => word.Append("oe"), 'ß' => word.Append("ss"), 'đ' => word.Append('d'),
                    var small => word.Append(small),
                };
                continue;
            }

            End();
            if (letter is '.' or '!' or '?' or '\n' or ';') tokens.Add(Stop);
        }

        End();
        return tokens;

        void End()
        {
            if (word.Length > 0) tokens.Add(word.ToString());
            word.Clear();
        }
    }
}
