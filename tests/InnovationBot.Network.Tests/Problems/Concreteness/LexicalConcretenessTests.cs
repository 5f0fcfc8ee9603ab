using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Tests.Problems.Concreteness;

public sealed class LexicalConcretenessTests
{
    private readonly LexicalConcreteness concreteness = new();

    [Theory]
    [InlineData("en", "Parents ring three times a week because nobody answered their letter")]
    [InlineData("sl", "Občani čakajo na okencu dve uri vsak ponedeljek")]
    [InlineData("da", "Borgerne venter elleve uger på en byggetilladelse")]
    [InlineData("nl", "Inwoners wachten elf weken op een vergunning")]
    [InlineData("fr", "Les usagers attendent onze semaines au guichet")]
    [InlineData("de", "Bürger warten elf Wochen auf eine Baugenehmigung")]
    public void What_happens_to_whom_is_concrete_in_every_language(string language, string text)
    {
        var finding = concreteness.Assess(text, new Language(language));
        finding.IsAbstract.ShouldBeFalse();
        finding.Elements.ShouldContain(ProblemElement.What);
    }

    [Theory]
    [InlineData("en", "We need a stronger innovation culture in our ministry by 2030", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("en", "Our 12 strategic pillars aim at synergies of the ecosystem", ConcreteQuestion.NoticedAtTheCounter)]
    [InlineData("sl", "Potrebujemo boljše sodelovanje", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("da", "Vi har brug for en app", ConcreteQuestion.WhatWouldStop)]
    [InlineData("nl", "Er is te veel bureaucratie", ConcreteQuestion.WhichRule)]
    [InlineData("fr", "Il faut plus d'agilité", ConcreteQuestion.LongestStep)]
    [InlineData("de", "Wir müssen digitaler werden", ConcreteQuestion.TaskOrForm)]
    [InlineData("en", "Things could be better", ConcreteQuestion.LastTime)]
    public void A_wish_gets_the_question_that_makes_it_concrete(string language, string text, ConcreteQuestion question)
    {
        var finding = concreteness.Assess(text, new Language(language));
        (finding.IsAbstract, finding.Question).ShouldBe((true, question));
    }

    [Fact]
    public void An_event_with_fashionable_words_is_concrete_and_a_slogan_with_figures_is_not()
    {
        concreteness.Assess("Since the digital transformation, clerks retype each form twice", Language.English).IsAbstract.ShouldBeFalse();
        concreteness.Assess("100 % innovation, 24/7", Language.English).IsAbstract.ShouldBeTrue();
        concreteness.Assess("", Language.English).IsAbstract.ShouldBeTrue();
    }
}
