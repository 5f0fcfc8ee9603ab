using InnovationBot.Network.Languages;

namespace InnovationBot.Network;

/// <summary>
/// A language a person writes and reads in, as its two-letter ISO 639-1 code. <see cref="Spoken"/> lists those that the
/// bot itself speaks; members may name others as languages they can talk in.
/// </summary>
public readonly record struct Language(string Code)
{
    public static readonly Language English = new("en");

    /// <summary>The languages every text exists in, English first: those that have files.</summary>
    public static readonly IReadOnlyList<Language> Spoken = [.. LanguageFiles.Known.Select(file => file.Language)];

    public bool IsSpoken => Spoken.Contains(this);

    /// <summary>Reads a BCP 47 tag ("de-AT") down to a language the bot speaks.</summary>
    /// <returns><c>null</c> for a missing tag and for a language the bot does not speak.</returns>
    public static Language? FromTag(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag)) return null;
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var language = new Language((end < 0 ? tag : tag[..end]).ToLowerInvariant());
        return language.IsSpoken ? language : null;
    }

    public override string ToString() => Code;
}
