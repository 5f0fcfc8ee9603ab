using System.Net;

namespace InnovationBot.Activities;

/// <summary>What a person wrote, without what Teams wraps around it.</summary>
public static class MentionText
{
    /// <summary>Whether the activity mentions its recipient (the bot).</summary>
    public static bool IsMentioned(Activity activity) =>
        activity.Recipient?.Id is { Length: > 0 } bot && activity.Entities?.Exists(entity => entity.Type == EntityTypes.Mention && entity.Mentioned?.Id == bot) == true;

    /// <summary>
    /// The activity's text without mentions of the recipient (the bot), with HTML entities decoded, no-break spaces as spaces, and trimmed.
    /// Mentions of other people stay as their names. Empty for an activity without text.
    /// </summary>
    public static string Strip(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Text)) return "";

        var text = activity.Text;
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is not { Type: EntityTypes.Mention, Mentioned: { } mentioned }) continue;
            var written = entity.Text is { Length: > 0 } given ? given : $"<at>{mentioned.Name}</at>";
            var own = mentioned.Id is { Length: > 0 } id && id == activity.Recipient?.Id;
            text = text.Replace(written, own ? "" : mentioned.Name ?? "", StringComparison.OrdinalIgnoreCase);
        }

        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        return text.Replace('\u00a0', ' ').Replace("\0", "", StringComparison.Ordinal).Trim(); // no store keeps U+0000
    }
}
