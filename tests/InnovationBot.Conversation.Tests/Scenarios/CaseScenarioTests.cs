using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>What readers do with a case at the running service with the sample network.</summary>
public sealed class CaseScenarioTests(AskScenarioTests.SampleService service) : IClassFixture<AskScenarioTests.SampleService>
{
    private readonly BotUnderTest bot = service.Bot;

    [Fact]
    public async Task A_case_that_helped_is_told_on_its_card()
    {
        var reader = await Opens("Reader who is helped");
        var answer = await reader.Press("case/helped");
        answer.Text.ShouldContain("you said that it helped you");
        reader.LastCard.Verbs.ShouldNotContain("case/helped");
        reader.Cards.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_like_of_an_answer_counts_as_help_for_its_first_case()
    {
        var reader = bot.Of("Reader who likes");
        await reader.Say(PermitNetwork.Problem);
        var before = await Helps("Reader who likes");
        await Like(reader, reader.LastCard.ActivityId, "reactionsAdded");
        (await Helps("Reader who likes")).ShouldBe(before + 1);
        await Like(reader, reader.LastCard.ActivityId, "reactionsRemoved");
        (await Helps("Reader who likes")).ShouldBe(before);
    }

    [Fact]
    public async Task Taking_over_is_told_with_kind_and_status_and_stays_on_one_card()
    {
        var reader = await Opens("Reader who reuses");
        (await reader.Press("case/reuse")).Text.ShouldContain("Having talked about it does not count");
        (await reader.Press("case/reuse-save", new Dictionary<string, string> { ["kind"] = "copied", ["status"] = "talked" })).Text.ShouldContain("Choose one");
        await reader.Press("case/reuse-save", new Dictionary<string, string> { ["kind"] = "copied", ["status"] = "testing" });
        reader.LastCard.Text.ShouldContain("you: as it was, trying it out");
        var reuse = await bot.Store(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Name == "Reader who reuses");
            return await db.Reuses.AsNoTracking().SingleAsync(r => r.MemberId == member.Id);
        });
        (reuse.Kind, reuse.Status).ShouldBe((ReuseKind.Copied, ReuseStatus.Testing));
    }

    [Fact]
    public async Task A_case_that_is_like_it_opens_and_leads_back()
    {
        var reader = await Opens("Reader who goes on");
        var first = reader.LastCard.Text;
        var like = reader.LastCard.Card.ToString();
        like.ShouldContain("Cases like it");
        var rows = reader.LastCard.Verbs.Count(verb => verb == "case/open");
        rows.ShouldBeGreaterThan(0);
        await reader.Press("case/open");
        await reader.Press("case/open", title: "‹ Back");
        reader.LastCard.Text.ShouldBe(first);
    }

    [Fact]
    public async Task A_report_reaches_an_organiser_who_takes_the_case_down()
    {
        var organiser = bot.Of("Olga Organiser");
        await organiser.Say("help");
        await bot.Store(async db =>
        {
            (await db.Members.SingleAsync(m => m.Name == "Olga Organiser")).Give(Role.Organiser);
            return 0;
        });
        var reader = await Opens("Reader who reports");
        var id = reader.LastCard.Action("case/report")!.Value.GetProperty("data").GetProperty("case").GetString()!;
        var author = await Writes("Author who answers", id);
        await reader.Press("case/report");
        (await reader.Press("case/report-send", new Dictionary<string, string> { ["kind"] = "personal_data", ["report"] = "It names a citizen." })).Text.ShouldContain("The organisers look at it");

        await organiser.WaitForCard(card => card.Verbs.Contains("report/take-down"), PermitNetwork.Patience);
        organiser.Text.ShouldContain("It names a citizen.");
        organiser.Text.ShouldNotContain("Reader who reports");
        (await organiser.Press("report/take-down", new Dictionary<string, string> { ["reason"] = "" })).Text.ShouldContain("Write the reason");
        (await organiser.Press("report/take-down", new Dictionary<string, string> { ["reason"] = "A citizen is named." })).Text.ShouldContain("Taken down on");
        (await reader.Press(reader.LastCard.ActivityId, "case/open", new JsonObject { ["case"] = id })).Text.ShouldContain("I cannot find that any more");
        (await bot.Store(db => db.CaseReports.AsNoTracking().SingleAsync())).State.ShouldBe(ReportState.TakenDown);

        (await reader.Press(reader.LastCard.ActivityId, "report/leave", new JsonObject { ["report"] = (await bot.Store(db => db.CaseReports.SingleAsync())).Id.ToString() }))
            .Text.ShouldContain("Only organisers");
        await author.WaitForCard(card => card.Verbs.Contains("report/answer"), PermitNetwork.Patience);
        author.Text.ShouldContain("A citizen is named.");
        author.Text.ShouldNotContain("Reader who reports");
        await author.Press("report/answer", new Dictionary<string, string> { ["answer"] = "The name is out of the text now." });
        await organiser.WaitForCard(card => card.Text.Contains("The name is out of the text now.", StringComparison.Ordinal), PermitNetwork.Patience);
        await organiser.Press("report/leave");
        (await reader.Press(reader.LastCard.ActivityId, "case/open", new JsonObject { ["case"] = id })).Text.ShouldContain("What was done");
    }

    [Fact]
    public async Task Organisers_open_what_waits_and_have_an_old_case_asked_about()
    {
        var reader = bot.Of("Reader without a role");
        await reader.Say("organise");
        reader.Text.ShouldContain("This is for organisers");
        var organiser = bot.Of("Oskar Organiser");
        await organiser.Say("help");
        await bot.Store(async db =>
        {
            (await db.Members.SingleAsync(m => m.Name == "Oskar Organiser")).Give(Role.Organiser);
            await db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.ConfirmedAt, bot.Clock.GetUtcNow()));
            foreach (var old in await db.Cases.Where(c => c.Readers == Readers.Network).OrderBy(c => c.Key).Skip(100).Take(8).ToListAsync()) old.ConfirmedAt = bot.Clock.GetUtcNow().AddYears(-3);
            return 0;
        });
        await organiser.Say("organise");
        organiser.LastCard.Text.ShouldContain("Cases nobody confirmed for two years (8)");
        await organiser.Press("upkeep/draft");
        organiser.LastCard.Text.ShouldContain("Ask whether this is still true?");
        (await reader.Press(organiser.LastCard.ActivityId, "upkeep/send", JsonNode.Parse(organiser.LastCard.Action("case/open")!.Value.GetProperty("data").GetRawText())!.AsObject() is var data
            ? new JsonObject { ["case"] = data["case"]!.GetValue<string>(), ["kind"] = "still_true" } : [])).Text.ShouldContain("Only organisers");
        await organiser.Press("organise/show");
        organiser.LastCard.Text.ShouldContain("What waits for you");
    }

    [Fact]
    public async Task A_statement_of_contributions_comes_with_a_page_to_print()
    {
        var author = bot.Of("Author <b>of a case");
        await author.Say("my contributions");
        author.LastCard.Text.ShouldContain("You have not shared a case yet.");
        await bot.Store(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Name == "Author <b>of a case");
            (await db.Cases.Where(c => c.Readers == Readers.Network).OrderBy(c => c.Key).Skip(150).FirstAsync()).AuthorId = member.Id;
            return 0;
        });
        await author.Say("moji prispevki", "sl");
        var page = author.LastCard.Text.Split('\n').First(text => text.Contains("/once/", StringComparison.Ordinal));
        using var printed = await bot.Door.Get(new Uri(page));
        var html = await printed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldStartWith("<!doctype html>");
        html.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task Whoever_carried_a_case_is_asked_from_its_card()
    {
        var reader = bot.Of("Reader who asks");
        await reader.Say("cases");
        for (var page = 0; page < 8 && !reader.LastCard.Verbs.Contains("case/ask"); page++)
        {
            await reader.Press("case/open");
            if (reader.LastCard.Verbs.Contains("case/ask")) break;
            await reader.Press("case/browse");
            await reader.Press("case/browse", title: "Next");
        }

        (await reader.Press("case/ask")).Text.ShouldContain("What would you like to ask?");
        (await reader.Press("case/ask", new Dictionary<string, string> { ["question"] = "How did you get people to ring back?" })).Text.ShouldContain("How did you get people to ring back?");
        reader.LastCard.Verbs.ShouldContain("introduction/send");
    }

    /// <summary>Somebody who joined, and is from now on the author of this case.</summary>
    private async Task<Chat> Writes(string name, string id)
    {
        var author = bot.Of(name);
        await author.Say("profile");
        await author.Press("profile/join");
        EntityId.TryRead<CaseId>(id, out var known).ShouldBeTrue();
        await bot.Store(async db => (await db.Cases.SingleAsync(c => c.Id == known)).AuthorId = (await db.Members.SingleAsync(m => m.Name == name)).Id);
        return author;
    }

    private async Task<Chat> Opens(string name)
    {
        var reader = bot.Of(name);
        await reader.Say(PermitNetwork.Problem);
        await reader.Press("case/open");
        return reader;
    }

    private Task<int> Helps(string name) => bot.Store(async db =>
    {
        var member = await db.Members.SingleAsync(m => m.Name == name);
        return await db.CaseHelps.CountAsync(h => h.MemberId == member.Id);
    });

    private Task<string> Like(Chat reader, string message, string reactions) => bot.Door.Post(new JsonObject
    {
        ["type"] = "messageReaction",
        ["id"] = $"in:{Guid.NewGuid():N}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = bot.Connector.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = reader.Person.UserId, ["name"] = reader.Person.Name, ["aadObjectId"] = reader.Person.EntraObjectId },
        ["recipient"] = new JsonObject { ["id"] = TestPerson.BotId },
        ["conversation"] = new JsonObject { ["id"] = reader.ConversationId, ["conversationType"] = "personal", ["tenantId"] = TestPerson.TenantId },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TestPerson.TenantId } },
        ["replyToId"] = message,
        [reactions] = new JsonArray(new JsonObject { ["type"] = "like" }),
    });
}
