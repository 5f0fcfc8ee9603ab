using System.Text.RegularExpressions;
using InnovationBot.Conversation.CheckIns;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Conversation.Tests.CheckIns;

/// <summary>What somebody said in bits reads as one sentence in their language.</summary>
public sealed partial class MirrorSentenceTests(ITestOutputHelper output)
{
    private static readonly MemberId Mia = new(Guid.NewGuid());

    [Theory]
    [InlineData("en", "The form asks for a paper the families have sent before.", "missing_how_often", "About forty families last month.", "missing_consequence", "They lose half a day, and we look for it twice.",
        "So: the form asks for a paper the families have sent before, about forty families last month, and that leads to this: they lose half a day, and we look for it twice. Right?")]
    [InlineData("en", "Old people ask the cleaners to print their tickets", "missing_how_often", "20", "missing_consequence", "Overtime, and anger at the desk",
        "So: old people ask the cleaners to print their tickets, about 20 last month, and that leads to this: overtime, and anger at the desk. Right?")]
    [InlineData("en", "Letters go to old addresses every week, so nobody answers", "missing_who", "The people at the switchboard", "missing_tried", "A list of new addresses; nobody kept it up.",
        "So: letters go to old addresses every week, so nobody answers; who notices it first: the people at the switchboard; tried so far: a list of new addresses; nobody kept it up. Right?")]
    [InlineData("sl", "Starši dvakrat pridejo k okencu, ker obrazec zahteva isto potrdilo.", "missing_how_often", "Vsak dan.", "missing_consequence", "Izgubijo pol dneva.",
        "Torej: starši dvakrat pridejo k okencu, ker obrazec zahteva isto potrdilo, vsak dan, in to povzroči tole: izgubijo pol dneva. Drži?")]
    [InlineData("da", "Blanketten spørger om et papir, som familierne har sendt", "missing_how_often", "40-50", "missing_consequence", "De mister en halv dag.",
        "Altså: blanketten spørger om et papir, som familierne har sendt, omkring 40-50 i sidste måned, og det fører til dette: de mister en halv dag. Er det rigtigt?")]
    [InlineData("nl", "Ouders komen twee keer terug omdat er een papier ontbreekt.", "missing_how_often", "Elke dag", "missing_tried", "Een lijst bij de deur, die niemand leest.",
        "Dus: ouders komen twee keer terug omdat er een papier ontbreekt, elke dag; al geprobeerd: een lijst bij de deur, die niemand leest. Klopt dat?")]
    [InlineData("fr", "Le formulaire demande un papier déjà envoyé.", "missing_who", "Les parents.", "missing_consequence", "On perd une demi-journée.",
        "Donc : le formulaire demande un papier déjà envoyé, qui le remarque d’abord : les parents, et cela entraîne ceci : on perd une demi-journée. C’est bien cela ?")]
    [InlineData("de", "Das Formular fragt nach einem Papier, das schon da ist.", "missing_who", "Die Eltern", "missing_consequence", "Sie verlieren einen halben Tag.",
        "Also: das Formular fragt nach einem Papier, das schon da ist; wer es zuerst merkt: die Eltern, und das führt dazu: sie verlieren einen halben Tag. Stimmt das?")]
    public void Bits_become_one_sentence(string language, string text, string first, string one, string second, string other, string expected) =>
        Said(language, text, (first, one), (second, other)).Said.ShouldBe(Typographic(expected));

    [Theory]
    [InlineData("en", "Forty families came to the counter twice last month because the form asks for a paper they had already sent. They lose half a day, and we tried a list at the door.",
        "So: forty families came to the counter twice last month because the form asks for a paper they had already sent, and that leads to this: they lose half a day. We tried a list at the door. Right?")]
    [InlineData("en", "A father waits six weeks. He rings every day! Nobody answers him. Who has solved this?", "So: a father waits six weeks. He rings every day. Nobody answers him. Right?")]
    [InlineData("en", "The lists come on 3. March, i.e. too late.\n- Each driver gets ca. 40 sheets\n- So they drive in circles.", "So: the lists come on 3. March, i.e. too late. Each driver gets ca. 40 sheets. So they drive in circles. Right?")]
    [InlineData("en", "Why do parents bring the same card every year?", "So you ask: why do parents bring the same card every year? Right?")]
    [InlineData("sl", "Starši dvakrat pridejo k okencu. Izgubijo pol dneva.", "Torej: starši dvakrat pridejo k okencu, in to povzroči tole: izgubijo pol dneva. Drži?")]
    [InlineData("da", "Familierne kommer to gange til skranken. De mister en halv dag, og vi har prøvet en liste ved døren.",
        "Altså: familierne kommer to gange til skranken, og det fører til dette: de mister en halv dag. Vi har prøvet en liste ved døren. Er det rigtigt?")]
    [InlineData("nl", "Elke ochtend staan twintig ouders voor een gesloten loket. Ze verliezen een uur.", "Dus: elke ochtend staan twintig ouders voor een gesloten loket, en dat leidt hiertoe: ze verliezen een uur. Klopt dat?")]
    [InlineData("fr", "Chaque matin, vingt parents attendent devant un guichet fermé. Ils perdent une heure.", "Donc : chaque matin, vingt parents attendent devant un guichet fermé, et cela entraîne ceci : ils perdent une heure. C’est bien cela ?")]
    [InlineData("de", "Jeden Morgen stehen zwanzig Eltern vor einem geschlossenen Schalter. Sie verlieren eine Stunde.", "Also: jeden Morgen stehen zwanzig Eltern vor einem geschlossenen Schalter, und das führt dazu: sie verlieren eine Stunde. Stimmt das?")]
    public void What_was_told_in_one_answer_of_several_sentences_is_said_back_whole(string language, string text, string expected) => Said(language, text).Said.ShouldBe(Typographic(expected));

    [Fact]
    public void Answers_are_woven_in_where_they_belong_or_follow()
    {
        Said("en", "Parents come twice for one stamp. They lose half a day.", ("missing_how_often", "About forty a week."), ("missing_tried", "A list at the door")).Said
            .ShouldBe("So: parents come twice for one stamp, about forty a week, and that leads to this: they lose half a day; tried so far: a list at the door. Right?");

        var said = Said("en", "A father waits six weeks. He rings every day. Nobody answers him.", ("missing_how_often", "12"), ("missing_consequence", "He comes to the counter. Then two of us look for his file."));
        said.Quoted.ShouldBeNull();
        said.Said.ShouldBe("So: a father waits six weeks. He rings every day. Nobody answers him. About 12 last month. That leads to: He comes to the counter. Then two of us look for his file. Right?");
    }

    [Fact]
    public void Of_a_long_story_the_sentence_takes_what_matters_and_the_whole_is_quoted_above_it()
    {
        const string Around = "The building is old and the corridors are painted green, which is a colour that nobody in particular has ever chosen for them. ";
        var story = Around + "Every Monday thirty applicants stand in front of the wrong door. " + Around + Around + "They lose an hour. " + Around + "We tried a sign.";

        var said = Said("en", story);
        said.Quoted.ShouldBe(story);
        said.Said.ShouldBe("So: every Monday thirty applicants stand in front of the wrong door, and that leads to this: they lose an hour. We tried a sign. Right?");
        Said("en", new string('x', 4000)).Said.ShouldStartWith("So: xxx");
    }

    [Fact]
    public void What_they_could_not_say_is_left_out()
    {
        Said("en", "Letters come back", ("missing_how_often", ""), ("missing_tried", "Nothing.")).Said.ShouldBe("So: letters come back; tried so far: nothing. Right?");
        Said("en", "Letters come back", ("missing_how_often", "It happens every Friday")).Said.ShouldBe("So: letters come back; how often: it happens every Friday. Right?");
    }

    [Fact]
    public void What_happened_is_the_answer_to_the_question_and_not_what_it_was_asked_about()
    {
        var said = Said("en", "We need a culture of innovation", ("idea_that_stopped", "In March I asked for a second scanner and never heard back."), ("missing_who", "Everybody in the archive"));
        said.Said.ShouldBe("So: in March I asked for a second scanner and never heard back; who notices it first: everybody in the archive. Right?");
        said.Began.ShouldBe("We need a culture of innovation");
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("42")]
    [InlineData("Why?")]
    [InlineData("a\nb\r\nc")]
    public void Any_words_have_a_sentence(string text)
    {
        foreach (var language in Language.Spoken) Said(language.Code, text, ("missing_how_often", text), ("missing_tried", new string('x', 4000))).Said.ShouldNotContain("  ");
    }

    /// <summary>Every concrete statement that was judged, alone and with two answers: all their words, and no others but those that join them.</summary>
    [Theory]
    [InlineData("en", "About forty a week.", "They complain at the desk.")]
    [InlineData("sl", "Vsak teden.", "Ljudje se pritožujejo.")]
    [InlineData("da", "Hver uge.", "De klager ved skranken.")]
    [InlineData("nl", "Elke week.", "Ze klagen aan de balie.")]
    [InlineData("fr", "Chaque semaine.", "Les gens se plaignent au guichet.")]
    [InlineData("de", "Jede Woche.", "Die Leute beschweren sich am Schalter.")]
    public void Nothing_is_lost_and_nothing_invented(string language, string often, string leadsTo)
    {
        var joining = Words(string.Join(' ', Joining.Select(key => Say.In(new Language(language))[key, ("what", ""), ("said", ""), ("after", "")])));
        foreach (var text in Judged(language))
        {
            var alone = Said(language, text);
            output.WriteLine(alone.Said);
            var (told, said) = (Words(text), Words(alone.Said));
            said.Except(told).Except(joining).ShouldBeEmpty(alone.Said);
            if (text.Length < 480 && !text.Contains('?')) told.Except(said).Except(joining).ShouldBeEmpty(alone.Said); // "and" may go
            alone.Quoted.ShouldBeNull(text);

            var answered = Said(language, text, ("missing_how_often", often), ("missing_consequence", leadsTo));
            output.WriteLine(answered.Said);
            Words(answered.Said).Except(told).Except(joining).Except(Words(often)).Except(Words(leadsTo)).ShouldBeEmpty();
            foreach (var one in new[] { alone.Said, answered.Said }) Slips().IsMatch(one).ShouldBeFalse(one);
        }

        static HashSet<string> Words(string text) => [.. WordPattern().Matches(text.ToLowerInvariant()).Select(word => word.Value)];
    }

    private static readonly string[] Joining =
        ["CheckIns.Mirror", "CheckIns.MirrorAsked", "CheckIns.MirrorOften", "CheckIns.MirrorPart_missing_consequence", "CheckIns.MirrorAndWords", "CheckIns.Heard_missing_how_often", "CheckIns.Heard_missing_consequence"];

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex WordPattern();

    /// <summary>Two marks after each other, a space too much.</summary>
    [GeneratedRegex(@"  |[.,;:] ?[.,;]|\.\?|: \.")]
    private static partial Regex Slips();

    private static IEnumerable<string> Judged(string language)
    {
        using var lines = new StreamReader(typeof(MirrorSentenceTests).Assembly.GetManifestResourceStream($"judged.{language}.tsv")!);
        while (lines.ReadLine() is { } line)
            if (line.Split('\t') is [_, _, "concrete", _, var text]) yield return text;
    }

    private static string Typographic(string text) => text.Replace(" :", "\u00a0:", StringComparison.Ordinal).Replace(" ?", "\u202f?", StringComparison.Ordinal);

    private static MirrorSentence Said(string language, string text, params (string Question, string Text)[] answers)
    {
        var checkIn = new CheckIn { MemberId = Mia };
        checkIn.Answer(Mia, text, new Language(language), default);
        foreach (var (question, answer) in answers)
        {
            checkIn.Ask(Vocabulary.Read<ConcreteQuestion>(question));
            checkIn.Answer(Mia, answer, new Language(language), default);
        }

        return MirrorSentence.Of(checkIn, Say.In(new Language(language)));
    }
}
