using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Lexicons;

namespace InnovationBot.Search.Tests.Lexicons;

public sealed class LexiconTests
{
    [Fact]
    public void The_shipped_files_are_read_without_a_complaint()
    {
        Lexicon.Shipped.Complaints.ShouldBeEmpty();
        new LexiconState(Lexicon.Shipped).Complaint.ShouldBeNull();
        Lexicon.Shipped.Concepts.Count.ShouldBeGreaterThan(600);
    }

    [Fact]
    public void Every_concept_has_wordings_in_every_language()
    {
        foreach (var file in LexiconFiles.Files("concepts", "*.tsv"))
        {
            foreach (var line in File.ReadLines(file).Skip(1)) line.Split('\t')[..7].ShouldAllBe(cell => !string.IsNullOrWhiteSpace(cell), line);
        }
    }

    [Theory]
    [InlineData("en", "People queue for hours at the counter", "queue", "counter")]
    [InlineData("sl", "čakalne vrste pri okencu", "queue", "counter")]
    [InlineData("da", "Enlige forsørgere venter på svar", "single-parent", "waiting-time")]
    [InlineData("nl", "Alleenstaande ouders staan in de rij", "single-parent", "queue")]
    [InlineData("fr", "Les gens font la queue au guichet", "queue", "counter")]
    [InlineData("de", "Alleinerziehende stehen Schlange am Schalter", "single-parent", "counter")]
    public void The_concepts_of_a_text_are_found(string language, string text, params string[] concepts) =>
        concepts.ShouldBeSubsetOf(Named(language, text));

    [Fact]
    public void A_compound_names_what_its_parts_name() => Named("de", "das Bauantragsformular").ShouldContain("building-permit");

    [Theory]
    [InlineData("fr", "Ils passent la journée sans voir personne", "Le service de la voirie", "road-damage")]
    [InlineData("da", "Naboerne vil have erstatning", "Skibet er ude på det åbne hav", "water")]
    public void A_common_word_does_not_name_what_only_shares_its_stem(string language, string common, string meant, string concept)
    {
        Named(language, common).ShouldNotContain(concept);
        Named(language, meant).ShouldContain(concept);
    }

    [Fact]
    public void A_file_cut_off_in_the_middle_loses_only_the_broken_line()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "concept\ten\tsl\tda\tnl\tfr\tde\tnear\nflood\tflood\tpoplava\toversvømmelse\toverstroming\tinondation\tHochwasser\tstorm\nstorm\tstorm\tnevi");

        var lexicon = Lexicon.Read([file]);

        lexicon.Concepts.ShouldHaveSingleItem().Id.ShouldBe("flood");
        lexicon.Complaints.ShouldContain(complaint => complaint.Contains("line 3", StringComparison.Ordinal));
        lexicon.Complaints.ShouldContain(complaint => complaint.Contains("'storm'", StringComparison.Ordinal));
        new LexiconState(lexicon).Complaint.ShouldNotBeNull().ShouldContain("in 2 places, the first: ");
        File.Delete(file);
    }

    internal static List<string> Named(string language, string text)
    {
        var mentions = new List<Mention>();
        Lexicon.Shipped.Find(new Language(language), TextAnalysis.Of(new Language(language)).Words(text), text, mentions);
        return [.. mentions.Select(mention => Lexicon.Shipped.Concepts[mention.Concept].Id).Distinct()];
    }
}
