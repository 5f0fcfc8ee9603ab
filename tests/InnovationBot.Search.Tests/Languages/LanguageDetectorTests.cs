using InnovationBot.Testing.Cards;
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
    [InlineData("sl", "From: Ana Kos <ana@obcina.example>\nSent: Monday, 3 February 2025 08:14\nTo: All of the office\n\nObčani na gradbeno dovoljenje čakajo več mesecev.")]
    public void The_language_of_a_sentence_is_told(string language, string text) => Detector.Detect(text)?.Code.ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("building permit")]
    [InlineData("ok danke")]
    [InlineData("😀 😀 😀 😀 😀")]
    [InlineData("Πόσο καιρό περιμένουν οι πολίτες")]
    [InlineData("كم من الوقت ينتظر المواطنون")]
    [InlineData("12 34 56 78 90")]
    [InlineData("<script>alert(1)</script><b>permit</b>")]
    [InlineData("word word word word word word word word")]
    public void Short_or_strange_texts_are_left_open(string text) => Detector.Detect(text).ShouldBeNull();

    /// <summary>Six words from anywhere in the sample's cases, which is little and without a sentence's beginning.</summary>
    [Fact]
    public void Of_pieces_of_six_words_few_are_left_open_and_hardly_any_told_wrongly()
    {
        List<(string Language, string Words)> pieces = [];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src", "InnovationBot.Service", "SampleNetwork", "cases"), "*.jsonl"))
        foreach (var line in File.ReadLines(file))
        {
            var @case = System.Text.Json.Nodes.JsonNode.Parse(line)!;
            pieces.AddRange(@case["problem"]!.GetValue<string>().Split(' ').Chunk(6).Where(words => words.Length == 6)
                .Select(words => (@case["language"]!.GetValue<string>(), string.Join(' ', words))));
        }

        var told = pieces.Select(piece => (piece.Language, Told: Detector.Detect(piece.Words)?.Code)).ToList();
        told.Count.ShouldBeGreaterThan(1_000);
        ((double)told.Count(one => one.Told is null) / told.Count).ShouldBeLessThan(0.10);
        ((double)told.Count(one => one.Told is not null && one.Told != one.Language) / told.Count).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void A_thousand_times_the_same_letter_is_no_language() => Detector.Detect(new string('x', 100_000)).ShouldBeNull();
}
