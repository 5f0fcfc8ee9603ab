using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InnovationBot.Testing.Cards;

namespace InnovationBot.Service.Tests.Operating;

/// <summary>What the published program consists of, with licences: written as CycloneDX to .artifacts/sbom/innovationbot.cdx.json.</summary>
public sealed partial class BillOfMaterialsTests
{
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "PostgreSQL", "BSD-2-Clause", "BSD-3-Clause"];

    private static readonly string Packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [Fact]
    public async Task Every_package_has_a_licence_that_an_administration_may_use()
    {
        var libraries = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "innovationbot.deps.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("libraries");
        var components = new JsonArray();
        foreach (var library in libraries.EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
        {
            var (name, version) = (library.Name.Split('/')[0], library.Name.Split('/')[1]);
            var licence = await Licence(name, version);
            Allowed.ShouldContain(licence.Split(" OR ")[^1], $"{library.Name}: {licence}");
            components.Add((JsonNode)new JsonObject
            {
                ["type"] = "library", ["name"] = name, ["version"] = version, ["purl"] = $"pkg:nuget/{name}@{version}",
                ["licenses"] = new JsonArray(new JsonObject { ["expression"] = licence }),
            });
        }

        components.Count.ShouldBeGreaterThan(20);
        var folder = Directory.CreateDirectory(Path.Combine(RepositoryFolder.Root, ".artifacts", "sbom"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "innovationbot.cdx.json"),
            new JsonObject
            {
                ["bomFormat"] = "CycloneDX", ["specVersion"] = "1.6", ["version"] = 1,
                ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = "application", ["name"] = "innovationbot" } },
                ["components"] = components,
            }.ToJsonString(new JsonSerializerOptions { WriteIndented = true }),
            TestContext.Current.CancellationToken);
    }

    private static async Task<string> Licence(string name, string version)
    {
        var folder = Path.Combine(Packages, name.ToLowerInvariant(), version.ToLowerInvariant());
        var package = await File.ReadAllTextAsync(Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec"));
        if (Expression().Match(package) is { Success: true } expression) return expression.Groups[1].Value;
        var text = LicenceFile().Match(package) is { Success: true } file ? await File.ReadAllTextAsync(Path.Combine(folder, file.Groups[1].Value)) : package;
        return text.Contains("Apache License", StringComparison.Ordinal) ? "Apache-2.0"
            : text.Contains("MIT License", StringComparison.OrdinalIgnoreCase) || text.Contains("github.com/dotnet/corefx", StringComparison.Ordinal) ? "MIT"
            : "unknown";
    }

    [GeneratedRegex(@"<license type=""expression""[^>]*>([^<]+)<")]
    private static partial Regex Expression();

    [GeneratedRegex(@"<license type=""file""[^>]*>([^<]+)<")]
    private static partial Regex LicenceFile();
}
