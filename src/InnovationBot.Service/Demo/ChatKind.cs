namespace InnovationBot.Service.Demo;

/// <summary>What a demo offers to talk to the bot with.</summary>
public enum ChatKind
{
    /// <summary>The Microsoft 365 Agents Playground, in a browser.</summary>
    Playground,

    /// <summary>The terminal that the demo was started in.</summary>
    Terminal,

    /// <summary>Nothing: whoever wants to, connects a client of their own.</summary>
    None,
}
