using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using InnovationBot.Search.Embeddings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenAI;

namespace InnovationBot.Service.Options;

/// <summary>Section <c>OpenAI</c> of the settings: models on Azure OpenAI, or on any endpoint that speaks OpenAI's protocol. None by default.</summary>
public sealed class OpenAIOptions
{
    public const string Section = "OpenAI";

    public OpenAIKind Kind { get; set; } = OpenAIKind.Azure;

    /// <summary>https; http only on loopback. Of Azure the resource's address, else the address that <c>/embeddings</c> follows.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Required by Azure; endpoints of one's own may take none.</summary>
    public string? Key { get; set; }

    /// <summary>The deployment, or model, that makes embeddings; without it the search uses its own vectors. Another one makes all anew.</summary>
    public string? EmbeddingDeployment { get; set; }

    /// <summary>The deployment, or model, that phrases; without it every text is the bot's own.</summary>
    public string? ChatDeployment { get; set; }

    /// <summary>Requests for the embeddings of cases and profiles in a minute, 1 to 100,000, default 300; asks are not counted.</summary>
    public int EmbeddingRequestsPerMinute { get; set; } = 300;
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
        if (options.Kind == OpenAIKind.Azure && string.IsNullOrEmpty(options.Key)) faults.Add("OpenAI:Key is missing; Azure OpenAI needs it.");
        if (options.EmbeddingDeployment?.Length > 150) faults.Add("OpenAI:EmbeddingDeployment has more than 150 characters.");
        if (options.EmbeddingRequestsPerMinute is < 1 or > 100_000) faults.Add("OpenAI:EmbeddingRequestsPerMinute is from 1 to 100000.");
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
        if (!string.IsNullOrEmpty(configuration[$"{OpenAIOptions.Section}:{nameof(OpenAIOptions.EmbeddingDeployment)}"]))
            services.AddSingleton(provider => Source(provider.GetRequiredService<IOptions<OpenAIOptions>>().Value));
        return services;
    }

    /// <returns><c>null</c> when none is configured.</returns>
    /// <exception cref="OptionsValidationException">What is configured cannot work.</exception>
    public static EmbeddingSource? Source(IConfiguration configuration)
    {
        var options = configuration.GetSection(OpenAIOptions.Section).Get<OpenAIOptions>() ?? new();
        if (new OpenAIOptionsValidator().Validate(null, options) is { Failed: true } invalid) throw new OptionsValidationException(OpenAIOptions.Section, typeof(OpenAIOptions), invalid.Failures);
        return string.IsNullOrEmpty(options.EmbeddingDeployment) ? null : Source(options);
    }

    private static EmbeddingSource Source(OpenAIOptions options)
    {
        var (endpoint, deployment) = (new Uri(options.Endpoint!), options.EmbeddingDeployment!);
        var key = new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? "none" : options.Key);
        var noRetries = new ClientRetryPolicy(maxRetries: 0); // whoever asks knows how long it can wait
        var client = options.Kind == OpenAIKind.Azure
            ? new AzureOpenAIClient(endpoint, key, new AzureOpenAIClientOptions { RetryPolicy = noRetries })
            : new OpenAIClient(key, new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = noRetries });
        return new EmbeddingSource(client.GetEmbeddingClient(deployment).AsIEmbeddingGenerator(), deployment, options.EmbeddingRequestsPerMinute);
    }
}
