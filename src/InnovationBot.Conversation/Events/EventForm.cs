using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;
using InnovationBot.Network.Time;

namespace InnovationBot.Conversation.Events;

/// <summary>The steps in which an organiser describes an event; each is saved when one goes on, so that closing a dialog loses nothing.</summary>
public enum EventStep { What, When, More, Who }

/// <summary>One step as it is filled in.</summary>
/// <param name="Event">None before the first step is saved.</param>
/// <param name="Faults">What of the step, or of an earlier one, has to be mended.</param>
public sealed record EventFormView(EventId? Event, EventStep Step, EventInput Input, IReadOnlyList<EventFault> Faults, bool IsPublished);

/// <summary>Draws one step with what was typed, right or wrong.</summary>
public static class EventForm
{
    private static readonly string[] Zones = [.. PublicHolidays.KnownCountries.Select(country => PublicHolidays.Of(country).Zone).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public static AdaptiveCard For(EventFormView view, Reading reading)
    {
        var (say, input) = (reading.Say, view.Input);
        var body = new List<CardElement>();
        if (view.Faults.Count > 0)
            body.Add(new Container
            {
                Style = ContainerStyle.Accent,
                Items = [.. view.Faults.Take(5).Select(fault => new TextBlock(Markdown.Escape(say.Named(say.Field(fault.Field), Refusals.Sentence(fault.Why, say)))))],
            });
        body.AddRange(view.Step switch
        {
            EventStep.What => What(input, say),
            EventStep.When => When(input, say),
            EventStep.More => More(input, say),
            _ => Who(input, say),
        });
        var data = CardData.Of(("step", Vocabulary.Write(view.Step))) is var step && view.Event is { } id ? step.With("event", id.ToString()) : step;
        body.Add(HouseStyle.StrongButton(say[view.IsPublished ? "Events.SaveChanges" : view.Step == EventStep.Who ? "Events.ToPreview" : "Events.NextStep"], "event/save", data));
        if (view.Event is { } known)
        {
            if (!view.IsPublished && view.Step > EventStep.What)
                body.Add(HouseStyle.Back(say["Words.Back"], "event/edit", CardData.Of(("event", known.ToString()), ("step", Vocabulary.Write(view.Step - 1)))));
            else
                body.Add(HouseStyle.Back(say["Words.Back"], "event/manage", ("event", known.ToString())));
        }
        else
        {
            body.Add(HouseStyle.Back(say["Words.Back"], "event/list"));
        }

        return HouseStyle.Card(say.Language.Code, say[$"Events.Step_{Vocabulary.Write(view.Step)}"], body);
    }

    /// <summary>What a field is called on the form.</summary>
    public static string Field(this Say say, string field)
    {
        var key = field.IndexOfAny(['.', '[']) is > 0 and var at ? field[..at] : field;
        return say[$"Events.Field_{key}"];
    }

    private static IEnumerable<CardElement> What(EventInput input, Say say) =>
    [
        Text("title", input.Title, say, EventPlan.MostTitle) with { IsRequired = true, ErrorMessage = say.FieldMissing(say.Field("title")) },
        new ChoiceSetInput
        {
            Id = "kind", Label = say.Field("kind"), ErrorMessage = say["Words.ChooseOne"], Placeholder = say["Words.ChooseOne"],
            Choices = [.. Enum.GetValues<EventKind>().Select(kind => new Choice(say.Word(kind), Vocabulary.Write(kind)))],
            Chosen = input.Kind is { Length: > 0 } kind ? [kind] : [],
        },
        Text("problem", input.Problem, say, EventPlan.MostProse) with { IsMultiline = true },
        Text("problem_owner", input.ProblemOwner, say, EventPlan.MostLine) with { Placeholder = say["Events.EmailPlaceholder"] },
        new DateInput { Id = "follow_up", Label = say.Field("follow_up"), ErrorMessage = say["Words.DayError"], Value = Date(input.FollowUp) },
        HouseStyle.Subtle(say["Events.NeedsProblemHint"]),
    ];

    private static IEnumerable<CardElement> When(EventInput input, Say say) =>
    [
        new DateInput { Id = "start_day", Label = say["Events.StartDay"], ErrorMessage = say["Words.DayError"], Value = Date(input.Start) },
        new TimeInput { Id = "start_time", Label = say["Events.StartTime"], ErrorMessage = say["Words.TimeError"], Value = Time(input.Start) },
        new DateInput { Id = "end_day", Label = say["Events.EndDay"], ErrorMessage = say["Words.DayError"], Value = Date(input.End) },
        new TimeInput { Id = "end_time", Label = say["Events.EndTime"], ErrorMessage = say["Words.TimeError"], Value = Time(input.End) },
        HouseStyle.Subtle(say["Events.AllDayHint"]),
        new ChoiceSetInput
        {
            Id = "zone", Label = say.Field("zone"), ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Filtered,
            Choices = [.. (input.Zone is { Length: > 0 } zone ? Zones.Union([zone]) : Zones).Where(one => !one.Contains(',', StringComparison.Ordinal)).Select(one => new Choice(one.Replace('_', ' '), one))],
            Chosen = input.Zone is { Length: > 0 } chosen ? [chosen] : [],
        },
        Text("place", input.Place, say, EventPlan.MostLine),
        Number("capacity", input.Capacity, say),
        Text("link", input.Link, say, 2000) with { Placeholder = "https://" },
        Number("online_capacity", input.OnlineCapacity, say),
        HouseStyle.Subtle(say["Events.SeatsHint"]),
        new DateInput { Id = "deadline_day", Label = say["Events.DeadlineDay"], ErrorMessage = say["Words.DayError"], Value = Date(input.Deadline) },
    ];

    private static IEnumerable<CardElement> More(EventInput input, Say say) =>
    [
        Text("agenda", input.Agenda, say, EventPlan.MostProse) with { IsMultiline = true },
        Text("host", input.Host, say, EventPlan.MostLine) with { Placeholder = say["Events.HostPlaceholder"] },
        new ChoiceSetInput
        {
            Id = "languages", Label = say.Field("languages"), ErrorMessage = say["Words.ChooseOne"], IsMultiSelect = true,
            Choices = [.. Language.Spoken.Union(input.Languages.Select(code => new Language(code))).Select(language => new Choice(say.LanguageName(language), language.Code))],
            Chosen = [.. input.Languages],
        },
        Text("accessibility", input.Accessibility, say, EventPlan.MostProse) with { IsMultiline = true },
        Text("series", input.Series, say, EventPlan.MostLine),
    ];

    private static IEnumerable<CardElement> Who(EventInput input, Say say)
    {
        var chosen = AudienceChoices.Of(input.KnownAudience ?? Audience.All);
        yield return new ChoiceSetInput
        {
            Id = "audience", Label = say.Field("audience"), ErrorMessage = say["Words.ChooseOne"],
            Choices = [.. AudienceChoices.All.Concat(chosen == AudienceChoices.Other ? [chosen] : Array.Empty<string>()).Select(choice => new Choice(say[$"Events.Audience_{choice}"], choice))],
            Chosen = [chosen],
        };
        yield return Text("questions", EventQuestionLines.Write(input.Questions), say, EventPlan.MostQuestionText + 200) with { IsMultiline = true, Placeholder = say["Events.QuestionsPlaceholder"] };
        yield return new ToggleInput { Id = "ask_food", Label = say["Events.AskFood"], Title = say["Events.AskFoodLabel"], ErrorMessage = say["Words.TickError"], Ticked = Asks(input, EventQuestionKind.Dietary) };
        yield return new ToggleInput { Id = "ask_access", Label = say["Events.AskAccess"], Title = say["Events.AskAccessLabel"], ErrorMessage = say["Words.TickError"], Ticked = Asks(input, EventQuestionKind.Accessibility) };
        yield return HouseStyle.Subtle(say["Events.NeedsHint"]);
    }

    private static bool Asks(EventInput input, EventQuestionKind kind) => input.Questions.Any(question => question.Kind == Vocabulary.Write(kind));

    private static TextInput Text(string field, string? value, Say say, int most) =>
        new() { Id = field, Label = say.Field(field), ErrorMessage = say.AtMost(most), Value = value, MaxLength = most };

    private static NumberInput Number(string field, string? value, Say say) => new()
    {
        Id = field, Label = say.Field(field), ErrorMessage = say.NumberBetween(1, EventPlan.MostSeats), Min = 1, Max = EventPlan.MostSeats,
        Value = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    private static DateOnly? Date(string? written) => written is not null && LocalTime.TryRead(written, out var read) ? read.Date : null;

    /// <summary>Also of a time that was typed without a day, so that it need not be typed again.</summary>
    private static TimeOnly? Time(string? written) => written is null ? null
        : LocalTime.TryRead(written, out var read) ? read.Time
        : written is ['T', .. var alone] && TimeOnly.TryParseExact(alone, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
