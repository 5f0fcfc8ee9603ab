namespace InnovationBot.Network.People.Safety;

/// <summary>What belongs to people who can help, and not to a network: nothing of it is stored, whom to turn to is shown.</summary>
public enum SafetyConcern
{
    /// <summary>Somebody harms the writer, or a colleague, at work.</summary>
    Harassment,

    /// <summary>Wrongdoing inside an organisation that somebody wants to report.</summary>
    Wrongdoing,

    /// <summary>Somebody may be hurt.</summary>
    Danger,

    /// <summary>The writer speaks of hurting or killing themselves.</summary>
    SelfHarm,
}
