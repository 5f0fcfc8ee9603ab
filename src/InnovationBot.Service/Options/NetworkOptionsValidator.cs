using InnovationBot.Network;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Options;

internal sealed class NetworkOptionsValidator : IValidateOptions<NetworkOptions>
{
    public ValidateOptionsResult Validate(string? name, NetworkOptions options)
    {
        var faults = new List<string>();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.DefaultZone, out _))
            faults.Add($"Network:DefaultZone: '{options.DefaultZone}' is no time zone this machine knows; write an IANA name such as Europe/Ljubljana.");
        if (!new Language(options.DefaultLanguage).IsSpoken)
            faults.Add($"Network:DefaultLanguage: '{options.DefaultLanguage}' is none of {string.Join(", ", Language.Spoken)}.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
