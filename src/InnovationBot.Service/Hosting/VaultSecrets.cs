using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using InnovationBot.Service.CommandLine;
using Microsoft.Extensions.Configuration;

namespace InnovationBot.Service.Hosting;

/// <summary>Settings out of an Azure Key Vault, read once at the start: a secret named <c>Bot--Secret</c> is the setting <c>Bot:Secret</c>.</summary>
/// <param name="identity">Client id of a user-assigned managed identity; none = the machine's own.</param>
internal sealed class VaultSecrets(Uri vault, string? identity) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider(vault, identity);

    /// <returns><c>null</c> for a secret that is no setting: it has no section.</returns>
    internal static string? SettingOf(string secret) => secret.Contains("--", StringComparison.Ordinal) ? secret.Replace("--", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal) : null;

    /// <summary>Why the vault cannot be read, and what to do: one who may not, one whom nobody knows, and a vault that is not there are mended in different places.</summary>
    internal static string Sentence(Uri vault, Exception fault)
    {
        var cause = fault is AggregateException { InnerException: { } first } ? first : fault;
        return $"The Key Vault {vault.Host} cannot be read ({(cause as RequestFailedException)?.ErrorCode ?? cause.GetType().Name}). " + cause switch
        {
            AuthenticationFailedException => "This machine gets no token by its managed identity: give it one, and its client id in Service:KeyVaultIdentity when it has several.",
            RequestFailedException { Status: 401 or 403 } => "The managed identity needs the role Key Vault Secrets User there, and the vault's firewall has to let this machine in.",
            _ => "See that Service:KeyVault is its address, and that this machine reaches it (port 443; in a private network by its private address).",
        };
    }

    private sealed class Provider(Uri vault, string? identity) : ConfigurationProvider
    {
        /// <exception cref="CommandFault">The vault cannot be read.</exception>
        public override void Load()
        {
            var credential = new ManagedIdentityCredential(string.IsNullOrEmpty(identity) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(identity));
            var options = new SecretClientOptions { Retry = { MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(10), Mode = RetryMode.Exponential } };
            var client = new SecretClient(vault, credential, options);
            try
            {
                foreach (var secret in client.GetPropertiesOfSecrets())
                    if (secret.Enabled != false && SettingOf(secret.Name) is { } setting) Data[setting] = client.GetSecret(secret.Name).Value.Value;
            }
            catch (Exception fault) when (fault is RequestFailedException or AuthenticationFailedException or AggregateException)
            {
                throw new CommandFault(Sentence(vault, fault), inner: fault);
            }
        }
    }
}
