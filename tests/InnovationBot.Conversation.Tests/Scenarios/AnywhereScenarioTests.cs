using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Case = InnovationBot.Network.Cases.Case;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>Cases and people from any chat: the message extension, links, and a question out of somebody's message.</summary>
public sealed class AnywhereScenarioTests(AskScenarioTests.SampleService service) : IClassFixture<AskScenarioTests.SampleService>
{
    private readonly BotUnderTest bot = service.Bot;

    [Fact]
    public async Task Opened_the_extension_shows_the_newest_cases_and_each_page_others()
    {
        var first = await Search("", initial: true);
        first.Count.ShouldBe(25);
        var second = await Search("", skip: 25);
        second.Select(Title).Intersect(first.Select(Title)).ShouldBeEmpty();
        (await Search("", skip: 25_000)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_people_on_the_first_page_push_no_case_out_of_the_list()
    {
        List<string> all = [], few = [];
        for (var skip = 0; skip < 60; skip += 3) few.AddRange((await Search("permit", skip: skip, count: 3)).Where(result => Link(result) is not null).Select(Title));
        for (var skip = 0; skip < 60; skip += 20) all.AddRange((await Search("permit", skip: skip, count: 20)).Where(result => Link(result) is not null).Select(Title));
        (await Search("permit")).ShouldContain(result => Link(result) == null, "people too");
        few.Take(40).ShouldBe(all.Take(40), "whatever the size of a page");
    }

    [Fact]
    public async Task As_one_types_cases_and_listed_people_are_found()
    {
        (await Search("building perm")).Count.ShouldBeGreaterThan(0);
        (await Search("zqxwv")).ShouldBeEmpty();
        var listed = await bot.Store(db => db.Members.AsNoTracking().FirstAsync(m => m.Visibility == Network.People.Visibility.Listed && m.State == Network.People.MemberState.Active));
        (await Search(listed.Name)).Select(Title).ShouldContain(listed.Name);
        foreach (var hidden in await bot.Store(db => db.Members.AsNoTracking().Where(m => m.Visibility != Network.People.Visibility.Listed).Take(40).ToListAsync()))
            (await Search(hidden.Name)).Select(Title).ShouldNotContain(hidden.Name);
    }

    [Fact]
    public async Task An_inserted_card_has_links_only_and_unfurls_from_its_link()
    {
        var inserted = (await Search("building permits"))[0];
        inserted.ToString().ShouldNotContain("Action.Execute");
        var link = Link(inserted)!;
        link.ShouldContain("/case/");
        var unfurled = (await Post("composeExtension/queryLink", new JsonObject { ["url"] = link })).ShouldHaveSingleItem();
        Title(unfurled).ShouldBe(Title(inserted));
        unfurled.GetProperty("content").GetProperty("version").GetString().ShouldBe("1.3");
        (await Post("composeExtension/anonymousQueryLink", new JsonObject { ["url"] = link })).ShouldBeEmpty();
        (await Post("composeExtension/queryLink", new JsonObject { ["url"] = "https://example.org/case/00000000000000000000000000000000" })).ShouldBeEmpty();

        using var page = await bot.Door.Get(new Uri(link));
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(Title(inserted));
        var reader = bot.Of("Reader of a link");
        await reader.Say("case " + link[^32..]);
        reader.LastCard.Text.ShouldContain(Title(inserted));
        await Post("handoff/action", new JsonObject { ["continuation"] = "case." + link[^32..] }, reader);
        reader.Cards.Count.ShouldBe(2);
    }

    /// <summary>Over every way to read: nobody sees a word of a case that is not theirs to read.</summary>
    [Fact]
    public async Task What_is_not_for_a_reader_is_in_no_answer_card_extension_or_link()
    {
        var hidden = await bot.Store(async db =>
        {
            var some = await db.Cases.Where(c => c.Readers == Readers.Network).OrderBy(c => c.Key).Take(12).ToListAsync();
            for (var i = 0; i < some.Count; i++)
            {
                if (i % 3 == 0) some[i].State = CaseState.Withdrawn;
                else some[i].Readers = i % 3 == 1 ? Readers.Private : Readers.Organisation;
                db.Changes.Add(Network.Outbox.Change.Of(Network.Outbox.ChangedKind.Case, some[i].Id.Value, bot.Clock.GetUtcNow()));
            }

            return await db.Cases.Where(c => c.Readers != Readers.Network).ToListAsync() is var others ? others.Concat(some).DistinctBy(c => c.Id).ToList() : some;
        });
        var stranger = bot.Of("A stranger");
        await stranger.Say("help");
        foreach (var one in hidden)
        {
            var seen = new List<string>();
            await stranger.Say(one.Problem.Length > 150 ? one.Problem[..150] : one.Problem);
            seen.Add(stranger.LastCard.Text);
            await stranger.Say($"cases {string.Join(' ', one.Title.Split(' ').Take(4))}");
            seen.Add(stranger.LastCard.Text);
            seen.AddRange((await Search(one.Title[..Math.Min(40, one.Title.Length)])).Select(result => result.ToString()));
            var link = $"{bot.Address.AbsoluteUri.TrimEnd('/')}/case/{one.Id}";
            seen.AddRange((await Post("composeExtension/queryLink", new JsonObject { ["url"] = link })).Select(result => result.ToString()));
            using (var page = await bot.Door.Get(new Uri(link))) seen.Add(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            foreach (var verb in new[] { "case/open", "case/helped", "case/reuse", "case/report", "case/ask", "case/reuse-save", "case/report-send" })
                seen.Add((await stranger.Press(stranger.LastCard.ActivityId, verb, new JsonObject
                {
                    ["case"] = one.Id.ToString(), ["kind"] = "wrong", ["status"] = "testing", ["report"] = "x", ["contact"] = "0", ["question"] = "how?",
                })).Text);
            seen.Add((await stranger.Press(stranger.LastCard.ActivityId, "case/list", new JsonObject { ["list"] = one.Id.ToString() })).Text);
            await stranger.Say($"case {one.Id}");
            seen.Add(stranger.Messages[^1].Body.ToString());
            seen.Where(text => Says(text, one)).ShouldBeEmpty(one.Title);
        }

        // "cases TITLE" and the ask repeat the stranger's own words; the lesson is nobody's but the case's
        static bool Says(string text, Case one) => one.Lesson is { Length: > 0 } lesson ? text.Contains(lesson, StringComparison.Ordinal) : text.Contains(one.WhatWasDone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_asked_about_only_after_what_points_to_a_person_is_out()
    {
        var asker = bot.Of("Asker of messages");
        await asker.Say("help");
        var opened = await Dialog("composeExtension/fetchTask", new JsonObject
        {
            ["commandId"] = "askNetwork",
            ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>Ana (<b>ana@obcina.example</b>, 041 123 456) waits eleven weeks for a building permit</p>" } },
        }, asker);
        opened.ShouldContain("Take it out, please");
        opened.ShouldContain("041 123 456");
        opened.ShouldNotContain("<b>");
        (await Problems()).ShouldBe(0);

        (await Dialog("composeExtension/submitAction", Submit("Call 041 123 456, people wait for permits"), asker)).ShouldContain("Take it out, please");
        (await Problems()).ShouldBe(0);
        (await Dialog("composeExtension/submitAction", Submit("People wait eleven weeks for a building permit and nobody answers."), asker)).ShouldContain("comes into our own chat");
        (await Problems()).ShouldBe(1);
        await asker.WaitForCard(card => card.Verbs.Contains("problem/keep"), PermitNetwork.Patience);

        var unknown = Submit("Permits");
        unknown["botMessagePreviewAction"] = "publish";
        (await Should.ThrowAsync<HttpRequestException>(() => Invoke("composeExtension/submitAction", unknown, asker))).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);

        static JsonObject Submit(string text) => new() { ["commandId"] = "askNetwork", ["data"] = new JsonObject { ["verb"] = "ask/message", ["text"] = text } };

        Task<int> Problems() => bot.Store(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Name == "Asker of messages");
            return await db.Problems.CountAsync(p => p.OwnerId == member.Id);
        });
    }

    [Theory]
    [InlineData("case_areas", "hous", "Housing")]
    [InlineData("case_regions", "sodi", "Okrajno sodišče v Zabrdju")]
    public async Task Fields_and_regions_of_the_filter_are_found_while_typing(string dataset, string typed, string found)
    {
        var body = JsonElement.Parse(await Invoke("application/search", new JsonObject { ["queryText"] = typed, ["queryOptions"] = new JsonObject { ["skip"] = 0, ["top"] = 15 }, ["dataset"] = dataset }, bot.Of("Typist")));
        body.GetProperty("value").GetProperty("results").EnumerateArray().Select(result => result.GetProperty("title").GetString()).ShouldContain(found);
    }

    private Task<IReadOnlyList<JsonElement>> Search(string typed, bool initial = false, int skip = 0, int count = 25) => Post("composeExtension/query", new JsonObject
    {
        ["commandId"] = "find",
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = initial ? "initialRun" : "text", ["value"] = initial ? "true" : typed }),
        ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
    });

    private async Task<IReadOnlyList<JsonElement>> Post(string invoke, JsonObject value, Chat? by = null)
    {
        var answer = await Invoke(invoke, value, by ?? bot.Of("A stranger"));
        return answer.Length > 0 && JsonElement.Parse(answer) is var body && body.TryGetProperty("composeExtension", out var extension) && extension.TryGetProperty("attachments", out var found)
            ? [.. found.EnumerateArray()]
            : [];
    }

    private async Task<string> Dialog(string invoke, JsonObject value, Chat by) => JsonElement.Parse(await Invoke(invoke, value, by)).GetProperty("task").ToString();

    private Task<string> Invoke(string name, JsonObject value, Chat by) => bot.Door.Post(new JsonObject
    {
        ["type"] = "invoke", ["name"] = name, ["value"] = value, ["id"] = $"in:{Guid.NewGuid():N}", ["channelId"] = "msteams", ["serviceUrl"] = bot.Connector.ServiceUrl, ["locale"] = "en-GB",
        ["from"] = new JsonObject { ["id"] = by.Person.UserId, ["name"] = by.Person.Name, ["aadObjectId"] = by.Person.EntraObjectId },
        ["recipient"] = new JsonObject { ["id"] = TestPerson.BotId },
        ["conversation"] = new JsonObject { ["id"] = by.ConversationId, ["conversationType"] = "personal", ["tenantId"] = TestPerson.TenantId },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TestPerson.TenantId } },
    });

    private static string Title(JsonElement result) => System.Net.WebUtility.HtmlDecode(result.GetProperty("preview").GetProperty("content").GetProperty("title").GetString()!);

    private static string? Link(JsonElement result) =>
        new SeenCard("", result.GetProperty("content")).Text.Split('\n').FirstOrDefault(text => text.Contains("/case/", StringComparison.Ordinal));
}
