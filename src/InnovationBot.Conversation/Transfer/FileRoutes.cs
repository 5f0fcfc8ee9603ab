using System.Text;
using System.Text.Json;
using InnovationBot.Cards;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Transfer;

/// <summary>Takes a file that was dropped into the person's own chat, and asks what it holds.</summary>
public sealed class DropFileRoute(DroppedFiles files, IRecordFiles records, Attendance attendance) : IFileRoute
{
    private const int LongestName = 120;

    public async Task<Reply> Received(ReceivedFile file, Turn turn, CancellationToken stop)
    {
        var begun = await attendance.Begun(turn.By, stop);
        var refusal = await files.MayImport(turn.By, stop);
        if (turn.Repeats is { Subject: { } subject }) return (await files.Show(EntityId.From<DroppedFileId>(subject), turn.By, stop)).Match(kept => Draw(kept, isList: refusal is not null || kept.Columns.Count < 2), Reply.Refused);
        if (refusal is not null && begun.Count == 0) return Reply.Refused(refusal);
        if (file.Others > 0) return Reply.Refused(DroppedRefusals.One);

        var fetched = await records.Fetch(file, stop);
        if (fetched.Refusal is { } refused) return Reply.Refused(refused);
        var (content, columns, samples, fault) = fetched.Value;
        var name = FileName(file.Name);
        var isList = begun.Count > 0 && AttendanceFileCard.HasAddresses(samples) && (refusal is not null || columns.Count < 2);
        if (isList) return (await files.Keep(turn.By, new NewFile(name, content, columns, samples, null, [.. columns.Select(_ => "")]), stop)).Match(kept => Draw(kept, isList: true), Reply.Refused);
        if (refusal is not null) return Reply.Refused(refusal);
        if (fault is not null) return Reply.Text($"{turn.Say["Transfer.NotDone", ("file", name)]}. {Capital(turn.Say.Fault(fault), turn.Say)}");

        var kind = ColumnNames.Kind(columns);
        IReadOnlyList<string> fields = kind is { } known ? ColumnNames.Propose(columns, known) : [.. columns.Select(_ => "")];
        return (await files.Keep(turn.By, new NewFile(name, content, columns, samples, kind, fields), stop)).Match(kept => Draw(kept, isList: false), Reply.Refused);

        Reply Draw(DroppedFile kept, bool isList) => Reply.Card(isList ? AttendanceFileCard.For(kept, begun, turn.Reading) : FileCard.For(kept, turn.Reading));
    }

    /// <summary>Its ending stays, for that tells the format.</summary>
    private static string FileName(string name)
    {
        var plain = string.Concat(Path.GetFileName(name.Replace('\\', '/')).Where(letter => !char.IsControl(letter)));
        return plain.Length <= LongestName ? plain : $"{plain[..(LongestName - 10)]}…{Path.GetExtension(plain)}";
    }

    private static string Capital(string sentence, Say say) => char.ToUpper(sentence[0], say.Culture) + sentence[1..];
}

/// <summary>A verb about a file of the sender's.</summary>
public abstract class FileRoute(DroppedFiles files) : IVerbRoute
{
    protected DroppedFiles Files => files;

    public abstract Task<Reply> Run(PressData data, Turn turn, CancellationToken stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Drawn(await files.Show(Id(data), turn.By, stop), turn);

    protected static DroppedFileId Id(PressData data) => data.Id<DroppedFileId>("file");

    protected static Reply Drawn(Result<DroppedFile> file, Turn turn) => file.Match(now => Reply.Card(FileCard.For(now, turn.Reading)), Reply.Refused);

    protected async Task<Reply> Refused(Refusal refusal, PressData data, Turn turn, CancellationToken stop) =>
        (await files.Show(Id(data), turn.By, stop)).Match(now => Reply.RefusedWith(refusal, FileCard.For(now, turn.Reading)), _ => Reply.Refused(refusal));

    protected async Task<Reply> Chosen(Result<DroppedFile> file, PressData data, Turn turn, CancellationToken stop) =>
        file.Refusal is { } refusal ? await Refused(refusal, data, turn, stop) : Drawn(file, turn);
}

/// <summary>The file as it is now.</summary>
[Verb("transfer/show")]
public sealed class ShowFileRoute(DroppedFiles files) : FileRoute(files)
{
    public override Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Show(data, turn, stop);
}

/// <summary>Says what the file holds.</summary>
[Verb("transfer/kind")]
public sealed class FileKindRoute(DroppedFiles files) : FileRoute(files)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (data.Word<RecordKind>("kind") is not { } kind) throw new BadInputException("kind");
        var file = await Files.Show(Id(data), turn.By, stop);
        if (file.Refusal is { } gone) return Reply.Refused(gone);
        return await Chosen(await Files.Choose(Id(data), turn.By, kind, ColumnNames.Propose(file.Value.Columns, kind), stop), data, turn, stop);
    }
}

/// <summary>It holds something else than was thought.</summary>
[Verb("transfer/other-kind")]
public sealed class OtherKindRoute(DroppedFiles files) : FileRoute(files)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var file = await Files.Show(Id(data), turn.By, stop);
        if (file.Refusal is { } gone) return Reply.Refused(gone);
        return await Chosen(await Files.Choose(Id(data), turn.By, null, [.. file.Value.Columns.Select(_ => "")], stop), data, turn, stop);
    }
}

/// <summary>Back to the columns, after a check.</summary>
[Verb("transfer/reopen")]
public sealed class ReopenFileRoute(DroppedFiles files) : FileRoute(files)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var file = await Files.Show(Id(data), turn.By, stop);
        if (file.Refusal is { } gone) return Reply.Refused(gone);
        return await Chosen(await Files.Choose(Id(data), turn.By, file.Value.Kind, file.Value.Fields, stop), data, turn, stop);
    }
}

/// <summary>The form in which columns are chosen.</summary>
[Verb("transfer/columns")]
public sealed class ColumnsRoute(DroppedFiles files) : FileRoute(files)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var file = await Files.Show(Id(data), turn.By, stop);
        if (file.Refusal is { } gone) return Reply.Refused(gone);
        return file.Value is { Kind: not null, State: DroppedState.Asked }
            ? Reply.Card(ColumnsForm.For(file.Value, Math.Max(0, data.Number("page") ?? 0), turn.Say), turn.Say["Transfer.Choose"])
            : Drawn(file, turn);
    }
}

/// <summary>Keeps what was chosen on a page and shows the next one.</summary>
[Verb("transfer/columns-more")]
public sealed class MoreColumnsRoute(DroppedFiles files) : ChooseColumnsRoute(files)
{
    protected override Reply Next(DroppedFile file, int page, Turn turn) => Reply.Card(ColumnsForm.For(file, page + 1, turn.Say), turn.Say["Transfer.Choose"]);
}

/// <summary>Keeps what was chosen on a page and goes back to the file.</summary>
[Verb("transfer/columns-save")]
public sealed class SaveColumnsRoute(DroppedFiles files) : ChooseColumnsRoute(files)
{
    protected override Reply Next(DroppedFile file, int page, Turn turn) => ColumnsForm.Twice(file.Fields) is { } twice
        ? Reply.Card(ColumnsForm.For(file, page, turn.Say, turn.Say["Transfer.Twice", ("field", ColumnNames.Label(twice, turn.Say))]), turn.Say["Transfer.Choose"])
        : Reply.Finished(FileCard.For(file, turn.Reading), turn.Say["Routing.Done"]);
}

public abstract class ChooseColumnsRoute(DroppedFiles files) : FileRoute(files)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var file = await Files.Show(Id(data), turn.By, stop);
        if (file.Refusal is { } gone) return Reply.Refused(gone);
        if (file.Value is not { Kind: { } kind, State: DroppedState.Asked }) return Drawn(file, turn);
        var page = Math.Max(0, data.Number("page") ?? 0);
        var chosen = await Files.Choose(Id(data), turn.By, kind, ColumnsForm.Read(file.Value, page, data), stop);
        return chosen.Refusal is { } refusal ? await Refused(refusal, data, turn, stop) : Next(chosen.Value, page, turn);
    }

    protected abstract Reply Next(DroppedFile file, int page, Turn turn);
}

/// <summary>Looks at every line, and tells what the file would do.</summary>
[Verb("transfer/check")]
public sealed class CheckFileRoute(DroppedFiles files, IRecordFiles records) : WorkRoute(files, records)
{
    protected override bool Imports => false;
}

/// <summary>Brings the file in, all of it or nothing.</summary>
[Verb("transfer/import")]
public sealed class ImportFileRoute(DroppedFiles files, IRecordFiles records) : WorkRoute(files, records)
{
    protected override bool Imports => true;
}

public abstract class WorkRoute(DroppedFiles files, IRecordFiles records) : FileRoute(files)
{
    protected abstract bool Imports { get; }

    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var chat = turn.Context.ExpectsReplies || string.IsNullOrEmpty(turn.Context.Activity.ServiceUrl) ? null : JsonSerializer.Serialize(turn.Context.Reference);
        var started = await Files.Start(Id(data), turn.By, Imports, chat, turn.ReplyTo, stop);
        if (started.Refusal is { } refusal) return await Refused(refusal, data, turn, stop);
        await records.Work(Id(data), stop);
        return await Show(data, turn, stop);
    }
}

/// <summary>Lets the file go.</summary>
[Verb("transfer/drop")]
public sealed class DropRoute(DroppedFiles files) : FileRoute(files)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (await Files.Drop(Id(data), turn.By, stop) is { } refusal) return await Refused(refusal, data, turn, stop);
        var said = turn.Say["Transfer.Dropped"];
        return Reply.Card(new AdaptiveCard { Lang = turn.Say.Language.Code, FallbackText = said, Speak = said, Body = [HouseStyle.Paragraph(Markdown.Escape(said))] });
    }
}

/// <summary>All that is to be mended, as a file to keep beside the other.</summary>
[Verb("transfer/faults")]
public sealed class FaultsFileRoute(DroppedFiles files, IOneTimeLinks links) : FileRoute(files)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var found = await Files.Show(Id(data), turn.By, stop);
        if (found.Refusal is { } gone) return Reply.Refused(gone);
        if (found.Value is not { Outcome: { FaultCount: > 0 } outcome } file) return Drawn(found, turn);

        var say = turn.Say;
        var text = new StringBuilder("\uFEFF").Append(say["Transfer.FaultsFile"]).Append('\n'); // Excel takes a file without the mark for an old one
        foreach (var fault in outcome.Faults)
            text.Append(fault.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append(';').Append(Cell(fault.Field.Length > 0 ? file.ColumnOf(fault.Field, say) : "")).Append(';').Append(Cell(say.Mend(fault.Mend))).Append('\n');
        var link = await links.Offer(turn.By, $"{Path.GetFileNameWithoutExtension(file.Name)}.faults.csv", "text/csv", Encoding.UTF8.GetBytes(text.ToString()), stop);
        List<CardElement> body = link is null
            ? [HouseStyle.Paragraph(say.Markdown("Transfer.NoAddress"))]
            : [HouseStyle.Button(new OpenUrlAction { Title = say["Transfer.AllFaults"], Url = CardUrl.Parse(link.ToString(), allowLoopback: true) }), HouseStyle.Subtle(say["Transfer.Once"])];
        body.Add(HouseStyle.Back(say["Words.Back"], "transfer/show", file.Data()));
        return Reply.Card(HouseStyle.Card(say.Language.Code, say.Count("Transfer.FaultsHeading", outcome.FaultCount, ("file", file.Name)), body));
    }

    /// <summary>What stands in a file that somebody sent may begin like a formula.</summary>
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
