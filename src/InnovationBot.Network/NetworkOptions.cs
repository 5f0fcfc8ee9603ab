namespace InnovationBot.Network;

/// <summary>What differs from one network to the next; section <c>Network</c> of the settings.</summary>
public sealed class NetworkOptions
{
    /// <summary>IANA zone of people of whom neither zone nor country is known. Default: Europe/Brussels.</summary>
    public string DefaultZone { get; set; } = "Europe/Brussels";
}
