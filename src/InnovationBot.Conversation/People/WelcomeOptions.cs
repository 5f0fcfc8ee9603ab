namespace InnovationBot.Conversation.People;

/// <summary>Section <c>Welcome</c> of the settings.</summary>
public sealed class WelcomeOptions
{
    public const string Section = "Welcome";

    /// <summary>When people are told, once, what the bot is: Installation, or FirstMessage, so that a roll-out to a whole tenant writes to nobody. Default: on installation.</summary>
    public WelcomeMoment On { get; set; }
}

public enum WelcomeMoment
{
    /// <summary>When the person or their administrator installs the bot.</summary>
    Installation,

    /// <summary>When the person first writes: an administrator who installs for a whole tenant then sends nobody a message.</summary>
    FirstMessage,
}
