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
        foreach (Match name in MetricNames().Matches(Text("alerts.yaml").Replace("name: innovationbot", "", StringComparison.Ordinal))) IsMeasured(name.Value);
        var asked = JsonDocument.Parse(Text("dashboard.json")).RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).SelectMany(target => MetricNames().Matches(target.GetProperty("expr").GetString()!)).Select(match => match.Value).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(8);
        foreach (var name in asked) IsMeasured(name);

        void IsMeasured(string name) => measured.ShouldContain($"\"{Suffix().Replace(name, "").Replace('_', '.')}\"");
    }

    [Fact]
    public void What_Bicep_closes_to_the_public_has_a_private_address_and_each_module_gets_its_parameters()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Folder, "bicep"), "*.bicep").ToDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file).ReplaceLineEndings("\n"));
        foreach (var (file, text) in texts)
        {
            // the database server stands in a subnet of its own instead
            Closed().Count(text).ShouldBe(text.Split("'endpoint.bicep' =").Length - 1, file);
            foreach (Match module in Modules().Matches(text))
            {
                var given = Given(text, module.Index);
                var wanted = Wanted().Matches(texts[module.Groups[1].Value]).ToDictionary(one => one.Groups[1].Value, one => one.Groups[2].Success);
                given.ShouldBeSubsetOf(wanted.Keys, module.Value);
                wanted.Where(one => !one.Value).Select(one => one.Key).ShouldBeSubsetOf(given, module.Value);
            }
        }

        // without its secrets an instance would begin a store of its own
        texts["main.bicep"].ShouldContain("dependsOn: [ reads, vault::store");
    }

    [Fact]
    public void A_composition_of_several_instances_gives_each_a_port_and_the_unit_runs_the_program_on_its_own_folder()
    {
        foreach (Match port in PublishedPorts().Matches(Text("compose.yaml"))) port.Groups[1].Value.ShouldContain("-", Case.Sensitive, "a second instance could not have it");
        var unit = Text("innovationbot.service");
        unit.ShouldContain("\nExecStart=/opt/innovationbot/innovationbot serve --data /var/lib/innovationbot\n");
        unit.ShouldContain("\nStateDirectory=innovationbot\n");
    }

    /// <summary>Names at the outermost level of a module's parameters.</summary>
    private static HashSet<string> Given(string text, int module)
    {
        var (depth, outermost) = (0, new System.Text.StringBuilder());
        for (var at = text.IndexOf('{', text.IndexOf("params:", module, StringComparison.Ordinal)); at < text.Length; at++)
        {
            if (text[at] is '{' or '[' or '(') depth++;
            if (depth == 1) outermost.Append(text[at]);
            if (text[at] is '}' or ']' or ')' && --depth == 0) break;
        }

        return [.. GivenToModule().Matches(outermost.ToString()).Select(one => one.Groups[1].Value)];
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

    [GeneratedRegex(@"publicNetworkAccess: privateNetwork \? 'Disabled'")]
    private static partial Regex Closed();

    [GeneratedRegex(@"(?:^|[{,])\s*(\w+): ", RegexOptions.Multiline)]
    private static partial Regex GivenToModule();

    [GeneratedRegex(@"^param (\w+) \w+( =)?", RegexOptions.Multiline)]
    private static partial Regex Wanted();

    [GeneratedRegex(@"""127\.0\.0\.1:([^:]+):\d+""")]
    private static partial Regex PublishedPorts();
}
