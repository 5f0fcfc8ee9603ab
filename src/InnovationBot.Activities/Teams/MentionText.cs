using System.Net;

namespace InnovationBot.Activities;

/// <summary>What a person wrote, without what Teams wraps around it.</summary>
public static class MentionText
{
    /// <summary>A message of a mebibyte may hold thousands; nobody mentions so many people.</summary>
    private const int MostMentions = 100;

    /// <summary>Whether the activity mentions its recipient (the bot).</summary>
    public static bool IsMentioned(Activity activity) =>
        activity.Recipient?.Id is { Length: > 0 } bot && activity.Entities?.Exists(entity => entity.Type == EntityTypes.Mention && entity.Mentioned?.Id == bot) == true;

    /// <summary>
    /// The activity's text without mentions of the recipient (the bot), with HTML entities decoded, no-break spaces as spaces, and trimmed.
    /// Mentions of other people stay as their names, where that makes the text no longer. Empty for an activity without text.
    /// </summary>
    public static string Strip(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Text)) return "";

        var text = activity.Text;
        foreach (var entity in (activity.Entities ?? []).Where(entity => entity is { Type: EntityTypes.Mention, Mentioned: not null }).Take(MostMentions))
        {
            var mentioned = entity.Mentioned!;
            var written = entity.Text is { Length: > 0 } given ? given : $"<at>{mentioned.Name}</at>";
            var name = mentioned.Id is { Length: > 0 } id && id == activity.Recipient?.Id ? "" : mentioned.Name ?? "";
            if (name.Length <= written.Length) text = text.Replace(written, name, StringComparison.OrdinalIgnoreCase);
        }

        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        return text.Replace('\u00a0', ' ').Replace("\0", "", StringComparison.Ordinal).Trim(); // no store keeps U+0000
    }
}
