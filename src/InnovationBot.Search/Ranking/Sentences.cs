using InnovationBot.Search.Analysis;

namespace InnovationBot.Search.Ranking;

/// <summary>Breaks a text into sentences, to quote one unchanged.</summary>
internal static class Sentences
{
    // Shorter pieces are abbreviations ("ca.", "z. B.") and go with what follows.
    private const int Shortest = 20;

    public static IEnumerable<Span> Of(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Ends(text, at) || at + 1 - start < Shortest) continue;
            if (Trimmed(text, start, at + 1) is { Length: > 0 } sentence) yield return sentence;
            start = at + 1;
        }

        if (Trimmed(text, start, text.Length) is { Length: > 0 } last) yield return last;
    }

    private static bool Ends(string text, int at)
    {
        if (text[at] == '\n') return true;
        if (text[at] is not ('.' or '!' or '?' or '…')) return false;
        var next = at + 1;
        while (next < text.Length && text[next] is ('"' or '”' or '“' or '»' or '\'' or ')')) next++;
        if (next >= text.Length) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return next >= text.Length || char.IsUpper(text[next]) || !char.IsLetterOrDigit(text[next]);
    }

    private static Span Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end - start);
    }
}
