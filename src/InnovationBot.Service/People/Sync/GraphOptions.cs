using Microsoft.Extensions.Options;

namespace InnovationBot.Service.People.Sync;

/// <summary>Section <c>Graph</c> of the settings: reading an organisation's people, and groups that a message is for, from Microsoft Graph. Off unless an app is named.</summary>
public sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>An app registration with the application permission <c>User.Read.All</c>, for groups also <c>GroupMember.Read.All</c>, and nothing else; without it nothing is read from Graph.</summary>
    public string? ClientId { get; set; }

    /// <summary>Its client secret.</summary>
    public string? Secret { get; set; }

    /// <summary>The tenant whose people are read.</summary>
    public string? TenantId { get; set; }

    /// <summary>https; http only on loopback. Default: the public cloud's.</summary>
    public string Endpoint { get; set; } = "https://graph.microsoft.com/";

    /// <summary>Where the app signs in: https; http only on loopback. Default: the public cloud's.</summary>
    public string LoginEndpoint { get; set; } = "https://login.microsoftonline.com/";

    /// <summary>
    /// What a token is asked for: Graph of the cloud that <see cref="Endpoint"/> is in (each national cloud has its own; Microsoft Graph, National cloud deployments). What stands for it
    /// on this machine stands for the public cloud's.
    /// </summary>
    public string Scope => new Uri(Endpoint) is { IsLoopback: false } graph ? $"{graph.GetLeftPart(UriPartial.Authority)}/.default" : "https://graph.microsoft.com/.default";

    public bool IsOn => !string.IsNullOrEmpty(ClientId);
}

internal sealed class GraphOptionsValidator : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        if (!options.IsOn) return ValidateOptionsResult.Success;
        var faults = new List<string>();
        if (string.IsNullOrEmpty(options.Secret)) faults.Add("Graph:Secret is missing; Graph:ClientId needs it.");
        if (string.IsNullOrEmpty(options.TenantId)) faults.Add("Graph:TenantId is missing; Graph:ClientId needs it.");
        if (!IsSafe(options.Endpoint)) faults.Add("Graph:Endpoint must be an https address (http only on this machine).");
        if (!IsSafe(options.LoginEndpoint)) faults.Add("Graph:LoginEndpoint must be an https address (http only on this machine).");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
