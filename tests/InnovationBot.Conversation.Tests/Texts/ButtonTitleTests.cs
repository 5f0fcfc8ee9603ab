using System.Text.RegularExpressions;
using InnovationBot.Network;
using InnovationBot.Testing.Cards;

namespace InnovationBot.Conversation.Tests.Texts;

/// <summary>
/// Teams cuts longer titles off on a phone. The lint measures the cards that tests draw; this reads the code, so that a
/// button is measured that no drawn card shows.
/// </summary>
public sealed partial class ButtonTitleTests
{
    private const int Longest = 25;

    [Fact]
    public void No_button_is_longer_than_a_phone_shows_in_any_language()
    {
        var keys = Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src", "InnovationBot.Conversation"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Titles().Matches(File.ReadAllText(file)))
            .SelectMany(title => title.Groups["key"].Captures)
            .Select(key => key.Value)
            .Where(key => !Translations.Written(Language.English, key).Contains('{', StringComparison.Ordinal)) // rows show a name or a title
            .Distinct()
            .ToList();

        keys.Count.ShouldBeGreaterThan(50);
        (from key in keys
         from language in Language.Spoken
         let title = Translations.Written(language, key)
         where title.Length > Longest
         select $"{language} {key} ({title.Length}): {title}").ShouldBeEmpty();
    }

    /// <summary>A text that becomes an action's title: given to one of the card's builders of buttons, or assigned.</summary>
    [GeneratedRegex("""\b(?:(?:Button|StrongButton|Back|Act|Action|Quiet|Report)\b|Title\s*=)\s*\(?[^;"]*?(?:[Ss]ay\[)?"(?<key>(?:Problems|Introductions|People|Profile|Help|Words|Cases|Library|Reading|Anywhere|Organise|Results|Sharing|ShortAnswers|Settings|Ambassadors|Organisations|Roles|Invitations|Events)\.\w+)"(?:\s*,\s*"(?<key>(?:Problems|Introductions)\.\w+)")*""")]
    private static partial Regex Titles();
}
