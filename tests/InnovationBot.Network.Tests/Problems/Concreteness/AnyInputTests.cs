using System.Diagnostics;
using FsCheck.Xunit;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Tests.Problems.Concreteness;

public sealed class AnyInputTests
{
    private static readonly LexicalConcreteness Assessor = new();

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t")]
    [InlineData("a")]
    [InlineData("…?!")]
    [InlineData("🙂🙂🙂")]
    [InlineData("%%%%")]
    [InlineData("<p></p><br/>")]
    [InlineData("<")]
    [InlineData("\ud83d")]
    [InlineData("Χρειαζόμαστε μια κουλτούρα καινοτομίας στο δημόσιο.")]
    [InlineData("نحن بحاجة إلى ثقافة الابتكار")]
    [InlineData("0123456789 0123456789 0123456789")]
    [InlineData("asdf qwer zxcv asdf qwer zxcv")]
    public void What_tells_nothing_is_abstract_and_asked_about_gently(string text)
    {
        foreach (var language in Language.Spoken)
        {
            var finding = Assessor.Assess(text, language);
            finding.IsAbstract.ShouldBeTrue();
            finding.Elements.ShouldBeEmpty();
            finding.Question.ShouldBe(ConcreteQuestion.LastTime);
        }
    }

    [Property(MaxTest = 300)]
    public void Any_text_gets_a_finding(string? text, byte language)
    {
        var finding = Assessor.Assess(text ?? "", Language.Spoken[language % Language.Spoken.Count]);
        (finding.Question is null && finding.IsAbstract).ShouldBeFalse();
    }

    [Fact]
    public void A_language_the_bot_does_not_speak_is_read_by_the_English_words() =>
        Assessor.Assess("Forty parents a week wait at the counter.", new Language("xx")).IsAbstract.ShouldBeFalse();

    [Theory]
    [InlineData("<p>Forty <b>parents</b> a week wait at the <a href=\"https://example.test/vision-strategy\">counter</a>.</p>")]
    [InlineData("FORTY PARENTS A WEEK WAIT AT THE COUNTER!!!")]
    [InlineData("forty parents a week\nwait at the counter")]
    public void Markup_shouting_and_line_breaks_change_nothing(string text)
    {
        var finding = Assessor.Assess(text, Language.English);
        finding.IsAbstract.ShouldBeFalse();
        finding.Elements.ShouldBe([ProblemElement.What, ProblemElement.Who, ProblemElement.HowOften, ProblemElement.WhereWhen]);
    }

    [Theory]
    [InlineData("sl", "Starsi cakajo na okencu, potrdilo pa manjka.")]
    [InlineData("da", "Foraeldre venter i koen ved skranken.")]
    [InlineData("fr", "Les eleves attendent trois heures a la mairie.")]
    [InlineData("de", "Die Schueler muessen beim Buergeramt drei Stunden warten.")]
    public void Accents_dropped_in_haste_change_nothing(string language, string text) =>
        Assessor.Assess(text, new Language(language)).IsAbstract.ShouldBeFalse();

    [Fact]
    public void Accents_written_apart_change_nothing() =>
        Assessor.Assess("Les e\u0301le\u0300ves attendent trois heures a\u0300 la mairie.", new Language("fr")).Elements.ShouldContain(ProblemElement.Who);

    [Fact]
    public void The_longest_texts_are_read_in_bounded_time()
    {
        string[] longOnes =
        [
            string.Concat(Enumerable.Repeat("Vierzig Eltern warten im Bürgeramt, weil die Führerscheinantragsformulare fehlen. ", 1_200)),
            string.Concat(Enumerable.Repeat("innovation strategy ", 500_000)),
            new string('a', 5_000_000),
            string.Concat(Enumerable.Repeat("Wartezimmer", 100_000)),
            new string('<', 1_000_000),
            string.Concat(Enumerable.Repeat("<a ", 300_000)),
            string.Concat(Enumerable.Repeat("no ", 300_000)),
        ];
        var watch = Stopwatch.StartNew();

        foreach (var text in longOnes)
            foreach (var language in Language.Spoken) Assessor.Assess(text, language).ShouldNotBeNull();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30)); // forty-two readings; far more than it takes on a busy machine, far less than anything but linear would
    }
}
