using System.Text.RegularExpressions;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Tests.Texts;

public sealed partial class TranslationTests
{
    /// <summary>Texts that are rightly the same as in English: signs, formats, and words that two languages share.</summary>
    private static readonly HashSet<string> SameEverywhere = ["Words.Separator", "Words.Colon", "Words.DateFormat", "Words.TimeFormat", "Words.DayFormat", "Words.MonthFormat", "Cases.Speak", "Reading.ReusedText", "Awards.Mark", "Awards.AtTime", "CheckIns.MirrorPart_missing_how_often"];

    private static readonly HashSet<(string Language, string Key)> SameInOne =
    [
        ("nl", "Problems.OpenNamed"), ("nl", "Cases.Partners"), ("nl", "Words.InCountry"), ("de", "Words.InCountry"),
        ("fr", "Library.Page"), ("de", "Library.RegionWords"), ("nl", "Library.Filter"),
        .. Fields("sl", "model partner"),
        .. Fields("da", "link links model organisation partner problem status"),
        .. Fields("nl", "contact detail link links model partner partners score sector status tenantId"),
        .. Fields("fr", "contact correction effort label licence organisation places question score source suggestions versions"),
        .. Fields("de", "link links name organisation partner problem text"),
    ];

    /// <summary>Names of fields that are the same word in this language: "status", "link", "contact".</summary>
    private static IEnumerable<(string, string)> Fields(string language, string names) => names.Split(' ').Select(name => (language, $"Data.Field_{name}"));

    public static TheoryData<string> Translated => Translations.Translated;

    public static TheoryData<string> Spoken => Translations.Spoken;

    [Theory, MemberData(nameof(Translated))]
    public void A_language_has_every_text_in_each_plural_form_it_needs_and_no_other(string language) =>
        Translations.Catalog.All(new Language(language)).Keys.ShouldBe(Translations.KeysNeeded(new Language(language)), ignoreOrder: true);

    [Theory, MemberData(nameof(Translated))]
    public void A_translation_holds_the_placeholders_of_the_English_text(string language) =>
        Offending(language, (key, text) => !PlaceholdersMatch(key, text)).ShouldBeEmpty();

    [Theory, MemberData(nameof(Translated))]
    public void Nothing_is_left_in_English(string language) =>
        Offending(language, (key, text) =>
            Translations.Written(text) == Translations.Written(Translations.English(key))
            && !key.StartsWith("Words.Country_", StringComparison.Ordinal)
            && !key.StartsWith("Words.InCountry_", StringComparison.Ordinal)
            && !SameEverywhere.Contains(key)
            && !SameInOne.Contains((language, key))).ShouldBeEmpty();

    [Theory, MemberData(nameof(Spoken))]
    public void Texts_hold_no_space_too_many_and_no_straight_quotation_marks(string language) =>
        Offending(language, (key, text) => Translations.Written(text) is var written
            && (written.Length == 0 || written.Contains("  ", StringComparison.Ordinal) || written.Contains('"', StringComparison.Ordinal)
                || (written != written.Trim() && key is not ("Words.Separator" or "Words.Colon")))).ShouldBeEmpty();

    [Theory]
    [InlineData("sl", "“”‘’„")]
    [InlineData("da", "“”‘„")]
    [InlineData("nl", "«»„")]
    [InlineData("fr", "„‘")]
    [InlineData("de", "”«»’")]
    public void Quotation_marks_are_those_of_the_language(string language, string foreign) =>
        Offending(language, (key, text) => key != "Introductions.RedirectPassText" && Translations.Written(text).AsSpan().IndexOfAny(foreign) >= 0).ShouldBeEmpty();

    [Fact]
    public void French_signs_of_two_parts_keep_their_word_beside_them() =>
        Offending("fr", (key, text) => !IsList(key) && LooseFrenchSign().IsMatch(Translations.Written(text))).ShouldBeEmpty();

    /// <summary>docs/terms.md: vikanje, je, vous and Sie; what a person says to the bot may be familiar.</summary>
    [Theory]
    [InlineData("sl", @"\b(ti|tebe|tebi|tvoj\w*)\b")]
    [InlineData("nl", @"\b(u|uw)\b")]
    [InlineData("fr", @"\b(tu|toi|te|ton|ta|tes)\b")]
    [InlineData("de", @"\b(du|dich|dir|dein\w*|euch|euer)\b")]
    public void A_person_is_addressed_as_the_language_has_it(string language, string wrong) =>
        Offending(language, (key, text) => !IsList(key) && Regex.IsMatch(Translations.Written(text), wrong, RegexOptions.IgnoreCase)).ShouldBeEmpty();

    private static bool IsList(string key) =>
        key.StartsWith("Commands.", StringComparison.Ordinal) || key.EndsWith("Words", StringComparison.Ordinal);

    private static IEnumerable<string> Offending(string language, Func<string, Template, bool> isWrong) =>
        from entry in Translations.Catalog.All(new Language(language))
        where isWrong(entry.Key, entry.Value)
        select $"{entry.Key}: {Translations.Written(entry.Value)}";

    /// <summary>A form for one number, "both places", need not say the number.</summary>
    private static bool PlaceholdersMatch(string key, Template text)
    {
        var differing = new HashSet<string>(text.Names);
        differing.SymmetricExceptWith(Translations.English(key).Names);
        if (Translations.IsCounted(key) && !key.EndsWith(".other", StringComparison.Ordinal)) differing.Remove("count");
        return differing.Count == 0;
    }

    [GeneratedRegex(@"(^|[^\u00A0\u202F])[;!?](\s|$)|[^\u00A0\u202F]:(\s|$)|«[^\u00A0]|[^\u00A0]»")]
    private static partial Regex LooseFrenchSign();
}
