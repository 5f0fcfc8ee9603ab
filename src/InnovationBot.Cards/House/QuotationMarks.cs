namespace InnovationBot.Cards;

/// <summary>The pair that a language puts around what somebody said.</summary>
internal readonly record struct QuotationMarks(string Open, string Close)
{
    private static readonly QuotationMarks English = new("“", "”");

    /// <param name="language">BCP 47 tag; the region does not matter. Unknown languages get English marks.</param>
    public static QuotationMarks Of(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? language : language[..end]).ToLowerInvariant() switch
        {
            "de" => new("„", "“"),
            "sl" or "da" => new("»", "«"),
            "fr" => new("«\u00A0", "\u00A0»"), // the space may not become a line's end
            "nl" => new("‘", "’"),
            _ => English,
        };
    }
}
