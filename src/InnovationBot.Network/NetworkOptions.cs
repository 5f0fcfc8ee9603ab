namespace InnovationBot.Network;

/// <summary>What differs from one network to the next; section <c>Network</c> of the settings.</summary>
public sealed class NetworkOptions
{
    public const string Section = "Network";

    /// <summary>IANA zone of people of whom neither zone nor country is known. Default: Europe/Brussels.</summary>
    public string DefaultZone { get; set; } = "Europe/Brussels";

    /// <summary>Code of a language that the bot speaks: what it writes to people whose client tells none of these. Default: en.</summary>
    public string DefaultLanguage { get; set; } = Language.English.Code;
}
