using System.Text.Json;
using System.Text.RegularExpressions;
using InnovationBot.Service.Demo.Playground;

namespace InnovationBot.Service.Tests.Demo;

public sealed partial class PlaygroundTests
{
    [Fact]
    public void Ids_in_its_settings_are_valid_and_none_is_given_twice()
    {
        var settings = PlaygroundConfig.Text();

        var ids = Ids().Matches(settings).Select(match => match.Groups["guid"].Value).ToList();
        ids.Count.ShouldBe(8); // the tenant, six people, the team
        ids.Where(id => !Guid.TryParse(id, out _)).ShouldBeEmpty();
        ids.ShouldBeUnique();
        settings.Split('\n').Count(line => line.StartsWith("  - id:", StringComparison.Ordinal)).ShouldBe(5); // its schema wants exactly five others
    }

    [Fact]
    public void Its_package_is_pinned_by_version_and_checksum_and_names_no_registry()
    {
        var lockFile = File.ReadAllText(Path.Combine(PlaygroundPackage.Sources, "package-lock.json"));

        lockFile.ShouldNotContain("resolved");
        var package = JsonDocument.Parse(lockFile).RootElement.GetProperty("packages").GetProperty("node_modules/@microsoft/m365agentsplayground");
        package.GetProperty("version").GetString().ShouldBe("0.2.28");
        package.GetProperty("integrity").GetString()!.ShouldStartWith("sha512-");
    }

    [Fact]
    public async Task What_is_missing_on_the_machine_is_named()
    {
        var (found, missing) = await NodeRuntime.Find(searchPath: Path.GetTempPath(), TestContext.Current.CancellationToken);

        found.ShouldBeNull();
        missing.ShouldBe("Node 20 is not installed (https://nodejs.org)");
    }

    [GeneratedRegex("(tenantId|aadObjectId|aadGroupId): (?<guid>.+)")]
    private static partial Regex Ids();
}
