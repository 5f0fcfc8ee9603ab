using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Service.CommandLine.Scripted;

/// <summary><c>create award</c> and <c>show award</c>.</summary>
[ScriptedKind("award")]
internal sealed class ScriptedAward(MakeAward make, ListAwards list) : IScriptedKind
{
    public async Task<Result<string>?> Create(ScriptedFile file, MemberId? by, bool publish, CancellationToken stop)
    {
        var input = new AwardInput
        {
            Name = file.Text("name"), Story = file.Text("story"), Tracks = file.List("tracks"), Categories = Categories(file),
            CallOpens = file.Text("call_opens"), CallCloses = file.Text("call_closes"), EndorsementsClose = file.Text("endorsements_close"),
            EligibilityCloses = file.Text("eligibility_closes"), JuryCloses = file.Text("jury_closes"), ObjectionDays = file.Text("objection_days"), Announce = file.Text("announce"),
            Zone = file.Text("zone"), ScoresPerNomination = file.Text("scores_per_nomination"), Rules = file.Text("rules"), RetentionMonths = file.Text("retention_months"),
            Feedback = file.Field("feedback").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : file.Flag("feedback"),
            Nominators = file.Field("nominators"), Nominees = file.Field("nominees"),
        };
        if (file.Faults.Count > 0) return null;

        var made = await make.Create(input, by, publish, stop);
        foreach (var fault in made.Faults) file.Fault(fault.Field, fault.Why);
        if (made.Refusal is { } refusal) return (Result<string>)refusal;
        return made.Round is { } round ? (Result<string>?)round.Id.ToString() : null;
    }

    public async Task<Result<JsonObject>> Show(string id, MemberId? by, CancellationToken stop)
    {
        if (!EntityId.TryRead<AwardRoundId>(id, out var known)) return Refusal.NotFound;
        return (await list.Count(known, by, stop)).Match<Result<JsonObject>>(
            found => new JsonObject
            {
                ["id"] = found.Round.Id.ToString(),
                ["state"] = Vocabulary.Write(found.State),
                ["categories"] = new JsonArray([.. found.Categories.Select(one => (JsonNode)new JsonObject
                {
                    ["name"] = one.Category.Name, ["nominations"] = one.Nominations, ["jurors"] = one.Jurors, ["scored"] = one.Scored,
                })]),
            },
            refusal => refusal);
    }

    private static List<AwardCategoryInput> Categories(ScriptedFile file)
    {
        var categories = new List<AwardCategoryInput>();
        foreach (var (category, i) in file.Objects("categories").Select((category, i) => (category, i)))
        {
            var at = $"categories[{i}]";
            categories.Add(new(null, file.TextOf(Of(category, "name"), $"{at}.name"), Criteria(file, Of(category, "criteria"), $"{at}.criteria"), file.TextOf(Of(category, "winners"), $"{at}.winners"), file.ListOf(Of(category, "jurors"), $"{at}.jurors")));
        }

        return categories;
    }

    private static List<AwardCriterionInput> Criteria(ScriptedFile file, JsonElement value, string at)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            file.Fault(at, "Write a list: [{ \"name\": \"…\", \"weight\": 2, \"anchors\": [\"…\", \"…\", \"…\"] }].");
            return [];
        }

        return [.. value.EnumerateArray().Select((one, i) => one.ValueKind == JsonValueKind.Object
            ? new AwardCriterionInput(null, file.TextOf(Of(one, "name"), $"{at}[{i}].name"), file.TextOf(Of(one, "weight"), $"{at}[{i}].weight"), Anchors(file, Of(one, "anchors"), $"{at}[{i}].anchors"))
            : new AwardCriterionInput(null, file.TextOf(one, $"{at}[{i}]"), null, []))];
    }

    /// <summary>A list, or an object with the numbers 1 to 5 as its fields.</summary>
    private static IReadOnlyList<string> Anchors(ScriptedFile file, JsonElement value, string at) => value.ValueKind == JsonValueKind.Object
        ? [.. Enumerable.Range(1, 5).Select(n => file.TextOf(Of(value, n.ToString(System.Globalization.CultureInfo.InvariantCulture)), $"{at}.{n}") ?? "")]
        : file.ListOf(value, at);

    private static JsonElement Of(JsonElement parent, string field) => parent.TryGetProperty(field, out var value) ? value : default;
}
