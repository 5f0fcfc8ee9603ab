using System.Globalization;
using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Languages;

namespace InnovationBot.Conversation.Problems;

/// <summary>
/// A text mostly in letters that no language of the bot is written with: Greek, Arabic, Chinese. That nobody has done this would be said without having read it.
/// </summary>
internal static class UnreadScript
{
    private const int LastLatin = 0x24F;

    /// <param name="taken">The language the text was taken for. Of one that was added by a folder it is read.</param>
    public static bool Is(string text, Language taken)
    {
        if (LanguageFiles.Of(taken)?.Folder is not null) return false;
        var (latin, other) = (0, 0);
        foreach (var letter in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(letter) || Rune.GetUnicodeCategory(letter) == UnicodeCategory.ModifierLetter) continue;
            if (letter.Value <= LastLatin) latin++;
            else other++;
        }

        return other > latin;
    }
}
