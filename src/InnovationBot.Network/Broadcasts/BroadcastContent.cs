namespace InnovationBot.Network.Broadcasts;

/// <summary>What an organiser wrote, in one or several languages; each reader gets theirs.</summary>
public sealed record BroadcastContent
{
    /// <summary>Stands for a text that is the same for readers of every language.</summary>
    public const string AnyLanguage = "";

    /// <summary>By two-letter code, or <see cref="AnyLanguage"/>.</summary>
    public Dictionary<string, string> Title { get; init; } = [];

    /// <summary>Markdown as cards know it: bold, italic, lists, links.</summary>
    public Dictionary<string, string> Text { get; init; } = [];

    /// <summary>Address of a picture, https.</summary>
    public string? Picture { get; init; }

    /// <summary>What the picture shows, for whoever does not see it.</summary>
    public string? Alt { get; init; }

    public List<BroadcastButton> Buttons { get; init; } = [];

    public string? TitleFor(Language reader) => For(Title, reader);

    public string? TextFor(Language reader) => For(Text, reader);

    /// <summary>The languages it is written in; none when it is one text for all.</summary>
    public IReadOnlyList<Language> Languages =>
        [.. Title.Keys.Union(Text.Keys).Where(code => code != AnyLanguage).Order(StringComparer.Ordinal).Select(code => new Language(code))];

    /// <summary>The reader's own language, else the text for all, else English, else whatever there is.</summary>
    private static string? For(Dictionary<string, string> texts, Language reader) =>
        texts.GetValueOrDefault(reader.Code) ?? texts.GetValueOrDefault(AnyLanguage) ?? texts.GetValueOrDefault(Language.English.Code)
        ?? texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Value).FirstOrDefault();
}

/// <summary>A button that opens a page, https.</summary>
public sealed record BroadcastButton(string Title, string Url);
