using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.Figures;

namespace InnovationBot.Conversation.Events;

/// <summary>What whoever runs an event can do with it.</summary>
public static class ManageCard
{
    /// <param name="fitting">People whose open problem is like the event's, as a figure, and the words they share with it.</param>
    public static AdaptiveCard For(EventNumbers numbers, EventView view, Reading reading, string? note = null, (Figure Figure, IReadOnlyList<string> Words)? fitting = null)
    {
        var (say, @event) = (reading.Say, view.Event);
        var data = SignUpCard.Data(@event);
        var body = new List<CardElement>();
        if (note is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(note))] });
        body.Add(SignUpCard.Head(@event, reading));
        if (@event.Stage == EventStage.Draft)
        {
            body.Add(HouseStyle.Paragraph(say["Events.DraftHint"]));
            body.Add(HouseStyle.Button(Act(say["Events.AsOthersSeeIt"], "event/preview", data)));
            body.Add(HouseStyle.StrongButton(say["Events.Publish"], "event/publish", data));
        }
        else
        {
            var facts = new List<(string, string)>
            {
                (say["Events.CountGoing"], @event.Capacity is { } of ? say["Events.OfCapacity", ("count", numbers.Going), ("capacity", of)] : numbers.Going.ToString(say.Culture)),
                (say["Events.CountWaiting"], (numbers.Waiting + numbers.Offered).ToString(say.Culture)),
                (say["Events.CountDeclined"], numbers.Declined.ToString(say.Culture)),
            };
            body.Add(HouseStyle.Facts([.. facts]));
            if (@event.CancelReason is { } reason) body.Add(HouseStyle.Labelled(say["Events.WhyCancelled"], reason));
            body.Add(HouseStyle.Button(Act(say["Events.People"], "event/people", data)));
            body.Add(HouseStyle.Button(Act(say["Events.AsOthersSeeIt"], "event/show", data)));
        }

        if (fitting is var (figure, words) && view.State is EventState.Draft or EventState.Published or EventState.Full)
        {
            body.Add(HouseStyle.Subtle(say["Events.Fitting", ("figure", say.Figure(figure))] + (words.Count > 0 ? " " + say["Events.FittingWhy", ("words", string.Join(", ", words))] : "")));
            if (numbers.MayInvite && view.IsOpen) body.Add(HouseStyle.Button(Act(say["Events.InviteFitting"], "event/invite-fitting", data)));
        }

        if (@event.Stage != EventStage.Cancelled) body.Add(HouseStyle.Button(Edits(@event, reading)));
        body.Add(HouseStyle.Button(new ShowCardAction { Title = say["Events.MoreActs"], Body = [.. More(@event, view, reading)] }));
        body.Add(HouseStyle.Back(say["Words.Back"], "event/list", ("mine", "true")));
        return new AdaptiveCard { Lang = say.Language.Code, FallbackText = @event.Title, Speak = Showing.Join(say, @event.Title, say.When(@event)), Body = body };
    }

    private static ShowCardAction Edits(Event @event, Reading reading) => new()
    {
        Title = reading.Say["Events.Edit"],
        Body = [.. Enum.GetValues<EventStep>().Select(step => HouseStyle.Button(reading.Form(
            reading.Say[$"Events.Edit_{Vocabulary.Write(step)}"], "event/edit", CardData.Of(("event", @event.Id.ToString()), ("step", Vocabulary.Write(step))))))],
    };

    private static IEnumerable<CardElement> More(Event @event, EventView view, Reading reading)
    {
        var (say, data) = (reading.Say, SignUpCard.Data(@event));
        yield return HouseStyle.Button(reading.Form(say["Events.Duplicate"], "event/duplicate", data));
        if (@event is { SeriesId: null, StartsAt: not null, Stage: not EventStage.Cancelled }) yield return HouseStyle.Button(Act(say["Events.MakeMonthly"], "event/series", data));
        if (@event.Stage == EventStage.Published && @event.HasStarted(reading.Now)) yield return HouseStyle.Button(Act(say["Events.SendMaterials"], "event/materials", data));
        if (view.IsOpen || view.State == EventState.Closed) yield return HouseStyle.Button(Act(say["Events.CancelEvent"], "event/cancel", data));
        if (@event.Stage == EventStage.Draft) yield return HouseStyle.Button(Act(say["Events.Discard"], "event/discard", data));
    }

    internal static ExecuteAction Act(string title, string verb, CardData data) => new() { Title = title, Verb = verb, Data = data, AssociatedInputs = AssociatedInputs.None };
}

/// <summary>By which rule an event comes again every month.</summary>
public static class SeriesCard
{
    public static AdaptiveCard For(Event @event, Say say) => HouseStyle.Card(say.Language.Code, say["Events.SeriesHeading"],
    [
        HouseStyle.Subtle(Showing.Join(say, @event.Title, say.When(@event))),
        new ChoiceSetInput
        {
            Id = "rule", Label = say["Events.SeriesRule"], ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Expanded,
            Choices = [.. Enum.GetValues<MonthlyRule>().Select(rule => new Choice(say[$"Events.Rule_{Vocabulary.Write(rule)}"], Vocabulary.Write(rule)))],
            Chosen = [Vocabulary.Write(MonthlyRule.SameWeekday)],
        },
        new NumberInput { Id = "times", Label = say["Events.SeriesTimes"], ErrorMessage = say.NumberBetween(1, CopyEvent.MostInSeries - 1), Min = 1, Max = CopyEvent.MostInSeries - 1, Value = 5, IsRequired = true },
        HouseStyle.Subtle(say["Events.SeriesHint"]),
        HouseStyle.StrongButton(say["Events.MakeSeries"], "event/series-make", SignUpCard.Data(@event)),
        HouseStyle.Back(say["Words.Back"], "event/manage", SignUpCard.Data(@event)),
    ]);
}

/// <summary>Why an event does not take place.</summary>
public static class CancelCard
{
    public static AdaptiveCard For(Event @event, Say say) => HouseStyle.Card(say.Language.Code, say["Events.CancelHeading"],
    [
        HouseStyle.Subtle(Showing.Join(say, @event.Title, say.When(@event))),
        new TextInput { Id = "reason", Label = say["Events.CancelReason"], ErrorMessage = say.FieldMissing(say["Events.CancelReason"]), IsRequired = true, MaxLength = EventPlan.MostLine },
        HouseStyle.StrongButton(say["Events.CancelSend"], "event/cancel-send", SignUpCard.Data(@event)),
        HouseStyle.Back(say["Words.Back"], "event/manage", SignUpCard.Data(@event)),
    ]);
}

/// <summary>Who answered, a page at a time.</summary>
public static class EventPeopleCard
{
    private const int PageSize = 12;

    /// <summary>Where much is asked, so that what people answered stays within what the channel takes; whole answers are in the table.</summary>
    private const int PageSizeOfMany = 5;
    private const int ManyQuestions = 3;
    private const int LongestLabel = 60;
    private const int LongestAnswer = 100;

    public static AdaptiveCard For(EventNumbers numbers, int page, Reading reading, string? note)
    {
        var (say, @event) = (reading.Say, numbers.Event);
        var answered = Answered(numbers);
        var shown = Page(numbers, ref page);
        var body = new List<CardElement>();
        if (note is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(note))] });
        foreach (var one in shown)
        {
            body.Add(new TextBlock(Markdown.Escape(one.Name)) { Spacing = Spacing.Medium });
            body.Add(HouseStyle.Subtle(Showing.Join(
                say, say.Word(one.Registration.State), one.Position is { } position ? say["Events.Number", ("position", position)] : null,
                @event.HasBothSeats && one.Registration.Seat == Seat.Online ? say["Events.Online"] : null)) with { Spacing = Spacing.None });
            if (one.Email is { Length: > 0 } email) body.Add(HouseStyle.Email(email));
            foreach (var answer in one.Answers)
                body.Add(Labelled(CaseCard.Cut(answer.Label, LongestLabel), CaseCard.Cut(answer.Text, LongestAnswer), say));
        }

        body.AddRange(Paging.Turning(page, Paged.At(page, answered.Count, SizeFor(@event)).Pages, "event/people", to => SignUpCard.Data(@event).With("page", Paging.Number(to)), say));
        if (@event.Stage == EventStage.Published && @event.HasStarted(reading.Now)) body.AddRange(Attendance(numbers.Event, shown, page, say));
        else if (@event.Stage == EventStage.Published)
        {
            body.Add(new TextInput { Id = "email", Label = say["Events.AddLabel"], ErrorMessage = say.FieldMissing(say["Events.AddLabel"]), Placeholder = say["Events.EmailPlaceholder"], MaxLength = 254 });
            body.Add(HouseStyle.Button(say["Events.AddPerson"], "event/add", SignUpCard.Data(@event)));
            var following = shown.Where(one => one.Registration.Follows).ToList();
            if (following.Count > 0)
            {
                body.Add(new ChoiceSetInput
                {
                    Id = "who", Label = say["Events.RemoveLabel"], ErrorMessage = say["Events.ChoosePerson"], Placeholder = say["Words.ChooseOne"],
                    Choices = [.. following.Select(one => new Choice(one.Name, one.Registration.Id.ToString()))],
                });
                body.Add(HouseStyle.Button(say["Events.RemovePerson"], "event/remove", SignUpCard.Data(@event)));
            }
        }

        if (answered.Count > 0) body.Add(HouseStyle.Button(ManageCard.Act(say["Events.Export"], "event/export", SignUpCard.Data(@event))));
        body.Add(HouseStyle.Back(say["Words.Back"], "event/manage", SignUpCard.Data(@event)));
        return HouseStyle.Card(say.Language.Code, answered.Count == 0 ? say["Events.NobodyYet"] : say.Count("Events.PeopleHeading", answered.Count), body);
    }

    /// <summary>A label that ends as a question keeps its own mark.</summary>
    private static RichTextBlock Labelled(string label, string words, Say say) => label is [.., '?' or ':'] ? HouseStyle.Labelled(label, words) : say.Labelled(label, words);

    /// <summary>Those one page shows; <paramref name="page"/> is brought into its bounds.</summary>
    internal static List<AnsweredEvent> Page(EventNumbers numbers, ref int page)
    {
        var (answered, size) = (Answered(numbers), SizeFor(numbers.Event));
        page = Paged.At(page, answered.Count, size).Page;
        return [.. answered.Skip((page - 1) * size).Take(size)];
    }

    private static int SizeFor(Event @event) => @event.Plan.Questions.Count < ManyQuestions ? PageSize : PageSizeOfMany;

    private static List<AnsweredEvent> Answered(EventNumbers numbers) =>
    [
        .. numbers.Answers.Where(one => one.Registration.State != RegistrationState.Cancelled)
            .OrderBy(one => one.Registration.State is RegistrationState.Declined).ThenBy(one => one.Registration.State is RegistrationState.Waitlisted).ThenBy(one => one.Position ?? 0),
    ];

    private static IEnumerable<CardElement> Attendance(Event @event, List<AnsweredEvent> shown, int page, Say say)
    {
        var seated = shown.Where(one => one.Registration.HasSeat).ToList();
        if (seated.Count > 0)
        {
            yield return new ChoiceSetInput
            {
                Id = "there", Label = say["Events.WhoWasThere"], ErrorMessage = say["Words.ChooseOne"], IsMultiSelect = true, Style = ChoiceSetStyle.Expanded,
                Choices = [.. seated.Select(one => new Choice(one.Name, one.Registration.Id.ToString()))],
                Chosen = [.. seated.Where(one => one.Registration.State == RegistrationState.Attended).Select(one => one.Registration.Id.ToString())],
            };
            yield return HouseStyle.Button(say["Events.KeepAttendance"], "event/attendance", SignUpCard.Data(@event).With("page", Paging.Number(page)));
        }

        yield return new TextInput { Id = "list", Label = say["Events.AttendanceListLabel"], ErrorMessage = say.FieldMissing(say["Events.AttendanceListLabel"]), IsMultiline = true };
        yield return HouseStyle.Button(say["Events.ReadAttendance"], "event/attendance-list", SignUpCard.Data(@event));
    }
}
