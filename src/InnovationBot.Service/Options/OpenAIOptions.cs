using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using InnovationBot.Activities;
using InnovationBot.Conversation.Phrasing;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Problems.Phrasing;
using InnovationBot.Search.Embeddings;
using InnovationBot.Service.Phrasing;
using InnovationBot.Storage.Redis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpenAI;

namespace InnovationBot.Service.Options;

/// <summary>Section <c>OpenAI</c> of the settings: models on Azure OpenAI, or on any endpoint that speaks OpenAI's protocol. None by default.</summary>
public sealed class OpenAIOptions
{
    public const string Section = "OpenAI";

    /// <summary><c>azure</c>, or <c>compatible</c> for any endpoint that speaks OpenAI's protocol.</summary>
    public OpenAIKind Kind { get; set; } = OpenAIKind.Azure;

    /// <summary>https; http only on loopback. Of Azure the resource's address, else the address that <c>/embeddings</c> follows.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Azure takes this or <see cref="ManagedIdentityClientId"/>; endpoints of one's own may take none.</summary>
    public string? Key { get; set; }

    /// <summary>The client id of a user-assigned managed identity that may use the Azure resource, or <c>system</c> for the machine's own; instead of a key.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>The deployment, or model, that makes embeddings; without it the search uses its own vectors. Another one makes all anew.</summary>
    public string? EmbeddingDeployment { get; set; }

    /// <summary>The deployment, or model, that phrases; without it every text is the bot's own.</summary>
    public string? ChatDeployment { get; set; }

    /// <summary>The chat model puts a problem into one or two sentences below the answer; default on, where there is a <see cref="ChatDeployment"/>.</summary>
    public bool WriteSummaries { get; set; } = true;

    /// <summary>For an abstract problem it also asks the question that would make it concrete; default on.</summary>
    public bool WriteQuestions { get; set; } = true;

    /// <summary>When a case is begun from a solved problem it proposes a first wording; default on.</summary>
    public bool WriteCaseDrafts { get; set; } = true;

    /// <summary>It also tells concrete statements from abstract ones, in place of the bot's own words and weights; default on.</summary>
    public bool JudgeStatements { get; set; } = true;

    /// <summary>What the chat model is asked in a day (UTC) by all instances together, 0 to 1,000,000, default 2,000; then every text is the bot's own until midnight.</summary>
    public int ChatRequestsPerDay { get; set; } = 2_000;

    /// <summary>Seconds that the chat model has, 1 to 12, default 6; what is not there by then is left out.</summary>
    public int ChatSeconds { get; set; } = 6;

    /// <summary>Seconds that the chat model has to judge a statement before the answer is made without it, 1 to 5, default 2.</summary>
    public int JudgeSeconds { get; set; } = 2;

    /// <summary>Requests for the embeddings of cases and profiles in a minute, 1 to 100,000, default 300; asks are not counted.</summary>
    public int EmbeddingRequestsPerMinute { get; set; } = 300;

    /// <summary>Asks that are embedded in a day (UTC) by all instances together, 0 to 10,000,000, default 20,000, not counting those known from the last hours; then the search uses words and its own vectors until midnight.</summary>
    public int AskEmbeddingsPerDay { get; set; } = 20_000;
}

public enum OpenAIKind { Azure, Compatible }

internal sealed class OpenAIOptionsValidator : IValidateOptions<OpenAIOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenAIOptions options)
    {
        if (string.IsNullOrEmpty(options.EmbeddingDeployment) && string.IsNullOrEmpty(options.ChatDeployment)) return ValidateOptionsResult.Success;
        var faults = new List<string>();
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("https" or "http") || (endpoint.Scheme == "http" && !endpoint.IsLoopback))
            faults.Add("OpenAI:Endpoint must be an https address (http only on this machine) when a deployment is named.");
        if (!Enum.IsDefined(options.Kind)) faults.Add("OpenAI:Kind is one of azure, compatible.");
        var (hasKey, hasIdentity) = (!string.IsNullOrEmpty(options.Key), !string.IsNullOrEmpty(options.ManagedIdentityClientId));
        if (options.Kind == OpenAIKind.Azure && hasKey == hasIdentity) faults.Add("OpenAI:Key or OpenAI:ManagedIdentityClientId is needed, one of the two; Azure OpenAI answers nobody without.");
        if (options.Kind == OpenAIKind.Compatible && hasIdentity) faults.Add("OpenAI:ManagedIdentityClientId is for Azure; a compatible endpoint takes OpenAI:Key.");
        if (options.ChatDeployment?.Length > 150) faults.Add("OpenAI:ChatDeployment has more than 150 characters.");
        if (options.ChatRequestsPerDay is < 0 or > 1_000_000) faults.Add("OpenAI:ChatRequestsPerDay is from 0 to 1000000.");
        if (options.ChatSeconds is < 1 or > 12) faults.Add("OpenAI:ChatSeconds is from 1 to 12.");
        if (options.JudgeSeconds is < 1 or > 5) faults.Add("OpenAI:JudgeSeconds is from 1 to 5.");
        if (options.EmbeddingDeployment?.Length > 150) faults.Add("OpenAI:EmbeddingDeployment has more than 150 characters.");
        if (options.EmbeddingRequestsPerMinute is < 1 or > 100_000) faults.Add("OpenAI:EmbeddingRequestsPerMinute is from 1 to 100000.");
        if (options.AskEmbeddingsPerDay is < 0 or > 10_000_000) faults.Add("OpenAI:AskEmbeddingsPerDay is from 0 to 10000000.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

internal static class OpenAIServices
{
    /// <summary>The models that the settings name.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OpenAIOptions>().Bind(configuration.GetSection(OpenAIOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenAIOptions>, OpenAIOptionsValidator>();
        var options = configuration.GetSection(OpenAIOptions.Section).Get<OpenAIOptions>() ?? new();
        if (new OpenAIOptionsValidator().Validate(null, options).Failed) return services; // told when the settings are validated
        if (!string.IsNullOrEmpty(options.EmbeddingDeployment))
        {
            services.AddCache();
            services.AddSingleton(_ => Source(options) with { AsksPerDay = options.AskEmbeddingsPerDay });
        }

        if (!string.IsNullOrEmpty(options.ChatDeployment))
        {
            services.AddMetrics();
            services.TryAddSingleton(new MachineClock(TimeProvider.System)); // commands judge statements too, without a door
            services.AddSingleton(new ChatModel(() => Models.Chat(options)));
            services.AddSingleton<PhrasingMetrics>();
            services.AddSingleton<IPhrasing>(provider => ActivatorUtilities.CreateInstance<ModelPhrasing>(provider, Gate(provider, options)));
            if (options.JudgeStatements)
                services.AddSingleton<IConcreteness>(provider => ActivatorUtilities.CreateInstance<ModelConcreteness>(provider, Gate(provider, options), TimeSpan.FromSeconds(options.JudgeSeconds)));
        }

        return services;
    }

    /// <summary>The assessor that these settings ask for, without a store and so without a daily budget.</summary>
    /// <exception cref="OptionsValidationException">What is configured cannot work.</exception>
    public static IConcreteness Assessor(IConfiguration configuration)
    {
        var options = Valid(configuration);
        var words = new LexicalConcreteness();
        if (string.IsNullOrEmpty(options.ChatDeployment) || !options.JudgeStatements) return words;
        return new ModelConcreteness(
            new ChatModel(() => Models.Chat(options)), new ModelGate(new MachineClock(TimeProvider.System), options.ChatRequestsPerDay, budget: null), words, TimeSpan.FromSeconds(options.JudgeSeconds), metrics: null,
            NullLogger<ModelConcreteness>.Instance);
    }

    private static ModelGate Gate(IServiceProvider provider, OpenAIOptions options) =>
        new(provider.GetRequiredService<MachineClock>(), options.ChatRequestsPerDay, provider.GetRequiredService<ModelBudget>());

    /// <summary>For an evaluation, which counts no asks.</summary>
    /// <returns><c>null</c> when none is configured.</returns>
    /// <exception cref="OptionsValidationException">What is configured cannot work.</exception>
    public static EmbeddingSource? Source(IConfiguration configuration)
    {
        var options = Valid(configuration);
        return string.IsNullOrEmpty(options.EmbeddingDeployment) ? null : Source(options);
    }

    private static OpenAIOptions Valid(IConfiguration configuration)
    {
        var options = configuration.GetSection(OpenAIOptions.Section).Get<OpenAIOptions>() ?? new();
        return new OpenAIOptionsValidator().Validate(null, options) is { Failed: true } invalid ? throw new OptionsValidationException(OpenAIOptions.Section, typeof(OpenAIOptions), invalid.Failures) : options;
    }

    private static EmbeddingSource Source(OpenAIOptions options) => new(Models.Embeddings(options), options.EmbeddingDeployment!, options.EmbeddingRequestsPerMinute);
}

/// <summary>The clients of the models; a class of its own, so that nobody without a model loads the libraries.</summary>
internal static class Models
{
    public static IEmbeddingGenerator<string, Embedding<float>> Embeddings(OpenAIOptions options) => Client(options).GetEmbeddingClient(options.EmbeddingDeployment!).AsIEmbeddingGenerator();

    public static IChatClient Chat(OpenAIOptions options) => Client(options).GetChatClient(options.ChatDeployment!).AsIChatClient();

    private static OpenAIClient Client(OpenAIOptions options)
    {
        var endpoint = new Uri(options.Endpoint!);
        var noRetries = new ClientRetryPolicy(maxRetries: 0); // whoever asks knows how long it can wait
        if (options.Kind == OpenAIKind.Compatible)
            return new OpenAIClient(new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? "none" : options.Key), new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = noRetries });
        var azure = new AzureOpenAIClientOptions { RetryPolicy = noRetries };
        if (endpoint.Host.EndsWith(".azure.us", StringComparison.OrdinalIgnoreCase)) azure.Audience = AzureOpenAIAudience.AzureGovernment;
        if (!string.IsNullOrEmpty(options.Key)) return new AzureOpenAIClient(endpoint, new ApiKeyCredential(options.Key), azure);
        var identity = options.ManagedIdentityClientId == "system" ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentityClientId!);
        return new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(identity), azure);
    }
}
