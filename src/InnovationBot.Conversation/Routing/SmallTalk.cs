using System.Collections.Frozen;
using System.Text;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Routing;

/// <summary>Thanks, an ok, a thumb up: what people write to a bot that needs a short word and no search. And what has no words at all.</summary>
public static class SmallTalk
{
    /// <summary>Letters that a text needs to be searched for; one alone says nothing.</summary>
    private const int FewestLetters = 2;

    private static readonly FrozenSet<string> Words = Language.Spoken
        .SelectMany(language => Say.In(language)["Routing.ThanksWords"].Split(';'))
        .Select(CommandWords.Normalise)
        .ToFrozenSet();

    /// <summary>Thumbs, hands, hearts, smiles: the code points people thank and agree with.</summary>
    private static readonly FrozenSet<int> Signs = "👍👌👏🙏🤝💪💯✅✔❤💙💚💛💜🧡🎉🙌😀😃😄😁😊🙂😉😍🥰🤗☺🌷🌹💐✨⭐".EnumerateRunes().Select(rune => rune.Value).ToFrozenSet();

    /// <summary>A word of thanks or agreement, or nothing but signs of it.</summary>
    public static bool Is(string text) => IsSigns(text) || (text.Length <= 60 && Words.Contains(CommandWords.Normalise(text)));

    /// <summary>"👍", "🙏🏽 ❤️".</summary>
    public static bool IsSigns(string text)
    {
        var any = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Signs.Contains(rune.Value)) any = true;
            else if (!Rune.IsWhiteSpace(rune) && rune.Value is not (0xFE0F or 0x200D or (>= 0x1F3FB and <= 0x1F3FF))) return false; // what shapes an emoji, and the tone of its skin
        }

        return any;
    }

    /// <summary>Signs, emoji, a single letter, digits alone, an address of the web: nothing there that could be searched for.</summary>
    public static bool IsWordless(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !IsAddress(word)).Sum(word => word.EnumerateRunes().Count(Rune.IsLetter)) < FewestLetters;

    /// <summary>The same, and no digit either, which may answer a question: "40".</summary>
    public static bool AnswersNothing(string text) => IsWordless(text) && !text.EnumerateRunes().Any(Rune.IsDigit);

    /// <summary>An address of the web or of mail, which is in no language.</summary>
    public static bool IsAddress(string word) =>
        word.Contains("://", StringComparison.Ordinal) || word.Contains('@', StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>What to write, for a text without words; what was left out, when that was all of it.</summary>
    public static Reply WhatToWrite(Turn turn) => Reply.Text(turn.LeftOut.Count > 0 ? turn.WhatWasLeftOut : turn.Say["Routing.TooLittle"]);
}
