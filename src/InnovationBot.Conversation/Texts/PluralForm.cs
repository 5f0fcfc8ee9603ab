using InnovationBot.Network;

namespace InnovationBot.Conversation.Texts;

/// <summary>The plural categories of Unicode CLDR that the spoken languages use, for whole numbers.</summary>
public enum PluralForm { One, Two, Few, Other }

/// <summary>Which form a number takes: CLDR plural rules, cardinal, whole numbers.</summary>
public static class PluralForms
{
    public static PluralForm Of(Language language, long count) => language.Code switch
    {
        "sl" => (Math.Abs(count) % 100) switch { 1 => PluralForm.One, 2 => PluralForm.Two, 3 or 4 => PluralForm.Few, _ => PluralForm.Other },
        "fr" => count is 0 or 1 or -1 ? PluralForm.One : PluralForm.Other,
        _ => count is 1 or -1 ? PluralForm.One : PluralForm.Other,
    };

    /// <summary>The forms a language needs; a text with a count exists in exactly these.</summary>
    public static IReadOnlyList<PluralForm> Needed(Language language) =>
        language.Code == "sl" ? [PluralForm.One, PluralForm.Two, PluralForm.Few, PluralForm.Other] : [PluralForm.One, PluralForm.Other];

    /// <summary>How a form's key ends, ".one".</summary>
    public static string Suffix(PluralForm form) => form switch
    {
        PluralForm.One => ".one",
        PluralForm.Two => ".two",
        PluralForm.Few => ".few",
        _ => ".other",
    };
}
