using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;

namespace InnovationBot.Service.CommandLine.Scripted;

/// <summary><c>create broadcast</c> and <c>show broadcast</c>.</summary>
[ScriptedKind("broadcast")]
internal sealed class ScriptedBroadcast(ComposeBroadcast compose, PublishBroadcast publishing, ListBroadcasts list) : IScriptedKind
{
    public async Task<Result<string>?> Create(ScriptedFile file, MemberId? by, bool publish, CancellationToken stop)
    {
        if (Read(file) is not { } draft) return null;
        var made = await compose.Create(draft, by, stop);
        if (made.Refusal is { } refusal) return (Result<string>)refusal;
        if (!publish) return made.Value.Id.ToString();

        var published = await publishing.Handle(made.Value.Id, by, null, inChat: false, stop);
        if (published.Refusal is not { } unpublished) return made.Value.Id.ToString();
        await compose.Discard(made.Value.Id, stop); // nothing is stored of what was refused
        return (Result<string>)unpublished;
    }

    public async Task<Result<JsonObject>> Show(string id, MemberId? by, CancellationToken stop)
    {
        if (!EntityId.TryRead<BroadcastId>(id, out var known)) return Refusal.NotFound;
        return (await list.Show(known, by, counted: false, stop)).Match<Result<JsonObject>>(view => Shown(view), refusal => refusal);
    }

    private static JsonObject Shown(BroadcastView view) => view.Broadcast.HidesNumbers ? WithoutNumbers(view) : new()
    {
        ["id"] = view.Broadcast.Id.ToString(),
        ["state"] = Vocabulary.Write(view.Broadcast.State),
        ["recipients"] = view.Numbers.Recipients,
        ["queued"] = view.Numbers.Queued,
        ["sent"] = view.Numbers.Sent,
        ["failed"] = new JsonObject(view.Numbers.Failed.Select(one => KeyValuePair.Create(Vocabulary.Write(one.Key), (JsonNode?)JsonValue.Create(one.Value)))),
        ["unknown"] = view.Numbers.Unknown,
        ["answered"] = view.Numbers.Answered,
    };

    /// <summary>Of people whose problem fits an event nothing is told but how many there are, where they are many.</summary>
    private static JsonObject WithoutNumbers(BroadcastView view) => new()
    {
        ["id"] = view.Broadcast.Id.ToString(),
        ["state"] = Vocabulary.Write(view.Broadcast.ShownState),
        ["recipients"] = view.Fitting is { IsShown: true, Count: var people } ? people : null,
        ["queued"] = null,
        ["sent"] = null,
        ["failed"] = null,
        ["unknown"] = null,
        ["answered"] = null,
    };

    private static ComposeBroadcast.Draft? Read(ScriptedFile file)
    {
        var kinds = string.Join(", ", Vocabulary.All<BroadcastKind>());
        if (!Vocabulary.TryRead<BroadcastKind>(file.Text("kind"), out var kind)) file.Fault("kind", $"Write one of: {kinds}.");
        var about = Vocabulary.All<BroadcastKind>().Where(name => name != "message").Select(field => (Field: field == "story" ? "case" : field, Id: file.Text(field == "story" ? "case" : field))).ToList();
        var own = kind switch { BroadcastKind.Event => "event", BroadcastKind.Award => "award", BroadcastKind.Story => "case", _ => null };
        Guid? subject = null;
        foreach (var (field, id) in about.Where(one => one.Id is not null))
        {
            if (field != own) file.Fault(field, own is null ? $"Leave it out: the kind {Vocabulary.Write(kind)} is about nothing else." : $"Leave it out: the kind {Vocabulary.Write(kind)} takes {own}.");
            else if (Guid.TryParseExact(id, "N", out var read)) subject = read;
            else file.Fault(field, "Write the id that creating or listing it printed: 32 digits.");
        }

        SendAt? at = null;
        if (file.Text("at") is { } written && (at = SendAt.Read(written)) is null)
            file.Fault("at", "Write 2027-03-01T09:00 for that time on each reader's own clock, or 2027-03-01T09:00+01:00 for one moment.");
        var audience = file.Field("audience");
        Audience? meant = null;
        if (audience.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            var read = AudienceJson.Read(audience);
            if (read.Refusal is { } refusal) file.Fault(refusal.Facts.TryGetValue("field", out var at2) ? $"{at2}" : "audience", refusal);
            else meant = read.Value;
        }
        else
        {
            file.Fault("audience", AudienceRefusals.Missing);
        }

        var content = new BroadcastContent
        {
            Title = Texts(file, "title"), Text = Texts(file, "text"), Picture = Plain(file.Text("picture")), Alt = Plain(file.Text("alt")),
            Buttons = [.. file.Objects("buttons").Select((button, i) => new BroadcastButton(Part(file, button, "title", i), Part(file, button, "url", i)))],
        };
        var (urgent, reason) = (file.Flag("urgent"), file.Text("reason"));
        return file.Faults.Count > 0 ? null : new ComposeBroadcast.Draft(kind, content, subject, meant, at, urgent, reason);
    }

    /// <summary>A text, or an object with one for each language.</summary>
    private static Dictionary<string, string> Texts(ScriptedFile file, string field)
    {
        var value = file.Field(field);
        var texts = new Dictionary<string, string>();
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return texts;
            case JsonValueKind.String:
                texts[BroadcastContent.AnyLanguage] = Plain(value.GetString())!;
                return texts;
            case JsonValueKind.Object when value.EnumerateObject().All(one => one.Value.ValueKind == JsonValueKind.String):
                foreach (var one in value.EnumerateObject()) texts[one.Name.Trim().ToLowerInvariant()] = Plain(one.Value.GetString())!;
                return texts;
            default:
                file.Fault(field, "Write a text, or one for each language: { \"en\": \"…\", \"sl\": \"…\" }.");
                return texts;
        }
    }

    private static string Part(ScriptedFile file, JsonElement button, string name, int i) =>
        Plain(file.TextOf(button.TryGetProperty(name, out var value) ? value : default, $"buttons[{i}].{name}")) ?? "";

    private static string? Plain(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
}
