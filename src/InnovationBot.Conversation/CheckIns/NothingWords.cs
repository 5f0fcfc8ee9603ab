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

/// <summary>The title of a check-in's button, typed instead of pressed, in any language the bot speaks.</summary>
internal sealed class TypedButton(string key)
{
    public static readonly TypedButton StopAsking = new("CheckIns.StopAsking");
    public static readonly TypedButton AskLater = new("CheckIns.AskLater");
    public static readonly TypedButton Forget = new("CheckIns.Forget");
    public static readonly TypedButton NothingNow = new("CheckIns.NothingNow");

    private readonly FrozenSet<string> titles = WordLists.Of(key);

    public bool Is(string text) => text.Length <= 40 && titles.Contains(CommandWords.Normalise(text));
}

/// <summary>"It is solved": what has happened since, in two words.</summary>
internal static class SolvedWords
{
    private static readonly FrozenSet<string> Words = WordLists.Of("CheckIns.SolvedWords");

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

    private static readonly FrozenSet<string> And = WordLists.Of("CheckIns.MirrorAndWords");

    public static bool Is(string text) =>
        CommandWords.Normalise(text) is var named && (named.Length < 2 || Words.Contains(named) || named.Split(' ').All(word => Words.Contains(word) || And.Contains(word)));
}

/// <summary>Words parted by semicolons in the texts of every language, as people type them.</summary>
internal static class WordLists
{
    public static FrozenSet<string> Of(string key) =>
        Language.Spoken.SelectMany(language => Say.In(language)[key].Split(';')).Select(CommandWords.Normalise).ToFrozenSet();
}
