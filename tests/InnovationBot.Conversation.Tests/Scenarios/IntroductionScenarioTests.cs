using System.Text.Json.Nodes;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Problems;
using InnovationBot.Search;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>The main job at the running service: entered by the door, read at the connector.</summary>
public sealed class IntroductionScenarioTests : IAsyncLifetime
{
    private PermitNetwork network = null!;

    public async ValueTask InitializeAsync() => network = await PermitNetwork.Start();

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task An_ask_is_answered_with_one_card_of_cases_a_person_and_a_button()
    {
        var sent = await network.Mia.Say(PermitNetwork.Problem);
        sent.Count.ShouldBe(1);
        network.Mia.LastCard.Text.ShouldContain("Ask for an introduction");
        network.Mia.LastCard.Verbs.ShouldContain("case/open");
    }

    [Fact]
    public async Task A_case_opens_in_place_and_goes_back()
    {
        var answer = await network.MiaAsks();
        var opened = await network.Mia.Press("case/open");
        opened.Text.ShouldContain("What was done");
        var back = await network.Mia.Press("problem/show");
        back.Text.ShouldContain("Ask for an introduction");
        network.Mia.Cards.Count.ShouldBe(1);
        answer.ActivityId.ShouldBe(network.Mia.LastCard.ActivityId);
    }

    [Fact]
    public async Task The_giver_reads_the_exact_text_and_no_name_until_both_said_yes()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        var request = await giver.WaitForCard(card => card.Verbs.Contains("introduction/accept"), PermitNetwork.Patience);
        request.Text.ShouldContain(PermitNetwork.Terms["blurb"]);
        request.Text.ShouldNotContain("Mia Holm");
        request.Text.ShouldContain("Denmark");
        request.Text.ShouldContain("your name, which your profile shows to everybody", customMessage: "Mia's answer named them already");
        var message = giver.Messages.Single(sent => sent.ActivityId == request.ActivityId);
        message.Body.GetProperty("summary").GetString()!.ShouldNotContain("permit");
        message.Body.GetProperty("channelData").GetProperty("notification").GetProperty("alert").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_yes_both_get_a_new_message_with_the_others_name_and_a_way_into_a_chat()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/accept"), PermitNetwork.Patience);
        await giver.Press("introduction/accept");
        var seenByMia = await network.Mia.WaitForCard(card => card.Text.Contains("You two are introduced", StringComparison.Ordinal), PermitNetwork.Patience);
        seenByMia.Text.ShouldContain(giver.Person.Name);
        seenByMia.Card.ToString().ShouldContain("https://teams.microsoft.com/l/chat/");
        var seenByGiver = await giver.WaitForCard(card => card.Text.Contains("Mia Holm", StringComparison.Ordinal), PermitNetwork.Patience);
        seenByGiver.Verbs.ShouldContain("introduction/in-touch");
    }

    [Fact]
    public async Task In_a_national_cloud_the_way_into_a_chat_leads_into_its_own_Teams_unasked_and_after_a_press()
    {
        await using var national = await PermitNetwork.Start(new Dictionary<string, string?> { ["Bot:Cloud"] = "UsGov" });
        var giver = await national.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/accept"), PermitNetwork.Patience);
        (await giver.Press("introduction/accept")).Card.ToString()!.ShouldContain("https://gov.teams.microsoft.us/l/");
        var seenByMia = await national.Mia.WaitForCard(card => card.Text.Contains("You two are introduced", StringComparison.Ordinal), PermitNetwork.Patience);
        seenByMia.Card.ToString().ShouldContain("https://gov.teams.microsoft.us/l/chat/");
        seenByMia.Card.ToString().ShouldNotContain("teams.microsoft.com");
    }

    [Fact]
    public async Task Whoever_is_forgotten_loses_their_name_on_the_cards_that_the_other_side_has_and_that_side_hears()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/accept"), PermitNetwork.Patience);
        await giver.Press("introduction/accept");
        await giver.WaitForCard(card => card.Text.Contains("Mia Holm", StringComparison.Ordinal), PermitNetwork.Patience);
        await network.Mia.WaitForCard(card => card.Text.Contains("You two are introduced", StringComparison.Ordinal), PermitNetwork.Patience);
        var before = giver.Messages.Count;
        await network.Mia.Say("forget me");
        await network.Mia.Press("people/forget");

        await network.Pass(TimeSpan.Zero);
        giver.Messages.Count.ShouldBeGreaterThan(before, "the other side hears");
        await giver.WaitUntilGone(PermitNetwork.Patience, "Mia Holm", PermitNetwork.Terms["blurb"]);
    }

    [Fact]
    public async Task With_a_yes_go_up_to_three_times_and_the_one_chosen_is_the_same_entry_for_both()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/times"), PermitNetwork.Patience);
        await giver.Press("introduction/times");
        var refused = await giver.Press("introduction/accept", new Dictionary<string, string> { ["date1"] = "2027-03-07", ["time1"] = "10:00", ["date2"] = "2027-03-12", ["time2"] = "10:00" });
        refused.Text.ShouldContain("Choose times that lie ahead.");
        giver.LastCard.Inputs.ShouldContain(("date2", "2027-03-12"), "what was filled in stays");
        await giver.Press("introduction/accept", new Dictionary<string, string> { ["date1"] = "2027-03-11" });

        var offered = await network.Mia.WaitForCard(card => card.Verbs.Contains("introduction/time-choose"), PermitNetwork.Patience);
        var choices = offered.Titles("introduction/time-choose");
        choices.Count.ShouldBe(2);
        network.Bot.Clock.Advance(TimeSpan.FromDays(3.5));
        var late = await network.Mia.Press("introduction/time-choose", title: choices[0]);
        late.Text.ShouldContain("This time has passed.");
        network.Mia.LastCard.Titles("introduction/time-choose").ShouldBe([choices[1]]);
        await network.Mia.Press("introduction/time-choose");

        var told = await giver.WaitForCard(card => card.Text.Contains("You talk on", StringComparison.Ordinal), PermitNetwork.Patience);
        network.Mia.LastCard.Text.ShouldContain("You talk on");
        var entries = new List<string>();
        foreach (var card in new[] { told, network.Mia.LastCard })
        {
            using var file = await network.Bot.Door.Get(AddressOn(card));
            entries.Add(await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        entries[0].ShouldContain("DTSTART;TZID=Etc/UTC:20270312T");
        entries[0].ShouldContain("Mia Holm");
        entries[1].ShouldBe(entries[0]);
        using var unknown = await network.Bot.Door.Get(new Uri(network.Bot.Address, $"talk/{Guid.NewGuid():N}.ics"));
        unknown.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        network.Bot.Clock.Advance(TimeSpan.FromDays(40));
        using var ended = await network.Bot.Door.Get(AddressOn(told));
        ended.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);

        static Uri AddressOn(SeenCard card) => new(card.Text.Split('\n').Single(line => line.Contains("/talk/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_open_hour_stands_on_the_answer_and_whoever_comes_reads_where_it_is()
    {
        await network.MiaAsks();
        var host = await network.FirstSuggested();
        await network.Bot.Store(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Name == host.Person.Name);
            member.BecomeAmbassador(network.Bot.Clock.GetUtcNow());
            return member;
        });
        await host.Say("open hour");
        var form = new Dictionary<string, string> { ["date"] = "2027-03-01", ["time"] = "10:00", ["places"] = "4", ["link"] = "https://teams.microsoft.com/l/meetup-join/permits" };
        (await host.Press("open-hour/hold", form)).Text.ShouldContain("Choose a day and a time that lie ahead");
        host.LastCard.Inputs.ShouldContain(("places", "4"), "what was filled in stays");
        await host.Press("open-hour/hold", new Dictionary<string, string> { ["date"] = "2027-03-12" });
        host.LastCard.Text.ShouldContain("Nobody comes yet");

        await network.MiaAsks();
        var looked = await network.Mia.Press("open-hour/look");
        looked.Text.ShouldNotContain("meetup-join");
        await network.Mia.Press("open-hour/join", new Dictionary<string, string> { ["text"] = PermitNetwork.Terms["blurb"] });
        network.Mia.LastCard.Text.ShouldContain("meetup-join/permits");
        network.Mia.LastCard.Text.ShouldContain(host.Person.Name);

        await host.Say("my open hour");
        host.LastCard.Text.ShouldContain("Mia Holm");
        host.LastCard.Text.ShouldContain(PermitNetwork.Terms["blurb"]);
        await host.Press("open-hour/cancel");
        await network.Mia.WaitForCard(card => card.Text.Contains("The open hour does not take place", StringComparison.Ordinal), PermitNetwork.Patience);
    }

    [Fact]
    public async Task Pressing_yes_twice_ends_in_one_introduction()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        var request = await giver.WaitForCard(card => card.Verbs.Contains("introduction/accept"), PermitNetwork.Patience);
        var data = JsonNode.Parse(request.Action("introduction/accept")!.Value.GetProperty("data").GetRawText())!.AsObject();
        var presses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => giver.Press(request.ActivityId, "introduction/accept", data)));
        presses.ShouldAllBe(press => press.StatusCode == 200 && press.Text.Contains("Mia Holm", StringComparison.Ordinal));
        await network.Mia.WaitForCard(card => card.Text.Contains("You two are introduced", StringComparison.Ordinal), PermitNetwork.Patience);
        (await network.Bot.Store(db => db.Notices.CountAsync(notice => notice.Kind == IntroductionNotices.Introduced && notice.Edits == null))).ShouldBe(2);
    }

    [Fact]
    public async Task A_no_is_never_told_and_the_next_person_is_asked()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/decline"), PermitNetwork.Patience);
        (await giver.Press("introduction/decline")).Text.ShouldContain("Nobody is told");
        var told = await network.Mia.WaitForCard(card => card.Text.Contains("Still looking", StringComparison.Ordinal), PermitNetwork.Patience);
        told.Text.ShouldNotContain("declined");
        var asked = await network.Bot.Store(db => db.Set<Introduction>().Select(introduction => introduction.GiverId).ToListAsync());
        asked.Count.ShouldBeGreaterThan(1, "those asked next never wrote to the bot, so that it may have gone on from them already");
        asked.ShouldBeUnique();
    }

    [Fact]
    public async Task Somebody_else_who_presses_a_copied_button_changes_nothing()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        var request = await giver.WaitForCard(card => card.Verbs.Contains("introduction/accept"), PermitNetwork.Patience);
        var data = JsonNode.Parse(request.Action("introduction/accept")!.Value.GetProperty("data").GetRawText())!.AsObject();
        var stranger = network.Bot.Of("Otto Stranger");
        await stranger.Say("help");
        var answer = await stranger.Press(stranger.LastCard.ActivityId, "introduction/accept", data);
        answer.StatusCode.ShouldBe(200);
        answer.Text.ShouldNotContain("Mia Holm");
        (await network.Bot.Store(db => db.Set<Introduction>().SingleAsync())).State.ShouldNotBe(IntroductionState.Introduced);
    }

    [Fact]
    public async Task Silence_brings_one_reminder_after_two_working_days_and_the_next_person_after_five()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/accept"), PermitNetwork.Patience);
        await network.Pass(TimeSpan.FromDays(2.01));
        await giver.WaitForCard(card => card.Text.Contains("Still 20 minutes to give?", StringComparison.Ordinal), PermitNetwork.Patience);
        await network.Pass(TimeSpan.FromDays(6));
        await network.Mia.WaitForCard(card => card.Text.Contains("Still looking", StringComparison.Ordinal), PermitNetwork.Patience);
    }

    [Fact]
    public async Task A_question_is_relayed_once_without_names_and_its_answer_comes_back_with_the_request()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/question"), PermitNetwork.Patience);
        await giver.Press("introduction/question");
        await giver.Press("introduction/question-send", new Dictionary<string, string> { ["text"] = "Is it about new houses?" });
        var asked = await network.Mia.WaitForCard(card => card.Text.Contains("Is it about new houses?", StringComparison.Ordinal), PermitNetwork.Patience);
        asked.Verbs.ShouldContain("introduction/question-answer");
        await network.Mia.Press("introduction/question-answer", new Dictionary<string, string> { ["answer"] = "Mostly small changes." });
        var again = await giver.WaitForCard(card => card.Text.Contains("Mostly small changes.", StringComparison.Ordinal), PermitNetwork.Patience);
        again.Verbs.ShouldContain("introduction/accept");
        again.Verbs.ShouldNotContain("introduction/question");
    }

    [Fact]
    public async Task An_answer_in_writing_is_found_by_others_once_both_agreed_to_its_text()
    {
        var giver = await network.MiaAsksForAnIntroduction();
        await giver.WaitForCard(card => card.Verbs.Contains("introduction/write"), PermitNetwork.Patience);
        await giver.Press("introduction/write");
        await giver.Press("introduction/write-send", new Dictionary<string, string> { ["text"] = "Call every applicant before they send anything." });
        await network.Mia.WaitForCard(card => card.Verbs.Contains("short-answer/show"), PermitNetwork.Patience);
        await giver.Press("short-answer/show");
        await giver.Press("short-answer/save", new Dictionary<string, string> { ["problem"] = "People wait eleven weeks for a building permit and nobody answers the phone." });
        await network.Mia.WaitForCard(card => card.Text.Contains("May others find this text?", StringComparison.Ordinal), PermitNetwork.Patience);

        (await Found("Otto Early")).ShouldBeFalse("Mia has not agreed");
        await network.Mia.Press("short-answer/agree");
        (await Found("Otto Later")).ShouldBeTrue();
        var otto = network.Bot.Of("Otto Later");
        await otto.Press("short-answer/read");
        otto.LastCard.Text.ShouldContain("Call every applicant before they send anything.");
        otto.LastCard.Text.ShouldNotContain(giver.Person.Name);
        otto.LastCard.Text.ShouldNotContain("Mia Holm");

        var channel = network.Bot.In("19:asks@thread.tacv2;messageid=1", "channel");
        await channel.Say(otto.Person, PermitNetwork.Problem);
        var posted = channel.LastCard;
        var read = await channel.Press(otto.Person, posted, "short-answer/read");
        read.Text.ShouldContain("Call every applicant before they send anything.");
        (await channel.Press(otto.Person, new SeenCard(posted.ActivityId, read.Card!.Value), "case/list")).Text.ShouldContain("Call every applicant");
        await network.Mia.Press("short-answer/withdraw");
        (await Found("Otto Late")).ShouldBeFalse();

        async Task<bool> Found(string name)
        {
            await network.Bot.Services.GetRequiredService<ISearchIndex>().CatchUp(CancellationToken.None);
            await network.Bot.Of(name).Say(PermitNetwork.Problem);
            return network.Bot.Of(name).LastCard.Verbs.Contains("short-answer/read");
        }
    }

    [Fact]
    public async Task An_answered_request_survives_a_restart()
    {
        await network.MiaAsksForAnIntroduction();
        await network.Bot.Restart();
        await network.Mia.Say("my introductions");
        network.Mia.LastCard.Text.ShouldContain(PermitNetwork.Terms["blurb"]);
    }
}
