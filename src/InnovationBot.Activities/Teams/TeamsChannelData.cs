using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Activities;

/// <summary>What Teams adds to an activity, read typed; and what a bot may add to a message.</summary>
public sealed class TeamsChannelData
{
    public TeamsTenant? Tenant { get; set; }

    public TeamsTeam? Team { get; set; }

    public TeamsChannel? Channel { get; set; }

    /// <summary>One of <see cref="TeamsEventTypes"/>, or something newer.</summary>
    public string? EventType { get; set; }

    public TeamsNotification? Notification { get; set; }

    public TeamsMeeting? Meeting { get; set; }

    /// <summary>Asks for thumbs under a message that a model wrote; answered by the invoke <see cref="InvokeNames.MessageSubmitAction"/>.</summary>
    public TeamsFeedbackLoop? FeedbackLoop { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <returns><c>null</c> when the activity has no channel data, or has such that is not Teams'.</returns>
    public static TeamsChannelData? Of(Activity activity)
    {
        if (activity.ChannelData is not { ValueKind: JsonValueKind.Object } data) return null;
        try
        {
            return data.Deserialize(ActivityJson.Default.TeamsChannelData);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, ActivityJson.Default.TeamsChannelData);

    /// <summary>Channel data of a message that also raises an alert in the reader's activity feed.</summary>
    public static JsonElement Alert { get; } = JsonElement.Parse("""{"notification":{"alert":true}}""");
}

public sealed record TeamsTenant(string? Id);

public sealed record TeamsTeam(string? Id, string? Name = null, string? AadGroupId = null);

public sealed record TeamsChannel(string? Id, string? Name = null, string? Type = null);

public sealed record TeamsMeeting(string? Id);

/// <param name="Alert">Raises an alert in the activity feed.</param>
/// <param name="AlertInMeeting">Shows the message in the meeting.</param>
/// <param name="ExternalResourceUrl">What an in-meeting notification opens.</param>
public sealed record TeamsNotification(bool? Alert = null, bool? AlertInMeeting = null, string? ExternalResourceUrl = null);

/// <param name="Type"><c>default</c>, or <c>custom</c>: Teams then first asks by <see cref="InvokeNames.MessageFetchTask"/>.</param>
public sealed record TeamsFeedbackLoop(string? Type);

/// <summary>Values of <see cref="TeamsChannelData.EventType"/>.</summary>
public static class TeamsEventTypes
{
    public const string EditMessage = "editMessage";
    public const string UndeleteMessage = "undeleteMessage";
    public const string SoftDeleteMessage = "softDeleteMessage";
    public const string TeamMemberAdded = "teamMemberAdded";
    public const string TeamMemberRemoved = "teamMemberRemoved";
    public const string ChannelCreated = "channelCreated";
    public const string ChannelRenamed = "channelRenamed";
    public const string ChannelDeleted = "channelDeleted";
    public const string ChannelRestored = "channelRestored";
    public const string TeamRenamed = "teamRenamed";
    public const string TeamArchived = "teamArchived";
    public const string TeamUnarchived = "teamUnarchived";
    public const string TeamRestored = "teamRestored";
    public const string TeamDeleted = "teamDeleted";
    public const string TeamHardDeleted = "teamHardDeleted";
}
