using System.IO.Compression;
using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.Transfer;

public sealed class ImportTests : IDisposable
{
    private const string Organisations = """
        {"id":"town","name":"Town","tier":"local","sector":"public","country":"SI","parent":"land","contact_point":"ana@town.example","domains":["town.example"]}
        {"id":"land","name":"Land","tier":"regional","sector":"public","country":"SI"}
        """;

    private const string Members = """{"email":"Ana@town.example","name":"Ana","organisation":"Town","visibility":"listed","ambassador":true,"topics":["letters; forms","queues"]}""";

    private const string Cases = """
        {"id":"b","title":"=Letters","problem":"People do not understand the letter.","what_was_done":"It was written anew.","outcome":"partly","organisation":"town","contacts":["ana@town.example","later@town.example"],"tags":["a;b","c"],"language":"en"}
        {"id":"a","title":"'Queue","problem":"People wait for two hours.","what_was_done":"Times are given out.","outcome":"failed","result":"None","lesson":"Ask first","organisation":"Elsewhere","organisation_tier":"national","organisation_sector":"public","country":"AT","language":"de"}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-transfer-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public async Task What_is_exported_and_imported_into_an_empty_store_is_exported_as_the_same_bytes(string format)
    {
        foreach (var (kind, text) in new[] { ("organisations", Organisations), ("members", Members), ("cases", Cases) })
            (await Import(kind, text, "one")).ExitCode.ShouldBe(0);
        foreach (var kind in new[] { "organisations", "members", "cases" })
        {
            (await Called.With("export", kind, File($"first-{kind}.{format}"), "--data", File("one"))).ExitCode.ShouldBe(0);
            (await Called.With("import", kind, File($"first-{kind}.{format}"), "--data", File("two"))).ExitCode.ShouldBe(0);
        }

        foreach (var kind in new[] { "organisations", "members", "cases" })
        {
            await Called.With("export", kind, File($"second-{kind}.{format}"), "--data", File("two"));
            var first = await System.IO.File.ReadAllBytesAsync(File($"first-{kind}.{format}"), Stop);
            first.Length.ShouldBeGreaterThan(100);
            (await System.IO.File.ReadAllBytesAsync(File($"second-{kind}.{format}"), Stop)).ShouldBe(first);
        }
    }

    /// <summary>The command line runs by the machine's clock, so the service beside it does too: else who is imported had no time to answer.</summary>
    private static async Task<BotUnderTest> Start()
    {
        var bot = await BotUnderTest.Start();
        bot.Clock.Advance(TimeProvider.System.GetUtcNow() - bot.Clock.GetUtcNow());
        return bot;
    }

    [Fact]
    public async Task A_file_imported_again_changes_nothing_and_what_was_changed_here_is_listed_and_kept()
    {
        await using var bot = await Start();
        (await Import("organisations", Organisations, bot.Folder)).ExitCode.ShouldBe(0);
        (await Import("members", Members, bot.Folder)).ExitCode.ShouldBe(0);
        (await Import("cases", Cases, bot.Folder)).Out.ShouldContain("2 read, 2 new");
        (await Import("cases", Cases, bot.Folder)).Out.ShouldContain("0 new, 0 changed, 2 unchanged");

        await bot.Store(async db => (await db.Cases.SingleAsync(c => c.Key == "b", Stop)).Title = "Told better");
        var again = await Import("cases", Cases.Replace("=Letters", "Other letters", StringComparison.Ordinal).Replace("two hours", "three hours", StringComparison.Ordinal), bot.Folder);

        again.Out.ShouldContain("0 new, 1 changed, 1 unchanged");
        again.Out.ShouldContain("b, title: here \"Told better\", in the file \"Other letters\"");
        var cases = await bot.Store(db => db.Cases.AsNoTracking().Include(c => c.Contacts).OrderBy(c => c.Key).ToListAsync(Stop));
        cases.Select(c => (c.Key, c.StagedBy, c.State)).ShouldBe([("a", null, CaseState.Published), ("b", null, CaseState.Published)]);
        cases[0].Problem.ShouldContain("three hours");
        cases[1].Title.ShouldBe("Told better");
        cases[1].Contacts.Count.ShouldBe(1);
        (await bot.Store(db => db.AuditEvents.CountAsync(Stop))).ShouldBe(5);
    }

    [Fact]
    public async Task A_case_for_its_organisation_alone_keeps_one()
    {
        const string Case = """{"id":"a","title":"t","problem":"p","what_was_done":"w","outcome":"partly","language":"en","readers":"organisation","organisation":"Town"}""";
        await Import("organisations", Organisations, "one");
        (await Import("cases", Case, "one")).ExitCode.ShouldBe(0);

        (await Import("cases", Case.Replace(",\"organisation\":\"Town\"", "", StringComparison.Ordinal).Replace("\"p\"", "\"q\"", StringComparison.Ordinal), "one")).Out.ShouldContain("1 changed");
        var emptied = await Import("cases", Case.Replace("\"Town\"", "null", StringComparison.Ordinal), "one");
        emptied.ExitCode.ShouldBe(2);
        emptied.Error.ShouldContain("line 1, readers");
    }

    [Fact]
    public async Task Imported_members_are_invited_and_nothing_proposed_takes_effect()
    {
        await using var bot = await Start();
        await Import("organisations", Organisations, bot.Folder);
        (await Import("members", Members, bot.Folder)).ExitCode.ShouldBe(0);

        var member = await bot.Store(db => db.Members.AsNoTracking().SingleAsync(Stop));
        member.State.ShouldBe(MemberState.Invited);
        member.CanBeSuggested(DateTimeOffset.UnixEpoch).ShouldBeFalse();
        member.Topics.ShouldBe(["letters; forms", "queues"]);
        (await bot.Store(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Key == "town", Stop))).ContactPoint.ShouldBe(member.Id);
    }

    [Theory]
    [InlineData("organisations", "a.jsonl", """{"id":"x","name":"X","tier":"local","sector":"public","country":"SI","parent":"y"}{NL}{"id":"y","name":"Y","tier":"local","sector":"public","country":"SI","parent":"x"}""", "line 2, parent")]
    [InlineData("members", "a.jsonl", """{"email":"a@b.example","name":"A","organisation":"nowhere"}""", "line 1, organisation")]
    [InlineData("cases", "a.csv", "id,title,problem,what_was_done,outcome{NL}1,<b>T</b>,p,w,failed", "line 2, title")]
    [InlineData("cases", "a.csv", "id;title;problem;what_was_done;outcome{NL}1;t;p;w;failed{NL}2;t;\"open;w;failed", "line 3, problem")]
    [InlineData("cases", "a.csv", "id,title,problem,what_was_done,outcome{NL}1,t,p \"q\",w,failed", "line 2, problem")]
    [InlineData("cases", "a.csv", "id,title,problem,what_was_done,outcome{NL}1,t,p,w,failed,more", "line 2")]
    [InlineData("cases", "a.jsonl", """{"id":"1","title":"t","problem":"p","what_was_done":"w","outcome":"great"}""", "line 1, outcome")]
    [InlineData("cases", "a.jsonl", "{\"id\":\"1\"", "line 1, id: This is no JSON")]
    [InlineData("cases", "a.jsonl", """{"id":"1","title":"t,"problem":"p"}""", "line 1, title: This is no JSON")]
    public async Task A_file_with_an_error_is_refused_with_line_and_field_and_nothing_is_stored(string kind, string name, string text, string told)
    {
        await System.IO.File.WriteAllTextAsync(File(name), text.Replace("{NL}", "\n", StringComparison.Ordinal), Stop);
        await IsRefused(kind, name, told);
    }

    [Fact]
    public async Task Wrong_encodings_huge_cells_and_zip_bombs_are_refused()
    {
        const string Header = "id,title,problem,what_was_done,outcome\n";
        await System.IO.File.WriteAllBytesAsync(File("latin.csv"), [.. Encoding.UTF8.GetBytes(Header), .. Encoding.Latin1.GetBytes("1,Čä,p,w,failed")], Stop);
        await IsRefused("cases", "latin.csv", "line 2, title: The file is not UTF-8");
        await System.IO.File.WriteAllBytesAsync(File("lines.csv"), Encoding.Latin1.GetBytes("\"Id\";title;what was done;problem;outcome\n1;\"a;b\";\"first;\nsecond\nthe thírd\";p;failed"), Stop);
        await IsRefused("cases", "lines.csv", "line 4, what_was_done: The file is not UTF-8");
        await System.IO.File.WriteAllBytesAsync(File("latin.jsonl"), Encoding.Latin1.GetBytes("{\"id\":\"1\"}\n{\"id\":\"2\",\"tags\":[{\"id\":1}],\"lesson\":\"Über\"}"), Stop);
        await IsRefused("cases", "latin.jsonl", "line 2, lesson: The file is not UTF-8");
        await System.IO.File.WriteAllTextAsync(File("wide.csv"), Header, Encoding.Unicode, Stop);
        await IsRefused("cases", "wide.csv", "line 1: The file is UTF-16");
        await System.IO.File.WriteAllTextAsync(File("huge.csv"), $"{Header}1,t,{new string('x', 10 * 1024 * 1024)},w,failed", Stop);
        await IsRefused("cases", "huge.csv", "line 2, problem: At most 8000 characters");

        await Workbook("bomb.xlsx", writer =>
        {
            var zeros = new string(' ', 1024 * 1024);
            for (var i = 0; i < 600; i++) writer.Write(zeros);
        });
        await IsRefused("cases", "bomb.xlsx", "line 1: The workbook unpacks to far more");
        await Workbook("huge.xlsx", writer =>
        {
            writer.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
            writer.Write($"<row r=\"1\">{string.Concat("id,title,problem,what_was_done,outcome".Split(',').Select(Cell))}</row><row r=\"2\">{Cell("1")}{Cell("t")}{Cell(new string('x', 10 * 1024 * 1024))}{Cell("w")}{Cell("failed")}</row></sheetData></worksheet>");
        });
        await IsRefused("cases", "huge.xlsx", "line 2, problem: ");

        static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
    }

    [Fact]
    public async Task A_workbook_is_read_and_columns_can_be_mapped_and_set()
    {
        await Workbook("cases.xlsx", writer => writer.Write("""
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>naslov</t></is></c><c r="C1" t="inlineStr"><is><t>Problem</t></is></c><c r="D1" t="inlineStr"><is><t>What was done</t></is></c><c r="E1" t="inlineStr"><is><t>pages</t></is></c></row>
            <row r="3"><c r="A3"><v>7</v></c><c r="B3" t="inlineStr"><is><t>Naslov</t></is></c><c r="C3" t="inlineStr"><is><t>Ljudje čakajo dve uri na obrazec.</t></is></c><c r="D3" t="inlineStr"><is><t>Termini</t></is></c></row>
            </sheetData></worksheet>
            """));

        var called = await Called.With("import", "cases", File("cases.xlsx"), "--map", "naslov=title", "--map", "nauk=lesson", "--set", "outcome=too_early", "--set", "links=http://old.example/report", "--data", File("one"));

        called.ExitCode.ShouldBe(0, called.Error);
        called.Out.ShouldContain("1 read, 1 new");
        called.Out.ShouldContain("not shown, because they do not begin with https: 1");
        called.Error.ShouldContain("pages");
        called.Error.ShouldContain("no such column: nauk");
        var nowhere = await Called.With("export", "cases", File("no folder/out.jsonl"), "--data", File("one"));
        (nowhere.ExitCode, nowhere.Error.Contains("cannot be written", StringComparison.Ordinal)).ShouldBe((2, true));
        await Called.With("export", "cases", File("out.jsonl"), "--data", File("one"));
        (await System.IO.File.ReadAllTextAsync(File("out.jsonl"), Stop)).ShouldBe(
            """{"id":"7","title":"Naslov","problem":"Ljudje čakajo dve uri na obrazec.","what_was_done":"Termini","outcome":"too_early","links":["http://old.example/report"],"language":"sl","readers":"network","shown_as":"named"}""" + "\n");
    }

    [Fact]
    public async Task A_dry_run_tells_and_stores_nothing_and_only_who_may_imports()
    {
        await Import("organisations", Organisations, "one");
        await Import("members", Members, "one");
        var before = await Import("cases", Cases, "one", "--dry-run");
        before.Out.ShouldContain("2 new");
        (await Import("cases", Cases, "one", "--as", "ana@town.example")).ExitCode.ShouldBe(1);
        await Called.With("export", "cases", File("none.jsonl"), "--data", File("one"));
        new FileInfo(File("none.jsonl")).Length.ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name) => Path.Combine(folder, name);

    private async Task<Called> Import(string kind, string text, string data, params string[] more)
    {
        await System.IO.File.WriteAllTextAsync(File("in.jsonl"), text, Stop);
        return await Called.With(["import", kind, File("in.jsonl"), "--data", Path.Combine(folder, data), .. more]);
    }

    private async Task IsRefused(string kind, string name, string told)
    {
        var called = await Called.With("import", kind, File(name), "--data", File("refused"));
        called.ExitCode.ShouldBe(2);
        called.Error.ShouldContain(told);
        called.Out.ShouldBeEmpty();
        await Called.With("export", kind, File("refused.jsonl"), "--data", File("refused"));
        new FileInfo(File("refused.jsonl")).Length.ShouldBe(0);
    }

    private async Task Workbook(string name, Action<StreamWriter> sheet)
    {
        await using var archive = new ZipArchive(System.IO.File.Create(File(name)), ZipArchiveMode.Create);
        Part("xl/workbook.xml", writer => writer.Write("""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
        Part("xl/_rels/workbook.xml.rels", writer => writer.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"""));
        Part("xl/worksheets/sheet1.xml", sheet);

        void Part(string path, Action<StreamWriter> write)
        {
            using var writer = new StreamWriter(archive.CreateEntry(path).Open());
            write(writer);
        }
    }
}
