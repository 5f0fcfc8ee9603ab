using InnovationBot.Conversation.People;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Transfer;

/// <summary>"import": how files are brought in, and templates.</summary>
public sealed class ImportCommand(TemplatesRoute templates) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => templates.Run(default, turn, stop);
}

[Verb("transfer/templates")]
public sealed class TemplatesRoute(DroppedFiles files) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return await files.MayImport(turn.By, stop) is { } refusal ? Reply.Refused(refusal) : Reply.Card(TemplatesCard.For(turn.Say));
    }
}

/// <summary>A template of one kind, in both formats.</summary>
[Verb("transfer/template")]
public sealed class TemplateRoute(DroppedFiles files, IRecordFiles records, IOneTimeLinks links) : IVerbRoute
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (data.Word<RecordKind>("kind") is not { } kind) throw new BadInputException("kind");
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        if (await files.MayImport(turn.By, stop) is { } refusal) return Reply.Refused(refusal);
        var name = Vocabulary.Write(kind);
        var workbook = await links.Offer(turn.By, $"{name}.xlsx", Workbook, records.Template(kind, workbook: true, turn.Say), stop);
        var csv = await links.Offer(turn.By, $"{name}.csv", "text/csv", records.Template(kind, workbook: false, turn.Say), stop);
        return Reply.Card(TemplatesCard.Links(kind, workbook, csv, DriveFiles.CanAsk(turn), turn.Say));
    }
}

/// <summary>The workbook into the person's OneDrive.</summary>
[Verb("transfer/template-file")]
public sealed class TemplateFileRoute(DriveFiles drive) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        data.Word<RecordKind>("kind") is { } kind ? drive.Ask(TemplateFile.KindName, Vocabulary.Write(kind), turn, stop) : throw new BadInputException("kind");
}

/// <summary>A template as a workbook, for whoever imports.</summary>
public sealed class TemplateFile(DroppedFiles files, IRecordFiles records) : IDriveFile
{
    internal const string KindName = "template";

    public string Kind => KindName;

    public async Task<Result<DriveFile>> Make(string which, Turn turn, CancellationToken stop)
    {
        if (!Vocabulary.TryRead<RecordKind>(which, out var kind)) return Refusal.NotFound;
        if (await files.MayImport(turn.By, stop) is { } refusal) return refusal;
        var name = Vocabulary.Write(kind);
        return new DriveFile($"{name}.xlsx", turn.Say["Transfer.TemplateHeading", ("kind", turn.Say[$"Transfer.Kind_{name}"])], records.Template(kind, workbook: true, turn.Say));
    }
}
