using System.Text.Json;

namespace InnovationBot.Activities;

/// <summary>A person's answer to a file consent card.</summary>
/// <param name="Accepted">They let the file be put into their OneDrive.</param>
/// <param name="What">As the card sent it; anybody could have written it.</param>
/// <param name="Place">Where it may be put; none when declined.</param>
public sealed record FileConsentAnswer(bool Accepted, string What, FileUploadInfo? Place)
{
    /// <returns><c>null</c> for a value that is none.</returns>
    public static FileConsentAnswer? Of(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || Text(value, "action") is not { } action || action is not ("accept" or "decline")) return null;
        var what = value.TryGetProperty("context", out var context) && context.ValueKind == JsonValueKind.Object ? Text(context, "what") : null;
        if (action == "decline") return new(false, what ?? "", null);
        return value.TryGetProperty("uploadInfo", out var info) && info.ValueKind == JsonValueKind.Object && Uri.TryCreate(Text(info, "uploadUrl"), UriKind.Absolute, out var upload)
            ? new(true, what ?? "", new FileUploadInfo(upload, Text(info, "contentUrl") ?? "", Text(info, "name") ?? "", Text(info, "uniqueId") ?? "", Text(info, "fileType") ?? ""))
            : null;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>The place that Teams made for a file (Teams docs: <c>uploadInfo</c>).</summary>
public sealed record FileUploadInfo(Uri UploadUrl, string ContentUrl, string Name, string UniqueId, string FileType);
