using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Tests.Problems.Concreteness;

public sealed class NextQuestionTests
{
    private static readonly LexicalConcreteness Assessor = new();

    [Theory]
    [InlineData("en", "We need a culture of innovation.", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("sl", "kultura inovativnosti", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("en", "kultura inovativnosti", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("da", "Der er modstand mod forandring.", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("nl", "We hebben een andere mindset nodig.", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("fr", "Il faut changer les mentalités.", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("de", "Uns fehlt eine Innovationskultur.", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("en", "digital transformation", ConcreteQuestion.TaskOrForm)]
    [InlineData("en", "We should use AI more.", ConcreteQuestion.TaskOrForm)]
    [InlineData("sl", "Digitalna preobrazba in umetna inteligenca.", ConcreteQuestion.TaskOrForm)]
    [InlineData("da", "Vi skal være mere datadrevne.", ConcreteQuestion.TaskOrForm)]
    [InlineData("nl", "Digitalisering is de toekomst.", ConcreteQuestion.TaskOrForm)]
    [InlineData("fr", "La transformation numérique est incontournable.", ConcreteQuestion.TaskOrForm)]
    [InlineData("de", "Wir wollen mehr künstliche Intelligenz.", ConcreteQuestion.TaskOrForm)]
    [InlineData("en", "Everything takes too long.", ConcreteQuestion.LongestStep)]
    [InlineData("sl", "Biti moramo hitrejši in bolj agilni.", ConcreteQuestion.LongestStep)]
    [InlineData("da", "Alt tager for lang tid.", ConcreteQuestion.LongestStep)]
    [InlineData("nl", "We moeten efficiënter worden.", ConcreteQuestion.LongestStep)]
    [InlineData("fr", "Tout est trop lent.", ConcreteQuestion.LongestStep)]
    [InlineData("de", "Alles dauert zu lange.", ConcreteQuestion.LongestStep)]
    [InlineData("en", "Our departments work in silos.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("sl", "Premalo je sodelovanja.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("da", "Vi skal samarbejde mere på tværs.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("nl", "De afstemming kan beter.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("fr", "Il faut décloisonner.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("de", "Wir arbeiten in Silos.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("en", "We must put the citizen at the centre.", ConcreteQuestion.WhichGroup)]
    [InlineData("en", "We have to build trust.", ConcreteQuestion.WhichGroup)]
    [InlineData("sl", "Uporabnik naj bo v središču.", ConcreteQuestion.WhichGroup)]
    [InlineData("da", "Borgeren i centrum.", ConcreteQuestion.WhichGroup)]
    [InlineData("nl", "We willen een inclusieve overheid.", ConcreteQuestion.WhichGroup)]
    [InlineData("fr", "L'usager au centre.", ConcreteQuestion.WhichGroup)]
    [InlineData("de", "Der Mensch im Mittelpunkt.", ConcreteQuestion.WhichGroup)]
    [InlineData("en", "There is too much red tape.", ConcreteQuestion.WhichRule)]
    [InlineData("sl", "Preveč birokracije.", ConcreteQuestion.WhichRule)]
    [InlineData("da", "Der er for mange regler.", ConcreteQuestion.WhichRule)]
    [InlineData("nl", "Te veel regeldruk.", ConcreteQuestion.WhichRule)]
    [InlineData("fr", "Trop de paperasserie.", ConcreteQuestion.WhichRule)]
    [InlineData("de", "Zu viel Bürokratie.", ConcreteQuestion.WhichRule)]
    [InlineData("en", "We lack a strategy.", ConcreteQuestion.NoticedAtTheCounter)]
    [InlineData("sl", "Nimamo vizije.", ConcreteQuestion.NoticedAtTheCounter)]
    [InlineData("da", "Økosystemet har brug for synergier.", ConcreteQuestion.NoticedAtTheCounter)]
    [InlineData("nl", "Er is geen visie.", ConcreteQuestion.NoticedAtTheCounter)]
    [InlineData("fr", "Nous manquons de vision.", ConcreteQuestion.NoticedAtTheCounter)]
    [InlineData("de", "Uns fehlt eine Vision.", ConcreteQuestion.NoticedAtTheCounter)]
    [InlineData("en", "we need an app", ConcreteQuestion.WhatWouldStop)]
    [InlineData("en", "We need an innovation platform.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("sl", "Potrebujemo aplikacijo.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("da", "Vi har brug for en app.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("nl", "We hebben een platform nodig.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("fr", "Il nous faut une appli.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("de", "Wir brauchen eine App.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("en", "People here resist every change.", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("sl", "Ljudje se upirajo vsaki spremembi.", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("da", "Folk her er imod enhver forandring.", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("de", "Die Leute sperren sich gegen jede Veränderung.", ConcreteQuestion.IdeaThatStopped)]
    [InlineData("en", "Departments do not talk to each other.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("sl", "Oddelki se ne pogovarjajo med seboj.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("da", "Den venstre hånd ved ikke, hvad den højre gør.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("nl", "Afdelingen praten niet met elkaar.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("fr", "Les services ne se parlent pas.", ConcreteQuestion.WhoNeededWhat)]
    [InlineData("en", "One portal for all applications.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("sl", "Nadzorna plošča za vodje.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("da", "Et dashboard til lederne.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("fr", "Un tableau de bord pour les cadres.", ConcreteQuestion.WhatWouldStop)]
    [InlineData("en", "Things are difficult.", ConcreteQuestion.LastTime)]
    [InlineData("sl", "Težko je.", ConcreteQuestion.LastTime)]
    [InlineData("da", "Det er svært.", ConcreteQuestion.LastTime)]
    [InlineData("nl", "Het is moeilijk.", ConcreteQuestion.LastTime)]
    [InlineData("fr", "C'est difficile.", ConcreteQuestion.LastTime)]
    [InlineData("de", "Es ist schwierig.", ConcreteQuestion.LastTime)]
    public void Talk_without_an_event_is_asked_about_by_what_was_heard(string language, string text, ConcreteQuestion question)
    {
        var finding = Assessor.Assess(text, new Language(language));

        finding.IsAbstract.ShouldBeTrue();
        finding.Question.ShouldBe(question);
    }

    [Theory]
    [InlineData("A letter came back.", ConcreteQuestion.MissingWho)]
    [InlineData("The parents came back because the photo was wrong.", ConcreteQuestion.MissingHowOften)]
    [InlineData("At the counter forty parents a week wait two hours.", ConcreteQuestion.MissingConsequence)]
    [InlineData("At the counter forty parents a week wait two hours and lose half a working day.", ConcreteQuestion.MissingTried)]
    [InlineData("At the counter forty parents a week wait two hours and lose half a working day. We tried appointments, which did not help.", null)]
    public void An_event_is_asked_about_by_the_first_important_thing_that_is_missing(string text, ConcreteQuestion? question)
    {
        var finding = Assessor.Assess(text, Language.English);

        finding.IsAbstract.ShouldBeFalse();
        finding.Question.ShouldBe(question);
    }

    [Theory]
    [InlineData("en", "The app crashed and forty parents could not register.")]
    [InlineData("sl", "Aplikacija se je sesula in štirideset staršev se ni moglo vpisati.")]
    [InlineData("da", "Appen gik ned, og fyrre forældre kunne ikke tilmelde sig.")]
    [InlineData("nl", "De app crashte en veertig ouders konden zich niet inschrijven.")]
    [InlineData("fr", "L'appli a planté et quarante parents n'ont pas pu s'inscrire.")]
    [InlineData("de", "Die App ist abgestürzt, und vierzig Eltern konnten sich nicht anmelden.")]
    public void A_solution_that_fails_people_is_an_event(string language, string text) =>
        Assessor.Assess(text, new Language(language)).IsAbstract.ShouldBeFalse();
}
