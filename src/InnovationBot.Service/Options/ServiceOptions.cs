using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Options;

/// <summary>Section <c>Service</c> of the settings: how the program itself runs.</summary>
public sealed class ServiceOptions
{
    public const string Section = "Service";

    internal const string DefaultSecretsFolder = "/run/secrets";

    /// <summary>Port of the bot's endpoint, 0 to 65535, 0 = any free one. Beats ASPNETCORE_URLS; default 3978.</summary>
    public int? Port { get; set; }

    /// <summary>
    /// Where people's browsers reach this service, for files behind one-time links: https; in local mode loopback, by default the
    /// bot's own address. Without it no links are offered.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>Port of health answers, 1 to 65535, apart from the public one; default 3979, in local mode the bot's own port.</summary>
    public int? OperationsPort { get; set; }

    /// <summary>Path under which a reverse proxy passes the service on, as <c>/bot</c>; none by default. Then <see cref="PublicUrl"/> ends with it.</summary>
    public string? PathBase { get; set; }

    /// <summary>Folder of secrets, a file for each setting, named like it with <c>__</c> between levels; default <c>/run/secrets</c>, where containers have them.</summary>
    public string SecretsFolder { get; set; } = DefaultSecretsFolder;

    /// <summary>https address of an Azure Key Vault whose secrets are settings: <c>Bot--Secret</c> is <c>Bot:Secret</c>. None by default.</summary>
    public string? KeyVault { get; set; }

    /// <summary>Client id of the managed identity that may read the vault; default the machine's own.</summary>
    public string? KeyVaultIdentity { get; set; }

    /// <summary>Seconds between saying "not ready" and closing the door at a stop, for balancers to notice; 0 to 300, default 5, none in local mode.</summary>
    public int DrainSeconds { get; set; } = 5;

    /// <summary>Turns a minute that one person may take, 0 = no limit, to 10,000; default 60, with bursts of half of it. Ignored in local mode.</summary>
    public int TurnsPerMinute { get; set; } = 60;
}

internal sealed class ServiceOptionsValidator(IOptions<Activities.BotOptions> bot) : IValidateOptions<ServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var faults = new List<string>();
        if (options.Port is < 0 or > 65535) faults.Add("Service:Port is from 0 (any free port) to 65535.");
        if (options.OperationsPort is < 1 or > 65535) faults.Add("Service:OperationsPort is from 1 to 65535.");
        if (options.OperationsPort is { } operations && operations == options.Port && !bot.Value.LocalMode)
            faults.Add("Service:OperationsPort must be another port than the bot's own, because health answers are not for the public.");
        if (options.DrainSeconds is < 0 or > 300) faults.Add("Service:DrainSeconds is from 0 to 300.");
        if (!string.IsNullOrEmpty(options.PathBase) && (options.PathBase[0] != '/' || options.PathBase.EndsWith('/') || options.PathBase.AsSpan().ContainsAny("?# "))) faults.Add("Service:PathBase begins with / and does not end with it, as /bot.");
        else if (!string.IsNullOrEmpty(options.PathBase) && Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var seen) && !seen.AbsolutePath.TrimEnd('/').EndsWith(options.PathBase, StringComparison.Ordinal))
            faults.Add($"Service:PublicUrl must end with Service:PathBase ({options.PathBase}), or its links lead past the bot.");
        if (options.TurnsPerMinute is < 0 or > 10_000) faults.Add("Service:TurnsPerMinute is from 0 (no limit) to 10000.");
        if (!string.IsNullOrEmpty(options.PublicUrl) && !IsPublicUrl(options.PublicUrl, bot.Value.LocalMode))
            faults.Add("Service:PublicUrl must be an https address without query; http only on loopback, in local mode.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsPublicUrl(string text, bool localMode) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { UserInfo: "", Query: "", Fragment: "" }
        && (localMode ? uri.IsLoopback && uri.Scheme is "http" or "https" : uri.Scheme == Uri.UriSchemeHttps);
}
