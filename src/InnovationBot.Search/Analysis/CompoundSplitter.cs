using InnovationBot.Network;

namespace InnovationBot.Search.Analysis;

/// <summary>
/// Takes the compounds of Danish, Dutch and German apart: "Bauantragsformular" holds "Antrag" and "Formular". Only parts
/// that somebody knows count; the letters that join them ("s", "n", "en") are dropped.
/// </summary>
internal sealed class CompoundSplitter
{
    private const int ShortestPart = 4;
    private const int ShortestCompound = 8;
    private const int MostRemembered = 20_000;

    private readonly string[] joints;
    private readonly Remembered<string, string[]> remembered = new(MostRemembered, StringComparer.Ordinal);

    private CompoundSplitter(params string[] joints) => this.joints = joints;

    /// <returns><c>null</c> for languages that write such words apart.</returns>
    public static CompoundSplitter? For(Language language) => language.Code switch
    {
        "de" => new("", "s", "es", "n", "en", "er", "e"),
        "nl" => new("", "s", "e", "en", "n", "er"),
        "da" => new("", "s", "e", "er"),
        _ => null,
    };

    /// <param name="known">Gives the stem of a part that is a word by itself, else <c>null</c>.</param>
    /// <returns>Stems of the known parts; none when the word is short or nothing in it is known.</returns>
    public string[] Parts(ReadOnlySpan<char> word, Func<string, string?> known)
    {
        if (word.Length < ShortestCompound) return [];
        return remembered.Of(Folding.Lower(word), (Splitter: this, known), static (lower, from) => from.Splitter.Split(lower, from.known));
    }

    private string[] Split(string word, Func<string, string?> known)
    {
        string? bestHead = null, bestTail = null;
        var best = 0;
        for (var cut = ShortestPart; cut <= word.Length - ShortestPart; cut++)
        {
            var tail = known(word[cut..]);
            var head = Head(word[..cut], known);
            var share = (tail is null ? 0 : word.Length - cut) + (head is null ? 0 : cut);
            if (share <= best) continue;
            (best, bestHead, bestTail) = (share, head, tail);
        }

        return [.. new[] { bestHead, bestTail }.OfType<string>().Distinct()];
    }

    private string? Head(string head, Func<string, string?> known)
    {
        foreach (var joint in joints)
        {
            if (!head.EndsWith(joint, StringComparison.Ordinal) || head.Length - joint.Length < ShortestPart - 1) continue;
            if (known(head[..^joint.Length]) is { } stem) return stem;
        }

        return null;
    }
}
