using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Transfer;

/// <summary>A dropped file as it stands: what is asked about it, what it would do, what is wrong, how far it is, what it did.</summary>
public static class FileCard
{
    private const int MostKept = 5;
    private const int MostFaults = 10;
    private const int MostShownColumns = 30;

    public static AdaptiveCard For(DroppedFile file, Reading reading)
    {
        var say = reading.Say;
        return file switch
        {
            { Kind: null } => Kind(file, say),
            { State: DroppedState.Asked } => Columns(file, reading),
            { IsBusy: true } => Working(file, say),
            { Outcome: { IsDone: true } outcome } => Summary(file, outcome, say),
            { Outcome: { FaultCount: > 0 } outcome } => Faults(file, outcome, say),
            _ => NotDone(file, say),
        };
    }

    internal static CardData Data(this DroppedFile file) => ("file", file.Id.ToString());

    private static AdaptiveCard Kind(DroppedFile file, Say say) => HouseStyle.Card(
        say.Language.Code,
        say["Transfer.KindHeading", ("file", file.Name)],
        [
            HouseStyle.Subtle(say["Transfer.KindText", ("columns", Named(file.Columns, say))]),
            .. Enum.GetValues<RecordKind>().Select(kind => HouseStyle.Button(say[$"Transfer.Kind_{Vocabulary.Write(kind)}"], "transfer/kind", file.Data().With("kind", Vocabulary.Write(kind)))),
            .. People(file, say),
            Drop(file, say),
        ]);

    /// <summary>People by address may also be those who were at an event.</summary>
    private static IEnumerable<CardElement> People(DroppedFile file, Say say) =>
        Events.AttendanceFileCard.HasAddresses(file.Samples) ? [HouseStyle.Button(say["Events.AttendanceFile"], "event/attendance-file", file.Data())] : [];

    private static AdaptiveCard Columns(DroppedFile file, Reading reading)
    {
        var say = reading.Say;
        var chosen = file.Columns.Zip(file.Fields).ToList();
        List<CardElement> body = [HouseStyle.Subtle(say[$"Transfer.Kind_{Vocabulary.Write(file.Kind!.Value)}"])];
        if (file.Missing.Count > 0)
            body.Add(HouseStyle.Paragraph(say.Markdown("Transfer.ColumnsMissing", ("fields", string.Join(", ", file.Missing.Select(field => ColumnNames.Label(field, say)))))));
        if (chosen.Any(one => one.Second.Length > 0))
            body.Add(HouseStyle.Facts([.. chosen.Where(one => one.Second.Length > 0).Select(one => (ColumnNames.Label(one.Second, say), Cut(one.First)))]));
        if (chosen.Where(one => one is { Second: "", First.Length: > 0 }).Select(one => one.First).ToList() is { Count: > 0 } left)
            body.Add(HouseStyle.Subtle(say["Transfer.LeftOut", ("columns", Named(left, say))]));
        if (file.Missing.Count == 0) body.Add(HouseStyle.StrongButton(say["Transfer.Check"], "transfer/check", file.Data()));
        body.Add(HouseStyle.Button(reading.Form(say["Transfer.Choose"], "transfer/columns", file.Data())));
        body.Add(HouseStyle.Button(say["Transfer.OtherKind"], "transfer/other-kind", file.Data()));
        if (file.Kind == RecordKind.Members) body.AddRange(People(file, say));
        body.Add(Drop(file, say));
        return HouseStyle.Card(say.Language.Code, say["Transfer.ColumnsHeading", ("file", file.Name)], body);
    }

    private static AdaptiveCard Working(DroppedFile file, Say say) => HouseStyle.Card(
        say.Language.Code,
        say[file.State == DroppedState.Importing ? "Transfer.Importing" : "Transfer.Checking", ("file", file.Name)],
        [
            .. file.Done == 0 ? Array.Empty<CardElement>() : [HouseStyle.Paragraph(Markdown.Escape(file.Of > 0
                ? say["Transfer.Progress", ("done", Number(file.Done, say)), ("of", Number(file.Of, say))]
                : say["Transfer.ProgressChecked", ("done", Number(file.Done, say))]))],
            HouseStyle.Subtle(say["Transfer.ProgressText"]),
            HouseStyle.Button(say["Transfer.Look"], "transfer/show", file.Data()),
        ]);

    private static AdaptiveCard Summary(DroppedFile file, FileOutcome outcome, Say say)
    {
        var isDone = file.State == DroppedState.Imported;
        var isNew = outcome.New + outcome.Changed > 0;
        List<(string, string)> facts = [(say["Transfer.Read"], Number(outcome.Read, say)), (say["Transfer.New"], Number(outcome.New, say)), (say["Transfer.Changed"], Number(outcome.Changed, say))];
        foreach (var (key, count) in new[] { ("Unchanged", outcome.Unchanged), ("Incomplete", outcome.Incomplete), ("OrganisationsMade", outcome.OrganisationsMade), ("Awaited", outcome.Awaited), ("NumbersLeftOut", outcome.NumbersLeftOut), ("LinksNotShown", outcome.LinksNotShown) })
            if (count > 0) facts.Add((say[$"Transfer.{key}"], Number(count, say)));

        List<CardElement> body = [HouseStyle.Facts([.. facts]), .. Kept(file, outcome, say)];
        if (isDone && file.Kind == RecordKind.Members && outcome.New > 0) body.Add(HouseStyle.Subtle(say["Transfer.InvitedText"]));
        if (!isDone)
        {
            if (isNew) body.Add(HouseStyle.StrongButton(say["Transfer.Import"], "transfer/import", file.Data()));
            if (isNew) body.Add(HouseStyle.Subtle(say["Transfer.AllOrNothing"]));
            body.Add(HouseStyle.Button(say["Transfer.Choose"], "transfer/reopen", file.Data()));
            body.Add(Drop(file, say));
        }

        return HouseStyle.Card(say.Language.Code, say[isDone ? "Transfer.DoneHeading" : isNew ? "Transfer.ReadyHeading" : "Transfer.NothingNew", ("file", file.Name)], body);
    }

    private static IEnumerable<CardElement> Kept(DroppedFile file, FileOutcome outcome, Say say)
    {
        if (outcome.KeptCount == 0) yield break;
        yield return HouseStyle.Paragraph(say.Markdown("Transfer.KeptHeading", ("count", Number(outcome.KeptCount, say))));
        foreach (var kept in outcome.Kept.Take(MostKept))
            yield return HouseStyle.Subtle(Difference(file, kept, say));
        if (outcome.KeptCount > MostKept) yield return HouseStyle.Subtle(say["Transfer.AndMore", ("count", Number(outcome.KeptCount - MostKept, say))]);
    }

    private static string Difference(DroppedFile file, KeptDifference kept, Say say)
    {
        var column = kept.Field.Length > 0 ? file.ColumnOf(kept.Field, say) : "";
        return kept switch
        {
            { Why: { } why } => say["Transfer.KeptWhole", ("line", kept.Line), ("id", kept.Id), ("why", say.Mend(why))],
            { InFile: "" } => say["Transfer.KeptEmptied", ("line", kept.Line), ("column", column), ("here", Cut(kept.Here))],
            { Here: "" } => say["Transfer.KeptFilled", ("line", kept.Line), ("column", column), ("file", Cut(kept.InFile))],
            _ => say["Transfer.Kept", ("line", kept.Line), ("column", column), ("here", Cut(kept.Here)), ("file", Cut(kept.InFile))],
        };
    }

    private static AdaptiveCard Faults(DroppedFile file, FileOutcome outcome, Say say)
    {
        List<CardElement> body = [HouseStyle.Paragraph(say.Markdown("Transfer.FaultsText"))];
        foreach (var fault in outcome.Faults.Take(MostFaults)) body.Add(say.Labelled(file.Place(fault, say), say.Mend(fault.Mend)));
        if (outcome.FaultCount > MostFaults)
        {
            body.Add(HouseStyle.Subtle(say["Transfer.AndMore", ("count", Number(outcome.FaultCount - MostFaults, say))]));
            body.Add(HouseStyle.Button(say["Transfer.AllFaults"], "transfer/faults", file.Data()));
        }

        body.Add(HouseStyle.Button(say["Transfer.Choose"], "transfer/reopen", file.Data()));
        body.Add(Drop(file, say));
        return HouseStyle.Card(say.Language.Code, say.Count("Transfer.FaultsHeading", outcome.FaultCount, ("file", file.Name)), body);
    }

    private static AdaptiveCard NotDone(DroppedFile file, Say say) => HouseStyle.Card(
        say.Language.Code,
        say["Transfer.NotDone", ("file", file.Name)],
        [
            HouseStyle.Paragraph(Markdown.Escape(Refusals.Sentence(new Refusal(file.Outcome?.Refusal ?? DroppedRefusals.Failed.Code), say))),
            HouseStyle.StrongButton(say["Transfer.Again"], "transfer/check", file.Data()),
            Drop(file, say),
        ]);

    private static ActionSet Drop(DroppedFile file, Say say) => HouseStyle.Button(new ExecuteAction
    {
        Title = say["Transfer.Drop"], Verb = "transfer/drop", Data = file.Data(), AssociatedInputs = AssociatedInputs.None,
    });

    /// <summary>"Line 4, Naslov": the column as the file calls it.</summary>
    internal static string Place(this DroppedFile file, FileFault fault, Say say) => fault.Field.Length == 0
        ? say["Transfer.AtLine", ("line", fault.Line)]
        : say["Transfer.AtColumn", ("line", fault.Line), ("column", file.ColumnOf(fault.Field, say))];

    internal static string ColumnOf(this DroppedFile file, string field, Say say)
    {
        var at = file.Fields.IndexOf(field);
        return at >= 0 && at < file.Columns.Count ? file.Columns[at] : RecordShape.Of(file.Kind ?? RecordKind.Cases).Fields.Contains(field) ? ColumnNames.Label(field, say) : field;
    }

    internal static string Cut(string text)
    {
        const int longest = 60;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : $"{line[..longest]}…";
    }

    private static string Named(IReadOnlyList<string> columns, Say say)
    {
        var named = columns.Where(column => column.Length > 0).Select(Cut).ToList();
        return named.Count <= MostShownColumns
            ? string.Join(", ", named)
            : $"{string.Join(", ", named.Take(MostShownColumns))} {say["Transfer.AndMore", ("count", Number(named.Count - MostShownColumns, say))]}";
    }

    private static string Number(int number, Say say) => number.ToString("N0", say.Culture);
}
