using InnovationBot.Conversation.CheckIns;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Conversation.Tests.CheckIns;

/// <summary>What somebody said in bits reads as one sentence in their language.</summary>
public sealed class MirrorSentenceTests
{
    private static readonly MemberId Mia = new(Guid.NewGuid());

    [Theory]
    [InlineData("en", "The form asks for a paper the families have sent before.", "missing_how_often", "About forty families last month.", "missing_consequence", "They lose half a day, and we look for it twice.",
        "So: the form asks for a paper the families have sent before, about forty families last month, and that leads to this: they lose half a day, and we look for it twice. Right?")]
    [InlineData("en", "Old people ask the cleaners to print their tickets", "missing_how_often", "20", "missing_consequence", "Overtime, and anger at the desk",
        "So: old people ask the cleaners to print their tickets, about 20 last month, and that leads to this: overtime, and anger at the desk. Right?")]
    [InlineData("en", "Letters go to old addresses every week, so nobody answers", "missing_who", "The people at the switchboard", "missing_tried", "A list of new addresses; nobody kept it up.",
        "So: Letters go to old addresses every week, so nobody answers, first noticed by the people at the switchboard; tried so far: a list of new addresses; nobody kept it up. Right?")]
    [InlineData("sl", "Starši dvakrat pridejo k okencu, ker obrazec zahteva isto potrdilo.", "missing_how_often", "Vsak dan.", "missing_consequence", "Izgubijo pol dneva.",
        "Torej: starši dvakrat pridejo k okencu, ker obrazec zahteva isto potrdilo, vsak dan, in to povzroči tole: izgubijo pol dneva. Drži?")]
    [InlineData("da", "Blanketten spørger om et papir, som familierne har sendt", "missing_how_often", "40-50", "missing_consequence", "De mister en halv dag.",
        "Altså: Blanketten spørger om et papir, som familierne har sendt, omkring 40-50 i sidste måned, og det fører til dette: de mister en halv dag. Er det rigtigt?")]
    [InlineData("nl", "Ouders komen twee keer terug omdat er een papier ontbreekt.", "missing_how_often", "Elke dag", "missing_tried", "Een lijst bij de deur, die niemand leest.",
        "Dus: ouders komen twee keer terug omdat er een papier ontbreekt, elke dag; al geprobeerd: een lijst bij de deur, die niemand leest. Klopt dat?")]
    [InlineData("fr", "Le formulaire demande un papier déjà envoyé.", "missing_who", "Les parents.", "missing_consequence", "On perd une demi-journée.",
        "Donc : le formulaire demande un papier déjà envoyé, qui le remarque d’abord : les parents, et cela entraîne ceci : on perd une demi-journée. C’est bien cela ?")]
    [InlineData("de", "Das Formular fragt nach einem Papier, das schon da ist.", "missing_who", "Die Eltern", "missing_consequence", "Sie verlieren einen halben Tag.",
        "Also: das Formular fragt nach einem Papier, das schon da ist, wer es zuerst merkt: die Eltern, und das führt dazu: sie verlieren einen halben Tag. Stimmt das?")]
    public void Bits_become_one_sentence(string language, string text, string first, string one, string second, string other, string expected) =>
        Said(language, text, (first, one), (second, other)).Said.ShouldBe(expected.Replace(" :", "\u00a0:", StringComparison.Ordinal).Replace(" ?", "\u202f?", StringComparison.Ordinal));

    [Fact]
    public void What_was_too_long_for_a_sentence_is_quoted_above_it_and_long_parts_follow_it()
    {
        var said = Said("en", "A father waits six weeks. He rings every day. Nobody answers him.", ("missing_how_often", "12"), ("missing_consequence", "He comes to the counter. Then two of us look for his file."));
        said.Quoted.ShouldBe("A father waits six weeks. He rings every day. Nobody answers him.");
        said.Said.ShouldBe("So this is what happens, about 12 last month. That leads to: He comes to the counter. Then two of us look for his file. Right?");
    }

    [Fact]
    public void What_happened_is_the_answer_to_the_question_and_not_what_it_was_asked_about()
    {
        var said = Said("en", "We need a culture of innovation", ("idea_that_stopped", "In March I asked for a second scanner and never heard back."), ("missing_who", "Everybody in the archive"));
        said.Said.ShouldBe("So: in March I asked for a second scanner and never heard back, first noticed by everybody in the archive. Right?");
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

    private static MirrorSentence Said(string language, string text, (string Question, string Text) one, (string Question, string Text) other)
    {
        var checkIn = new CheckIn { MemberId = Mia };
        checkIn.Answer(Mia, text, new Language(language), default);
        foreach (var (question, answer) in new[] { one, other })
        {
            checkIn.Ask(Vocabulary.Read<ConcreteQuestion>(question));
            checkIn.Answer(Mia, answer, new Language(language), default);
        }

        return MirrorSentence.Of(checkIn, Say.In(new Language(language)));
    }
}
