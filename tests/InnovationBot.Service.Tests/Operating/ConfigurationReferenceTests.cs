using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InnovationBot.Service.Options;
using InnovationBot.Testing.Cards;

namespace InnovationBot.Service.Tests.Operating;

/// <summary>docs/configuration.md is written from the options classes: <c>WRITE_REFERENCE=1</c> writes it anew.</summary>
public sealed partial class ConfigurationReferenceTests
{
    private static readonly string Page = Path.Combine(RepositoryFolder.Root, "docs", "configuration.md");

    [Fact]
    public async Task The_reference_is_that_of_this_version()
    {
        var written = Write();
        if (Environment.GetEnvironmentVariable("WRITE_REFERENCE") is not null) await File.WriteAllTextAsync(Page, written, TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").ShouldBe(written, "run the test with WRITE_REFERENCE=1");
    }

    private static string Write()
    {
        var page = new StringBuilder("""
            # Every setting

            Written from the program's own options; do not edit. Set in `appsettings.json` (of the program, or of the data folder), in a Key Vault (`Service:KeyVault`), in
            files of secrets (`Service:SecretsFolder`), in the environment with `__` between levels, or on the command line as `--Section:Name=value`; the later beats the
            earlier. All are checked at the start, and what is wrong is named. `innovationbot doctor` checks them without starting.


            """.ReplaceLineEndings("\n"));
        foreach (var (section, types) in KnownSettings.Known.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"## {section}\n\n| setting | default | meaning |\n|---|---|---|\n");
            foreach (var type in types)
            {
                var defaults = Activator.CreateInstance(type)!;
                foreach (var property in type.GetProperties().Where(property => property.CanWrite || (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))))
                {
                    var isList = property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType);
                    page.Append(CultureInfo.InvariantCulture, $"| `{section}:{property.Name}{(isList ? ":0…" : "")}` | {Default(property.GetValue(defaults))} | {Meaning(type, property.Name)} |\n");
                }
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Default(object? value) => value switch
    {
        null or "" => "",
        bool isOn => isOn ? "on" : "off",
        string text => $"`{text}`",
        IEnumerable => "",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };

    private static string Meaning(Type type, string property)
    {
        var summary = Regex.Match(Source(type), $@"/// <summary>((?:(?!</summary>)[\s\S])*)</summary>\s*(?:\[[^\]]*\]\s*)*public [\w<>?\[\]]+ {property} \{{");
        summary.Success.ShouldBeTrue($"{type.Name}.{property} has no summary to write down");
        return Spaces().Replace(Tags().Replace(See().Replace(summary.Groups[1].Value.Replace("///", "", StringComparison.Ordinal), "`$1`"), ""), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);
    }

    private static string Source(Type type) => Sources.Value.First(text => text.Contains($"class {type.Name}\n", StringComparison.Ordinal) || text.Contains($"class {type.Name} ", StringComparison.Ordinal) || text.Contains($"class {type.Name}\r", StringComparison.Ordinal));

    private static readonly Lazy<List<string>> Sources = new(() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText).Where(text => text.Contains("const string Section", StringComparison.Ordinal)),
    ]);

    [GeneratedRegex(@"<see cref=""(?:\w+\.)*(\w+)""/>")]
    private static partial Regex See();

    [GeneratedRegex(@"</?[a-z]+[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
