namespace InnovationBot.Cards;

/// <summary>Takes out of people's words what is not words: control characters, and those that turn the direction of writing.</summary>
internal static class PlainText
{
    public static string Clean(string text)
    {
        var first = text.AsSpan().IndexOfAnyNotClean();
        if (first < 0) return text;

        return string.Concat(text.Where(c => !IsUnclean(c)));
    }

    /// <summary>The lines that hold something, without the room around them.</summary>
    public static string[] Lines(string text) =>
        Clean(text).Split(['\n', '\r', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int IndexOfAnyNotClean(this ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (IsUnclean(text[i]))
                return i;

        return -1;
    }

    // U+202A-202E and U+2066-2069 could make a card read other than it was written.
    private static bool IsUnclean(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\u0085')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
