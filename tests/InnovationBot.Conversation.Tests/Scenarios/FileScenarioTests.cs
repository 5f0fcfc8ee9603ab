using System.IO.Compression;
using System.Text;
using System.Text.Json;
using InnovationBot.Testing.Stores;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.Transfer;
using InnovationBot.Testing;
using InnovationBot.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>Files dropped into the own chat with the bot, from a host that keeps them as Teams does.</summary>
public sealed partial class FileScenarioTests(FileScenarioTests.Service service) : IClassFixture<FileScenarioTests.Service>
{
    private readonly BotUnderTest bot = service.Bot;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_with_columns_of_another_language_is_matched_checked_and_brought_in()
    {
        var olga = await Organiser("Olga");
        await Drop(olga, "primeri 2025.csv", """
            Šifra;Naslov;Težava;Kaj je bilo narejeno;Kako se je končalo;Opombe
            olga-1;Dovoljenja brez čakanja;Ljudje so čakali enajst tednov na dovoljenje.;Prvi pregled na dan vloge.;partly;x
            olga-2;Pisma, ki jih vsi razumejo;Nihče ni razumel pisem.;Napisali smo jih znova.;succeeded;
            """);

        olga.LastCard.Text.ShouldContain("Do the columns of “primeri 2025.csv” fit?");
        olga.LastCard.Text.ShouldContain("Left out: Opombe");
        (await Imported("olga-")).ShouldBe(0);
        await Work(olga, "check", "“primeri 2025.csv” can be brought in");
        (await Imported("olga-")).ShouldBe(0);
        await Work(olga, "import", "“primeri 2025.csv” is brought in");
        (await Imported("olga-")).ShouldBe(2);
        var person = await bot.Store(db => db.Members.AsNoTracking().SingleAsync(m => m.Name == "Olga", Stop));
        (await bot.Store(db => db.ActsBy(person.Id).CountAsync(a => a.Detail!.StartsWith("cases: 2 new"), Stop))).ShouldBe(1);
        (await bot.Store(db => db.DroppedContents.AnyAsync(content => db.DroppedFiles.Any(file => file.Id == content.Id && file.MemberId == person.Id), Stop))).ShouldBeFalse();

        await Drop(olga, "primeri 2025.csv", "Šifra;Naslov;Težava;Kaj je bilo narejeno;Izid\nolga-1;Dovoljenja brez čakanja;Ljudje so čakali enajst tednov na dovoljenje.;Prvi pregled na dan vloge.;partly");
        await Work(olga, "check", "holds nothing new");
        olga.LastCard.Verbs.ShouldNotContain("transfer/import");
        await olga.Press("transfer/drop");
        olga.Text.ShouldContain("The file is gone. Nothing was stored.");
    }

    [Fact]
    public async Task What_a_file_holds_and_which_column_is_what_is_asked_when_that_is_unclear()
    {
        var olga = await Organiser("Olga Two");
        await Drop(olga, "list.csv", "A,B,Naziv,D,E,F,G,H,I,J\nx-1,local,Mesto,public,SI,,,,,\n");
        olga.LastCard.Text.ShouldContain("What does “list.csv” hold?");
        await olga.Press("transfer/kind", title: "Organisations");
        olga.LastCard.Text.ShouldContain("Still missing: Id, Level of government, Sector, Country");
        olga.LastCard.Verbs.ShouldNotContain("transfer/check");

        var form = await olga.OpenDialog("transfer/columns");
        form.Shown.Text.ShouldContain("A (for instance “x-1”)");
        var twice = await olga.Submit(form, "transfer/columns-save", new Dictionary<string, string> { ["column0"] = "id", ["column1"] = "id" });
        twice.Shown.Text.ShouldContain("“Id” is chosen for two columns");
        var done = await olga.Submit(twice, "transfer/columns-save", new Dictionary<string, string> { ["column1"] = "tier", ["column3"] = "sector", ["column4"] = "country" });
        done.Closes.ShouldBeTrue();
        await Work(olga, "check", "“list.csv” can be brought in");
        await Work(olga, "import", "“list.csv” is brought in");
        (await bot.Store(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Key == "x-1", Stop))).Name.ShouldBe("Mesto");
    }

    [Fact]
    public async Task Faults_are_told_with_line_and_column_ten_on_the_card_and_all_in_a_file()
    {
        var olga = await Organiser("Olga Three");
        var text = new StringBuilder("id,Überschrift,problem,what_was_done,outcome\n");
        for (var i = 0; i < 14; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"f-{i},<b>{i}</b>,p,w,{(i == 13 ? "=great" : "failed")}\n");
        await Drop(olga, "bad.csv", text.ToString());
        await Work(olga, "check", "15 things to mend in “bad.csv”");
        olga.LastCard.Text.ShouldContain("Line 2, Überschrift:");
        olga.LastCard.Text.ShouldContain("There is HTML in the text (“<b>”)");
        olga.LastCard.Text.ShouldContain("and 5 more");
        await olga.Press("transfer/faults");
        var file = await Fetch(Links(olga.LastCard)[0]);
        file.ShouldContain("15;\"Überschrift\"");
        file.ShouldContain("“=great” is none of");
        (await Imported("f-")).ShouldBe(0);
    }

    [Fact]
    public async Task Only_who_imports_may_drop_files_and_only_from_where_files_are_kept()
    {
        var somebody = bot.Of("Somebody");
        await Drop(somebody, "cases.csv", "id,title\n1,t");
        somebody.Text.ShouldContain("You may not import");
        service.Asked.ShouldNotContain("/cases.csv");

        var olga = await Organiser("Olga Four");
        foreach (var (name, address, told) in new[]
        {
            ("far.csv", "http://example.org/far.csv", "I do not fetch files from this place"),
            ("redirect.csv", $"{service.Files.Address}redirect", "I could not fetch the file"),
            ("gone.csv", $"{service.Files.Address}gone.csv", "I could not fetch the file"),
            ("huge.csv", $"{service.Files.Address}huge", "The file is larger than 20 MB"),
            ("notes.docx", $"{service.Files.Address}notes.docx", "I take files that end in .csv or .xlsx"),
        })
        {
            await olga.Drop(name, new Uri(address));
            olga.Messages[^1].Words.ShouldNotBeNull().ShouldContain(told);
        }

        service.Asked.ShouldNotContain("/notes.docx");
        service.Authorised.ShouldBeFalse();
        await Drop(olga, "broken.xlsx", "no workbook");
        olga.Messages[^1].Words.ShouldNotBeNull().ShouldContain("Line 1: This is no Excel workbook");
        await Drop(olga, "one column.csv", "only this\n1\n");
        olga.Messages[^1].Words.ShouldNotBeNull().ShouldContain("separated by comma or semicolon: id, title");
    }

    [Fact]
    public async Task Somebody_elses_file_is_nobody_elses_business()
    {
        var (olga, oskar) = (await Organiser("Olga Five"), await Organiser("Oskar"));
        await Drop(olga, "mine.csv", "id,title,problem,what_was_done,outcome\nm-1,t,p,w,failed");
        var file = await bot.Store(db => db.DroppedFiles.AsNoTracking().SingleAsync(f => f.Name == "mine.csv", Stop));
        foreach (var verb in new[] { "transfer/show", "transfer/check", "transfer/import", "transfer/columns", "transfer/faults", "transfer/reopen" })
        {
            await oskar.Say("help");
            (await oskar.Press(oskar.LastCard.ActivityId, verb, new() { ["file"] = file.Id.ToString() })).Text.ShouldContain("I no longer have this file");
        }

        (await Imported("m-")).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_asked_for_before_a_restart_is_done_after_it_and_the_card_says_so()
    {
        var olga = await Organiser("Olga Six");
        await Drop(olga, "late.csv", "id,title,problem,what_was_done,outcome\nl-1,t,p,w,failed");
        await Work(olga, "check", "can be brought in");
        var card = olga.LastCard.ActivityId;
        await bot.Store(async db =>
        {
            var file = await db.DroppedFiles.SingleAsync(f => f.Name == "late.csv", Stop);
            file.Start(importing: true, JsonSerializer.Serialize(new { ServiceUrl = bot.Connector.ServiceUrl, olga.ConversationId }), card, bot.Clock.GetUtcNow()).ShouldBeNull();
            return file;
        });
        await bot.Restart();

        await bot.Of("Olga Six").WaitForCard(seen => seen.ActivityId == card && seen.Text.Contains("“late.csv” is brought in", StringComparison.Ordinal), Stop);
        (await Imported("l-")).ShouldBe(1);
    }

    [Fact]
    public async Task Who_was_at_an_event_is_read_from_a_file_by_whoever_runs_it_also_if_they_import_nothing_else()
    {
        var host = bot.Of("Hana Host");
        await host.Say("help");
        await Drop(host, "present.csv", "email\nguest.one@example.org");
        host.Text.ShouldContain("You may not import");
        var id = await Held(await bot.Store(db => db.Members.AsNoTracking().SingleAsync(m => m.Name == "Hana Host", Stop)));

        await Drop(host, "present.csv", "email\nguest.one@example.org\nnobody@example.org");
        host.LastCard.Text.ShouldContain("At which event were the people of “present.csv”?");
        await host.Press("event/attendance-from", title: "Open: Queue clinic");
        host.LastCard.Text.ShouldContain("These lines name");
        (await bot.Store(db => db.Registrations.AsNoTracking().SingleAsync(r => r.EventId == id, Stop))).State.ShouldBe(RegistrationState.Attended);
        (await bot.Store(db => db.DroppedFiles.AnyAsync(f => f.Name == "present.csv", Stop))).ShouldBeFalse();

        await Drop(host, "members.csv", "Name;E-mail\nGuest One;guest.one@example.org");
        host.LastCard.Text.ShouldContain("At which event were the people of “members.csv”?");
        var stranger = bot.Of("Sara Stranger");
        await stranger.Say("help");
        var file = await bot.Store(db => db.DroppedFiles.AsNoTracking().SingleAsync(f => f.Name == "members.csv", Stop));
        (await stranger.Press(stranger.LastCard.ActivityId, "event/attendance-from", new() { ["file"] = file.Id.ToString(), ["event"] = id.ToString() })).Text.ShouldContain("I no longer have this file");
    }

    [Theory]
    [InlineData("import", "en")]
    [InlineData("uvozi datoteko", "sl")]
    [InlineData("importer", "fr")]
    public async Task Templates_are_fetched_by_links_that_work_once_and_hold_the_columns_and_one_example(string command, string language)
    {
        var olga = await Organiser($"Olga {command}");
        await olga.Say(command, language);
        await olga.Press("transfer/template", title: "Cases");
        var links = Links(olga.LastCard);
        links.Count.ShouldBe(2);

        var csv = await Fetch(links[1]);
        csv.Split("\r\n")[0].TrimStart('\uFEFF').ShouldBe(string.Join(';', RecordShape.Cases.Fields.Select(field => $"\"{field}\"")));
        using (var again = await bot.Door.Get(links[1])) ((int)again.StatusCode).ShouldBe(404);
        using var answer = await bot.Door.Get(links[0]);
        var workbook = await answer.Content.ReadAsByteArrayAsync(Stop);
        using (var archive = new ZipArchive(new MemoryStream(workbook))) archive.GetEntry("xl/worksheets/sheet2.xml").ShouldNotBeNull();

        // the example left in is told; a template filled in is taken
        await Drop(olga, "template.xlsx", workbook);
        await Work(olga, "check", "This is the example of the template");
        await Drop(olga, "template.csv", Encoding.UTF8.GetBytes(csv.Replace("EXAMPLE", $"t-{language}", StringComparison.Ordinal).Replace("example@town.example", "", StringComparison.Ordinal)));
        await Work(olga, "check", "can be brought in");
    }

    [Fact]
    public async Task A_template_is_put_into_the_own_OneDrive_as_long_as_one_may_import()
    {
        var olga = await Organiser("Olga Drive");
        await olga.Say("import");
        await olga.Press("transfer/template", title: "Organisations");
        (await olga.Press("transfer/template-file")).Text.ShouldContain("Teams asks you");
        var asked = olga.Messages.Single(message => message.Body.ToString().Contains("card.file.consent", StringComparison.Ordinal));
        asked.Body.ToString().ShouldContain("organisations.xlsx");
        var context = asked.Body.GetProperty("attachments")[0].GetProperty("content").GetProperty("acceptContext");

        await Allow(context);
        using (var archive = new ZipArchive(new MemoryStream(service.Put["/organisations.xlsx"]))) archive.GetEntry("xl/worksheets/sheet2.xml").ShouldNotBeNull();
        olga.Messages.ShouldContain(message => message.Body.ToString().Contains("card.file.info", StringComparison.Ordinal));

        service.Put.Clear();
        await Allow(JsonElement.Parse("""{"what":"template:secrets"}"""));
        await bot.Store(async db => (await db.Members.SingleAsync(m => m.Name == "Olga Drive", Stop)).Roles = []);
        await Allow(context);
        olga.Text.ShouldContain("You may not import");
        service.Put.ShouldBeEmpty();

        Task Allow(JsonElement what) => olga.Invoke("fileConsent/invoke", new()
        {
            ["type"] = "fileUpload", ["action"] = "accept", ["context"] = System.Text.Json.Nodes.JsonNode.Parse(what.GetRawText()),
            ["uploadInfo"] = new System.Text.Json.Nodes.JsonObject
            {
                ["uploadUrl"] = $"{service.Files.Address}organisations.xlsx", ["contentUrl"] = "https://contoso-my.sharepoint.com/organisations.xlsx", ["name"] = "organisations.xlsx", ["uniqueId"] = "1", ["fileType"] = "xlsx",
            },
        }, asked.ActivityId);
    }

    [Fact]
    public async Task Of_several_files_none_is_taken_and_the_type_stands_in_for_an_ending()
    {
        var olga = await Organiser("Olga Many");
        service.Kept["/plain"] = "id,title,problem,what_was_done,outcome\nmany-1,t,p,w,failed"u8.ToArray();
        var plain = new Uri(service.Files.Address, "plain");
        await olga.Drop(("one.csv", "csv", plain), ("two.csv", "csv", plain));
        olga.Messages[^1].Words.ShouldNotBeNull().ShouldContain("one file at a time");
        (await bot.Store(db => db.DroppedFiles.AnyAsync(f => f.Name == "one.csv" || f.Name == "two.csv", Stop))).ShouldBeFalse();
        await olga.Drop(("cases", "csv", plain));
        olga.LastCard.Text.ShouldContain("Do the columns of “cases.csv” fit?");
    }

    /// <summary>An event of yesterday that this person runs, and one guest who was going.</summary>
    private Task<EventId> Held(Member host) => bot.Store(async db =>
    {
        var now = bot.Clock.GetUtcNow();
        var day = $"{now.AddDays(-1):yyyy-MM-dd}";
        var plan = ReadEvent.Read(new EventInput { Title = "Queue clinic", Kind = "workshop", Start = $"{day}T09:00", End = $"{day}T12:00", Zone = "UTC", Place = "Room 1" }, "UTC", out _, out var instants);
        var @event = new Event { Id = EntityId.New<EventId>(now), OrganiserId = host.Id, Plan = plan, Audience = Network.Broadcasts.Audiences.Audience.All, CreatedAt = now.AddDays(-9) };
        @event.Describe(plan, instants, now.AddDays(-9));
        @event.Publish(now.AddDays(-9));
        @event.AfterDue = null; // nobody is asked who was there meanwhile
        var guest = new Member { Id = EntityId.New<MemberId>(now), Name = "Guest One", Email = "guest.one@example.org", CreatedAt = now };
        var going = new Registration { Id = EntityId.New<RegistrationId>(now), EventId = @event.Id, MemberId = guest.Id, Number = 1, CreatedAt = now.AddDays(-8) };
        @event.Admit(going, Seat.OnSite, now.AddDays(-8));
        db.AddRange(@event, guest, going);
        await db.SaveChangesAsync(Stop);
        return @event.Id;
    });

    private async Task<Chat> Organiser(string name)
    {
        var chat = bot.Of(name);
        await chat.Say("help");
        await bot.Store(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Name == name, Stop);
            member.Give(Role.Organiser);
            return member;
        });
        return chat;
    }

    /// <summary>Presses, and waits for what takes longer than a press.</summary>
    private static async Task Work(Chat chat, string verb, string told)
    {
        await chat.Press($"transfer/{verb}");
        var card = chat.LastCard.ActivityId;
        await chat.WaitForCard(seen => seen.ActivityId == card && seen.Text.Contains(told, StringComparison.Ordinal), Stop);
    }

    private Task Drop(Chat chat, string name, string text) => Drop(chat, name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    private async Task Drop(Chat chat, string name, byte[] bytes)
    {
        service.Kept[$"/{Uri.EscapeDataString(name)}"] = bytes;
        await chat.Drop(name, new Uri(service.Files.Address, Uri.EscapeDataString(name)));
    }

    private Task<int> Imported(string prefix) => bot.Store(db => db.Cases.CountAsync(c => c.Key.StartsWith(prefix), Stop));

    private async Task<string> Fetch(Uri link)
    {
        using var answer = await bot.Door.Get(link);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static List<Uri> Links(SeenCard card) => [.. card.Text.Split('\n').Where(line => line.Contains("/once/", StringComparison.Ordinal)).Select(line => new Uri(line))];

    /// <summary>The bot with an empty network, and a host on this machine that keeps files.</summary>
    public sealed class Service : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public LoopbackServer Files { get; private set; } = null!;

        public Dictionary<string, byte[]> Kept { get; } = [];

        public List<string> Asked { get; } = [];

        /// <summary>What was put here, by its path.</summary>
        public Dictionary<string, byte[]> Put { get; } = [];

        /// <summary>Somebody sent credentials along.</summary>
        public bool Authorised { get; private set; }

        public async ValueTask InitializeAsync()
        {
            Files = await LoopbackServer.Start(host => host.Run(Serve));
            Bot = await BotUnderTest.Start();
        }

        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Files.DisposeAsync();
        }

        private async Task Serve(HttpContext context)
        {
            var path = context.Request.Path.ToUriComponent();
            Asked.Add(path);
            Authorised |= context.Request.Headers.Authorization.Count > 0 || context.Request.Headers.Cookie.Count > 0;
            if (HttpMethods.IsPut(context.Request.Method))
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, Stop);
                Put[path] = body.ToArray();
            }
            else if (path == "/redirect") context.Response.Redirect("http://example.org/");
            else if (path == "/huge") await context.Response.Body.WriteAsync(new byte[21 * 1024 * 1024], Stop);
            else if (Kept.TryGetValue(path, out var bytes)) await context.Response.Body.WriteAsync(bytes, Stop);
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
