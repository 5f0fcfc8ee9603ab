using InnovationBot.Storage.Redis;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Options;

/// <summary>Section <c>Redis</c> of the settings: what several instances share beside the store. None by default; away, the bot goes on without it.</summary>
public sealed class RedisOptions
{
    public const string Section = "Redis";

    /// <summary><c>host:port,password=…,ssl=true</c> (StackExchange.Redis). It holds tokens for a time: protect it as a secret.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Begins every key and channel, so that several networks may use one Redis; 1 to 100 characters, default <c>innovationbot</c>.</summary>
    public string KeyPrefix { get; set; } = "innovationbot";
}

internal sealed class RedisOptionsValidator : IValidateOptions<RedisOptions>
{
    public ValidateOptionsResult Validate(string? name, RedisOptions options)
    {
        if (string.IsNullOrEmpty(options.ConnectionString)) return ValidateOptionsResult.Success;
        var faults = new List<string>();
        if (RedisServices.Fault(options.ConnectionString) is { } fault) faults.Add($"Redis:ConnectionString {fault}; write host:port,password=…,ssl=true.");
        if (options.KeyPrefix.Length is 0 or > 100 || options.KeyPrefix.AsSpan().ContainsAny("{} ")) faults.Add("Redis:KeyPrefix has 1 to 100 characters, no space and no brace.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
