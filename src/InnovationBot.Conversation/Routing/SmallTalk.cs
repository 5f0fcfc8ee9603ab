using System.Collections.Frozen;
using System.Globalization;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Routing;

/// <summary>Thanks, an ok, an emoji: what people write to a bot that needs a short word and no search.</summary>
public static class SmallTalk
{
    private static readonly FrozenSet<string> Words = Language.Spoken
        .SelectMany(language => Say.In(language)["Routing.ThanksWords"].Split(';'))
        .Select(CommandWords.Normalise)
        .ToFrozenSet();

    public static bool Is(string text) => HasNoLetters(text) || (text.Length <= 60 && Words.Contains(CommandWords.Normalise(text)));

    private static bool HasNoLetters(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.DecimalDigitNumber)
                return false;
        return true;
    }
}
