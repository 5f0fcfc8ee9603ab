using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>Stops the start with a sentence that names the setting, instead of a bot that answers everybody or nobody.</summary>
internal sealed class BotOptionsValidator : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var faults = new List<string>();
        if (options.LocalMode) CheckLocalMode(options, faults);
        else CheckIdentity(options, faults);

        CheckAddress(options.OpenIdMetadata, "Bot:OpenIdMetadata", faults);
        CheckAddress(options.TokenEndpoint, "Bot:TokenEndpoint", faults);
        CheckHosts(options.AllowedServiceHosts, "Bot:AllowedServiceHosts", faults);
        CheckHosts(options.AllowedFileHosts, "Bot:AllowedFileHosts", faults);

        if (options.AllowedTenants.Any(string.IsNullOrWhiteSpace)) faults.Add("Bot:AllowedTenants holds an empty entry.");
        if (!Enum.IsDefined(options.Cloud)) faults.Add("Bot:Cloud is one of Public, UsGov, UsGovDoD, China.");
        if (options.TurnsAtOnce is < 1 or > 100_000) faults.Add("Bot:TurnsAtOnce is from 1 to 100000.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckLocalMode(BotOptions options, List<string> faults)
    {
        if (Filled(options.AppId) || Credentials(options) > 0)
            faults.Add("Bot:LocalMode answers without any token, so it is refused together with Bot:AppId, Bot:Secret, Bot:CertificatePath or Bot:ManagedIdentityClientId. Take those away, or the local mode.");
        if (options.AllowEmulatorTokens) faults.Add("Bot:AllowEmulatorTokens has no meaning in local mode, where no token is read.");
    }

    private static void CheckIdentity(BotOptions options, List<string> faults)
    {
        if (!Filled(options.AppId)) faults.Add("Bot:AppId is missing. To try the bot without a registration use the demo command or Bot:LocalMode.");
        if (Credentials(options) != 1) faults.Add("Exactly one of Bot:Secret, Bot:CertificatePath and Bot:ManagedIdentityClientId is needed.");
        if (!Filled(options.TenantId) && options.AllowedTenants.Count == 0)
            faults.Add("Bot:TenantId or Bot:AllowedTenants is needed: without either nobody could talk to the bot.");
        if (Filled(options.CertificatePath) && !File.Exists(options.CertificatePath)) faults.Add("Bot:CertificatePath names no file.");
    }

    private static void CheckHosts(IEnumerable<string> hosts, string setting, List<string> faults)
    {
        foreach (var host in hosts.Where(host => AllowedHost.Parse(host) is null))
            faults.Add($"{setting}: '{host}' is neither host, host:port nor .suffix with at least two labels.");
    }

    private static void CheckAddress(string? address, string setting, List<string> faults)
    {
        if (!Filled(address)) return;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsSafe(uri)) faults.Add($"{setting} must be an https address, or http on loopback.");
    }

    internal static bool IsSafe(Uri uri) =>
        uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && Loopback.Is(uri)));

    private static int Credentials(BotOptions options) =>
        new[] { options.Secret, options.CertificatePath, options.ManagedIdentityClientId }.Count(Filled);

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}

internal sealed class ConnectorLimitsValidator : IValidateOptions<ConnectorLimits>
{
    public ValidateOptionsResult Validate(string? name, ConnectorLimits options) =>
        options.RequestsPerSecond is >= 0 and <= 10_000
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Delivery:RequestsPerSecond is from 0 (no limit) to 10000.");
}
