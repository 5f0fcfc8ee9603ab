using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>The organiser's questions as lines of a field: "Team", "Table: A / B".</summary>
internal static class EventQuestionLines
{
    public static string Write(IEnumerable<EventQuestionInput> questions) => string.Join('\n', questions
        .Where(question => question.Kind is "text" or "choice")
        .Select(question => question.Choices.Count > 0 ? $"{question.Label}: {string.Join(" / ", question.Choices)}" : question.Label));

    public static IEnumerable<EventQuestionInput> Read(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.LastIndexOf(':');
            var choices = colon > 0 ? line[(colon + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
            yield return choices.Length > 1 ? new(line[..colon].Trim(), "choice", choices) : new(line, "text", []);
        }
    }
}

/// <summary>Audiences that the form offers; any other is written on the command line, and kept.</summary>
internal static class AudienceChoices
{
    public const string Other = "other";

    private static readonly Dictionary<string, Audience> Known = new()
    {
        ["everyone"] = Audience.All,
        ["public"] = new() { Sectors = [Sector.Public] },
        ["local"] = new() { Tiers = [Tier.Local] },
        ["regional"] = new() { Tiers = [Tier.Regional] },
        ["national"] = new() { Tiers = [Tier.National] },
        ["ambassadors"] = new() { Roles = [Network.People.Roles.GrantedRole.Ambassador] },
    };

    public static IEnumerable<string> All => Known.Keys;

    public static string Of(Audience audience)
    {
        var written = Written(audience);
        return Known.FirstOrDefault(one => Written(one.Value) == written).Key ?? Other;
    }

    /// <returns>None when what is there is to be kept.</returns>
    public static Audience? Read(string choice, Audience? there) =>
        Known.TryGetValue(choice, out var audience) && (there is null || Of(there) != choice) ? audience with { OnlyOf = there?.OnlyOf } : null;

    private static string Written(Audience audience) => System.Text.Json.JsonSerializer.Serialize(audience with { OnlyOf = null });
}

/// <summary>Puts what a step's fields hold into the event as it was.</summary>
internal static class EventFields
{
    public static EventInput Read(EventInput was, EventStep step, PressData data, Say say) => step switch
    {
        EventStep.What => was with
        {
            Title = data.Text("title"), Kind = data.Text("kind"), Problem = data.Text("problem"), ProblemOwner = data.Text("problem_owner"), FollowUp = data.Text("follow_up"),
        },
        EventStep.When => was with
        {
            Start = When(data, "start", "start_day"), End = When(data, "end", "start_day"), Zone = data.Text("zone", 64), Place = data.Text("place"), Link = data.Text("link"),
            Capacity = data.Text("capacity", 20), OnlineCapacity = data.Text("online_capacity", 20), Deadline = Deadline(was, data),
        },
        EventStep.More => was with
        {
            Agenda = data.Text("agenda"), Host = data.Text("host"), Accessibility = data.Text("accessibility"), Series = data.Text("series"), Languages = data.Choices("languages"),
        },
        _ => was with
        {
            Questions = Questions(was, data, say),
            KnownAudience = AudienceChoices.Read(data.Text("audience", 32), was.KnownAudience) ?? was.KnownAudience,
        },
    };

    /// <summary>A time without a day is one of the day that it begins; where there is none either, it is told.</summary>
    private static string When(PressData data, string field, string otherDay) => (data.Text($"{field}_day", 20), data.Text($"{field}_time", 20)) switch
    {
        (var day, "") => day,
        ("", var time) => $"{data.Text(otherDay, 20)}T{time}",
        var (day, time) => $"{day}T{time}",
    };

    /// <summary>A deadline with an hour, from the command line, stays while its day does.</summary>
    private static string? Deadline(EventInput was, PressData data) =>
        data.Text("deadline_day", 20) is var day && was.Deadline is { } before && day.Length > 0 && before.StartsWith(day, StringComparison.Ordinal) ? before : day;

    private static List<EventQuestionInput> Questions(EventInput was, PressData data, Say say)
    {
        var questions = EventQuestionLines.Read(data.Text("questions")).ToList();
        Need(EventQuestionKind.Dietary, "ask_food", "Events.FoodQuestion");
        Need(EventQuestionKind.Accessibility, "ask_access", "Events.AccessQuestion");
        return questions;

        void Need(EventQuestionKind kind, string field, string text)
        {
            if (!data.Flag(field)) return;
            var word = Vocabulary.Write(kind);
            var before = was.Questions.Where(question => question.Kind == word).ToList();
            // those who sign up read it in the organiser's language, as all of the event
            if (before.Count > 0) questions.AddRange(before);
            else questions.Add(new(say[text], word, []));
        }
    }
}
