using InnovationBot.Search.Asks;

namespace InnovationBot.Search.Tests.Asks;

public sealed class AskTextTests
{
    [Fact]
    public void A_pasted_e_mail_is_reduced_to_what_it_says()
    {
        const string mail = """
            Dear colleagues,

            our residents wait eleven weeks for a permit and nobody answers the phone. Who has solved this?

            Kind regards
            Anna Example
            Head of Unit
            +386 1 234 56 78
            anna@example.org | https://example.org

            This e-mail is confidential and intended for the addressee only.
            """;
        AskText.Reduce(mail).ShouldBe("our residents wait eleven weeks for a permit and nobody answers the phone.");
    }

    [Theory]
    [InlineData("People wait eleven weeks for a permit. Who has solved this?", "People wait eleven weeks for a permit.")]
    [InlineData("People wait eleven weeks for a permit! Has anyone already solved it?", "People wait eleven weeks for a permit!")]
    [InlineData("Ljudje čakajo enajst tednov na dovoljenje. Kdo je to že rešil?", "Ljudje čakajo enajst tednov na dovoljenje.")]
    [InlineData("Folk venter elleve uger på en tilladelse. Hvem har løst det?", "Folk venter elleve uger på en tilladelse.")]
    [InlineData("Mensen wachten elf weken op een vergunning. Wie heeft dit opgelost?", "Mensen wachten elf weken op een vergunning.")]
    [InlineData("Les gens attendent onze semaines un permis. Qui a résolu ce problème ?", "Les gens attendent onze semaines un permis.")]
    [InlineData("Die Leute warten elf Wochen auf eine Genehmigung. Wer hat das gelöst?", "Die Leute warten elf Wochen auf eine Genehmigung.")]
    public void The_question_to_the_bot_at_the_end_goes_in_every_language(string ask, string says) => AskText.Reduce(ask).ShouldBe(says);

    [Theory]
    [InlineData("Who has solved this?")]
    [InlineData("Long queues. Who has solved this?")]
    [InlineData("Our queues are long every single day. Who has solved the parking?")]
    public void A_question_that_says_something_itself_stays(string ask) => AskText.Reduce(ask).ShouldBe(ask);

    [Theory]
    [InlineData("Spoštovani,\nobčani čakajo na dovoljenje in nihče ne dvigne telefona.\nLep pozdrav\nAna", "občani čakajo na dovoljenje in nihče ne dvigne telefona.")]
    [InlineData("Hej alle,\nborgerne venter på tilladelse, og ingen tager telefonen.\nMed venlig hilsen\nMette", "borgerne venter på tilladelse, og ingen tager telefonen.")]
    [InlineData("Beste collega's,\ninwoners wachten op een vergunning en niemand neemt op.\nMet vriendelijke groet\nJan", "inwoners wachten op een vergunning en niemand neemt op.")]
    [InlineData("Bonjour,\nles habitants attendent leur permis et personne ne décroche.\nCordialement\nAnne", "les habitants attendent leur permis et personne ne décroche.")]
    [InlineData("Sehr geehrte Damen und Herren,\ndie Leute warten auf ihre Genehmigung und niemand hebt ab.\nMit freundlichen Grüßen\nUwe", "die Leute warten auf ihre Genehmigung und niemand hebt ab.")]
    public void Greetings_and_closings_go_in_every_language(string mail, string says) => AskText.Reduce(mail).ShouldBe(says);

    [Fact]
    public void An_answer_above_a_quoted_message_counts_alone()
    {
        const string mail = "We still have people waiting at the counter for more than an hour every Monday.\n\nOn Mon, 3 Feb 2025 at 10:12 Bo Example wrote:\n> the lamps in the park are broken";
        AskText.Reduce(mail).ShouldNotContain("lamps");
    }

    [Fact]
    public void A_covering_note_keeps_what_it_forwards()
    {
        const string mail = "FYI, who knows?\n\n-----Original Message-----\nFrom: Bo Example\nSent: Monday\nTo: Anna\nSubject: RE: Broken lamps\n\nThe lamps in the park are broken every week.";
        var says = AskText.Reduce(mail);
        says.ShouldContain("The lamps in the park are broken every week.");
        says.ShouldContain("Broken lamps");
        says.ShouldNotContain("Monday");
    }

    [Theory]
    [InlineData("<p>The <b>lamps</b> are&nbsp;broken</p>", "lamps")]
    [InlineData("Dear", "Dear")]
    [InlineData("Thanks", "Thanks")]
    [InlineData("a < b and c > d in our forms", "forms")]
    public void Something_always_remains(string text, string remains) => AskText.Reduce(text).ShouldContain(remains);
}
