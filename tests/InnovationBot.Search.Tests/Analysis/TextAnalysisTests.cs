using InnovationBot.Network;
using InnovationBot.Search.Analysis;

namespace InnovationBot.Search.Tests.Analysis;

public sealed class TextAnalysisTests
{
    [Theory]
    [InlineData("en", "permits permit")]
    [InlineData("sl", "občina občine občini občino občinah občinami")]
    [InlineData("sl", "vloga vloge vlogi vlogo vlog vlogami")]
    [InlineData("sl", "čakalna čakalne čakalni čakalno čakalnih cakalna")]
    [InlineData("sl", "vrtec vrtca vrtcu vrtcev vrtci vrtcih")]
    [InlineData("sl", "postopek postopka postopku postopkov postopki")]
    [InlineData("sl", "dovoljenje dovoljenja dovoljenj dovoljenjem dovoljenju")]
    [InlineData("sl", "starejši starejših starejšim starejšega")]
    [InlineData("sl", "poleti poletje poletja poletju poletni")]
    [InlineData("sl", "promet prometa prometu prometni prometna")]
    [InlineData("sl", "kvaliteta kvalitete kvaliteti kvaliteto")]
    [InlineData("da", "tilladelse tilladelser tilladelsen")]
    [InlineData("da", "borgerne borgere")]
    [InlineData("da", "åbning aabning")]
    [InlineData("nl", "vergunning vergunningen")]
    [InlineData("fr", "permis permis", "l'autorisation autorisations d'autorisation")]
    [InlineData("de", "Genehmigung Genehmigungen genehmigung")]
    [InlineData("de", "Anträge Antraege")]
    public void The_forms_of_a_word_have_one_stem(string language, params string[] families)
    {
        foreach (var family in families)
        {
            TextAnalysis.Of(new Language(language)).Words(family).Select(word => word.Stem).Distinct().Count().ShouldBe(1, family);
        }
    }

    [Theory]
    [InlineData("sl", "vloga vlaga", "pot potok", "center cena", "poleti pol", "interneta interni", "obrata obraz")]
    [InlineData("da", "skifter skifteret")]
    public void Different_words_keep_different_stems(string language, params string[] pairs)
    {
        foreach (var pair in pairs) TextAnalysis.Of(new Language(language)).Words(pair).Select(word => word.Stem).Distinct().Count().ShouldBeGreaterThan(1, pair);
    }

    [Theory]
    [InlineData("e-mail the co-design team", "email", "codesign")]
    [InlineData("3.5 days, U.S. rules", "3.5")]
    [InlineData("ﬁrst ＡＢＣ", "abc")]
    public void Words_are_broken_as_people_mean_them(string text, params string[] contained)
    {
        var stems = TextAnalysis.Of(new Language("xx")).Words(text).Select(word => word.Stem.Normalize(System.Text.NormalizationForm.FormKC)).ToList();
        foreach (var stem in contained) stems.ShouldContain(stem);
    }

    [Fact]
    public void A_french_pronoun_behind_its_verb_is_no_part_of_it()
    {
        static List<string> Stems(string text) => [.. TextAnalysis.Of(new Language("fr")).Words(text).Where(word => !word.IsStop).Select(word => word.Stem)];
        Stems("As-tu le permis ? Va-t-il venir ?").ShouldBe(Stems("As le permis ? Va il venir ?"));
        Stems("co-création").ShouldBe(["cocreat"]);
    }

    [Fact]
    public void Common_words_weigh_little_and_telling_ones_much()
    {
        var words = TextAnalysis.Of(Language.English).Words("the anyone people permit");
        words[0].IsStop.ShouldBeTrue();
        words[1].Weight.ShouldBeLessThan(words[2].Weight);
        words[2].Weight.ShouldBeLessThan(words[3].Weight);
        words[3].Weight.ShouldBe(1);
    }
}
