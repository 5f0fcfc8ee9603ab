using System.Security.Cryptography;
using System.Text;

namespace InnovationBot.Activities;

/// <summary>
/// By what a repeat of an activity is recognised. Channels deliver again what they believe lost: the key is stored together with the
/// effect, shared between instances, and a repeat is answered with what is now true.
/// </summary>
/// <param name="Value">At most 64 characters of ASCII: a hash, for ids may be long and name people.</param>
/// <param name="KeptFor">How long at least.</param>
public readonly record struct RepeatKey(string Value, TimeSpan KeptFor)
{
    private static readonly TimeSpan WithId = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan WithoutId = TimeSpan.FromSeconds(5);

    /// <returns>
    /// (channel, conversation, activity id). Only when an invoke has no id: who asked what with which data, for 5 s.
    /// <c>null</c> when nothing tells a repeat from a second act.
    /// </returns>
    public static RepeatKey? Of(Activity activity)
    {
        if (activity.Id is { Length: > 0 } id) return new RepeatKey(Hash("id", activity.ChannelId, activity.Conversation?.Id, id), WithId);
        if (activity.Type != ActivityTypes.Invoke) return null;

        var value = activity.Value is { } argument ? new RawJson(argument).ToString() : "";
        return new RepeatKey(
            Hash("act", activity.ChannelId, activity.Conversation?.Id, activity.From?.Id, activity.Name, activity.ReplyToId, value), WithoutId);
    }

    private static string Hash(params ReadOnlySpan<string?> parts)
    {
        var text = string.Join('\u001f', parts); // no id contains a control character, the door refuses them
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
