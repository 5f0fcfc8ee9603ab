using InnovationBot.Network.Problems;
using static InnovationBot.Search.Tests.SearchedNetwork;

namespace InnovationBot.Search.Tests;

public sealed class FindingTests
{
    [Theory]
    [InlineData("en", "Call before the building permit", "Applicants wait fourteen weeks for a building permit because drawings are missing.", "We wait months for our building permits")]
    [InlineData("sl", "Klic pred vlogo", "Ljudje čakajo štirinajst tednov na gradbeno dovoljenje, ker manjkajo načrti.", "Na gradbena dovoljenja čakamo že mesece")]
    [InlineData("da", "Et opkald før ansøgningen", "Folk venter fjorten uger på en byggetilladelse, fordi tegninger mangler.", "Vi har ventet længe på byggetilladelser")]
    [InlineData("nl", "Bellen voor de aanvraag", "Mensen wachten veertien weken op een bouwvergunning omdat tekeningen ontbreken.", "Onze bouwvergunningen laten maanden op zich wachten")]
    [InlineData("fr", "Un appel avant la demande", "Les gens attendent quatorze semaines un permis de construire parce qu'il manque des plans.", "Nous attendons nos permis de construire depuis des mois")]
    [InlineData("de", "Ein Anruf vor dem Antrag", "Die Leute warten vierzehn Wochen auf eine Baugenehmigung, weil Pläne fehlen.", "Wir warten seit Monaten auf Baugenehmigungen")]
    public async Task Other_forms_of_the_words_are_found_in_each_language(string language, string title, string problem, string ask)
    {
        await using var network = await Open();
        await network.Save(Case("Something else", "The park was dirty every morning.", language), Case(title, problem, language));

        var answer = await network.Ask(ask, language);

        answer.Fit.ShouldNotBe(Fit.Nothing);
        answer.Cases[0].SharedWords.ShouldNotBeEmpty();
        answer.Cases[0].Relevance.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public async Task A_case_of_another_language_is_found_through_what_it_is_about()
    {
        await using var network = await Open();
        var queue = Case("Opomnik dan prej", "Čakalne vrste pri okencu so bile vsak dan daljše.", "sl");
        await network.Save(queue, Case("Luči v parku", "Svetilke so gorele ves dan.", "sl"));

        var answer = await network.Ask("People queue for hours at the counter of our office");

        answer.Cases[0].Id.ShouldBe(queue.Id);
        answer.Cases[0].SharedWords.ShouldContain("Čakalne vrste");
        answer.Cases[0].SharedWords.Zip(answer.Cases[0].AskedWords).ShouldContain(("Čakalne vrste", "queue"));
    }

    [Fact]
    public async Task Shared_words_and_the_passage_stand_in_the_case_as_they_are()
    {
        await using var network = await Open();
        const string problem = "The office is small. Applicants waited 14 weeks for a Building Permit! Nobody answered the phone.";
        await network.Save(Case("A call first", problem));

        var hit = (await network.Ask("waiting for building permits")).Cases.ShouldHaveSingleItem();

        foreach (var shared in hit.SharedWords) (problem + " A call first").ShouldContain(shared, Shouldly.Case.Sensitive);
        hit.Passage.ShouldBe("Applicants waited 14 weeks for a Building Permit!");
    }

    [Fact]
    public async Task A_case_about_the_same_problem_is_near_the_one_in_the_ask_s_own_words_and_one_that_shares_a_word_is_not()
    {
        await using var network = await Open();
        var (own, same, other) = (
            Case("A call first", "Applicants wait fourteen weeks for a building permit because drawings are missing, and the phone is never answered."),
            Case("Obrazec na eni strani", "Gradbeno dovoljenje je zamujalo, ker so v vlogah manjkali načrti in se na telefon nihče ni oglasil.", "sl"),
            Case("Benches", "Benches in the park are repaired fourteen weeks after they were reported."));
        await network.Save([own, same, other, .. Enumerable.Range(0, 60).Select(i => Case($"Street {i}", $"The lamps of street number {i} stay dark for weeks."))]);

        var hits = (await network.Ask("Applicants wait fourteen weeks for a building permit because drawings are missing, and the phone is never answered.", evenIfNothingFits: true)).Cases;

        hits[0].Id.ShouldBe(own.Id);
        hits.First(hit => hit.Id == same.Id).Relevance.ShouldBeGreaterThan(0.6 * hits[0].Relevance);
        hits.First(hit => hit.Id == other.Id).Relevance.ShouldBeLessThan(0.6 * hits[0].Relevance);
        hits.Select(hit => hit.Relevance).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task A_case_that_leaves_most_of_an_ask_unsaid_is_at_most_near()
    {
        await using var network = await Open();
        var shared = Case("Quixotrope", "The quixotrope and the zephyrine of the harbour rust.");
        await network.Save([shared, .. Enumerable.Range(0, 60).Select(i => Case($"Street {i}", $"The lamps of street number {i} stay dark for weeks."))]);

        (await network.Ask("The quixotrope and the zephyrine rust")).Fit.ShouldBe(Fit.Fits);
        var answer = await network.Ask("The quixotrope and the zephyrine keep nurses, teachers, farmers, beekeepers and firefighters from sleeping in their tents");

        answer.Fit.ShouldBe(Fit.Nearest);
        answer.Cases[0].Id.ShouldBe(shared.Id);
    }

    [Fact]
    public async Task What_a_case_leaves_unsaid_counts_by_what_it_tells_about_the_problem()
    {
        await using var network = await Open();
        var permit = Case("A call first", "Applicants wait for a building permit because drawings are missing.");
        await network.Save([permit, .. Enumerable.Range(0, 60).Select(i => Case($"Street {i}", $"The lamps of street number {i} stay dark for weeks."))]);

        var withDetails = await network.Ask("Applicants wait forty-seven weeks for a building permit because drawings are missing, blurred, crumpled or upside down");
        var withOtherThings = await network.Ask("Applicants wait for a building permit, the ambulance is late, the library leaks, the prison is full and the cemetery floods");

        withDetails.Fit.ShouldBe(Fit.Fits);
        withOtherThings.Fit.ShouldBe(Fit.Nearest);
        (withDetails.Cases[0].Id, withOtherThings.Cases[0].Id).ShouldBe((permit.Id, permit.Id));
    }

    [Fact]
    public async Task Many_cases_about_one_subject_hide_none_about_another()
    {
        await using var network = await Open();
        var permit = Case("A call first", "Applicants wait for a building permit because drawings are missing.");
        await network.Save([permit, .. Enumerable.Range(0, 400).Select(i =>
            Case($"Vibration of bearing, seal and shaft of pump {i} under varying pressure of the inlet", $"The shaft of pump {i} vibrates, its bearing runs hot and its seal leaks when the pressure of the inlet varies."))]);

        var answer = await network.Ask("Builders complain that they get their permits far too late");

        answer.Fit.ShouldNotBe(Fit.Nothing);
        answer.Cases[0].Id.ShouldBe(permit.Id);
    }

    [Fact]
    public async Task What_was_in_memory_before_changes_no_answer()
    {
        await using var network = await Open();
        var permit = Case("A call first", "Applicants waited 14 weeks for a building permit.");
        await network.Save([permit, .. Enumerable.Range(0, 400).Select(i => Case($"Street {i}", $"The lamps of street number {i} stay dark for weeks."))]);

        for (var round = 0; round < 40; round++)
        {
            FillMemory();
            var answer = await await Task.Factory.StartNew(
                () => network.Ask("We wait for building permits"), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default); // a thread of its own has no buffers yet
            answer.Cases[0].Id.ShouldBe(permit.Id);
        }
    }

    /// <summary>Leaves memory behind that is not empty, in pieces of every size an index of some hundred cases asks for.</summary>
    private static void FillMemory()
    {
        for (var size = 1 << 10; size < 1 << 18; size += size / 4) Array.Fill(new byte[size], (byte)1);
        GC.Collect();
    }

    [Fact]
    public async Task A_slip_of_the_finger_does_not_hide_a_case()
    {
        await using var network = await Open();
        var broken = Case("Bicycles", "Abandoned bicycles block the pavement at the station.");
        await network.Save(broken, Case("Trees", "Old trees fall on the road."));

        (await network.Ask("abandonned bycicles at the staton")).Cases[0].Id.ShouldBe(broken.Id);
    }

    [Fact]
    public async Task A_stranger_s_problem_fits_nothing()
    {
        await using var network = await Open();
        await network.Save(Case("A call first", "Applicants wait 14 weeks for a building permit."), Case("Trees", "Old trees fall on the road."));

        var answer = await network.Ask("My cat refuses to eat the new kibble");

        answer.Fit.ShouldBe(Fit.Nothing);
        answer.Cases.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_case_that_has_the_word_is_found_each_time()
    {
        await using var network = await Open();
        await network.Save([.. Enumerable.Range(0, 60).Select(number => Case($"Permit {number}", "Applicants wait for a permit."))]);

        for (var time = 0; time < 5; time++) (await network.Ask("permit", evenIfNothingFits: true)).Cases.Count.ShouldBe(50, "as many as asked for");
    }

    [Fact]
    public async Task An_empty_network_answers_that_nothing_fits()
    {
        await using var network = await Open();
        (await network.Ask("We wait months for building permits")).ShouldBe(SearchAnswer.Nothing);
    }
}
