using System.Text.Encodings.Web;
using System.Text.Json;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;

namespace InnovationBot.Service.Tests.Transfer;

/// <summary>Export, an empty store, import, export: equal to the byte, whatever the records hold.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Kinds = ["organisations", "members", "cases"];

    [Theory, ClassData(typeof(Stores))]
    public async Task Random_records_of_all_kinds_come_back_to_the_byte_by_either_format(StoreEngine engine)
    {
        var records = new RandomRecords(seed: 20_261);
        await using var first = await NetworkOnDisk.On(engine);
        foreach (var kind in Kinds)
        {
            var imported = await first.Import(kind, records.JsonLines(kind));
            imported.ExitCode.ShouldBe(0, imported.Error);
        }

        foreach (var format in new[] { "jsonl", "csv" })
        {
            await using var second = await NetworkOnDisk.On(engine);
            var exported = new Dictionary<string, byte[]>();
            foreach (var kind in Kinds)
            {
                exported[kind] = await first.Export(kind, format);
                exported[kind].Length.ShouldBeGreaterThan(5_000);
                await File.WriteAllBytesAsync(second.File($"{kind}.{format}"), exported[kind], TestContext.Current.CancellationToken);
                var imported = await second.ImportFile(kind, $"{kind}.{format}");
                imported.ExitCode.ShouldBe(0, imported.Error);
            }

            foreach (var kind in Kinds) (await second.Export(kind, format)).ShouldBe(exported[kind]);
            (await second.ImportFile("cases", $"cases.{format}")).Out.ShouldContain(" 0 new, 0 changed");
        }
    }

    [Fact]
    public async Task Cases_leave_in_the_shape_of_case_studies_with_their_organisation_as_they_chose_to_show_it()
    {
        await using var network = await NetworkOnDisk.On(StoreEngine.Sqlite);
        (await network.Import("organisations", """{"id":"lipovec","name":"Občina Lipovec","tier":"local","sector":"public","country":"SI"}""")).ExitCode.ShouldBe(0);
        var imported = await network.Import("cases", string.Join("\n",
            """{"id":"a","title":"One desk","problem":"People queue twice.","what_was_done":"One desk for both.","outcome":"failed","lesson":"Ask first.","organisation":"lipovec","country":"SI","users":"co_designed","barriers":["legal"]}""",
            """{"id":"b","title":"Kind only","problem":"People queue twice.","what_was_done":"One desk for both.","outcome":"partly","organisation":"Občina Lipovec","shown_as":"kind"}""",
            """{"id":"c","title":"Private","problem":"People queue twice.","what_was_done":"One desk for both.","outcome":"partly","readers":"private"}"""));
        imported.ExitCode.ShouldBe(0, imported.Error);

        var written = JsonElement.Parse(await network.Export("cases", "opsi.json"));
        written.GetProperty("format").GetString().ShouldBe("opsi-case-studies");
        var cases = written.GetProperty("cases").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
        cases["a"].GetProperty("organisation").GetString().ShouldBe("Občina Lipovec");
        cases["a"].GetProperty("level_of_government").GetString().ShouldBe("Local government");
        cases["a"].GetProperty("users_stakeholders_and_beneficiaries").GetString().ShouldBe("Users took part in the design.");
        cases["a"].GetProperty("challenges_and_failures")[0].GetString().ShouldBe("legal");
        cases["a"].GetProperty("lessons_learned").GetString().ShouldBe("Ask first.");
        cases["b"].TryGetProperty("organisation", out _).ShouldBeFalse();
        string.Join(' ', cases.Keys).ShouldBe("a b", customMessage: "the collection is read by everybody");
    }

    /// <summary>Records of all that the format allows: every field or none, texts that quote, break lines, begin like formulas and lists, in many scripts.</summary>
    private sealed class RandomRecords(int seed)
    {
        private const int Count = 60;

        private static readonly string[] Pieces =
        [
            "permit", "\"quoted\"", "a,b", "semi;colon", "line\nbreak", "=SUM(A1)", "+1", "-1", "@home", "'", "''=x", "[\"a\"]", "[", "]", "čšž ŠČŽ", "æøå", "Straße", "naïve",
            "Ελλάδα", "Київ", "漢字", "👩🏽‍💻", "\t", "a < b > c", "100 %", "\\n", "{\"x\":1}", "null", "true", "0012", "  inner  ", "e\u0301", "\u00A0", "…", "—",
        ];

        private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        private readonly Random random = new(seed);

        public string JsonLines(string kind) => string.Join("\n", Enumerable.Range(0, Count).Select(number => JsonSerializer.Serialize(kind switch
        {
            "organisations" => Organisation(number),
            "members" => Member(number),
            _ => Case(number),
        }, Readable)));

        private Dictionary<string, object> Organisation(int number) => new Dictionary<string, object>
        {
            ["id"] = Id("o", number), ["name"] = Text(), ["tier"] = Any("local", "regional", "national", "supranational"), ["sector"] = Any("public", "private", "academic", "civil_society"),
            ["country"] = Any("SI", "de", "BE", "XK"),
        }.With(Maybe("parent", () => number > 0 ? Id("o", random.Next(number)) : Id("o", number + 1)), Maybe("policy_areas", Texts), Maybe("website", Text),
            Maybe("contact_point", () => Email(random.Next(Count * 2))), Maybe("domains", () => new List<string> { "town.example", $"d{number}.example" }));

        private Dictionary<string, object> Member(int number) => new Dictionary<string, object>
        {
            ["email"] = Email(number), ["name"] = Text(), ["organisation"] = Id("o", random.Next(Count)),
        }.With(Maybe("role", Text), Maybe("languages", () => new List<string> { Any("sl", "en", "it"), "da" }), Maybe("country", () => "SI"), Maybe("zone", () => "Europe/Ljubljana"),
            Maybe("offers", Texts), Maybe("topics", Texts), Maybe("ambassador", () => random.Next(2) == 0), Maybe("monthly_cap", () => random.Next(1, 20)),
            Maybe("entra_object_id", () => $"account-{number}"), Maybe("visibility", () => Any("listed", "organisation", "unlisted")));

        private Dictionary<string, object> Case(int number) => new Dictionary<string, object>
        {
            ["id"] = Id("c", number), ["title"] = Text(), ["problem"] = Text(), ["what_was_done"] = Text(), ["outcome"] = Any("succeeded", "partly", "failed", "stopped_early", "too_early"),
        }.With(Maybe("result", Text), Maybe("lesson", Text), Maybe("organisation", () => Id("o", random.Next(Count))), Maybe("policy_area", Text), Maybe("tier", () => "local"),
            Maybe("sector", () => "academic"), Maybe("country", () => "DK"), Maybe("users", () => Any("none", "consulted", "co_designed", "user_led")), Maybe("partners", Texts),
            Maybe("links", () => new List<string> { "https://town.example/a?b=1;c=2" }), Maybe("contacts", () => new List<string> { Email(random.Next(Count * 2)), Email(number) }.Distinct().ToList()),
            Maybe("tags", Texts), Maybe("year", () => random.Next(1990, 2027)), Maybe("language", () => Any("sl", "en", "fr", "it")), Maybe("barriers", () => new List<string> { "legal", "trust" }),
            Maybe("readers", () => Any("network", "public_bodies", "private")), Maybe("shown_as", () => Any("named", "kind"))).ForItsOrganisation(random.Next(4) == 0);

        /// <summary>Ordinal order of these is neither that of numbers nor of any language.</summary>
        private static string Id(string kind, int number) => number % 3 == 0 ? $"{kind}-{number}" : number % 3 == 1 ? $"Č{kind}={number}" : $"-{kind} \"{number}\"";

        private static string Email(int number) => $"person.{number}@town.example";

        private string Text()
        {
            // a title never reads as a list: in a cell it would be one
            var text = string.Join(" ", Enumerable.Range(0, random.Next(1, 6)).Select(_ => Any(Pieces))).Trim();
            return text.Length == 0 || string.IsNullOrWhiteSpace(text) ? "x" : text is ['[', .., ']'] ? $"{text} x" : text;
        }

        private List<string> Texts() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Text()).Distinct()];

        private string Any(params string[] choices) => choices[random.Next(choices.Length)];

        private (string, object)? Maybe<T>(string field, Func<T> value) where T : notnull => random.Next(3) > 0 ? (field, value()) : null;
    }
}

file static class Fields
{
    public static Dictionary<string, object> With(this Dictionary<string, object> record, params ReadOnlySpan<(string Field, object Value)?> optional)
    {
        foreach (var one in optional)
            if (one is var (field, value)) record[field] = value;
        return record;
    }

    /// <summary>Where it has one.</summary>
    public static Dictionary<string, object> ForItsOrganisation(this Dictionary<string, object> record, bool isOnly)
    {
        if (isOnly && record.ContainsKey("organisation")) record["readers"] = "organisation";
        return record;
    }
}
