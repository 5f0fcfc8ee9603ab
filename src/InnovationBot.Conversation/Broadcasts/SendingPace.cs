using InnovationBot.Activities;
using InnovationBot.Conversation.Texts;
using Microsoft.Extensions.Options;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>How long sending so many takes, by the limit that is set.</summary>
public sealed class SendingPace(IOptions<ConnectorLimits> limits)
{
    /// <summary>What an unlimited connector takes, about.</summary>
    private const int Unlimited = 1000;

    public TimeSpan For(int messages) => TimeSpan.FromSeconds(Math.Ceiling(messages / (double)(limits.Value.RequestsPerSecond is > 0 and var set ? set : Unlimited)));

    /// <summary>"about 4 minutes".</summary>
    public string Words(int messages, Say say)
    {
        var time = For(messages);
        return time < TimeSpan.FromSeconds(90) ? say.Count("Broadcasts.Seconds", Math.Max(1, (int)time.TotalSeconds))
            : time < TimeSpan.FromMinutes(90) ? say.Count("Broadcasts.Minutes", (int)Math.Ceiling(time.TotalMinutes))
            : say.Count("Broadcasts.Hours", (int)Math.Ceiling(time.TotalHours));
    }
}
