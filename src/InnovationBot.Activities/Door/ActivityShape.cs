namespace InnovationBot.Activities;

/// <summary>What an activity must have before anybody looks at it, and what is put in order so that nobody has to look twice.</summary>
internal static class ActivityShape
{
    /// <summary>Ids become keys of stores: none is longer in any channel.</summary>
    private const int MaxId = 1024;

    public static ActivityFault Check(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Type)) return ActivityFault.NoType;
        if (string.IsNullOrEmpty(activity.From?.Id)) return ActivityFault.NoSender;
        if (string.IsNullOrEmpty(activity.Conversation?.Id)) return ActivityFault.NoConversation;
        if (string.IsNullOrEmpty(activity.ChannelId)) return ActivityFault.NoChannel;
        if (!IsUsable(activity.From.Id) || !IsUsable(activity.Conversation.Id) || !IsUsable(activity.ChannelId) || !IsUsable(activity.Id)
            || !IsUsable(activity.From.AadObjectId) || !IsUsable(activity.ReplyToId) || !IsUsable(activity.Recipient?.Id)) return ActivityFault.UnusableId;

        WithoutNulls(activity.Attachments);
        WithoutNulls(activity.Entities);
        WithoutNulls(activity.MembersAdded);
        WithoutNulls(activity.MembersRemoved);
        WithoutNulls(activity.ReactionsAdded);
        WithoutNulls(activity.ReactionsRemoved);
        return ActivityFault.None;
    }

    private static bool IsUsable(string? id)
    {
        if (id is null) return true;
        if (id.Length > MaxId) return false;
        foreach (var c in id)
        {
            if (char.IsControl(c)) return false;
        }

        return true;
    }

    private static void WithoutNulls<T>(List<T>? list)
        where T : class => list?.RemoveAll(static one => one is null);
}
