using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.Problems;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>People sign up on the card, wait, are offered a place, and organisers make, change and call off events.</summary>
public sealed class EventScenarioTests(EventNetwork network) : IClassFixture<EventNetwork>
{
    [Fact]
    public async Task Somebody_finds_an_event_signs_up_answers_and_gives_the_place_back()
    {
        var mia = await network.Somebody();
        var id = await network.Published("Counter clinic", 5, with: input => input with { Questions = [new("Team", "text", []), new("Table", "choice", ["Permits", "Register"])], Link = "https://meet.example/c" });
        await mia.Say("events counter");
        mia.LastCard.Text.ShouldContain("Counter clinic");
        await mia.Press("event/open", title: "Open: Counter clinic");
        mia.LastCard.Text.ShouldContain("5 of 5 places left");
        mia.LastCard.Text.ShouldNotContain("meet.example");

        await mia.Press("event/going", mia.LastCard.Inputs.ToDictionary(input => input.Id, input => mia.LastCard.Inputs.First().Id == input.Id ? "Housing" : "1"));
        mia.LastCard.Text.ShouldContain("You are going");
        mia.LastCard.Text.ShouldContain("4 of 5 places left");
        mia.LastCard.Text.ShouldContain("meet.example");
        var kept = await network.Answer(id, await network.Id(mia));
        kept!.Answers.Select(answer => answer.Text).ShouldBe(["Housing", "Register"]);

        await mia.Press("event/decline");
        mia.LastCard.Text.ShouldContain("You cannot come");
        mia.LastCard.Text.ShouldContain("5 of 5 places left");
        await mia.Say("my events");
        mia.LastCard.Text.ShouldNotContain("Counter clinic");
    }

    [Fact]
    public async Task What_is_emptied_on_the_own_card_is_no_answer_any_more_and_a_card_that_many_read_takes_none_away()
    {
        var (mia, ole) = (await network.Somebody(), await network.Somebody());
        var id = await network.Published("Answer clinic", 9, with: input => input with { Questions = [new("Team", "text", []), new("Diet", "dietary", []), new("Table", "choice", ["Permits", "Register"])] });
        await mia.Say($"event {id}");
        var (team, diet, table) = (mia.LastCard.Inputs.ElementAt(0).Id, mia.LastCard.Inputs.ElementAt(1).Id, mia.LastCard.Inputs.ElementAt(2).Id);
        await mia.Press("event/going", new Dictionary<string, string> { [team] = "Housing", [diet] = "No nuts", [table] = "1" });
        (await Given()).ShouldBe(["Housing", "No nuts", "Register"]);

        var channel = network.Bot.In($"19:events@thread.tacv2;messageid={id.ToString()[..8]}", "channel");
        await channel.Say(ole.Person, $"event {id}");
        var own = await channel.Press(mia.Person, channel.LastCard, "event/going");
        await channel.Press(mia.Person, new SeenCard(channel.LastCard.ActivityId, own.Card!.Value), "event/answers");
        (await Given()).ShouldBe(["Housing", "No nuts", "Register"], "nothing of one's own stands on a card that many read");

        await mia.Press("event/answers", new Dictionary<string, string> { [diet] = "" });
        (await Given()).ShouldBe(["Housing", "Register"]);
        await mia.Press("event/answers", new Dictionary<string, string> { [team] = "", [table] = "" });
        (await Given()).ShouldBeEmpty();

        async Task<List<string>> Given()
        {
            var answer = (await network.Answer(id, await network.Id(mia)))!;
            return [.. answer.Answers.Concat(answer.Needs).OrderBy(one => one.Label == "Table").ThenBy(one => one.Label == "Diet").Select(one => one.Text)];
        }
    }

    [Fact]
    public async Task On_a_full_event_going_queues_and_whoever_leaves_makes_room_for_the_next()
    {
        var id = await network.Published("Tiny clinic", 1);
        var (first, second) = (await network.Somebody(), await network.Somebody());
        await first.Say($"event {id}");
        await first.Press("event/going");
        await second.Say($"event {id}");
        second.LastCard.Text.ShouldContain("waiting list");
        var answer = await second.Press("event/going");
        answer.Text.ShouldContain("number 1 in the queue");
        second.LastCard.Action("event/going", null).ShouldBeNull();

        await first.Press("event/decline");
        var offer = await second.WaitForCard(card => card.Text.Contains("kept for you until", StringComparison.Ordinal) && card.Text.Contains("has become free", StringComparison.Ordinal), EventNetwork.Patience);
        offer.Action("event/going", null).ShouldNotBeNull();
        await second.Press("event/going");
        (await network.Answer(id, await network.Id(second)))!.State.ShouldBe(RegistrationState.Going);
        (await first.Press("event/going")).Text.ShouldContain("number 1 in the queue");
    }

    [Fact]
    public async Task In_a_channel_everybody_has_a_state_of_their_own_and_the_card_for_all_follows()
    {
        var id = await network.Published("Channel clinic", 1);
        var (mia, ole) = (await network.Somebody(), await network.Somebody());
        var channel = network.Bot.In($"19:events@thread.tacv2;messageid={id.ToString()[..8]}", "channel");
        await channel.Say(mia.Person, $"event {id}");
        var card = channel.LastCard;
        card.Text.ShouldContain("1 of 1 places left");
        card.Card.GetProperty("refresh").GetProperty("action").GetProperty("verb").GetString().ShouldBe("event/show");

        var own = await channel.Press(mia.Person, card, "event/going");
        own.Text.ShouldContain("You are going");
        (await channel.Press(ole.Person, card, "event/going")).Text.ShouldContain("number 1 in the queue");
        await network.Bot.Connector.WaitFor(call => call.Kind == ConnectorCallKind.Update && call.ActivityId == card.ActivityId, EventNetwork.Patience);
        channel.LastCard.Text.ShouldContain("Full: “Going” puts you on the waiting list");
        channel.LastCard.Text.ShouldNotContain("You are going");
    }

    [Fact]
    public async Task An_organiser_writes_a_draft_in_steps_looks_at_it_publishes_it_and_changes_it()
    {
        var (olga, mia) = (await network.Organiser(), await network.Somebody());
        await olga.Say("new event");
        await olga.Press("event/save", new Dictionary<string, string> { ["title"] = "<b>x</b>" });
        olga.LastCard.Text.ShouldContain("Title: There is HTML in this text");
        await olga.Press("event/save", new Dictionary<string, string> { ["title"] = "Draft clinic", ["kind"] = "hackathon" });
        await olga.Press("event/save", new Dictionary<string, string>(Times("", "09:00", "12:00")));
        olga.LastCard.Text.ShouldContain("Start: There is a time without a day");
        await olga.Press("event/save", Times("2027-06-14", "09:00", "08:00"));
        olga.LastCard.Text.ShouldContain("End: The end is not after the start");
        await olga.Press("event/save", new Dictionary<string, string>(Times("2027-06-14", "09:00", "12:00")) { ["end_day"] = "" }); // that of the start
        await olga.Press("event/save", new Dictionary<string, string> { ["agenda"] = "Welcome", ["languages"] = "en,sl" });
        await olga.Press("event/save", new Dictionary<string, string> { ["audience"] = "everyone", ["questions"] = "Team\nTable: A / B", ["ask_food"] = "true" });
        olga.LastCard.Text.ShouldContain("The draft is saved");
        await mia.Say("events draft");
        mia.LastCard.Text.ShouldNotContain("Draft clinic");
        await olga.Say("organise");
        olga.LastCard.Text.ShouldContain("Events not published yet: 1");
        await olga.Press("event/manage", title: "Open: Draft clinic");

        await olga.Press("event/publish");
        olga.LastCard.Text.ShouldContain("A hackathon or a design sprint works on a problem");
        await olga.Press("event/save", new Dictionary<string, string> { ["title"] = "Draft clinic", ["kind"] = "workshop" });
        await olga.Say("my events");
        await olga.Press("event/open", title: "Open: Draft clinic");
        await olga.Press("event/manage");
        await olga.Press("event/preview");
        olga.LastCard.Text.ShouldContain("This is how others will see it");
        await olga.Press("event/publish");
        olga.LastCard.Text.ShouldContain("Published.");

        await mia.Say("events draft");
        await mia.Press("event/open", title: "Open: Draft clinic");
        await mia.Press("event/going");
        await olga.Press("event/edit", title: "Time, place, seats");
        await olga.Press("event/save", new Dictionary<string, string>(Times("2027-06-15", "10:00", "12:00")) { ["place"] = "Room 1" });
        var told = await mia.WaitForCard(card => card.Text.Contains("This changed:", StringComparison.Ordinal), EventNetwork.Patience);
        told.Text.ShouldContain("Time: Tuesday, 15 June, 10:00");
        told.Text.ShouldNotContain("Agenda:");

        await olga.Press("event/cancel");
        await olga.Press("event/cancel-send", new Dictionary<string, string> { ["reason"] = "The room has water in it." });
        await mia.WaitForCard(card => card.Text.Contains("called off: The room has water in it.", StringComparison.Ordinal), EventNetwork.Patience);
    }

    [Fact]
    public async Task A_published_event_becomes_a_monthly_series_and_a_draft_like_it()
    {
        var olga = await network.Organiser();
        var id = await network.Published("Monthly clinic", organiser: await network.Id(olga));
        await olga.Say("my events");
        await olga.Press("event/open", title: "Open: Monthly clinic");
        await olga.Press("event/manage");
        await olga.Press("event/series");
        await olga.Press("event/series-make", new Dictionary<string, string> { ["rule"] = "same_weekday", ["times"] = "3" });
        olga.LastCard.Text.ShouldContain("3 more events are made");
        var series = await network.Bot.Store(db => db.Events.AsNoTracking().Where(e => e.SeriesId != null && e.OrganiserId != null).OrderBy(e => e.StartsAt).ToListAsync());
        var first = series.Single(e => e.Id == id);
        series.Where(e => e.SeriesId == first.SeriesId).Select(e => e.StartsAt!.Value.DayOfWeek).ShouldAllBe(day => day == first.StartsAt!.Value.DayOfWeek);

        await olga.Press("event/duplicate");
        olga.LastCard.Text.ShouldContain("When and where is it?");
        (await network.Bot.Store(db => db.Events.CountAsync(e => e.Stage == EventStage.Draft && e.OrganiserId == first.OrganiserId))).ShouldBe(1);
    }

    [Fact]
    public async Task People_whose_open_problem_fits_are_invited_and_the_organiser_learns_neither_who_nor_how_many()
    {
        var (olga, mia) = (await network.Organiser(), await network.Somebody());
        var (organiser, owner) = (await network.Id(olga), await network.Id(mia));
        await network.Bot.Store(db => Task.FromResult(db.Problems.Add(new Problem
        {
            Id = EntityId.New<ProblemId>(network.Bot.Clock.GetUtcNow()), OwnerId = owner, Text = "The stamps of our land registry dry out and farmers wait a week.", Language = Language.English,
            State = ProblemState.Open, CreatedAt = network.Bot.Clock.GetUtcNow(),
        })));
        var id = await network.Published("Stamp clinic", organiser: organiser, with: input => input with { Problem = "Farmers wait at the land registry because stamps dry out", Languages = ["en"] });
        await olga.Say("my events");
        await olga.Press("event/open", title: "Open: Stamp clinic");
        await olga.Press("event/manage");
        olga.LastCard.Text.ShouldContain("People whose open problem is like this one: fewer than 5.");
        await olga.Press("event/invite-fitting");
        olga.LastCard.Text.ShouldContain("Who they are is not shown");
        await olga.Press("broadcast/send");
        (await olga.Press("broadcast/send-confirm")).Text.ShouldContain("Will be sent: Stamp clinic");

        var broadcast = await network.Bot.Store(db => db.Broadcasts.AsNoTracking().SingleAsync(b => b.About == id.Value));
        var patience = EventNetwork.Patience;
        while (!await network.Bot.Store(db => db.Notices.AnyAsync(n => n.Subject == broadcast.Id.Value && n.RecipientId == owner))) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience);
        var seen = await olga.Press(olga.LastCard.ActivityId, "broadcast/open", new() { ["broadcast"] = broadcast.Id.ToString() });
        seen.Text.ShouldContain("Sent: Stamp clinic");
        seen.Text.ShouldNotContain("Waiting");
        (await olga.Press(olga.LastCard.ActivityId, "broadcast/people", new() { ["broadcast"] = broadcast.Id.ToString() })).Text.ShouldContain("nobody finds out who they are");
    }

    [Fact]
    public async Task The_organiser_signs_somebody_up_and_takes_them_off_and_they_are_told_and_nobody_else_may()
    {
        var (olga, mia) = (await network.Organiser(), await network.Somebody());
        var id = await network.Published("Asked clinic", 3, await network.Id(olga));
        await olga.Say("my events");
        await olga.Press("event/open", title: "Open: Asked clinic");
        await olga.Press("event/manage");
        await olga.Press("event/people");
        await olga.Press("event/add", new Dictionary<string, string> { ["email"] = mia.Person.Email });
        await mia.WaitForCard(card => card.Text.Contains("The organiser signed you up", StringComparison.Ordinal), EventNetwork.Patience);
        var registration = await network.Answer(id, await network.Id(mia));
        (await mia.Press(mia.LastCard.ActivityId, "event/people", new() { ["event"] = id.ToString() })).Text.ShouldContain("cannot find");
        await olga.Press("event/remove", new Dictionary<string, string> { ["who"] = registration!.Id.ToString() });
        await mia.WaitForCard(card => card.Text.Contains("took you off the list", StringComparison.Ordinal), EventNetwork.Patience);
    }

    [Fact]
    public async Task Whoever_is_going_gets_the_event_into_the_calendar_by_an_address_of_their_own()
    {
        var mia = await network.Somebody();
        var id = await network.Published("Calendar clinic", with: input => input with { Link = "https://meet.example/cal" });
        await mia.Say($"event {id}");
        await mia.Press("event/going");
        await mia.Press("event/calendar");
        var address = mia.LastCard.Text.Split('\n').Single(line => line.Contains("/calendar/", StringComparison.Ordinal) && line.EndsWith(".ics", StringComparison.Ordinal));
        mia.LastCard.Text.ShouldContain("outlook.office.com");
        mia.LastCard.Text.ShouldContain("teams.microsoft.com/l/meeting/new");

        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        (await Get(address)).ShouldContain("STATUS:CONFIRMED");
        (await Get(address)).ShouldContain("meet.example/cal");
        (await Get(address.Replace(address[^10..^4], "000000", StringComparison.Ordinal))).ShouldBeEmpty();
        await mia.Press("event/show");
        await mia.Press("event/decline");
        var gone = await Get(address);
        gone.ShouldContain("METHOD:CANCEL");
        gone.ShouldContain("SEQUENCE:1");
        await mia.Press("event/going");
        var back = await Get(address);
        back.ShouldContain("STATUS:CONFIRMED");
        back.ShouldContain("SEQUENCE:2"); // else a calendar keeps what took the entry out

        async Task<string> Get(string at)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            using var response = await http.SendAsync(request, EventNetwork.Patience);
            return await response.Content.ReadAsStringAsync(EventNetwork.Patience);
        }
    }

    private static Dictionary<string, string> Times(string day, string from, string to) => new()
    {
        ["start_day"] = day, ["start_time"] = from, ["end_day"] = day, ["end_time"] = to, ["zone"] = "Europe/Ljubljana",
    };
}
