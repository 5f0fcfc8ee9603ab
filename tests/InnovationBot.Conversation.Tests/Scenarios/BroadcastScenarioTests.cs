using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Testing;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>A message to many at the running service: composed, looked at, sent, corrected, taken back. One host; each test has people and words of its own.</summary>
public sealed class BroadcastScenarioTests(BroadcastScenarioTests.Host host) : IClassFixture<BroadcastScenarioTests.Host>, IAsyncLifetime
{
    private static int tests;

    private readonly int test = Interlocked.Increment(ref tests);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private BotUnderTest Bot => host.Bot;

    private Chat Olga => Bot.Of($"Olga {test}");

    private Chat Jan => Bot.Of($"Jan {test}");

    private string Title => $"One desk for permit {test}";

    private Dictionary<string, string> Written => new() { ["language"] = "en", ["title"] = Title, ["text"] = "From May on there is **one** desk.\n- no queue\n- no form" };

    public async ValueTask InitializeAsync()
    {
        await Olga.Say("help");
        await Jan.Say("help");
        await Bot.Store(async db =>
        {
            var olga = await db.Members.SingleAsync(m => m.Name == Olga.Person.Name, Stop);
            olga.Give(Role.Organiser);
            db.Changes.Add(Change.Of(ChangedKind.Member, olga.Id.Value, Bot.Clock.GetUtcNow()));
            return olga;
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_message_is_composed_previewed_sent_and_each_reader_gets_it_once_in_their_language()
    {
        var ana = Bot.Of($"Ana {test}");
        await ana.Say("pomoč", "sl-SI");
        await Composed(Jan, ana);
        await Olga.Press("broadcast/text", title: "Add a language");
        await Olga.Press("broadcast/text-save", new Dictionary<string, string> { ["language"] = "sl", ["title"] = $"Eno okence {test}", ["text"] = "Od maja je eno okence." });
        await Olga.Press("broadcast/preview");
        await Olga.WaitForCard(card => card.Text.Contains("there is **one** desk", StringComparison.Ordinal), Stop);

        await Olga.Press("broadcast/send");
        (await Olga.Press("broadcast/send-confirm", new Dictionary<string, string> { ["time"] = "14:00" })).Text.ShouldContain("Choose a day"); // an hour without a day is no "now"
        (await Olga.Press("broadcast/send-confirm", new Dictionary<string, string> { ["time"] = "" })).Text.ShouldContain($"Will be sent: {Title}");
        await ana.WaitForCard(card => card.Text.Contains($"Eno okence {test}", StringComparison.Ordinal), Stop);
        (await Arrived()).Text.ShouldContain("Fewer of these");
        Bot.Connector.SentTo(Jan.ConversationId).Count(call => call.Card.ToString().Contains(Title, StringComparison.Ordinal)).ShouldBe(1);
        (await Olga.WaitForCard(seen => seen.Text.Contains($"Sent: {Title}", StringComparison.Ordinal), Stop)).Text.ShouldNotContain(Jan.Person.Name);
    }

    [Fact]
    public async Task Dialogs_carry_the_same_steps_and_keep_what_was_typed_when_something_is_wrong()
    {
        await Olga.Say("broadcasts");
        var dialog = await Olga.OpenDialog("broadcast/new");
        dialog = await Olga.Submit(dialog, "broadcast/text-save", new Dictionary<string, string>(Written) { ["text"] = "<b>one</b> desk" });
        dialog.Text.ShouldContain("HTML");
        dialog.Shown.Inputs.ShouldContain(("title", Title));
        (await Olga.Submit(dialog, "broadcast/text-save", Written)).Closes.ShouldBeTrue();
        Olga.LastCard.Text.ShouldContain($"Draft: {Title}");

        dialog = await Olga.OpenDialog("broadcast/audience");
        dialog = await Olga.Submit(dialog, "broadcast/group-save", new Dictionary<string, string> { ["emails"] = "nobody@example.org" });
        dialog.Text.ShouldContain("nobody@example.org");
        dialog = await Olga.Submit(dialog, "broadcast/group-save", new Dictionary<string, string> { ["emails"] = Jan.Person.Email });
        dialog.Text.ShouldContain("fewer than 5");
        (await Olga.Submit(dialog, "broadcast/audience-done")).Closes.ShouldBeTrue();
        Olga.LastCard.Text.ShouldContain("1 person chosen one by one");
    }

    [Fact]
    public async Task Fewer_of_these_is_one_press_and_so_is_the_way_back()
    {
        await Sent();
        await Arrived();
        (await Jan.Press("broadcast/fewer")).Text.ShouldContain("You get no more messages for many.");
        Jan.LastCard.Text.ShouldContain(Title);
        await Sent();
        await Ended(2);
        var jan = await Bot.Store(db => db.Members.AsNoTracking().SingleAsync(m => m.Name == Jan.Person.Name, Stop));
        (await Bot.Store(db => db.Notices.CountAsync(n => n.RecipientId == jan.Id && n.Kind == BroadcastNotices.Card && n.Reason == FailureReason.OptedOut, Stop))).ShouldBe(1);
        (await Jan.Press("broadcast/again")).Text.ShouldContain("You get messages for many again.");
    }

    [Fact]
    public async Task A_correction_and_taking_back_change_the_card_where_it_stands()
    {
        await Sent();
        var card = await Arrived();
        await AllSent();
        await Olga.Press("broadcast/open");
        await Olga.Press("broadcast/text");
        await Olga.Press("broadcast/text-save", new Dictionary<string, string> { ["title"] = $"Two desks {test}", ["text"] = "There are two." });
        (await Jan.WaitForCard(seen => seen.Text.Contains($"Two desks {test}", StringComparison.Ordinal), Stop)).ActivityId.ShouldBe(card.ActivityId);
        await Olga.Press("broadcast/recall-ask");
        await Olga.Press("broadcast/recall");
        (await Jan.WaitForCard(seen => seen.Text.Contains("taken back", StringComparison.Ordinal), Stop)).ActivityId.ShouldBe(card.ActivityId);
    }

    [Fact]
    public async Task What_two_organisers_sent_says_something_else_only_when_two_agree()
    {
        var pia = Bot.Of($"Pia {test}");
        await pia.Say("help");
        await Bot.Store(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Name == pia.Person.Name, Stop);
            member.Give(Role.Organiser);
            db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, Bot.Clock.GetUtcNow()));
            return member;
        });
        await Composed(Jan);
        await Olga.Press("broadcast/send");
        (await Olga.Press("broadcast/send-confirm", new Dictionary<string, string> { ["urgent"] = "true", ["reason"] = "The portal is down" })).Text.ShouldContain("waits");
        var id = (await Broadcasts()).Single().Id.ToString();
        await pia.Press(pia.LastCard.ActivityId, "broadcast/approve", new() { ["broadcast"] = id });
        await AllSent();

        await Olga.Press(Olga.LastCard.ActivityId, "broadcast/open", new() { ["broadcast"] = id });
        await Olga.Press("broadcast/text");
        (await Olga.Press("broadcast/text-save", new Dictionary<string, string> { ["title"] = $"Two desks {test}", ["text"] = "There are two." })).Text.ShouldContain("waits until a second organiser agrees");
        (await pia.Press(pia.LastCard.ActivityId, "broadcast/open", new() { ["broadcast"] = id })).Text.ShouldContain($"Two desks {test}");
        await pia.Press("broadcast/correction-approve");
        await Jan.WaitForCard(seen => seen.Text.Contains($"Two desks {test}", StringComparison.Ordinal), Stop);
    }

    [Fact]
    public async Task More_people_than_a_form_shows_stay_when_it_is_saved_unless_they_are_left_out()
    {
        await Bot.Store(async db =>
        {
            for (var i = 0; i < 201; i++) db.Members.Add(new Member { Id = EntityId.New<MemberId>(Bot.Clock.GetUtcNow()), Name = $"P {i}", Email = $"{i}@x{test}.si", CreatedAt = Bot.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Stop);
            return 0;
        });
        await Olga.Say("broadcasts");
        await Olga.Press("broadcast/new");
        await Olga.Press("broadcast/text-save", Written);
        await Olga.Press("broadcast/audience");
        await Olga.Press("broadcast/group-save", new Dictionary<string, string> { ["emails"] = string.Join("; ", Enumerable.Range(0, 201).Select(i => $"{i}@x{test}.si")) });

        (await Olga.Press("broadcast/group", title: "Change")).Text.ShouldContain("201 people were named one by one before and stay.");
        await Olga.Press("broadcast/group-save", new Dictionary<string, string> { ["emails"] = Jan.Person.Email!.Replace(".", ".\u2060", StringComparison.Ordinal) }); // as it is copied from a card
        (await Broadcasts()).Single().Audience!.People!.Count.ShouldBe(202);

        await Olga.Press("broadcast/group", title: "Change");
        await Olga.Press("broadcast/group-save", new Dictionary<string, string> { ["emails"] = Jan.Person.Email, ["without_named"] = "true" });
        (await Broadcasts()).Single().Audience!.People.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Presses_of_somebody_who_is_no_organiser_change_nothing()
    {
        await Composed(Jan);
        var id = (await Broadcasts()).Single().Id;
        (await Jan.Say("broadcasts")).ShouldHaveSingleItem().Words.ShouldNotBeNull().ShouldContain("Only organisers");
        foreach (var verb in new[] { "broadcast/open", "broadcast/send-confirm", "broadcast/delete", "broadcast/people", "broadcast/preview" })
            (await Jan.Press(Jan.LastCard.ActivityId, verb, new() { ["broadcast"] = id.ToString() })).Text.ShouldContain("not yours");
        (await Broadcasts()).Single().State.ShouldBe(BroadcastState.Draft);
    }

    [Fact]
    public async Task Whom_it_did_not_reach_is_told_in_counts_and_tried_again_on_a_press()
    {
        var isBroken = true;
        var chat = Jan.ConversationId;
        Bot.Connector.Fails = call => isBroken && call.ConversationId == chat && call.Kind == ConnectorCallKind.Send ? Fault.Answer(400, "BadArgument") : null;
        await Sent();
        await Ended(1);
        isBroken = false;
        (await Olga.Press("broadcast/open")).Text.ShouldContain("Send to failed again");
        (await Olga.Press("broadcast/people")).Text.ShouldContain(Jan.Person.Name);
        await Olga.Press("broadcast/open");
        await Olga.Press("broadcast/failed-again");
        await Arrived();
    }

    [Fact]
    public async Task A_channel_gets_one_post_that_is_taken_back_there_and_a_private_one_gets_none()
    {
        var (team, news) = ($"19:team{test}@thread.tacv2", $"19:news{test}@thread.tacv2");
        await Heard(team, new() { ["eventType"] = "teamMemberAdded" }, joined: true);
        await Heard(team, new() { ["eventType"] = "channelCreated", ["channel"] = new JsonObject { ["id"] = news, ["name"] = $"News {test}", ["type"] = "standard" } });
        await Heard(team, new() { ["eventType"] = "channelCreated", ["channel"] = new JsonObject { ["id"] = $"19:secret{test}@thread.tacv2", ["name"] = $"Secret {test}", ["type"] = "private" } });
        await Olga.Say("broadcasts");
        await Olga.Press("broadcast/new");
        await Olga.Press("broadcast/text-save", Written);
        await Olga.Press("broadcast/channels");
        (await Olga.Press("broadcast/channels-save", new Dictionary<string, string> { ["channels"] = Choice("channels", $"Secret {test}") })).Text.ShouldContain("private channels");
        (await Olga.Press("broadcast/channels-save", new Dictionary<string, string> { ["channels"] = Choice("channels", $"News {test}") })).Text.ShouldContain($"Also posted in 1 channel.\nPermits {test} · News {test}");
        await Olga.Press("broadcast/send");
        await Olga.Press("broadcast/send-confirm");
        var post = await Bot.Connector.WaitFor(call => call.ConversationId.StartsWith(news + ";", StringComparison.Ordinal), Stop);
        new SeenCard(post.ActivityId, post.Card).Text.ShouldSatisfyAllConditions(text => text.ShouldContain(Title), text => text.ShouldNotContain("Fewer of these"));
        await Olga.WaitForCard(seen => seen.Text.Contains($"Sent: {Title}", StringComparison.Ordinal), Stop);
        Bot.Connector.Calls.Count(call => call.ConversationId.StartsWith(news, StringComparison.Ordinal)).ShouldBe(1);

        await Olga.Press("broadcast/open");
        await Olga.Press("broadcast/recall-ask");
        await Olga.Press("broadcast/recall");
        await Bot.Connector.WaitFor(call => call.Kind == ConnectorCallKind.Update && call.ActivityId == post.ActivityId && call.Card.ToString().Contains("taken back", StringComparison.Ordinal), Stop);
    }

    [Fact]
    public async Task The_members_of_a_team_are_an_audience()
    {
        var team = $"19:team{test}@thread.tacv2";
        await Heard(team, new() { ["eventType"] = "teamMemberAdded" }, joined: true);
        await Olga.Say("broadcasts");
        await Olga.Press("broadcast/new");
        await Olga.Press("broadcast/text-save", Written);
        await Olga.Press("broadcast/channels");
        await Olga.Press("broadcast/team-add", new Dictionary<string, string> { ["team"] = Choice("team", $"Permits {test}") });
        var audience = (await Broadcasts()).Single().Audience.ShouldNotBeNull();
        var jan = await Bot.Store(db => db.Members.AsNoTracking().SingleAsync(m => m.Name == Jan.Person.Name, Stop));
        audience.People.ShouldNotBeNull().ShouldContain(jan.Id);
    }

    /// <summary>What Teams tells of a team or channel that the bot is in.</summary>
    private Task<string> Heard(string team, JsonObject data, bool joined = false)
    {
        data["tenant"] = new JsonObject { ["id"] = TestPerson.TenantId };
        data["team"] = new JsonObject { ["id"] = team, ["name"] = $"Permits {test}" };
        return Bot.Door.Post(new JsonObject
        {
            ["type"] = "conversationUpdate", ["id"] = $"f:{Guid.NewGuid():N}", ["channelId"] = "msteams", ["serviceUrl"] = Bot.Connector.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = Olga.Person.UserId, ["aadObjectId"] = Olga.Person.EntraObjectId, ["name"] = Olga.Person.Name },
            ["recipient"] = new JsonObject { ["id"] = TestPerson.BotId },
            ["conversation"] = new JsonObject { ["id"] = team, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = TestPerson.TenantId },
            ["membersAdded"] = joined ? new JsonArray(new JsonObject { ["id"] = TestPerson.BotId }) : null,
            ["channelData"] = data,
        });
    }

    /// <summary>The value of a choice on the newest card, by a part of its title.</summary>
    private string Choice(string input, string title)
    {
        var card = JsonNode.Parse(Olga.LastCard.Card.GetRawText())!;
        return Nodes(card).OfType<JsonObject>().Single(node => (string?)node["id"] == input)["choices"]!.AsArray()
            .Single(choice => ((string)choice!["title"]!).Contains(title, StringComparison.Ordinal))!["value"]!.GetValue<string>();
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject element => [element, .. element.Where(member => member.Key != "fallback").SelectMany(member => Nodes(member.Value))],
        JsonArray list => list.SelectMany(Nodes),
        _ => [],
    };

    private Task<SeenCard> Arrived() => Jan.WaitForCard(card => card.Text.Contains(Title, StringComparison.Ordinal), Stop);

    /// <summary>Olga's card says so: else its last change takes the place of the form that she opens in it.</summary>
    private Task<SeenCard> AllSent() => Olga.WaitForCard(seen => seen.Text.Contains($"Sent: {Title}", StringComparison.Ordinal), Stop);

    private async Task Composed(params Chat[] readers)
    {
        await Olga.Say("broadcasts");
        await Olga.Press("broadcast/new");
        await Olga.Press("broadcast/text-save", Written);
        await Olga.Press("broadcast/audience");
        await Olga.Press("broadcast/group-save", new Dictionary<string, string> { ["emails"] = string.Join("; ", readers.Select(reader => reader.Person.Email)) });
        await Olga.Press("broadcast/audience-done");
    }

    private async Task Sent()
    {
        await Composed(Jan);
        await Olga.Press("broadcast/send");
        await Olga.Press("broadcast/send-confirm");
    }

    /// <summary>Waits until so many of this test's broadcasts have ended.</summary>
    private async Task Ended(int count)
    {
        var patience = TimeProvider.System.GetTimestamp();
        while ((await Broadcasts()).Count(b => b.State == BroadcastState.Sent) < count)
        {
            if (TimeProvider.System.GetElapsedTime(patience) > Patience.Limit) throw new TimeoutException("A broadcast does not end.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Stop);
        }
    }

    private Task<List<Broadcast>> Broadcasts() => Bot.Store(async db =>
    {
        var olga = await db.Members.AsNoTracking().SingleAsync(m => m.Name == Olga.Person.Name, Stop);
        return await db.Broadcasts.AsNoTracking().Where(b => b.AuthorId == olga.Id).ToListAsync(Stop);
    });

    public sealed class Host : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }
}
