using System.CommandLine;
using System.Text.RegularExpressions;
using InnovationBot.Service.CommandLine;

namespace InnovationBot.Service.Manifest;

/// <summary>What <c>manifest pack</c> is told, checked as Teams will check it, so that the upload is no surprise.</summary>
internal sealed partial record ManifestAnswers(
    Option<string?> AppId, Option<string?> BotId, Option<string[]> Domain, Option<string?> Version,
    Option<string?> Developer, Option<string?> Website, Option<string?> Privacy, Option<string?> Terms)
{
    private const int LongestName = 32;

    public IEnumerable<Option> All => [AppId, BotId, Domain, Version, Developer, Website, Privacy, Terms];

    /// <param name="configuredBot">Setting <c>Bot:AppId</c>.</param>
    /// <param name="publicUrl">Setting <c>Service:PublicUrl</c>.</param>
    /// <exception cref="CommandFault">Something is missing, or not what it should be.</exception>
    public AppIdentity Read(ParseResult parsed, string? configuredBot, string? publicUrl, string programVersion)
    {
        var bot = Id(parsed.GetValue(BotId) ?? configuredBot, "The bot's Entra app id", "--bot-id, or the setting Bot:AppId")
            ?? throw Wrong("The bot's Entra app id is not known. Give it with --bot-id, or in the setting Bot:AppId.");
        var app = Id(parsed.GetValue(AppId), "The app's id", "--app-id") ?? bot;
        List<string> domains = [.. (parsed.GetValue(Domain) ?? []).Select(Host)];
        if (domains.Count == 0 && Uri.TryCreate(publicUrl, UriKind.Absolute, out var known)) domains.Add(known.IdnHost);
        if (domains.Count == 0) throw Wrong("The host that the app's links lead to is not known. Give it with --domain, or in the setting Service:PublicUrl.");

        var version = parsed.GetValue(Version) ?? programVersion;
        if (!ThreeNumbers().IsMatch(version)) throw Wrong($"'{version}' is no version of a package; write three numbers, as 1.0.0, with --app-version.");
        var name = parsed.GetValue(Developer)?.Trim() ?? "Innovation network";
        if (name.Length is 0 or > LongestName) throw Wrong($"Teams shows {LongestName} characters of the developer's name. Shorten it with --developer.");
        var website = Page(parsed, Website) ?? new Uri($"https://{domains[0]}/");
        return new AppIdentity(app, bot, version, domains, new AppDeveloper(name, website, Page(parsed, Privacy) ?? website, Page(parsed, Terms) ?? website));
    }

    private static Guid? Id(string? text, string what, string where) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Guid.TryParse(text, out var id) && id != Guid.Empty ? id
        : throw Wrong($"{what} is a GUID, and '{text}' is none ({where}).");

    private static string Host(string text) =>
        Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal)
            ? text.ToLowerInvariant()
            : throw Wrong($"'{text}' is no host: write it without https:// and path, as bot.example.org, with --domain.");

    private static Uri? Page(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps ? page
        : throw Wrong($"'{text}' is no https address ({option.Name}).");

    private static CommandFault Wrong(string sentence) => new(sentence, ExitCode.Usage);

    [GeneratedRegex(@"^\d{1,5}\.\d{1,5}\.\d{1,5}$")]
    private static partial Regex ThreeNumbers();
}
