using System.Collections.Frozen;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;

namespace InnovationBot.Conversation.CheckIns;

/// <summary>"Nothing", "no": an answer that says there is none, in any language the bot speaks.</summary>
internal static class NothingWords
{
    private static readonly FrozenSet<string> Words = WordLists.Of("CheckIns.NothingWords");

    public static bool Is(string text) => text.Length <= 40 && Words.Contains(CommandWords.Normalise(text));
}

/// <summary>"I do not know": an answer to a further question that tells nothing more.</summary>
internal static class UnknownWords
{
    private static readonly FrozenSet<string> Words = WordLists.Of("CheckIns.UnknownWords");

    public static bool Is(string text) => !text.Any(char.IsLetterOrDigit) || (text.Length <= 40 && Words.Contains(CommandWords.Normalise(text)));
}

/// <summary>"Innovation", "digitalisation": names a fashion, no task and no service.</summary>
internal static class NoService
{
    private static readonly FrozenSet<string> Words = WordLists.Of("CheckIns.NoServiceWords");

    public static bool Is(string text) => CommandWords.Normalise(text) is { Length: < 2 } or "" || Words.Contains(CommandWords.Normalise(text));
}

/// <summary>Words parted by semicolons in the texts of every language, as people type them.</summary>
internal static class WordLists
{
    public static FrozenSet<string> Of(string key) =>
        Language.Spoken.SelectMany(language => Say.In(language)[key].Split(';')).Select(CommandWords.Normalise).ToFrozenSet();
}
