using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Tests.Problems.Concreteness;

public sealed class WordFileTests
{
    private static readonly Language German = new("de");

    public static TheoryData<string> Languages => [.. Language.Spoken.Select(language => language.Code)];

    [Theory, MemberData(nameof(Languages))]
    public void Every_language_has_words_for_every_cue(string code)
    {
        using var data = typeof(WordFile).Assembly.GetManifestResourceStream($"concreteness.{code}.txt")!;
        var file = new StreamReader(data).ReadToEnd().Split('\n').Select(line => line.Trim()).ToList();

        var cues = Enum.GetValues<Cue>().TakeWhile(cue => cue != Cue.Quantity);
        foreach (var cue in cues)
        {
            var section = file.IndexOf($"[{Vocabulary.Write(cue)}]");
            section.ShouldBeGreaterThanOrEqualTo(0, $"{code} {cue}");
            file[section + 1].ShouldNotBeNullOrWhiteSpace($"{code} {cue}");
        }
    }

    [Fact]
    public void A_whole_word_beats_a_beginning_a_longer_beginning_a_shorter_one_and_an_accent_may_be_missing()
    {
        var book = Read("[thing]\nform*\n[event]\nformfeh*\n[ideal]\nformat\n[act]\nprüf*");

        book.Find("formulare").Has(Cue.Thing).ShouldBeTrue();
        book.Find("formfehler").ShouldBe(Cues.Of(Cue.Event));
        book.Find("format").ShouldBe(Cues.Of(Cue.Ideal));
        book.Find("formate").ShouldBe(Cues.Of(Cue.Thing));
        book.Find("pruefen").ShouldBe(Cues.Of(Cue.Act));
        book.Find("prufen").ShouldBe(Cues.Of(Cue.Act));
        book.Find("unbekannt").IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_compound_is_what_its_last_part_is()
    {
        var book = Read("[thing]\nantrag*\n[culture]\nkultur*\n[act]\nstehen");

        book.Find("führerscheinanträge").IsEmpty.ShouldBeTrue(); // another stem: the file has to name it
        book.Find("führerscheinantrag").ShouldBe(Cues.Of(Cue.Thing));
        book.Find("führerscheinantrages").ShouldBe(Cues.Of(Cue.Thing));
        book.Find("innovationskultur").ShouldBe(Cues.Of(Cue.Culture));
        book.Find("unterstehen").IsEmpty.ShouldBeTrue(); // only nouns
    }

    [Fact]
    public void Phrases_reach_over_a_few_words_but_not_into_the_next_sentence()
    {
        var book = Read("[event]\nfällt … aus\n[nothing]\nin der Lage");

        Found("Der Lift im zweiten Stock fällt jede Woche aus").ShouldBeTrue();
        Found("Der Lift fällt auf, das freut uns sehr. Aus dem Amt kam gestern eine Nachricht").ShouldBeFalse();
        Found("Der Lift fällt eins zwei drei vier fünf sechs sieben aus").ShouldBeFalse();

        bool Found(string text)
        {
            var tokens = Tokens.Of(text, splitsApostrophes: false);
            return Enumerable.Range(0, tokens.Count).Any(at => book.TryPhrase(tokens, at, out _));
        }
    }

    [Theory]
    [InlineData("[no_such_cue]\nword")]
    [InlineData("[thing]\nab*")]
    [InlineData("[thing]\n!!")]
    [InlineData("[past_form]\nending")]
    [InlineData("word before any section")]
    public void A_wrong_file_stops_the_start(string file) => Should.Throw<FormatException>(() => Read(file));

    private static Wordbook Read(string file) => WordFile.Read(German, new StringReader(file));
}
