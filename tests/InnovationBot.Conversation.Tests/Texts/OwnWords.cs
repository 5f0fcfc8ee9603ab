using System.Text.RegularExpressions;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Tests.Texts;

/// <summary>Ten words a language that stand in most of its sentences and in none of another's: where one of them turns up elsewhere, something was left untranslated.</summary>
internal static partial class OwnWords
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["en"] = ["the", "and", "with", "your", "you", "this", "what", "they", "from", "who"],
        ["sl"] = ["ker", "kaj", "tudi", "lahko", "vas", "še", "jih", "niso", "vaše", "samo"],
        ["da"] = ["ikke", "og", "jeg", "dig", "det", "eller", "til", "hvad", "fra", "nogen"],
        ["nl"] = ["niet", "het", "een", "voor", "naar", "wordt", "hebt", "deze", "geen", "ook"],
        ["fr"] = ["vous", "vos", "une", "pour", "avec", "est", "qui", "cette", "sont", "sur"],
        ["de"] = ["und", "nicht", "ist", "eine", "wird", "oder", "auch", "können", "keine", "haben"],
    };

    /// <returns>Words of other languages than this one.</returns>
    public static IReadOnlyList<string> Foreign(string text, string language)
    {
        var there = Of(text);
        return [.. Words.Where(one => one.Key != language).SelectMany(one => one.Value).Where(there.Contains)];
    }

    public static bool Has(string text, string word) => Of(text).Contains(word);

    private static HashSet<string> Of(string text) => [.. Letters().Matches(text.ToLowerInvariant()).Select(word => word.Value)];

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();
}

public sealed class OwnWordsTests
{
    public static TheoryData<string> Spoken => Translations.Spoken;

    /// <summary>Lists of words that people type are many languages' on purpose.</summary>
    [Theory, MemberData(nameof(Spoken))]
    public void No_text_holds_another_languages_words(string language) =>
        TextCatalog.Default.All(new Language(language)).Where(text => !text.Key.StartsWith("Commands.", StringComparison.Ordinal) && !text.Key.EndsWith("Words", StringComparison.Ordinal))
            .Select(text => (text.Key, Foreign: OwnWords.Foreign(text.Value.Fill(_ => ""), language))).Where(one => one.Foreign.Count > 0)
            .Select(one => $"{one.Key}: {string.Join(", ", one.Foreign)}").ShouldBeEmpty();
}
