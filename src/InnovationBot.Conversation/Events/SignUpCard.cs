using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>
/// The card people sign up on. In places that many read it holds nobody's state; who presses, or whose client asks,
/// gets a version of their own.
/// </summary>
public static class SignUpCard
{
    public static CardData Data(Event @event) => ("event", @event.Id.ToString());

    /// <param name="view">As its reader may see it.</param>
    /// <param name="reading">For whom.</param>
    /// <param name="note">What just happened, above everything.</param>
    /// <param name="more">What stands under the buttons: why it came, the way back.</param>
    /// <param name="isShared">Many read it.</param>
    /// <param name="isPreview">Of a draft: nothing on it can be pressed but <paramref name="more"/>.</param>
    public static AdaptiveCard For(EventView view, Reading reading, string? note = null, IEnumerable<CardElement>? more = null, bool isShared = false, bool isPreview = false)
    {
        var (say, @event) = (reading.Say, view.Event);
        var body = new List<CardElement>();
        if (note is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(note))] });
        body.Add(Head(@event, reading));
        if (reading.WhenForReader(@event) is { } yours && !isShared) body.Add(HouseStyle.Subtle(yours));
        if (Problem(view, say) is { } problem) body.Add(problem);
        var (style, sign, text) = State(view, reading);
        var seats = view.IsOpen ? say.SeatsLeft(@event) : "";
        if (text.Length > 0) body.Add(HouseStyle.OutcomeBadge(style, sign, text));
        if (text == say["Events.StateFull"] && seats == say["Events.Full"]) seats = ""; // the line above says so
        if (text.Length == 0 || seats.Length > 0) body.Add(HouseStyle.Subtle(seats.Length > 0 ? seats : say["Events.NoLimit"]));
        if (view.IsOpen || view.MayTakeFreeSeat)
        {
            body.AddRange(Questions(view, reading, isShared));
            if (view.Plan.Questions.Exists(question => question.IsNeed)) body.Add(HouseStyle.Subtle(say["Events.NeedSeenBy"]));
        }

        if (!isPreview) body.AddRange(Buttons(view, reading, isShared));
        if (more is not null) body.AddRange(more);
        return new AdaptiveCard
        {
            Lang = say.Language.Code,
            FallbackText = Showing.Join(say, @event.Title, say.When(@event)),
            Speak = $"{@event.Title}. {say.When(@event)}. {text}",
            Refresh = isPreview ? null : new Refresh { Title = say["Events.RefreshCard"], Verb = "event/show", Data = Data(@event) },
            Body = body,
        };
    }

    internal static ColumnSet Head(Event @event, Reading reading)
    {
        var say = reading.Say;
        var about = new Column
        {
            Width = ColumnWidth.Stretch,
            Items = [HouseStyle.Heading(@event.Title), HouseStyle.Subtle(say.Line(@event)) with { Spacing = Spacing.None }],
        };
        if (@event.StartsAt is not { } start || @event.Plan.FoundZone is not { } zone) return new ColumnSet { Columns = [about] };
        var day = TimeZoneInfo.ConvertTime(start, zone);
        return new ColumnSet
        {
            Columns =
            [
                new Column
                {
                    Width = ColumnWidth.Pixels(72), // two digits inside a container's padding
                    Style = ContainerStyle.Accent,
                    VerticalContentAlignment = VerticalAlignment.Center,
                    Items =
                    [
                        new TextBlock(Markdown.Escape(day.ToString("MMM", say.Culture))) { HorizontalAlignment = HorizontalAlignment.Center, Size = TextSize.Small, Weight = TextWeight.Bolder },
                        new TextBlock(day.Day.ToString(say.Culture)) { HorizontalAlignment = HorizontalAlignment.Center, Size = TextSize.Large, Weight = TextWeight.Bolder, Spacing = Spacing.None },
                    ],
                },
                about,
            ],
        };
    }

    internal static RichTextBlock? Problem(EventView view, Say say)
    {
        if (view.Plan.Problem is not { } problem) return null;
        var by = view.ProblemOwner is { } owner ? say["Events.BroughtBy", ("who", owner.Organisation ?? say.Person(owner))] : null;
        return HouseStyle.Labelled(say["Events.Problem"], by is null ? problem : $"{problem}{(problem[^1] is '.' or '!' or '?' or '…' ? "" : ".")} {by}");
    }

    /// <summary>What is true of the reader, else of the event.</summary>
    internal static (BadgeStyle Style, string Sign, string Text) State(EventView view, Reading reading)
    {
        var say = reading.Say;
        if (view.State == EventState.Cancelled) return (BadgeStyle.Warning, "✗", say["Events.StateCancelled"]);
        return view.Own?.State switch
        {
            RegistrationState.Going => (BadgeStyle.Good, "✓", say[view.Event.HasBothSeats && view.Own.Seat == Seat.Online ? "Events.YouGoOnline" : "Events.YouGo"]),
            RegistrationState.Attended => (BadgeStyle.Good, "✓", say["Events.YouWereThere"]),
            RegistrationState.NoShow => (BadgeStyle.Subtle, "…", say["Events.YouWereNotThere"]),
            RegistrationState.Offered when view.Own.OfferDue is { } until => (BadgeStyle.Warning, "◐", say["Events.YouAreOffered", ("until", reading.Moment(until))]),
            RegistrationState.Waitlisted when view.MayTakeFreeSeat => (BadgeStyle.Warning, "◐", say["Events.SeatIsFree"]),
            RegistrationState.Waitlisted => (BadgeStyle.Informative, "…", say["Events.YouWait", ("position", view.Position ?? 1)]),
            RegistrationState.Declined when view.IsOpen => (BadgeStyle.Subtle, "✗", say["Events.YouCannot"]),
            _ => view.State switch
            {
                EventState.Draft => (BadgeStyle.Subtle, "…", say["Events.StateDraft"]),
                EventState.Held => (BadgeStyle.Subtle, "■", say["Events.StateHeld"]),
                EventState.Closed => (BadgeStyle.Subtle, "■", say["Events.StateClosed"]),
                EventState.Full => (BadgeStyle.Informative, "■", say["Events.StateFull"]),
                _ => (BadgeStyle.Subtle, "", ""),
            },
        };
    }

    private static IEnumerable<CardElement> Questions(EventView view, Reading reading, bool isShared) => view.Plan.Questions.Select(question =>
    {
        var say = reading.Say;
        var given = isShared ? null : (question.IsNeed ? view.Own?.Needs : view.Own?.Answers)?.FirstOrDefault(answer => answer.Label == question.Label)?.Text;
        return question.Kind == EventQuestionKind.Choice
            ? new ChoiceSetInput
            {
                Id = question.InputId(), Label = question.Label, ErrorMessage = say["Events.AnswerError"], Placeholder = say["Words.ChooseOne"],
                Choices = [.. question.Choices.Select((choice, i) => new Choice(choice, i.ToString(System.Globalization.CultureInfo.InvariantCulture)))],
                Chosen = given is not null && question.Choices.IndexOf(given) is >= 0 and var at ? [at.ToString(System.Globalization.CultureInfo.InvariantCulture)] : [],
            }
            : (CardElement)new TextInput
            {
                Id = question.InputId(), Label = question.Label, ErrorMessage = say["Events.AnswerError"], Value = given, MaxLength = EventAnswer.Most,
            };
    });

    private static IEnumerable<CardElement> Buttons(EventView view, Reading reading, bool isShared)
    {
        var (say, @event, own) = (reading.Say, view.Event, view.Own?.State);
        var data = Data(@event);
        var canAnswer = view.IsOpen || (own is RegistrationState.Going or RegistrationState.Offered or RegistrationState.Waitlisted && view.State == EventState.Closed);
        if (canAnswer)
        {
            if (own is RegistrationState.Waitlisted && view.Own!.Seat == Seat.OnSite && @event.HasBothSeats && @event.Free(Seat.Online) is not 0)
                yield return HouseStyle.StrongButton(say["Events.GoingOnline"], "event/going", data.With("seat", Network.Vocabulary.Write(Seat.Online)));
            if (own is RegistrationState.Going or RegistrationState.Waitlisted && view.Plan.Questions.Count > 0) yield return HouseStyle.Button(say["Events.SendAnswers"], "event/answers", data);
            if (own is not (RegistrationState.Going or RegistrationState.Waitlisted) || view.MayTakeFreeSeat)
            {
                var seat = own is RegistrationState.Offered or RegistrationState.Waitlisted ? view.Own!.Seat : @event.UsualSeat;
                yield return HouseStyle.StrongButton(say["Events.Going"], "event/going", data.With("seat", Network.Vocabulary.Write(seat)));
                if (@event.HasBothSeats && own is not (RegistrationState.Offered or RegistrationState.Waitlisted))
                    yield return HouseStyle.Button(say["Events.GoingOnline"], "event/going", data.With("seat", Network.Vocabulary.Write(Seat.Online)));
            }

            if (own is not RegistrationState.Declined) yield return HouseStyle.Button(say["Events.Cannot"], "event/decline", data);
        }

        if (own is RegistrationState.Going && !isShared && view.State is not (EventState.Held or EventState.Cancelled))
        {
            yield return HouseStyle.Button(ManageCard.Act(say["Events.AddToCalendar"], "event/calendar", data));
            if (!@event.HasStarted(reading.Now)) yield return HouseStyle.Button(ManageCard.Act(say[view.Own!.MeetAbout is null ? "Events.IntroduceMe" : "Events.IntroduceMeOn"], "event/meet", data));
        }

        if (own is RegistrationState.Going && view.State == EventState.Held) yield return HouseStyle.Button(ManageCard.Act(say["Events.IWasThere"], "event/was-there", data));
        if (view.SeesLink && !isShared && view.State is not (EventState.Held or EventState.Cancelled) && CardUrl.TryParse(view.Plan.Link, out var link))
            yield return HouseStyle.Button(new OpenUrlAction { Title = say["Events.OpenLink"], Url = link });
        if (own is RegistrationState.Going or RegistrationState.Attended && !isShared)
            foreach (var materials in Materials(@event, say)) yield return HouseStyle.Button(materials);
        yield return HouseStyle.Button(new ExecuteAction { Title = say["Events.Details"], Verb = "event/details", Data = data, AssociatedInputs = AssociatedInputs.None });
    }

    /// <summary>The links in what the organiser says of the materials: as words on a card nobody could follow them.</summary>
    private static IEnumerable<OpenUrlAction> Materials(Event @event, Say say)
    {
        var links = (@event.Materials ?? "").Split([' ', '\n', '\t', '<', '>', '(', ')', '"', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => CardUrl.TryParse(word.TrimEnd('.', ';', ':', '!', '?'), out var link) ? link : null).OfType<CardUrl>().Distinct().Take(MostMaterials).ToList();
        return links.Select(link => new OpenUrlAction { Title = links.Count == 1 ? say["Events.OpenMaterials"] : Cases.CaseCard.Cut(new Uri(link.Value).Host, LongestTitle), Url = link });
    }

    private const int MostMaterials = 3;
    private const int LongestTitle = 25;
}
