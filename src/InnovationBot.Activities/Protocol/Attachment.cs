using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Activities;

/// <summary>A card or a file that comes with a message.</summary>
public sealed class Attachment
{
    /// <summary>One of <see cref="ContentTypes"/> or any media type.</summary>
    public string? ContentType { get; set; }

    /// <summary>The card itself, or what describes a file. A card serialised to UTF-8 is written as it is, without being parsed again.</summary>
    public RawJson? Content { get; set; }

    public string? ContentUrl { get; set; }

    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <param name="card">The card's JSON object (not an attachment).</param>
    public static Attachment AdaptiveCard(RawJson card) => new() { ContentType = ContentTypes.AdaptiveCard, Content = card };

    /// <summary>Asks a person whether a file may be put into their OneDrive; their answer is an invoke. For 1:1 chats only.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="description">What it is, in the person's language.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="what">Comes back with the answer: which file it was, never whose.</param>
    public static Attachment FileConsent(string name, string description, int size, string what) => new()
    {
        ContentType = ContentTypes.FileConsentCard, Name = name,
        Content = new RawJson(JsonSerializer.SerializeToUtf8Bytes(new FileConsentCard(description, size, new(what), new(what)), AnswerJson.Default.FileConsentCard)),
    };

    /// <summary>Shows a file that was put into a person's OneDrive.</summary>
    public static Attachment FileInfo(FileUploadInfo file) => new()
    {
        ContentType = ContentTypes.FileInfoCard, ContentUrl = file.ContentUrl, Name = file.Name,
        Content = new RawJson(JsonSerializer.SerializeToUtf8Bytes(new FileInfoCard(file.UniqueId, file.FileType), AnswerJson.Default.FileInfoCard)),
    };

    /// <summary>A thumbnail card with two texts: what a message extension's list shows of a result. Clients read HTML in both, so that what would be markup is encoded; letters stay as they are written, for those that do not.</summary>
    public static Attachment Thumbnail(string title, string text) => new()
    {
        ContentType = ContentTypes.ThumbnailCard,
        Content = new RawJson(JsonSerializer.SerializeToUtf8Bytes(
            new ThumbnailCard(NoMarkup(title), NoMarkup(text)), AnswerJson.Default.ThumbnailCard)),
    };

    private static string NoMarkup(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}

internal sealed record ThumbnailCard(string Title, string Text);

internal sealed record FileConsentCard(string Description, int SizeInBytes, FileContext AcceptContext, FileContext DeclineContext);

internal sealed record FileContext(string What);

internal sealed record FileInfoCard(string UniqueId, string FileType);
