using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Outbox;
using InnovationBot.Search;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>A case from the first word to its second version, at the running service.</summary>
public sealed class SharingScenarioTests(SharingScenarioTests.Service service) : IClassFixture<SharingScenarioTests.Service>
{
    private const string Title = "Callers hear where their permit stands";

    private readonly BotUnderTest bot = service.Bot;

    [Fact]
    public async Task A_case_is_written_in_a_dialog_step_by_step_and_found_by_others()
    {
        var ana = bot.Of("Ana Writer");
        await ana.Say("share a case");
        ana.LastCard.OpensDialog("share/new").ShouldBeTrue();
        var form = await ana.OpenDialog("share/new");
        form.Title.ShouldBe("Share a case");
        form.Shown.Text.ShouldContain("Step 1 of 8");

        form = await Next(ana, form, ("title", Title), ("problem", "Builders ring the counter about permits that nobody has looked at yet, forty times a day."), ("service", "Building permits"));
        form = await Next(ana, form, ("done", "A recorded line reads the state of each file."), ("outcome", "failed"), ("started", "2026-01-01"), ("cost", "thousands"));
        form = await ana.Submit(form, "share/save", new Dictionary<string, string> { ["indicator0"] = "calls a day", ["before0"] = "40", ["after0"] = "38", ["how0"] = "telephone log" }, title: "Add another");
        form.Shown.Inputs.ShouldContain(("indicator0", "calls a day"));
        form.Shown.Inputs.ShouldContain(("indicator1", ""), "a row more to write in");
        form = await Next(ana, form);
        form = await Next(ana, form, ("lesson", "Ask the callers what they want to know first."), ("barriers", "it_system,trust"));
        form = await ana.Submit(form, "share/save", title: "‹ Back");
        form.Shown.Inputs.ShouldContain(("lesson", "Ask the callers what they want to know first."));
        form = await Next(ana, form);
        form = await Next(ana, form, ("users", "consulted"), ("usersHow", "Six builders listened in."));
        form = await Next(ana, form, ("area", "Housing"), ("country", "SI"), ("scheme", "City Lab"), ("schemeEnded", "2026-06-30"));
        form = await Next(ana, form, ("kind0", "letter"), ("licence0", "CC BY 4.0"), ("link0", "https://example.org/letter"), ("links", "https://example.org/report"));
        form = await Next(ana, form, ("readers", "network"), ("shownAs", "kind"), ("mayBeAsked", "true"));
        form.Shown.Text.ShouldContain("This is how others see it");
        form.Shown.Text.ShouldContain("telephone log");
        form.Shown.Text.ShouldContain("What did not work");
        form.Shown.Text.ShouldContain("City Lab, which ended in June 2026");

        (await ana.Submit(form, "share/publish")).Closes.ShouldBeTrue();
        ana.LastCard.Text.ShouldContain("Your case is published");
        await ana.Press("case/open");
        ana.LastCard.Text.ShouldContain("Six builders listened in.");

        await bot.Services.GetRequiredService<ISearchIndex>().CatchUp(CancellationToken.None);
        var jan = bot.Of("Jan Reader");
        await jan.Say("Builders ring our counter forty times a day about permits that nobody has looked at yet. Who had this?");
        jan.LastCard.Text.ShouldContain(Title);
    }

    [Fact]
    public async Task What_is_wrong_is_named_in_the_step_and_nothing_typed_is_lost()
    {
        var eva = bot.Of("Eva Writer");
        await eva.Say("share");
        var form = await eva.OpenDialog("share/new");
        form = await Next(eva, form, ("title", "Letters in plain words"), ("problem", "Mrs Novak, novak@example.org, rang three times."));
        form.Shown.Text.ShouldContain("may point to a person. It is not stored");
        form.Shown.Inputs.ShouldContain(("problem", "Mrs Novak, novak@example.org, rang three times."));
        form = await eva.Submit(form, "share/save", title: "Mask it and go on");
        form.Shown.Text.ShouldContain("Step 2 of 8");
        (await bot.Store(db => db.CaseDrafts.Where(d => d.Content != null!).Select(d => d.Content).ToListAsync())).Select(content => content.Problem).ShouldContain("Mrs [left out], [left out], rang three times.");

        form = await Next(eva, form, ("done", "We rewrote them."), ("started", "2026-05-01"), ("ended", "2026-04-01"));
        form.Shown.Text.ShouldContain("the end lies before the beginning");
        form = await Next(eva, form, ("ended", ""));
        form.Shown.Text.ShouldContain("Step 3 of 8");

        await eva.Say("share a case");
        eva.LastCard.Text.ShouldContain("Letters in plain words");
        await eva.Press("mine/draft");
        var later = await eva.OpenDialog("share/open");
        later.Shown.Text.ShouldContain("Step 3 of 8");
        later = await eva.Submit(await GoTo(eva, later, "take_over"), "share/save", new Dictionary<string, string> { ["links"] = "http://example.org/a\nhttps://example.org/b" }, title: "Next");
        later.Shown.Text.ShouldContain("only links that begin with https://");
    }

    [Fact]
    public async Task What_is_emptied_in_the_form_is_gone_although_clients_leave_out_empty_fields()
    {
        var una = bot.Of("Una Emptier");
        await una.Say("share a case");
        var form = await Next(una, await una.OpenDialog("share/new"), ("title", "Emptied again"), ("problem", "Forms come back half filled in."), ("service", "Forms"));
        form = await Next(una, form, ("done", "We rang people."), ("outcome", "partly"), ("started", "2026-01-01"));
        form = await Next(una, form, ("indicator0", "calls"), ("before0", "9"), ("after0", "4"), ("indicator1", "letters"));
        form = await Next(una, form, ("lesson", "Ring."), ("first", "Ring earlier."));
        form = await Next(una, form, ("users", "none"), ("partner0", "The counter"));
        form = await Next(una, form, ("scheme", "City Lab"), ("schemeEnded", "2026-06-30"), ("mandate", "Act 4"));
        form = await Next(una, form, ("link0", "https://example.org/form"), ("links", "https://example.org/report"));

        form = await Next(una, await GoTo(una, form, "problem"), ("service", ""));
        form = await Next(una, form, ("started", ""));
        form = await Next(una, form, ("indicator0", ""), ("before0", ""), ("after0", ""));
        form = await Next(una, form, ("first", ""));
        form = await Next(una, form, ("partner0", ""));
        form = await Next(una, form, ("scheme", ""), ("schemeEnded", ""), ("mandate", ""));
        form = await Next(una, form, ("link0", ""), ("links", ""));
        form.Shown.Text.ShouldContain("Step 8 of 8");
        var kept = (await bot.Store(db => db.CaseDrafts.AsNoTracking().ToListAsync())).Select(draft => draft.Content).Single(content => content.Title == "Emptied again");
        (kept.Service, kept.StartedOn, kept.FirstNextTime, kept.Scheme, kept.SchemeEndedOn, kept.Mandate).ShouldBe((null, null, null, null, null, null));
        (kept.Partners.Count, kept.TakeOvers.Count, kept.Links.Count).ShouldBe((0, 0, 0));
        kept.Results.ShouldBe([new ResultRow("letters", null, null, null)]);
        (kept.WhatWasDone, kept.Lesson, kept.Outcome).ShouldBe(("We rang people.", "Ring.", Outcome.Partly), "what was not touched stays");
    }

    [Fact]
    public async Task What_is_no_date_no_answer_or_no_plain_text_is_named_with_its_field()
    {
        var ida = bot.Of("Ida Mistaken");
        await ida.Say("share a case");
        var form = await Next(ida, await ida.OpenDialog("share/new"), ("title", "A <b>bold</b> title"), ("problem", "Forms come back.\vTwice."));
        form.Shown.Text.ShouldContain("Title: there is HTML in it (“<b>”). Write plain text.");
        form = await Next(ida, form, ("title", "A plain title"));
        (await bot.Store(db => db.CaseDrafts.AsNoTracking().ToListAsync())).ShouldContain(draft => draft.Content.Problem == "Forms come back.\nTwice.");
        form = await Next(ida, form, ("done", "We rang people."), ("outcome", "splendid"), ("started", "2026-13-45"));
        form.Shown.Text.ShouldContain("this is not a date. Write it as 2026-05-31.");
        form.Shown.Text.ShouldContain("choose one of the answers shown.");
        form.Shown.Text.ShouldContain("Step 2 of 8");
        form = await Next(ida, form, ("outcome", "failed"), ("started", "2026-05-31"));
        form.Shown.Text.ShouldContain("Step 3 of 8");
        form = await Next(ida, await GoTo(ida, form, "context"), ("country", "Atlantis"));
        form.Shown.Text.ShouldContain("choose one of the answers shown.");
    }

    [Fact]
    public async Task Somebody_with_many_cases_and_versions_reaches_all_of_them()
    {
        var max = bot.Of("Max Prolific");
        await Published(max, "Many versions");
        var id = await bot.Store(async db =>
        {
            var first = await db.Cases.SingleAsync(c => c.Title == "Many versions");
            var content = (await db.CaseVersions.SingleAsync(v => v.CaseId == first.Id)).Content;
            for (var number = 2; number <= 13; number++) db.Add(new CaseVersion { CaseId = first.Id, Number = number, EditorId = first.AuthorId, At = bot.Clock.GetUtcNow(), Content = content });
            for (var number = 1; number <= 19; number++)
                db.Add(new Network.Cases.Case { Id = EntityId.New<CaseId>(bot.Clock.GetUtcNow()), Key = $"many-{number}", Title = $"Many {number:00}", Problem = "p", WhatWasDone = "w", AuthorId = first.AuthorId, Language = Language.English, Readers = Readers.Private, CreatedAt = bot.Clock.GetUtcNow().AddMinutes(-number) });
            await db.SaveChangesAsync();
            return first.Id;
        });
        await max.Say("my cases");
        var titles = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            max.LastCard.Text.ShouldContain($"Page {page} of 3");
            titles.AddRange(max.LastCard.Titles("mine/case"));
            if (page < 3) await max.Press("mine/show", title: "Next");
        }

        titles.Distinct().Count().ShouldBe(20);
        await max.Press("mine/show", title: "Previous");
        max.LastCard.Text.ShouldContain("Page 2 of 3");
        (await max.Press(max.LastCard.ActivityId, "mine/history", new() { ["case"] = id.ToString() })).Text.ShouldContain("Version 4");
        (await max.Press(max.LastCard.ActivityId, "mine/history", new() { ["case"] = id.ToString(), ["page"] = "2" })).Text.ShouldContain("Version 1 ");
        (await max.Press(max.LastCard.ActivityId, "mine/version", new() { ["case"] = id.ToString(), ["number"] = "1", ["page"] = "2" })).Body.GetRawText().ShouldContain("\"page\":\"2\"");
    }

    [Fact]
    public async Task What_is_missing_stands_on_the_preview_with_the_way_to_it()
    {
        var ivo = bot.Of("Ivo Writer");
        await ivo.Say("deli primer", "sl");
        var form = await ivo.OpenDialog("share/new");
        form = await Next(ivo, form, ("title", "One desk"));
        form = await Next(ivo, await GoTo(ivo, form, "readers"));
        form.Shown.Verbs.ShouldNotContain("share/publish");
        form.Shown.Text.ShouldContain("Nauk: to še manjka.");
        form.Shown.Text.ShouldContain("Česa ste se naučili?");
        (await bot.Store(db => db.Cases.CountAsync(c => c.Title == "One desk"))).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_changes_one_thing_of_a_case_is_at_its_preview_in_one_press()
    {
        var mia = bot.Of("Mia Changer");
        await Published(mia, "One thing changes");
        var form = await Editing(mia, "One thing changes");
        var wrong = await mia.Submit(form, "share/save", new Dictionary<string, string> { ["title"] = "<b>One</b>" }, title: "Save and preview");
        wrong.Shown.Text.ShouldContain("there is HTML in it");
        var preview = await mia.Submit(wrong, "share/save", new Dictionary<string, string> { ["title"] = "One thing has changed" }, title: "Save and preview");
        preview.Shown.Text.ShouldContain("One thing has changed");
        (await mia.Submit(preview, "share/publish")).Closes.ShouldBeTrue();
        mia.LastCard.Text.ShouldContain("One thing has changed");

        await mia.Say("share a case");
        (await mia.OpenDialog("share/new")).Shown.Titles("share/save").ShouldNotContain("Save and preview");
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told_and_chooses_and_the_history_tells_all()
    {
        var (mia, jan) = (bot.Of("Mia Author"), bot.Of("Jan Editor"));
        await jan.Say("help");
        await Published(mia, "Two write this");
        await mia.Press("mine/editors");
        await mia.Press("mine/invite", new Dictionary<string, string> { ["email"] = jan.Person.Email });
        mia.LastCard.Text.ShouldContain("If the network knows this address");
        var known = mia.LastCard.Text;
        await mia.Press("mine/invite", new Dictionary<string, string> { ["email"] = "nobody.here@test.example" });
        mia.LastCard.Text.ShouldBe(known, "whether the network knows an address is not told");
        await jan.WaitForCard(card => card.Text.Contains("Will you write this case together?", StringComparison.Ordinal), PermitNetwork.Patience);
        await jan.Press("editor/answer", title: "Yes, I write too");

        var (mine, theirs) = (await Editing(mia, "Two write this"), await Editing(jan, "Two write this"));
        await Change(jan, theirs, "Jan's lesson.");
        var newer = await Change(mia, mine, "Mia's lesson.");
        newer.Shown.Text.ShouldContain("Somebody changed this case meanwhile");
        newer.Shown.Text.ShouldContain("Mine: Mia's lesson.");
        newer.Shown.Text.ShouldContain("Theirs: Jan's lesson.");
        var chosen = await mia.Submit(newer, "share/choose", new Dictionary<string, string> { ["take_lesson"] = "theirs" });
        chosen.Shown.Text.ShouldContain("Jan's lesson.");
        (await mia.Submit(chosen, "share/publish")).Closes.ShouldBeTrue();

        await jan.Say("my cases");
        await jan.Press("mine/case", title: "Open: Two write this");
        await jan.Press("mine/history");
        jan.LastCard.Text.ShouldContain("Version 2");
        jan.LastCard.Text.ShouldContain("Changed: The lesson");
        jan.LastCard.Text.ShouldContain("Mia Author");
    }

    [Fact]
    public async Task What_is_withdrawn_private_or_not_published_is_in_nobody_elses_answer()
    {
        var (mia, jan) = (bot.Of("Mia Keeper"), bot.Of("Jan Seeker"));
        await Published(mia, "Zeppelin withdrawn");
        await mia.Press("mine/show");
        await mia.Press("mine/case", title: "Open: Zeppelin withdrawn");
        await mia.Press("mine/withdraw-ask");
        await mia.Press("mine/withdraw");
        mia.LastCard.Text.ShouldContain("withdrawn");
        await Published(mia, "Zeppelin private", ("readers", "private"));
        await mia.Say("share a case");
        await Next(mia, await mia.OpenDialog("share/new"), ("title", "Zeppelin draft"), ("problem", "The zeppelin blocks the counter."));

        await bot.Services.GetRequiredService<ISearchIndex>().CatchUp(CancellationToken.None);
        foreach (var words in new[] { "The zeppelin blocks the counter every morning, who had this?", "cases zeppelin", "cases", "my cases", "share a case" })
        {
            await jan.Say(words);
            jan.LastCard.Text.Replace(words, "", StringComparison.Ordinal).ShouldNotContain("Zeppelin", Shouldly.Case.Sensitive);
        }

        var id = await bot.Store(db => db.Cases.Where(c => c.Title == "Zeppelin private").Select(c => c.Id).SingleAsync());
        var draft = await bot.Store(async db => (await db.CaseDrafts.ToListAsync()).Single(d => d.Content.Title == "Zeppelin draft").Id);
        (await mia.Invoke("composeExtension/queryLink", new() { ["url"] = $"{bot.Address.AbsoluteUri.TrimEnd('/')}/case/{id}" })).GetRawText()
            .ShouldNotContain("Zeppelin", Shouldly.Case.Sensitive, "what its author unfurls is read by everybody in that chat");
        await jan.Say($"case {id}");
        foreach (var (verb, field, value) in new[] { ("case/open", "case", id.ToString()), ("mine/case", "case", id.ToString()), ("mine/history", "case", id.ToString()), ("share/edit", "case", id.ToString()), ("share/open", "draft", draft.ToString()), ("mine/draft", "draft", draft.ToString()) })
            (await jan.Press(jan.LastCard.ActivityId, verb, new() { [field] = value })).Body.GetRawText().ShouldNotContain("Zeppelin", Shouldly.Case.Sensitive, verb);
        jan.Text.ShouldNotContain("Zeppelin private");
    }

    [Fact]
    public async Task A_partner_confirms_before_being_shown()
    {
        var (mia, pia) = (bot.Of("Mia Partnered"), bot.Of("Pia Partner"));
        await pia.Say("help");
        await Published(mia, "With a partner", ("partner0", "Friends of the Counter"), ("sector0", "civil_society"), ("email0", pia.Person.Email));
        await mia.Press("case/open");
        mia.LastCard.Text.ShouldNotContain("Friends of the Counter");
        await pia.WaitForCard(card => card.Text.Contains("This case names Friends of the Counter as a partner.", StringComparison.Ordinal), PermitNetwork.Patience);
        await pia.Press("partner/answer", title: "Yes, that is right");
        pia.LastCard.Text.ShouldContain("Friends of the Counter is shown as a partner.");
        await mia.Say("my cases");
        await mia.Press("mine/case", title: "Open: With a partner");
        mia.LastCard.Text.ShouldContain("confirmed, is shown");
        await mia.Press("case/open");
        mia.LastCard.Text.ShouldContain("Friends of the Counter");

        await pia.Press("partner/answer", title: "No, not us");
        var told = await mia.WaitForCard(card => card.Text.Contains("Friends of the Counter was not a partner, they say", StringComparison.Ordinal), PermitNetwork.Patience);
        told.Text.ShouldContain("With a partner");
        await mia.Press("mine/case", title: "Change, history, people");
        await mia.Press("case/open");
        mia.LastCard.Text.ShouldNotContain("Friends of the Counter");
    }

    [Fact]
    public async Task A_draft_is_written_by_two_once_the_second_agreed_and_published_by_the_first()
    {
        var (una, nik, zoe) = (bot.Of("Una Beginner"), bot.Of("Nik Coauthor"), bot.Of("Zoe Other"));
        await nik.Say("help");
        await zoe.Say("help");
        await una.Say("share a case");
        await Next(una, await una.OpenDialog("share/new"), ("title", "Begun by Una"), ("problem", "The lift stands still every second week, and wheelchairs stay outside."));
        await una.Say("my cases");
        await una.Press("mine/draft", title: "Open: Begun by Una");
        await una.Press("draft-editor/list");
        await una.Press("draft-editor/invite", new Dictionary<string, string> { ["email"] = nik.Person.Email });
        una.LastCard.Text.ShouldContain("If the network knows this address");

        var asked = await nik.WaitForCard(card => card.Text.Contains("Would you write a case with somebody?", StringComparison.Ordinal), PermitNetwork.Patience);
        asked.Text.ShouldContain("Una Beginner is writing “Begun by Una”");
        asked.Text.ShouldNotContain("lift");
        var draft = (await bot.Store(db => db.CaseDrafts.AsNoTracking().ToListAsync())).Single(d => d.Content.Title == "Begun by Una").Id;
        (await nik.Press(nik.Cards[0].ActivityId, "share/open", new() { ["draft"] = draft.ToString() })).Text.ShouldNotContain("lift", customMessage: "not before the yes");
        await nik.Press("draft-editor/answer", title: "Yes, I write too");
        var form = await nik.OpenDialog("share/open");
        form.Shown.Text.ShouldContain("Step 2 of 8");
        form = await Next(nik, form, ("done", "Nik asked the caretaker for a second key."), ("outcome", "partly"));
        form = await Next(nik, form, ("notMeasured", "true"));
        form = await Next(nik, form, ("lesson", "Two keys are cheap."));
        form = await Next(nik, form, ("users", "none"));
        form = await Next(nik, await GoTo(nik, form, "readers"));
        form.Shown.Text.ShouldContain("Whoever began the draft publishes it.");
        form.Shown.Verbs.ShouldNotContain("share/publish");
        (await nik.Press(nik.LastCard.ActivityId, "share/publish", new() { ["draft"] = draft.ToString(), ["seen"] = "true" })).Text.ShouldNotContain("Your case is published");
        (await zoe.Press(zoe.LastCard.ActivityId, "share/open", new() { ["draft"] = draft.ToString() })).Text.ShouldNotContain("lift");

        await una.Say("my cases");
        await una.Press("mine/draft", title: "Open: Begun by Una");
        var preview = await una.OpenDialog("share/open");
        preview.Shown.Text.ShouldContain("Nik asked the caretaker for a second key.");
        var (hers, his) = (await GoTo(una, preview, "lessons"), await GoTo(nik, form, "lessons"));
        await Next(nik, his, ("lesson", "Two keys are cheap, says Nik."));
        hers = await Next(una, hers, ("lesson", "Two keys are cheap, says Una."), ("first", "Count the keys."));
        hers.Shown.Text.ShouldContain("Somebody changed this step while you wrote");
        hers.Shown.Text.ShouldContain("Theirs: Two keys are cheap, says Nik.");
        hers.Shown.Inputs.ShouldContain(("lesson", "Two keys are cheap, says Una."));
        (await Stored(draft)).Lesson.ShouldBe("Two keys are cheap, says Nik.");
        hers = await Next(una, hers);
        hers.Shown.Text.ShouldContain("Step 5 of 8");
        (await Stored(draft) is var both && both is { Lesson: "Two keys are cheap, says Una.", FirstNextTime: "Count the keys." }).ShouldBeTrue();
        his = await GoTo(nik, form, "lessons");
        await Next(una, await GoTo(una, hers, "lessons"), ("first", "Count them twice."));
        await Next(nik, his, ("elsewhere", "Where there is a caretaker."));
        (await Stored(draft) is var all && all is { FirstNextTime: "Count them twice.", WorksElsewhereWhen: "Where there is a caretaker." }).ShouldBeTrue("what only one of them touched is clear");

        var looked = await GoTo(una, hers, "preview");
        await Next(nik, await GoTo(nik, form, "lessons"), ("lesson", "Two keys are cheap, both say."));
        looked = await una.Submit(looked, "share/publish");
        looked.Shown.Text.ShouldContain("changed this since you looked");
        looked.Shown.Text.ShouldContain("Two keys are cheap, both say.");
        var published = await una.Submit(looked, "share/publish");
        if (!published.Closes) published = await una.Submit(published, "share/publish", title: "It is another: publish");
        published.Closes.ShouldBeTrue();
        await nik.Say("my cases");
        await nik.Press("mine/case", title: "Open: Begun by Una");
        nik.LastCard.Verbs.ShouldNotContain("mine/withdraw-ask", "the case is its author's to withdraw");
    }

    [Fact]
    public async Task After_this_is_solved_the_problem_fills_the_form()
    {
        var lea = bot.Of("Lea Solver");
        await lea.Say("Parents fill in the same form three times a year at our counter and nobody reads it.");
        await lea.Say("my problems");
        await lea.Press("problem/solved");
        lea.LastCard.Text.ShouldContain("May I turn it into a short case?");
        var form = await lea.OpenDialog("share/problem");
        form.Shown.Inputs.ShouldContain(("problem", "Parents fill in the same form three times a year at our counter and nobody reads it."));
    }

    private Task<CaseContent> Stored(CaseDraftId draft) => bot.Store(async db => (await db.CaseDrafts.AsNoTracking().SingleAsync(d => d.Id == draft)).Content);

    private static Task<DialogAnswer> Next(Chat chat, DialogAnswer form, params (string Id, string Value)[] inputs) =>
        chat.Submit(form, "share/save", inputs.ToDictionary(one => one.Id, one => one.Value), title: Say(form));

    private static string Say(DialogAnswer form) => form.Shown.Action("share/save", "Next") is null ? "Naprej" : "Next";

    /// <summary>The same draft at another step, as the preview's list leads there.</summary>
    private static async Task<DialogAnswer> GoTo(Chat chat, DialogAnswer form, string step)
    {
        var draft = (form.Shown.Action("share/save") ?? form.Shown.Action("share/step"))!.Value.GetProperty("data").GetProperty("draft").GetString();
        return new DialogAnswer(await chat.Invoke("task/submit", new() { ["data"] = new System.Text.Json.Nodes.JsonObject { ["verb"] = "share/step", ["draft"] = draft, ["step"] = step } }));
    }

    private static async Task Published(Chat chat, string title, params (string Id, string Value)[] more)
    {
        await chat.Say("share a case");
        var form = await chat.OpenDialog("share/new");
        var all = new Dictionary<string, string>
        {
            ["title"] = title, ["problem"] = title + " stands for a problem of its own.", ["done"] = "We tried.", ["outcome"] = "partly", ["notMeasured"] = "true", ["lesson"] = "Ask first.", ["users"] = "none",
        };
        foreach (var (id, value) in more) all[id] = value;
        while (form.Shown.Action("share/publish") is null)
            form = await chat.Submit(form, "share/save", form.Shown.Inputs.Where(input => all.ContainsKey(input.Id)).ToDictionary(input => input.Id, input => all[input.Id]), title: "Next");
        form = await chat.Submit(form, "share/publish");
        if (!form.Closes) form = await chat.Submit(form, "share/publish", title: "It is another: publish");
        form.Closes.ShouldBeTrue();
    }

    private static async Task<DialogAnswer> Editing(Chat chat, string title)
    {
        await chat.Say("my cases");
        await chat.Press("mine/case", title: $"Open: {title}");
        return await chat.OpenDialog("share/edit");
    }

    private static async Task<DialogAnswer> Change(Chat chat, DialogAnswer form, string lesson)
    {
        form = await chat.Submit(await GoTo(chat, form, "lessons"), "share/save", new Dictionary<string, string> { ["lesson"] = lesson }, title: "Next");
        form = await chat.Submit(await GoTo(chat, form, "readers"), "share/save", title: "Next");
        return await chat.Submit(form, "share/publish");
    }

    /// <summary>One service for all of these: each test has people of its own.</summary>
    public sealed class Service : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }
}
