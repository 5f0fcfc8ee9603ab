using System.Text.RegularExpressions;
using InnovationBot.Network;
using InnovationBot.Network.People.Profile;
using InnovationBot.Testing.Cards;

namespace InnovationBot.Service.Tests.Trust;

/// <summary>What the documents for the yes say of the program is still so.</summary>
public sealed partial class NamedTestsTests
{
    private static readonly string[] Pages = ["threat-model.md", "staff-representatives.md", "accessibility.md"];

    [Fact]
    public void Every_test_that_a_document_names_exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToLookup(Path.GetFileNameWithoutExtension);
        var named = Pages.SelectMany(page => Named().Matches(Document(page)).Select(match => (Page: page, Class: match.Groups[1].Value, Test: match.Groups[2].Value))).ToList();
        named.Count.ShouldBeGreaterThan(25);
        named.Where(one => !sources[one.Class].Any(file => File.ReadAllText(file).Contains($" {one.Test}(", StringComparison.Ordinal)))
            .Select(one => $"{one.Page}: {one.Class}.{one.Test}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_threat_names_a_test() =>
        Document("threat-model.md").Split('\n').Where(line => ThreatRow().IsMatch(line) && !Named().IsMatch(line)).ShouldBeEmpty();

    [Fact]
    public void The_assessment_tells_each_purpose_as_it_is_unless_changed_and_its_ground()
    {
        var rows = Document("data-protection-assessment.md").Split('\n');
        foreach (var (purpose, given) in ConsentDefaults.All)
        {
            var row = rows.Single(line => line.StartsWith($"| `{Vocabulary.Write(purpose)}`", StringComparison.Ordinal));
            row.ShouldContain(given ? "| on | Art. 6(1)(e)" : "| off | Art. 6(1)(a)");
        }
    }

    private static string Document(string page) => File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", page));

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| [STRIDE] \|")]
    private static partial Regex ThreatRow();
}
