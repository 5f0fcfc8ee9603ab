using System.Globalization;
using System.Text.RegularExpressions;

namespace InnovationBot.Network.Events;

/// <summary>Reads what somebody wrote about an event, field by field, so that all that is to be mended is told at once.</summary>
public sealed partial class ReadEvent
{
    /// <summary>Longer ones are typing errors of a year.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private readonly EventInput input;
    private readonly List<EventFault> faults = [];

    private ReadEvent(EventInput input) => this.input = input;

    /// <param name="input">As written.</param>
    /// <param name="defaultZone">Of an event that names none.</param>
    /// <param name="faults">What has to be mended; the plan is of no use while there are any.</param>
    public static EventPlan Read(EventInput input, string defaultZone, out IReadOnlyList<EventFault> faults, out EventInstants instants)
    {
        var reading = new ReadEvent(input);
        var plan = reading.Plan(defaultZone);
        instants = reading.Instants(plan);
        faults = reading.faults;
        return plan;
    }

    /// <summary>What a draft may still lack, and an event that others see may not.</summary>
    public static IReadOnlyList<EventFault> Missing(EventPlan plan, MemberId? problemOwner)
    {
        List<EventFault> missing = [];
        if (plan.Kind is null) missing.Add(new("kind", EventRefusals.FieldMissing));
        if (plan.Start is null) missing.Add(new("start", EventRefusals.FieldMissing));
        if (plan.End is null) missing.Add(new("end", EventRefusals.FieldMissing));
        if (!plan.NeedsProblem) return missing;
        if (plan.Problem is null) missing.Add(new("problem", EventRefusals.NeedsProblem));
        if (problemOwner is null) missing.Add(new("problem_owner", EventRefusals.NeedsProblem));
        if (plan.FollowUp is null) missing.Add(new("follow_up", EventRefusals.NeedsProblem));
        return missing;
    }

    /// <summary>What the clock forbids: to be looked at again when a draft is published.</summary>
    public static IReadOnlyList<EventFault> Past(EventInstants instants, DateTimeOffset now)
    {
        if (instants.Start <= now) return [new("start", EventRefusals.StartPast)];
        return instants.Deadline <= now ? [new("deadline", EventRefusals.DeadlinePast)] : [];
    }

    private EventPlan Plan(string defaultZone)
    {
        var start = Time("start", input.Start);
        return new()
        {
            Title = Text("title", input.Title, EventPlan.MostTitle) ?? Missing("title"),
            Kind = Word<EventKind>("kind", input.Kind),
            Problem = Text("problem", input.Problem, EventPlan.MostProse),
            FollowUp = Time("follow_up", input.FollowUp)?.Date,
            Start = start,
            End = Time("end", input.End) ?? (start is { IsDate: true } ? start : null), // one whole day
            Deadline = Time("deadline", input.Deadline),
            Zone = Zone() ?? defaultZone,
            Place = Text("place", input.Place, EventPlan.MostLine),
            Link = Link(),
            Capacity = Seats("capacity", input.Capacity),
            OnlineCapacity = Seats("online_capacity", input.OnlineCapacity),
            Agenda = Text("agenda", input.Agenda, EventPlan.MostProse),
            Host = Text("host", input.Host, EventPlan.MostLine),
            Series = Text("series", input.Series, EventPlan.MostLine),
            Languages = [.. input.Languages.Select(Language).OfType<Language>().Distinct()],
            Questions = Questions(),
            Accessibility = Text("accessibility", input.Accessibility, EventPlan.MostProse),
        };
    }

    private EventInstants Instants(EventPlan plan)
    {
        if (plan.FoundZone is not { } zone) return default;
        if (plan is { Start: { } from, End: { } to } && from.IsDate != to.IsDate) Fault("end", EventRefusals.DaysAndTimesMixed);

        var start = At("start", plan.Start, zone);
        var end = At("end", plan.End is { IsDate: true } last ? last.AddDays(1) : plan.End, zone);
        var deadline = At("deadline", plan.Deadline is { IsDate: true } day ? day.AddDays(1) : plan.Deadline, zone) ?? start; // until the end of that day
        if (end <= start) Fault("end", EventRefusals.EndBeforeStart);
        else if (end - start > Longest) Fault("end", EventRefusals.TooLong);
        if (plan.Deadline is { IsDate: true } && deadline > start && plan.Deadline.Value.Date == plan.Start!.Value.Date) deadline = start;
        if (deadline > start) Fault("deadline", EventRefusals.DeadlineAfterStart);
        if (plan.FollowUp is { } followUp && plan.End is { } ends && followUp < ends.Date) Fault("follow_up", EventRefusals.FollowUpBeforeEnd);
        return new(start, end, deadline);
    }

    private DateTimeOffset? At(string field, LocalTime? time, TimeZoneInfo zone)
    {
        if (time is not { } local) return null;
        var at = local.In(zone);
        if (at.Refusal is not { } refusal) return at.Value;
        Fault(field, refusal);
        return null;
    }

    private LocalTime? Time(string field, string? written)
    {
        if (Given(written) is not { } text) return null;
        if (LocalTime.TryRead(text, out var read)) return read;
        Fault(field, text is ['T', >= '0' and <= '9', ..] ? EventRefusals.DayMissing : Offset().IsMatch(text) ? EventRefusals.TimeHasOffset : EventRefusals.TimeUnreadable);
        return null;
    }

    private string? Zone()
    {
        if (Given(input.Zone) is not { } text) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId && !text.Contains(' ', StringComparison.Ordinal)) return text;
        Fault("zone", EventRefusals.ZoneUnknown);
        return null;
    }

    private string? Link()
    {
        if (Given(input.Link) is not { } text) return null;
        if (text.Length <= 2000 && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps && link.UserInfo.Length == 0) return link.AbsoluteUri;
        Fault("link", EventRefusals.LinkNotHttps);
        return null;
    }

    private int? Seats(string field, string? written)
    {
        if (Given(written) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seats) && seats is >= 1 and <= EventPlan.MostSeats) return seats;
        Fault(field, EventRefusals.CapacityNoNumber);
        return null;
    }

    private Language? Language(string code)
    {
        var text = code.Trim();
        if (text.Length == 2 && text.All(char.IsAsciiLetter)) return new Language(text.ToLowerInvariant());
        Fault("languages", EventRefusals.LanguageUnknown(text));
        return null;
    }

    private List<EventQuestion> Questions()
    {
        List<EventQuestion> questions = [];
        if (input.Questions.Count > EventPlan.MostQuestions) Fault("questions", EventRefusals.TooManyQuestions);
        for (var i = 0; i < input.Questions.Count; i++)
        {
            var (field, asked) = ($"questions[{i}]", input.Questions[i]);
            var kind = Word<EventQuestionKind>($"{field}.kind", asked.Kind) ?? EventQuestionKind.Text;
            if (Text($"{field}.label", asked.Label, EventPlan.MostLine) is not { } label)
            {
                Fault($"{field}.label", EventRefusals.FieldMissing);
                continue;
            }

            var choices = asked.Choices.Select(choice => Text($"{field}.choices", choice, EventPlan.MostLine)).OfType<string>().Distinct().ToList();
            if (kind == EventQuestionKind.Choice && choices.Count < 2) Fault($"{field}.choices", EventRefusals.ChoicesMissing);
            if (choices.Count > EventPlan.MostChoices) Fault($"{field}.choices", EventRefusals.TooManyChoices);
            if (questions.Exists(one => one.Label == label)) Fault($"{field}.label", EventRefusals.QuestionTwice);
            questions.Add(new(label, kind, kind == EventQuestionKind.Choice ? choices : []));
        }

        var characters = questions.Sum(question => question.Label.Length + question.Choices.Sum(choice => choice.Length));
        if (characters > EventPlan.MostQuestionText) Fault("questions", EventRefusals.TextTooLong(EventPlan.MostQuestionText, characters));
        return questions;
    }

    private string? Text(string field, string? written, int most)
    {
        if (Given(written) is not { } text) return null;
        if (text.Length > most) Fault(field, EventRefusals.TextTooLong(most, text.Length));
        if (Markup.IsIn(text)) Fault(field, EventRefusals.HtmlInText);
        return text;
    }

    private TEnum? Word<TEnum>(string field, string? written) where TEnum : struct, Enum
    {
        if (Given(written) is not { } text) return null;
        if (Vocabulary.TryRead<TEnum>(text, out var word)) return word;
        Fault(field, EventRefusals.WordUnknown(text, Vocabulary.All<TEnum>()));
        return null;
    }

    private string Missing(string field)
    {
        Fault(field, EventRefusals.FieldMissing);
        return "";
    }

    private void Fault(string field, Refusal why) => faults.Add(new(field, why));

    private static string? Given(string? written)
    {
        var text = written?.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
        return text is { Length: > 0 } ? text : null;
    }

    [GeneratedRegex(@"T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Offset();
}
