using System.Text.RegularExpressions;
using InnovationBot.Network;
using InnovationBot.Testing.Cards;

namespace InnovationBot.Conversation.Tests.Texts;

/// <summary>A text that nothing says costs six translations and misleads whoever reads the files.</summary>
public sealed partial class UsedTextsTests
{
    [Fact]
    public void Every_text_is_said_somewhere_in_the_program()
    {
        var sources = Sources();
        var keys = Literal().Matches(sources).Select(match => match.Groups[1].Value).ToHashSet();
        var patterns = Composed().Matches(sources).Select(match => Pattern(match.Groups[1].Value)).ToList();

        Translations.Catalog.All(Language.English).Keys.Select(Translations.Name).Distinct()
            .Where(key => !keys.Contains(key) && !patterns.Exists(pattern => pattern.IsMatch(key))).ShouldBeEmpty();
    }

    private static string Sources()
    {
        var folder = Path.Combine(RepositoryFolder.Root, "src");
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("Migrations", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(100);
        return string.Join('\n', files.Select(File.ReadAllText));
    }

    /// <summary>A hole that holds quotation marks of its own ends the literal for us: then any end will do.</summary>
    private static Regex Pattern(string composed)
    {
        var open = composed.LastIndexOf('{');
        var whole = composed.IndexOf('}', open) < 0 ? composed[..open] + "{}" : composed;
        return new Regex("^" + Hole().Replace(Regex.Escape(whole), ".+") + "$");
    }

    /// <summary>"Capability.Name".</summary>
    [GeneratedRegex(@"(?<!\$)""([A-Z][A-Za-z]*\.[A-Za-z0-9_]+)""")]
    private static partial Regex Literal();

    /// <summary>$"Capability.Begun_{value}".</summary>
    [GeneratedRegex(@"\$""([A-Z][A-Za-z]*\.[^""\n]*\{[^""\n]*)""")]
    private static partial Regex Composed();

    /// <summary>The value's place, after escaping.</summary>
    [GeneratedRegex(@"\\\{[^}]*\}")]
    private static partial Regex Hole();
}
