using System.Text;
using System.Text.RegularExpressions;
using InnovationBot.Testing.Cards;

namespace InnovationBot.Service.Tests.Trust;

/// <summary>Links of the pages to each other, to their headings and to files of the repository.</summary>
public sealed partial class DocumentLinksTests
{
    public static TheoryData<string> Pages =>
    [
        .. new[] { "docs", "infra" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, folder), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(RepositoryFolder.Root, "*.md"))
            .Select(path => Path.GetRelativePath(RepositoryFolder.Root, path).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_link_of_a_page_leads_to_a_file_and_a_heading_that_exist(string page)
    {
        var path = Path.Combine(RepositoryFolder.Root, page);
        foreach (var link in Links().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal)))
        {
            var (file, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var target = file.Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, file));
            (File.Exists(target) || Directory.Exists(target)).ShouldBeTrue($"{link} is no file");
            if (heading is not null) File.ReadLines(target).Where(line => line.StartsWith('#')).Select(Anchor).ShouldContain(heading, $"{link} names no heading");
        }
    }

    [Fact]
    public void The_list_of_decisions_has_each_of_them_by_its_title()
    {
        var folder = Path.Combine(RepositoryFolder.Root, "docs", "decisions");
        var list = File.ReadAllText(Path.Combine(folder, "README.md"));
        foreach (var decision in Directory.EnumerateFiles(folder, "0*.md"))
        {
            var (number, title) = File.ReadLines(decision).First()[2..].Split(". ", 2) is [var first, var rest] ? (first, rest) : default;
            list.ShouldContain($"| {number} | [{title}]({Path.GetFileName(decision)}) |");
        }
    }

    /// <summary>As GitHub and Azure DevOps make one of a heading.</summary>
    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var letter in heading.TrimStart('#').Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_') anchor.Append(letter);
            else if (letter == ' ') anchor.Append('-');
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();
}
