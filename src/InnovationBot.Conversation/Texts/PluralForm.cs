using InnovationBot.Network;
using InnovationBot.Network.Languages;

namespace InnovationBot.Conversation.Texts;

/// <summary>The plural categories of Unicode CLDR that the spoken languages use, for whole numbers.</summary>
public enum PluralForm { One, Two, Few, Other }

/// <summary>Which form a number takes: CLDR plural rules, cardinal, whole numbers.</summary>
public static class PluralForms
{
    public static PluralForm Of(Language language, long count)
    {
        var (tens, ones) = (Math.Abs(count) % 100, Math.Abs(count) % 10);
        return RuleOf(language) switch
        {
            "other" => PluralForm.Other,
            "zero_one_other" => count is 0 or 1 or -1 ? PluralForm.One : PluralForm.Other,
            "one_two_few_other" => tens switch { 1 => PluralForm.One, 2 => PluralForm.Two, 3 or 4 => PluralForm.Few, _ => PluralForm.Other },
            "one_few_other" => ones == 1 && tens != 11 ? PluralForm.One : ones is 2 or 3 or 4 && tens is not (12 or 13 or 14) ? PluralForm.Few : PluralForm.Other,
            _ => count is 1 or -1 ? PluralForm.One : PluralForm.Other,
        };
    }

    /// <summary>The forms a language needs; a text with a count exists in exactly these.</summary>
    public static IReadOnlyList<PluralForm> Needed(Language language) => RuleOf(language) switch
    {
        "other" => [PluralForm.Other],
        "one_two_few_other" => [PluralForm.One, PluralForm.Two, PluralForm.Few, PluralForm.Other],
        "one_few_other" => [PluralForm.One, PluralForm.Few, PluralForm.Other],
        _ => [PluralForm.One, PluralForm.Other],
    };

    /// <summary>By the language's own file: <c>one_other</c> (Danish), <c>zero_one_other</c> (French), <c>one_two_few_other</c> (Slovene), <c>one_few_other</c> (Croatian), <c>other</c> (Japanese).</summary>
    private static string RuleOf(Language language) => LanguageFiles.Of(language)?.Plural ?? "one_other";

    /// <summary>How a form's key ends, ".one".</summary>
    public static string Suffix(PluralForm form) => form switch
    {
        PluralForm.One => ".one",
        PluralForm.Two => ".two",
        PluralForm.Few => ".few",
        _ => ".other",
    };
}
