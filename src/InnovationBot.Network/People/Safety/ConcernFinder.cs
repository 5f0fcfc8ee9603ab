namespace InnovationBot.Network.People.Safety;

/// <summary>
/// Tells by patterns of words, and by what words hint at together, whether somebody writes about harm to themselves or to somebody near them, and not about a problem of a service. All
/// languages are looked through: people write such things in the language that comes first. It judges nobody; it only decides that
/// the text is not for the network.
/// </summary>
public static class ConcernFinder
{
    /// <summary>Characters that are looked through; what somebody in need writes is short.</summary>
    private const int Longest = 8000;

    private static readonly SafetyWords[] All = [.. Language.Spoken.Select(SafetyWords.Read)];

    public static SafetyConcern? Find(string text)
    {
        if (text.Length < 6) return null;
        var tokens = SafetyTokens.Of(text.Length > Longest ? text[..Longest] : text);
        SafetyConcern? found = null;
        foreach (var language in All)
            if (language.Find(tokens) is { } concern && (found is null || concern > found)) found = concern;
        return found is null ? ConcernHints.Find(tokens) : found;
    }
}
