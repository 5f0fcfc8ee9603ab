using System.Text.Json;
using System.Text.RegularExpressions;
using InnovationBot.Service.Options;
using InnovationBot.Testing.Cards;

namespace InnovationBot.Service.Tests.Operating;

/// <summary>What can be checked of infra/ without a container engine and without Azure.</summary>
public sealed partial class InfrastructureTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Root, "infra");

    [Fact]
    public void The_image_runs_as_nobody_special_asks_for_its_health_and_has_the_language_pack()
    {
        var lines = Text("Dockerfile").Split('\n');
        lines.Last(line => line.StartsWith("FROM ", StringComparison.Ordinal)).ShouldContain("aspnet:10.0");
        lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)).ShouldBe("USER $APP_UID");
        lines.ShouldContain(line => line.StartsWith("HEALTHCHECK", StringComparison.Ordinal) && line.Contains("/health/ready", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("lexicon build", StringComparison.Ordinal));
        foreach (Match copied in CopiedFromSources().Matches(Text("Dockerfile")))
            foreach (var path in copied.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Path.Exists(Path.Combine(RepositoryFolder.Root, path)).ShouldBeTrue(path);
    }

    [Fact]
    public void The_composition_has_bot_database_and_Redis_and_no_secret_in_it()
    {
        var compose = Text("compose.yaml");
        foreach (var service in new[] { "  bot:", "  postgres:", "  redis:", "  migrate:" }) compose.ShouldContain("\n" + service);
        compose.ShouldContain("read_only: true");
        compose.ShouldNotContain("POSTGRES_PASSWORD:", Case.Sensitive);
        foreach (Match target in SecretTargets().Matches(compose)) KnownSettings.Has(target.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)).ShouldBeTrue(target.Value);
    }

    [Fact]
    public void Every_parameter_of_Bicep_is_explained_every_module_there_and_every_setting_known()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "bicep"), "*.bicep"))
        {
            var text = File.ReadAllText(file);
            foreach (Match parameter in Parameters().Matches(text)) parameter.Groups[1].Value.ShouldContain("@description(", Case.Sensitive, $"{Path.GetFileName(file)}: {parameter.Groups[2].Value}");
            foreach (Match module in Modules().Matches(text)) File.Exists(Path.Combine(Folder, "bicep", module.Groups[1].Value)).ShouldBeTrue(module.Value);
            foreach (Match setting in EnvironmentNames().Matches(text)) KnownSettings.Has(setting.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)).ShouldBeTrue(setting.Value);
            text.Count(letter => letter == '{').ShouldBe(text.Count(letter => letter == '}'), Path.GetFileName(file));
        }

        var main = Text(Path.Combine("bicep", "main.bicep"));
        foreach (var values in Directory.EnumerateFiles(Path.Combine(Folder, "bicep"), "*.bicepparam"))
            foreach (Match given in GivenParameters().Matches(File.ReadAllText(values))) main.ShouldContain($"param {given.Groups[1].Value} ");
    }

    [Fact]
    public void The_dashboard_asks_only_for_what_is_measured()
    {
        var measured = string.Join('\n', Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => file.EndsWith("Metrics.cs", StringComparison.Ordinal) || file.EndsWith("OutboxWatch.cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        var asked = JsonDocument.Parse(Text("dashboard.json")).RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).SelectMany(target => MetricNames().Matches(target.GetProperty("expr").GetString()!)).Select(match => match.Value).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(8);
        foreach (var name in asked) measured.ShouldContain($"\"{Suffix().Replace(name, "").Replace('_', '.').Replace("turn.duration", "turn.duration", StringComparison.Ordinal)}\"");
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^COPY (?!--from)(.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex CopiedFromSources();

    [GeneratedRegex(@"target: (\w+)")]
    private static partial Regex SecretTargets();

    [GeneratedRegex(@"((?:^@.*\n)*)^param (\w+)", RegexOptions.Multiline)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"^module \w+ '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex Modules();

    [GeneratedRegex(@"name: '([A-Z]\w+__\w+?)(?:__\$\{at\})?'")]
    private static partial Regex EnvironmentNames();

    [GeneratedRegex(@"^param (\w+) =", RegexOptions.Multiline)]
    private static partial Regex GivenParameters();

    [GeneratedRegex(@"innovationbot_\w+")]
    private static partial Regex MetricNames();

    [GeneratedRegex(@"(_seconds)?(_bucket|_total)?$")]
    private static partial Regex Suffix();
}
