using InnovationBot.Search.Languages;

namespace InnovationBot.Search.Tests.Languages;

public sealed class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = new();

    [Theory]
    [InlineData("en", "People wait eleven weeks for a building permit")]
    [InlineData("en", "Missed repair appointments in council housing")]
    [InlineData("sl", "Občani na gradbeno dovoljenje čakajo več mesecev")]
    [InlineData("sl", "Cakalne vrste na upravni enoti so predolge")]
    [InlineData("da", "Borgerne venter for længe på svar fra kommunen")]
    [InlineData("da", "Hjemmehjælpen kommer for sent hver morgen")]
    [InlineData("nl", "Inwoners wachten maanden op een vergunning")]
    [InlineData("nl", "Niemand weet welke wethouder hierover gaat")]
    [InlineData("fr", "Les habitants attendent leur permis depuis des mois")]
    [InlineData("fr", "Personne ne répond au téléphone de la mairie")]
    [InlineData("de", "Die Bürger warten monatelang auf ihre Baugenehmigung")]
    [InlineData("de", "Niemand hebt im Bauamt das Telefon ab")]
    public void The_language_of_a_sentence_is_told(string language, string text) => Detector.Detect(text)?.Code.ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("building permit")]
    [InlineData("ok danke")]
    [InlineData("😀 😀 😀 😀 😀")]
    [InlineData("Πόσο καιρό περιμένουν οι πολίτες")]
    [InlineData("كم من الوقت ينتظر المواطنون")]
    [InlineData("12 34 56 78 90")]
    public void Short_or_strange_texts_are_left_open(string text) => Detector.Detect(text).ShouldBeNull();
}
