using System.Text;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.Transfer;

/// <summary>What cannot be taken is told with its line and field, and nothing of the file is stored.</summary>
public sealed class BadFileTests
{
    private const string Organisation = """{"id":"town","name":"Town","tier":"local","sector":"public","country":"SI"}""";

    private static readonly (string Kind, string Line, string Told)[] Bad =
    [
        ("organisations", """{"id":"x","name":"X","tier":"local","sector":"public","country":"XX"}""", "line 2, country: “XX” is no country code"),
        ("organisations", """{"id":"x","name":"X","tier":"local","sector":"public","country":"UK"}""", "such as GB"),
        ("organisations", """{"id":"x","name":"X","tier":"local","sector":"public","country":"Slovenia"}""", "line 2, country"),
        ("organisations", """{"id":"x","name":"X","tier":"city","sector":"public","country":"SI"}""", "line 2, tier: “city” is none of: local, regional, national, supranational."),
        ("organisations", """{"id":"x","name":"X","tier":"local","sector":"public","country":"SI","parent":"x"}""", "line 2, parent"),
        ("organisations", """{"id":"x","name":"X","tier":"local","sector":"public","country":"SI","parent":"nowhere"}""", "line 2, parent"),
        ("organisations", """{"id":"x","name":"X","tier":"local","sector":"public","country":"SI","contact_point":"ana"}""", "line 2, contact_point: “ana” is no e-mail address"),
        ("organisations", """{"id":"x","name":"X","tier":"local","sector":"public","country":"SI","domains":"no domain"}""", "line 2, domains"),
        ("organisations", """{"id":"town","name":"Again","tier":"local","sector":"public","country":"SI"}""", "line 2, id: “town” stands in line 1 already"),
        ("organisations", """{"id":"x","name":"X","tier":"local","sector":"public","country":["SI"]}""", "line 2, country: Expected one text"),
        ("organisations", """["id"]""", "line 2: Expected one JSON object"),
        ("organisations", """{"id":"\ud800","name":"X","tier":"local","sector":"public","country":"SI"}""", "line 2"),
        ("members", """{"email":"a@b@c.example","name":"A","organisation":"town"}""", "line 2, email"),
        ("members", """{"email":"a@localhost","name":"A","organisation":"town"}""", "line 2, email"),
        ("members", """{"email":"a b@c.example","name":"A","organisation":"town"}""", "line 2, email"),
        ("members", """{"email":"a@c..example","name":"A","organisation":"town"}""", "line 2, email"),
        ("members", """{"email":"ok@town.example","name":"A","organisation":"nowhere"}""", "line 2, organisation: No organisation has the id or name “nowhere”"),
        ("members", """{"email":"ok@town.example","name":"A","organisation":"town","zone":"Mars/North"}""", "line 2, zone"),
        ("members", """{"email":"ok@town.example","name":"A","organisation":"town","monthly_cap":"many"}""", "line 2, monthly_cap"),
        ("members", """{"email":"ok@town.example","name":"A","organisation":"town","ambassador":"perhaps"}""", "line 2, ambassador"),
        ("members", """{"email":"ok@town.example","name":"<img src=x onerror=alert(1)>","organisation":"town"}""", "line 2, name"),
        ("members", """{"email":"FIRST@town.example","name":"A","organisation":"town"}""", "line 2, email: “first@town.example” stands in line 1 already"),
        ("cases", """{"id":"2","title":"<script>alert(1)</script>","problem":"p","what_was_done":"w","outcome":"failed"}""", "line 2, title: There is HTML in the text (“<script>”)"),
        ("cases", """{"id":"2","title":"t","problem":"See <a href='x'>here</a>","what_was_done":"w","outcome":"failed"}""", "line 2, problem"),
        ("cases", """{"id":"2","title":"t","problem":"a\u0007b","what_was_done":"w","outcome":"failed"}""", "line 2, problem: There is a control character (U+0007)"),
        ("cases", """{"id":"2","title":"t","problem":"p","what_was_done":"w","outcome":"failed","year":"12 March 2020"}""", "line 2, year"),
        ("cases", """{"id":"2","title":"t","problem":"p","what_was_done":"w","outcome":"failed","year":20222}""", "line 2, year"),
        ("cases", """{"id":"2","title":"t","problem":"p","what_was_done":"w","outcome":"failed","links":"javascript:alert(1)"}""", "line 2, links"),
        ("cases", """{"id":"2","title":"t","problem":"p","what_was_done":"w","outcome":"failed","contacts":["ana@town.example","nobody"]}""", "line 2, contacts"),
        ("cases", """{"id":"2","title":"t","problem":"p","what_was_done":"w","outcome":"failed","organisation":"nowhere"}""", "line 2, organisation"),
        ("cases", """{"id":"2","title":"t","problem":"p","what_was_done":"w","outcome":"failed","readers":"everybody"}""", "line 2, readers"),
        ("cases", """{"id":"2","title":"t","problem":"p","what_was_done":"w","outcome":"failed","readers":"organisation"}""", "line 2, readers: Nobody could read this case"),
        ("cases", """{"id":"2","title":"t","problem":"p","what_was_done":"w","outcome":"failed","language":"slovene"}""", "line 2, language"),
        ("cases", """{"id":"2","title":"t","what_was_done":"w","outcome":"failed"}""", "line 2, problem: This field is required."),
        ("cases", """{"id":"1","title":"t","problem":"p","what_was_done":"w","outcome":"failed"}""", "line 2, id"),
        ("cases", """{"id":"2","title":"t","problem":{"no":"text"},"what_was_done":"w","outcome":"failed"}""", "line 2, problem"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Stores))]
    public async Task Every_bad_line_is_told_with_its_field_and_keeps_the_good_ones_out_too(StoreEngine engine)
    {
        await using var network = await NetworkOnDisk.On(engine);
        foreach (var (kind, line, told) in Bad.OrderBy(one => one.Kind != "organisations"))
        {
            if (kind != "organisations" && !await network.Read(db => db.Organisations.AnyAsync(Stop))) (await network.Import("organisations", Organisation)).ExitCode.ShouldBe(0);
            var called = await network.Import(kind, $"{Good(kind)}\n{line}");
            called.ExitCode.ShouldBe(2, line);
            called.Error.ShouldContain(told, Case.Sensitive, line);
            called.Out.ShouldBeEmpty();
            (await Stored(network)).ShouldBe((kind == "organisations" ? 0 : 1, 0, 0), line);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_file_of_records_at_all_is_told_so()
    {
        await using var network = await NetworkOnDisk.On(StoreEngine.Sqlite);
        foreach (var (name, bytes, told) in new (string, byte[], string)[]
        {
            ("empty.csv", [], "line 1"),
            ("picture.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0], "line 1"),
            ("picture.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0], "line 1: This is no Excel workbook"),
            ("zip.xlsx", [0x50, 0x4B, 0x05, 0x06, .. new byte[18]], "line 1: This is no Excel workbook"),
            ("words.csv", Encoding.UTF8.GetBytes("Dear colleagues\nplease find enclosed"), "line 1: The first row names no column that is known"),
            ("old.csv", Encoding.UTF8.GetBytes("id,title\r1,t\r"), "Lines end with CR alone"),
            ("twice.csv", Encoding.UTF8.GetBytes("id,id,title,problem,what_was_done,outcome\n1,1,t,p,w,failed"), "line 1, id: Two columns are this field"),
        })
        {
            await File.WriteAllBytesAsync(network.File(name), bytes, Stop);
            var called = await network.ImportFile("cases", name);
            called.ExitCode.ShouldBe(2, name);
            called.Error.ShouldContain(told, Case.Sensitive, name);
        }

        (await Stored(network)).ShouldBe((0, 0, 0));
    }

    private static string Good(string kind) => kind switch
    {
        "organisations" => Organisation,
        "members" => """{"email":"first@town.example","name":"A","organisation":"town"}""",
        _ => """{"id":"1","title":"t","problem":"p","what_was_done":"w","outcome":"failed"}""",
    };

    private static Task<(int, int, int)> Stored(NetworkOnDisk network) => network.Read(async db => (
        await db.Organisations.IgnoreQueryFilters().CountAsync(Stop), await db.Members.IgnoreQueryFilters().CountAsync(Stop), await db.Cases.IgnoreQueryFilters().CountAsync(Stop)));
}
