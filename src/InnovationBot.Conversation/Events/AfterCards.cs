using System.Text;
using InnovationBot.Cards;
using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Events;

/// <summary>"I was there".</summary>
[Verb("event/was-there")]
public sealed class WasThereRoute(Attendance attendance, ShowEvent show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await attendance.WasThere(data.Id<EventId>("event"), turn.By, stop)).Match(
            view => Reply.Card(AfterCard.For(view, turn.Reading, turn.Say["Events.ThanksThere"])), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<EventId>("event"), turn.By, stop)).Match(view => Reply.Card(AfterCard.For(view, turn.Reading)), _ => Reply.Nothing);
}

/// <summary>The problem somebody took home becomes one of theirs, with its answer in the same turn.</summary>
[Verb("event/took-home")]
public sealed class TookHomeRoute(IAskRoute ask, ShowEvent show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var text = turn.Kept(data.Text("took_home", EventPlan.MostProse));
        return text.Length == 0 ? Reply.Refused(EventRefusals.FieldMissing) : await ask.Ask(text, turn, stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<EventId>("event"), turn.By, stop)).Match(view => Reply.Card(AfterCard.For(view, turn.Reading)), _ => Reply.Nothing);
}

/// <summary>What somebody took home has been tried, or is known to work: it becomes the beginning of a case.</summary>
[Verb("event/took-home-case")]
public sealed class TookHomeCaseRoute(BeginCaseFromEvent begin, ILanguageDetector detector, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var text = data.Text("took_home", EventPlan.MostProse);
        return await Opened(await begin.Handle(data.Id<EventId>("event"), turn.By, text, detector.Detect(text) ?? turn.Language, stop), turn, stop);
    }
}

/// <summary>The one question after an event, to those who came.</summary>
public static class AfterCard
{
    public static AdaptiveCard For(EventView view, Reading reading, string? note = null)
    {
        var (say, data) = (reading.Say, SignUpCard.Data(view.Event));
        var body = new List<CardElement>();
        if (note is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(note))] });
        body.Add(SignUpCard.Head(view.Event, reading));
        if (view.Own is { State: RegistrationState.Going }) body.Add(HouseStyle.Button(ManageCard.Act(say["Events.IWasThere"], "event/was-there", data)));
        body.Add(new TextInput { Id = "took_home", Label = say["Events.TookHomeLabel"], ErrorMessage = say.FieldMissing(say["Events.TookHomeLabel"]), IsMultiline = true, MaxLength = EventPlan.MostProse, IsRequired = true });
        body.Add(HouseStyle.StrongButton(say["Events.TookHomeSend"], "event/took-home", data));
        body.Add(HouseStyle.Subtle(say["Events.TookHomeHint"]));
        body.Add(HouseStyle.Button(say["Events.TookHomeCase"], "event/took-home-case", data));
        return HouseStyle.Card(say.Language.Code, say["Events.AfterHeading"], body);
    }
}

/// <summary>The organiser's ticks of who was there, of the people one page shows.</summary>
[Verb("event/attendance")]
public sealed class AttendanceRoute(Attendance attendance, CountEvent count, EventPeopleRoute people) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var (id, page) = (data.Id<EventId>("event"), data.Number("page") ?? 1);
        var numbers = await count.Handle(id, turn.By, stop);
        if (numbers.Refusal is { } refusal) return Reply.Refused(refusal);
        var shown = EventPeopleCard.Page(numbers.Value, ref page).Where(one => one.Registration.HasSeat).Select(one => one.Registration.Id).ToList();
        var there = data.Choices("there").Select(text => EntityId.TryRead<RegistrationId>(text, out var one) ? one : default).ToHashSet();
        var ticked = await attendance.Tick(id, turn.By, shown, there, stop);
        return ticked.Refusal is { } why ? Reply.Refused(why) : await people.Of(id, page, turn, turn.Say["Events.AttendanceKept"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => people.Show(data, turn, stop);
}

/// <summary>Who was there, as a pasted list or the lines of a CSV file.</summary>
[Verb("event/attendance-list")]
public sealed class AttendanceListRoute(Attendance attendance, EventPeopleRoute people) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<EventId>("event");
        var read = await attendance.Read(id, turn.By, data.Text("list"), stop);
        if (read.Refusal is { } refusal) return Reply.Refused(refusal);
        return await people.Of(id, 1, turn, Told(read.Value, turn.Say), stop);
    }

    /// <summary>How many were marked, and the first lines that name nobody.</summary>
    internal static string Told(AttendanceRead read, Say say)
    {
        var note = say.Count("Events.AttendanceRead", read.Marked);
        return read.Unknown.Count == 0 ? note : note + "\n" + say["Events.AttendanceUnknown", ("lines", string.Join("; ", read.Unknown.Take(5)))];
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => people.Show(data, turn, stop);
}

/// <summary>The registrations as a table, behind a link that works once.</summary>
[Verb("event/export")]
public sealed class ExportRegistrationsRoute(Attendance attendance, CountEvent count, IOneTimeLinks links, EventPeopleRoute people) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<EventId>("event");
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var numbers = await attendance.Export(id, turn.By, count, stop);
        if (numbers.Refusal is { } refusal) return Reply.Refused(refusal);
        var csv = RegistrationTable.Write(numbers.Value, turn.Say);
        var link = await links.Offer(turn.By, "registrations.csv", "text/csv; charset=utf-8", csv, stop);
        if (link is null || !CardUrl.TryParse(link.AbsoluteUri, out var address, allowLoopback: true)) return Reply.Text(turn.Say["Events.NoAddress"]);
        var say = turn.Say;
        return Reply.Card(HouseStyle.Card(say.Language.Code, say["Events.ExportHeading"],
        [
            HouseStyle.Button(new OpenUrlAction { Title = say["Events.ExportFile"], Url = address }),
            HouseStyle.Subtle(say["People.MyDataOnce"]),
            HouseStyle.Back(say["Words.Back"], "event/people", ("event", id.ToString())),
        ]));
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => people.Show(data, turn, stop);
}

/// <summary>Registrations as CSV that no spreadsheet takes for a formula (RFC 4180; OWASP: CSV injection).</summary>
internal static class RegistrationTable
{
    private const string FormulaSigns = "=+-@\t\r";

    public static byte[] Write(EventNumbers numbers, Say say)
    {
        var questions = numbers.Event.Plan.Questions.Select(question => question.Label).ToList();
        var text = new StringBuilder();
        Line(text, ["name", "email", "state", "position", "seat", .. questions]);
        foreach (var one in numbers.Answers)
            Line(text,
            [
                one.Name, one.Email ?? "", Vocabulary.Write(one.Registration.State), one.Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", Vocabulary.Write(one.Registration.Seat),
                .. questions.Select(label => one.Answers.FirstOrDefault(answer => answer.Label == label)?.Text ?? ""),
            ]);
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string value)
    {
        var safe = value.Length > 0 && FormulaSigns.Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n;") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

/// <summary>Where the materials are: asked of the organiser, then told to those who came.</summary>
[Verb("event/materials")]
public sealed class MaterialsRoute(MakeEvent make) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await make.Written(data.Id<EventId>("event"), turn.By, stop)).Match(found => Reply.Card(Draw(found.Event, turn.Say)), Reply.Refused);

    private static AdaptiveCard Draw(Event @event, Say say) => HouseStyle.Card(say.Language.Code, say["Events.MaterialsHeading"],
    [
        new TextInput { Id = "materials", Label = say["Events.MaterialsLabel"], ErrorMessage = say.FieldMissing(say["Events.MaterialsLabel"]), IsMultiline = true, IsRequired = true, MaxLength = EventPlan.MostProse, Value = @event.Materials },
        HouseStyle.StrongButton(say["Events.MaterialsSend"], "event/materials-send", SignUpCard.Data(@event)),
        HouseStyle.Back(say["Words.Back"], "event/manage", SignUpCard.Data(@event)),
    ]);
}

[Verb("event/materials-send")]
public sealed class SendMaterialsRoute(AfterEvent after, ManageRoute manage, MaterialsRoute form) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<EventId>("event");
        var sent = await after.Materials(id, turn.By, data.Text("materials", EventPlan.MostProse), stop);
        return sent.Refusal is { } refusal ? Reply.Refused(refusal) : await manage.Of(id, turn, turn.Say["Events.MaterialsTold"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => form.Run(data, turn, stop);
}

/// <summary>The problem's owner says what came of it.</summary>
[Verb("event/outcome")]
public sealed class OutcomeRoute(AfterEvent after, ShowEvent show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var told = await after.Outcome(data.Id<EventId>("event"), turn.By, turn.Kept(data.Text("outcome", EventPlan.MostProse)), stop);
        return told.Match(_ => Reply.Card(HouseStyle.Card(turn.Say.Language.Code, turn.Say["Events.OutcomeThanks"], [HouseStyle.Subtle(turn.Say["Events.OutcomeCase"])])), Reply.Refused);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<EventId>("event"), turn.By, stop)).Match(view => Reply.Card(EventOutcomeCard.For(view, turn.Reading)), _ => Reply.Nothing);
}

public static class EventOutcomeCard
{
    public static AdaptiveCard For(EventView view, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { SignUpCard.Head(view.Event, reading) };
        if (SignUpCard.Problem(view, say) is { } problem) body.Add(problem);
        body.Add(new TextInput { Id = "outcome", Label = say["Events.OutcomeLabel"], ErrorMessage = say.FieldMissing(say["Events.OutcomeLabel"]), IsMultiline = true, IsRequired = true, MaxLength = EventPlan.MostProse, Value = view.Event.Outcome });
        body.Add(HouseStyle.StrongButton(say["Events.OutcomeSend"], "event/outcome", SignUpCard.Data(view.Event)));
        return HouseStyle.Card(say.Language.Code, say["Events.OutcomeHeading"], body);
    }
}
