using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>Texts as records hold them: plain, with LF between lines, without markup.</summary>
internal static class FieldText
{
    public static string Plain(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Contains('\r', StringComparison.Ordinal) ? trimmed.ReplaceLineEndings("\n") : trimmed;
    }

    /// <param name="text">As <see cref="Plain"/> gave it.</param>
    /// <param name="isName">A title or name, in which nothing in angle brackets makes sense; running text may say &lt;name&gt;.</param>
    /// <returns>What to mend, or nothing.</returns>
    public static Mend? Unfit(string text, bool isName)
    {
        foreach (var letter in text)
            if (char.IsControl(letter) && letter is not ('\n' or '\t')) return Mend.Control(letter);
        return (isName ? Markup.InName(text) : Markup.In(text)) is { } tag ? Mend.Html(tag) : null;
    }
}
