using System.Reflection;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People.Safety;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.Tests.Texts;

/// <summary>What is put together from words reads as a sentence of the language, and no value of the network lacks its word.</summary>
public sealed class WordingTests
{
    private static readonly DateTimeOffset Monday = new(2027, 3, 8, 9, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Spoken => Translations.Spoken;

    [Theory]
    [InlineData("en", "Someone at a municipality in Slovenia")]
    [InlineData("sl", "Nekdo iz občine v Sloveniji")]
    [InlineData("da", "En person fra en kommune i Slovenien")]
    [InlineData("nl", "Iemand bij een gemeente in Slovenië")]
    [InlineData("fr", "Quelqu’un d’une commune en Slovénie")]
    [InlineData("de", "Jemand aus einer Gemeinde in Slowenien")]
    public void Somebody_unnamed_is_told_by_kind_and_country(string language, string told) =>
        In(language).Someone(new OrganisationKind(Tier.Local, Sector.Public, "SI")).ShouldBe(told);

    [Theory]
    [InlineData("en", "Someone at a university or research institute in Malta")]
    [InlineData("sl", "Nekdo z univerze ali raziskovalnega inštituta na Malti")]
    [InlineData("da", "En person fra et universitet eller en forskningsinstitution på Malta")]
    [InlineData("nl", "Iemand bij een universiteit of onderzoeksinstelling op Malta")]
    [InlineData("fr", "Quelqu’un d’une université ou d’un institut de recherche à Malte")]
    [InlineData("de", "Jemand aus einer Hochschule oder einem Forschungsinstitut auf Malta")]
    public void Prepositions_follow_the_noun(string language, string told) =>
        In(language).Someone(new OrganisationKind(Tier.National, Sector.Academic, "MT")).ShouldBe(told);

    [Theory]
    [InlineData("en", "8 March 2027", "Monday, 8 March")]
    [InlineData("sl", "8. marca 2027", "pon., 8. marca")]
    [InlineData("da", "8. marts 2027", "mandag den 8. marts")]
    [InlineData("nl", "8 maart 2027", "maandag 8 maart")]
    [InlineData("fr", "8 mars 2027", "lundi 8 mars")]
    [InlineData("de", "8. März 2027", "Montag, 8. März")]
    public void Dates_are_written_as_the_language_writes_them(string language, string date, string day)
    {
        In(language).Date(Monday, TimeZoneInfo.Utc).ShouldBe(date);
        In(language).Day(Monday, TimeZoneInfo.Utc).ShouldBe(day);
    }

    [Theory]
    [InlineData("sl", 0, "Ta mesec lahko pride še 0 prošenj; vaša meja je 3.")]
    [InlineData("sl", 1, "Ta mesec lahko pride še 1 prošnja; vaša meja je 3.")]
    [InlineData("sl", 2, "Ta mesec lahko prideta še 2 prošnji; vaša meja je 3.")]
    [InlineData("sl", 4, "Ta mesec lahko pridejo še 4 prošnje; vaša meja je 3.")]
    [InlineData("sl", 5, "Ta mesec lahko pride še 5 prošenj; vaša meja je 3.")]
    [InlineData("sl", 102, "Ta mesec lahko prideta še 102 prošnji; vaša meja je 3.")]
    [InlineData("fr", 0, "Encore 0 demande possible ce mois-ci\u202F; votre maximum est de 3.")]
    [InlineData("fr", 2, "Encore 2 demandes possibles ce mois-ci\u202F; votre maximum est de 3.")]
    [InlineData("de", 0, "Diesen Monat können noch 0 Anfragen kommen; Ihre Grenze ist 3.")]
    [InlineData("de", 1, "Diesen Monat kann noch 1 Anfrage kommen; Ihre Grenze ist 3.")]
    public void A_number_takes_its_plural_form(string language, int count, string told) =>
        In(language).Count("Introductions.RequestsLeft", count, ("cap", 3)).ShouldBe(told);

    [Theory, MemberData(nameof(Spoken))]
    public void Every_value_that_is_shown_has_its_word(string language)
    {
        var say = In(language);
        Words<Outcome>(say);
        Words<Tier>(say);
        Words<Sector>(say);
        Words<UsersPart>(say);
        Words<Network.Barrier>(say);
        foreach (var kind in Enum.GetValues<ReasonKind>()) Translations.Catalog.Has(say.Language, $"Reasons.{kind}").ShouldBeTrue($"{kind}");
        foreach (var question in Enum.GetValues<ConcreteQuestion>()) say[$"Problems.Question_{Vocabulary.Write(question)}"].ShouldEndWith("?");
        foreach (var key in Enum.GetValues<CaseField>().Select(field => "Field_" + Vocabulary.Write(field)).Concat(Enum.GetValues<CaseFault>().Select(fault => "Fault_" + Vocabulary.Write(fault)))
            .Concat(Enum.GetValues<DraftStep>().Select(step => "Step_" + Vocabulary.Write(step))).Concat(Enum.GetValues<CaseState>().Select(state => "State_" + Vocabulary.Write(state)))
            .Concat(Enum.GetValues<Readers>().Select(one => "Readers_" + Vocabulary.Write(one))).Concat(Enum.GetValues<ShownAs>().Select(one => "Shown_" + Vocabulary.Write(one))))
            Translations.Catalog.Has(say.Language, "Sharing." + key).ShouldBeTrue(key);
        foreach (var known in Language.Spoken) Translations.Catalog.Has(say.Language, $"Words.Language_{known}").ShouldBeTrue(known.Code);
        foreach (var country in Translations.Catalog.All(say.Language).Keys.Where(key => key.StartsWith("Words.Country_", StringComparison.Ordinal)))
            Translations.Catalog.Has(say.Language, country.Replace("Country_", "InCountry_", StringComparison.Ordinal)).ShouldBeTrue(country);
    }

    [Theory, MemberData(nameof(Spoken))]
    public void Every_refusal_has_its_sentence(string language)
    {
        var refusals = (from type in typeof(Refusal).Assembly.GetTypes()
                        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
                        where field.FieldType == typeof(Refusal)
                        select (Refusal)field.GetValue(null)!).ToList();
        refusals.Count.ShouldBeGreaterThan(20);
        foreach (var refusal in refusals) Conversation.Texts.Refusals.Sentence(refusal, In(language)).ShouldNotContain("{");
    }

    [Theory, MemberData(nameof(Spoken))]
    public void Days_that_cannot_be_are_refused_by_a_sentence_that_names_their_field(string language)
    {
        foreach (var kind in Enum.GetValues<Kept>())
            Conversation.Texts.Refusals.Sentence(SettingsRefusals.KeptOutOfRange(kind), In(language)).ShouldContain(In(language)[$"Settings.Kept_{Vocabulary.Write(kind)}"]);
    }

    [Theory, MemberData(nameof(Spoken))]
    public void No_button_is_taken_for_a_report_of_harm_when_somebody_writes_it(string language) =>
        Translations.Catalog.All(new Language(language)).Where(one => !one.Value.Names.Any() && !one.Key.StartsWith("Safety.", StringComparison.Ordinal))
            .Select(one => (one.Key, Text: one.Value.Fill(name => name))).Where(one => one.Text.Length <= 25 && ConcernFinder.Find(one.Text) is not null)
            .Select(one => $"{one.Key}: {one.Text}").ShouldBeEmpty();

    [Fact]
    public void Each_language_calls_itself_by_its_own_name() =>
        Language.Spoken.Select(language => Say.In(language)["Help.OwnName"])
            .ShouldBe(["English", "Slovenščina", "Dansk", "Nederlands", "Français", "Deutsch"]);

    private static Say In(string language) => Say.In(new Language(language));

    private static void Words<TEnum>(Say say) where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>()) say.Word(value).ShouldNotBeEmpty();
    }
}
