using System.Security.Cryptography.X509Certificates;
using InnovationBot.Activities;
using InnovationBot.Service.Delivery;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.Options;
using InnovationBot.Service.Watching;
using InnovationBot.Storage;
using InnovationBot.Storage.Redis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.CommandLine.Doctor;

/// <summary>All checks, in the order in which one thing needs the other. Nothing is changed and nothing sent to anybody.</summary>
internal sealed class Examination : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan CertificateNotice = TimeSpan.FromDays(30);

    private readonly Installation installation;
    private readonly IConfigurationRoot settings;
    private readonly ServiceProvider services;
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Patience });
    private readonly IReadOnlyDictionary<string, string> unreadable;
    private DateTimeOffset? otherClock;

    /// <exception cref="StoreException">The store's connection string is none.</exception>
    /// <exception cref="CommandFault">The Key Vault cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file of settings cannot be read; then nothing is known to examine.</exception>
    public Examination(Installation installation)
    {
        this.installation = installation;
        var all = installation.ReadSettings();
        unreadable = UnreadableSettings.Of(all);
        settings = unreadable.Count == 0 ? all : Without(all, unreadable.Keys); // the rest can be tried all the same
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(settings);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        collection.AddInnovationNetwork(settings, installation, indexFolder: null);
        collection.AddServiceSettings(settings).AddDeliverySettings(settings).AddWatchingSettings(settings);
        collection.AddActivities(settings);
        services = collection.BuildServiceProvider();
    }

    public async IAsyncEnumerable<Finding> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var areValid = true;
        foreach (var finding in Settings())
        {
            areValid &= finding.State != FindingState.Failing;
            yield return finding;
        }

        yield return await Store(stop);
        yield return await Redis();
        if (areValid)
        {
            var bot = services.GetRequiredService<IOptions<BotOptions>>().Value;
            foreach (var finding in Identity(bot)) yield return finding;
            yield return await Keys(bot, stop);
            yield return await Credential(bot, stop);
            if (await Connector(bot, stop) is { } connector) yield return connector;
            if (Certificate(bot) is { } certificate) yield return certificate;
            foreach (var kind in new[] { "embeddings", "chat" }) yield return await Model(kind, stop);
            yield return Clock();
            yield return await Address(bot, stop);
        }

        yield return LanguagePack();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await services.DisposeAsync();
    }

    private IEnumerable<Finding> Settings()
    {
        string[] faults = [.. unreadable.Values];
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            Listening.Of(settings, services.GetRequiredService<IOptions<BotOptions>>().Value, services.GetRequiredService<IOptions<ServiceOptions>>().Value);
        }
        catch (Exception fault) when (StartFaults.Sentence(fault) is { } sentence)
        {
            faults = [.. faults, .. sentence.Split(Environment.NewLine)];
        }

        foreach (var fault in faults) yield return Finding.Bad("settings", fault, "docs/configuration.md lists every setting.");
        foreach (var unknown in KnownSettings.Unknown(settings)) yield return Finding.Note("settings", $"There is no setting {unknown}; it is ignored.", KnownSettings.Suggest(unknown) is { Length: > 0 } near ? near.Trim() : null);
        if (faults.Length == 0) yield return Finding.Good("settings", "Every setting is valid.");
    }

    private static ConfigurationRoot Without(IConfigurationRoot all, IEnumerable<string> names)
    {
        var left = new Dictionary<string, string?>(all.AsEnumerable(), StringComparer.OrdinalIgnoreCase);
        foreach (var name in names) left.Remove(name);
        return (ConfigurationRoot)new ConfigurationBuilder().AddInMemoryCollection(left).Build();
    }

    private async Task<Finding> Store(CancellationToken stop)
    {
        try
        {
            var store = services.GetRequiredService<Store>();
            await store.Open(stop);
            return Finding.Good("store", $"The {store.Engine} store is open and of this version.");
        }
        catch (StoreException fault)
        {
            return Finding.Bad("store", fault.Message, fault.Problem switch
            {
                StoreProblem.Older => "Make a backup, then run innovationbot migrate.",
                StoreProblem.Newer => "Start the newer program, or restore a backup.",
                StoreProblem.NotReachable => "See host, port, user, password and firewall in Store:ConnectionString; a new database is made by innovationbot migrate.",
                _ => "See Store:ConnectionString and the rights of the account that runs the program.",
            });
        }
    }

    private async Task<Finding> Redis()
    {
        if (settings[$"{RedisOptions.Section}:ConnectionString"] is not { Length: > 0 } address) return Finding.Note("redis", "No Redis is configured; fine for one instance, slower for several.");
        if (RedisServices.Fault(address) is not null) return Finding.Note("redis", "Redis was not tried: see settings above.");
        return await RedisServices.Try(address, settings[$"{RedisOptions.Section}:{nameof(RedisOptions.KeyPrefix)}"] is { Length: > 0 } prefix ? prefix : new RedisOptions().KeyPrefix) is { } fault
            ? Finding.Bad("redis", fault, "See Redis:ConnectionString (host:port,password=…,ssl=true) and the firewall. The bot runs without it, slower.")
            : Finding.Good("redis", "Redis answers and can be written to.");
    }

    /// <summary>What is valid and yet seldom meant.</summary>
    private static IEnumerable<Finding> Identity(BotOptions bot)
    {
        const string Where = "Entra shows the ids: the app registration's overview has both.";
        if (bot.LocalMode) yield break;
        if (!Guid.TryParse(bot.AppId, out _)) yield return Finding.Note("identity", "Bot:AppId is no GUID, as the application id of a registration is.", Where);
        if (bot.AllowedTenants.Count == 0 && !Guid.TryParse(bot.TenantId, out _))
            yield return Finding.Note("identity", "Bot:TenantId is a name; messages carry the tenant's id, so nobody would be let in.", Where);
        if (bot.AllowedTenants.Find(tenant => !Guid.TryParse(tenant, out _)) is { } name)
            yield return Finding.Note("identity", $"Bot:AllowedTenants holds {name}; messages carry the tenant's id, so nobody of it is let in.", "Ask that tenant's administrator for the id (Entra, Overview).");
        if (bot.AllowedTenants.Count > 0 && !string.IsNullOrEmpty(bot.TenantId) && !bot.AllowedTenants.Contains(bot.TenantId, StringComparer.OrdinalIgnoreCase))
            yield return Finding.Note("identity", "The bot's own tenant is not among Bot:AllowedTenants, so its people are refused.", "List Bot:TenantId there too, if they shall use the bot.");
    }

    /// <returns><c>null</c> where there is no host to try.</returns>
    private async Task<Finding?> Connector(BotOptions bot, CancellationToken stop)
    {
        if (bot.LocalMode || services.GetRequiredService<ChannelProbe>().ConnectorAddress is not { } address) return null;
        if (bot.AllowedServiceHosts.Count > 0) // a gateway of one's own may stand between
            return Finding.Note("connector", $"{address.Host} was not tried, because answers may go to Bot:AllowedServiceHosts instead.");
        return await Look(address, stop) is not null
            ? Finding.Good("connector", $"{address.Host}, where answers go, can be reached.")
            : Finding.Bad("connector", $"{address.Host} cannot be reached from here.", $"The firewall has to let this machine reach {address.Host}, port 443: answers to people go there.");
    }

    private async Task<Finding> Keys(BotOptions bot, CancellationToken stop)
    {
        if (bot.LocalMode) return Finding.Note("keys", "Local mode: no token is asked for, and only this machine is answered.", "For a tenant take Bot:LocalMode away and set Bot:AppId, Bot:TenantId and a credential.");
        var probe = services.GetRequiredService<ChannelProbe>();
        await Look(new Uri(probe.KeyAddresses[0]), stop); // for the clock, too
        return await probe.LoadsKeys(stop)
            ? Finding.Good("keys", "The channel's signing keys are loaded.")
            : Finding.Bad("keys", "The channel's signing keys cannot be loaded.", $"The firewall has to let this machine reach {string.Join(" and ", probe.KeyAddresses.Select(address => new Uri(address).Host))}, port 443; see Bot:OpenIdMetadata and Bot:Cloud.");
    }

    private async Task<Finding> Credential(BotOptions bot, CancellationToken stop)
    {
        if (bot.LocalMode) return Finding.Note("credential", "Local mode: no credential is used.");
        return await services.GetRequiredService<ChannelProbe>().TryToken(stop) is not { } fault
            ? Finding.Good("credential", "The credential gets a token for the connector.")
            : Finding.Bad("credential", $"The credential gets no token ({fault}).", fault switch
            {
                _ when fault.Contains("AADSTS7000215", StringComparison.Ordinal) => "The secret is wrong: copy its value, not its id, from the app registration into Bot:Secret.",
                _ when fault.Contains("AADSTS7000222", StringComparison.Ordinal) => "The secret has expired: make a new one in the app registration and put it into Bot:Secret.",
                _ when fault.Contains("AADSTS700016", StringComparison.Ordinal) => "The tenant has no such app: see Bot:AppId and Bot:TenantId.",
                _ when fault.Contains("AADSTS90002", StringComparison.Ordinal) => "There is no such tenant: see Bot:TenantId, and Bot:Cloud for a government's cloud.",
                _ when fault.Contains("AADSTS700027", StringComparison.Ordinal) => "The registration does not know this certificate: upload its public part to the app registration.",
                _ when fault.Contains("AADSTS70021", StringComparison.Ordinal) => "The managed identity is no federated credential of the app registration: issuer, subject and audience have to fit (infra/README.md).",
                _ => "See Bot:AppId, Bot:TenantId and that the secret, certificate or federated credential belongs to that registration; the firewall has to let this machine reach the token endpoint (login.microsoftonline.com, port 443).",
            });
    }

    private static Finding? Certificate(BotOptions bot)
    {
        if (string.IsNullOrWhiteSpace(bot.CertificatePath)) return null;
        try
        {
            using var certificate = File.ReadAllText(bot.CertificatePath).Contains("-----BEGIN", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromPemFile(bot.CertificatePath) : X509CertificateLoader.LoadPkcs12FromFile(bot.CertificatePath, null);
            var left = certificate.NotAfter.ToUniversalTime() - TimeProvider.System.GetUtcNow().UtcDateTime;
            return left > CertificateNotice
                ? Finding.Good("certificate", $"The certificate holds for {Days(left)}.")
                : Finding.Bad("certificate", left > TimeSpan.Zero ? $"The certificate ends in {Days(left)}." : "The certificate has ended.", "Upload a new one to the app registration and put its file in the place of the old one; no restart is needed.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            return Finding.Bad("certificate", "The certificate cannot be read.", "Bot:CertificatePath names a PEM file with certificate and key, or PKCS #12 without password, readable by this account.");
        }
    }

    private static string Days(TimeSpan time) => Counted.Of(time.Days, "day", "days");

    private async Task<Finding> Model(string kind, CancellationToken stop)
    {
        var options = services.GetRequiredService<IOptions<OpenAIOptions>>().Value;
        var deployment = kind == "chat" ? options.ChatDeployment : options.EmbeddingDeployment;
        if (string.IsNullOrEmpty(deployment)) return Finding.Note(kind, kind == "chat" ? "No chat model is configured; every text is the bot's own." : "No embedding model is configured; the search uses its own vectors.");
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Patience);
        try
        {
            if (kind == "chat") await Models.Chat(options).GetResponseAsync("Answer with the word yes.", new ChatOptions { MaxOutputTokens = 16 }, late.Token).WaitAsync(late.Token);
            else await Models.Embeddings(options).GenerateAsync(["trial"], cancellationToken: late.Token).WaitAsync(late.Token);
            return Finding.Good(kind, $"The model {deployment} answers.");
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            var why = fault is System.ClientModel.ClientResultException { Status: > 0 and var status } ? $"status {status}" : fault is OperationCanceledException ? "no answer in 10 s" : fault.GetType().Name;
            return Finding.Bad(kind, $"The model {deployment} does not answer ({why}).", "See OpenAI:Endpoint, the key or identity, and that the deployment has this name; the bot runs without it.");
        }
    }

    private Finding Clock()
    {
        if (otherClock is not { } other) return Finding.Note("clock", "The clock was compared with nobody's.");
        var off = TimeProvider.System.GetUtcNow() - other;
        return off.Duration() < ClockTolerance
            ? Finding.Good("clock", "The clock agrees with the issuer's.")
            : Finding.Bad("clock", $"The clock is {Counted.Of((int)Math.Round(off.Duration().TotalMinutes), "minute", "minutes")} {(off < TimeSpan.Zero ? "behind" : "ahead of")} the issuer's.", "Tokens are refused by a wrong clock: switch time synchronisation on.");
    }

    /// <summary>The bot's endpoint answers anything but a POST with 405; whatever else answers there is not the bot.</summary>
    private async Task<Finding> Address(BotOptions bot, CancellationToken stop)
    {
        var options = services.GetRequiredService<IOptions<ServiceOptions>>().Value;
        if (bot.LocalMode) return Finding.Note("address", "Local mode: nobody outside this machine reaches the bot.");
        if (string.IsNullOrEmpty(options.PublicUrl)) return Finding.Note("address", "Service:PublicUrl is not set, so no links are offered (calendar files, exports, case links).", "Set it to the https address that people's browsers reach.");
        var address = new Uri(options.PublicUrl.TrimEnd('/') + ActivitiesSetup.Path);
        return await Look(address, stop) switch
        {
            405 => Finding.Good("address", "The public address leads to a running bot."),
            null => Finding.Bad("address", $"Nothing answers at {address.Host}.", "The bot has to run, and its name and the reverse proxy have to lead to it. From inside a network this check can fail although people reach it."),
            var status => Finding.Bad("address", $"{address} answers {status} where the bot answers 405.", "The reverse proxy has to pass the path on unchanged; under a path of its own set Service:PathBase."),
        };
    }

    private Finding LanguagePack() => File.Exists(installation.LanguagePack)
        ? Finding.Good("lexicon", "The search has its language pack.")
        : Finding.Note("lexicon", "The search has no language pack; it finds less across languages.", "innovationbot lexicon build makes one (docs/search.md).");

    private async Task<int?> Look(Uri address, CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await http.SendAsync(request, late.Token);
            otherClock ??= answer.Headers.Date;
            return (int)answer.StatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
