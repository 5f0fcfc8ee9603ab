using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Network.Events;

namespace InnovationBot.Service.CommandLine.Scripted;

/// <summary><c>create event</c> and <c>show event</c>.</summary>
[ScriptedKind("event")]
internal sealed class ScriptedEvent(MakeEvent make, CopyEvent copy, CountEvent count) : IScriptedKind
{
    public async Task<Result<string>?> Create(ScriptedFile file, MemberId? by, bool publish, CancellationToken stop)
    {
        var series = ScriptedSeries.Read(file);
        var input = new EventInput
        {
            Title = file.Text("title"), Kind = file.Text("kind"), Problem = file.Text("problem"), ProblemOwner = file.Text("problem_owner"), FollowUp = file.Text("follow_up"),
            Start = file.Text("start"), End = file.Text("end"), Deadline = file.Text("deadline"), Zone = file.Text("zone"), Place = file.Text("place"), Link = file.Text("link"),
            Capacity = file.Text("capacity"), OnlineCapacity = file.Text("online_capacity"), Agenda = file.Text("agenda"), Host = file.Text("host"), Series = series.Name,
            Accessibility = file.Text("accessibility"), Languages = file.List("languages"), Questions = Questions(file), Audience = file.Field("audience"),
        };
        if (file.Faults.Count > 0) return null;

        var made = await make.Create(input, by, publish, stop);
        foreach (var fault in made.Faults) file.Fault(fault.Field, fault.Why);
        if (made.Refusal is { } refusal) return (Result<string>)refusal;
        if (made.Event is not { } @event) return null;
        if (series is not { Rule: { } rule, More: { } more }) return (Result<string>?)@event.Id.ToString();

        var monthly = await copy.Monthly(@event.Id, rule, more, by, stop);
        return monthly.Match<Result<string>>(others => string.Join('\n', others.Select(one => one.Id).Append(@event.Id)), why => why);
    }

    public async Task<Result<JsonObject>> Show(string id, MemberId? by, CancellationToken stop)
    {
        if (!EntityId.TryRead<EventId>(id, out var known)) return Refusal.NotFound;
        return (await count.Handle(known, by, stop)).Match<Result<JsonObject>>(numbers => Shown(numbers), refusal => refusal);
    }

    private static JsonObject Shown(EventNumbers numbers) => new()
    {
        ["id"] = numbers.Event.Id.ToString(),
        ["state"] = Vocabulary.Write(numbers.State),
        ["capacity"] = numbers.Event.Capacity,
        ["going"] = numbers.Going,
        ["waitlist"] = numbers.Waiting,
        ["declined"] = numbers.Declined,
        ["registrations"] = new JsonArray([.. numbers.Answers.Select(one => (JsonNode)new JsonObject
        {
            ["email"] = one.Email,
            ["state"] = Vocabulary.Write(one.Registration.State),
            ["position"] = one.Position,
            ["answers"] = new JsonObject(one.Answers.Select(answer => KeyValuePair.Create(answer.Label, (JsonNode?)JsonValue.Create(answer.Text)))),
        })]),
    };

    private static List<EventQuestionInput> Questions(ScriptedFile file)
    {
        var questions = new List<EventQuestionInput>();
        foreach (var (question, i) in file.Objects("questions").Select((question, i) => (question, i)))
        {
            var at = $"questions[{i}]";
            questions.Add(new(
                file.TextOf(Of("label"), $"{at}.label"), file.TextOf(Of("kind"), $"{at}.kind"), file.ListOf(Of("choices"), $"{at}.choices")));

            System.Text.Json.JsonElement Of(string field) => question.TryGetProperty(field, out var value) ? value : default;
        }

        return questions;
    }
}
