using InnovationBot.Service.CommandLine;
using InnovationBot.Service.Options;
using Microsoft.Extensions.Configuration;

namespace InnovationBot.Service.Hosting;

/// <summary>One network on this machine: the folder of its store and settings, and what the command line set on top.</summary>
/// <param name="Folder">Exists and can be written.</param>
/// <param name="Settings">By their full names, <c>Section:Name</c>; they beat all others.</param>
public sealed record Installation(string Folder, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary><c>innovationbot</c> in the user's data folder ($XDG_DATA_HOME, %LocalAppData%).</summary>
    public static string DefaultFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "innovationbot");

    /// <exception cref="CommandFault">The folder cannot be made or written.</exception>
    public static Installation In(string folder, IReadOnlyDictionary<string, string?> settings)
    {
        var path = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(path);
            var trial = Path.Combine(path, $".write-{Guid.NewGuid():N}");
            using (File.Create(trial, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault($"The data folder {path} cannot be made or written by this account. Choose another with --data DIR.", inner: e);
        }

        return new Installation(path, settings);
    }

    /// <summary>What <c>lexicon build</c> writes for the search; else the one that an image was built with.</summary>
    public string LanguagePack =>
        Path.Combine(Folder, "lexicon.pack") is var own && !File.Exists(own) && Path.Combine(AppContext.BaseDirectory, "lexicon.pack") is var shipped && File.Exists(shipped) ? shipped : own;

    /// <summary>Where the search keeps its index.</summary>
    public string IndexFolder => Path.Combine(Folder, "index");

    /// <summary>
    /// In rising order: the program's <c>appsettings.json</c>, the one in the data folder, the Key Vault, files of secrets (one value each, named like the setting with <c>__</c>
    /// between levels), the environment (named alike), the command line.
    /// </summary>
    public void AddTo(IConfigurationBuilder configuration)
    {
        configuration
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddJsonFile(Path.Combine(Folder, "appsettings.json"), optional: true, reloadOnChange: false);
        var (secrets, vault, identity) = Sources(configuration.Build());
        if (vault is not null) configuration.Add(new VaultSecrets(vault, identity));
        if (Directory.Exists(secrets)) configuration.AddKeyPerFile(secrets, optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables().AddInMemoryCollection(Settings);
    }

    /// <summary>Where secrets are, as the sources say that are read before.</summary>
    private (string Folder, Uri? Vault, string? Identity) Sources(IConfiguration files)
    {
        var known = new ConfigurationBuilder().AddConfiguration(files).AddEnvironmentVariables().AddInMemoryCollection(Settings).Build().GetSection(ServiceOptions.Section);
        var vault = known[nameof(ServiceOptions.KeyVault)];
        if (string.IsNullOrEmpty(vault)) return (known[nameof(ServiceOptions.SecretsFolder)] ?? ServiceOptions.DefaultSecretsFolder, null, null);
        if (!Uri.TryCreate(vault, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            throw new CommandFault("Service:KeyVault must be an https address, as https://NAME.vault.azure.net/.");
        return (known[nameof(ServiceOptions.SecretsFolder)] ?? ServiceOptions.DefaultSecretsFolder, address, known[nameof(ServiceOptions.KeyVaultIdentity)]);
    }

    public IConfigurationRoot ReadSettings()
    {
        var builder = new ConfigurationBuilder();
        AddTo(builder);
        return builder.Build();
    }

    public string ConnectionString(IConfiguration configuration) =>
        configuration.GetSection(StoreOptions.Section).Get<StoreOptions>()?.ConnectionString is { Length: > 0 } set
            ? set
            : $"Data Source={Path.Combine(Folder, "network.db")}";
}
