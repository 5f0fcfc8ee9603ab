using System.CommandLine;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine;

/// <summary><c>export organisations|members|cases FILE</c>: what is published, sorted by id. The file is whole or not there.</summary>
internal static class ExportCommand
{
    public static Command Make(CommandContext context)
    {
        var kind = TransferArguments.Kind();
        var file = new Argument<string>("FILE") { Description = "A file ending in .jsonl or .csv; cases also as .opsi.json" };
        var by = CommandContext.As();
        var command = new Command("export", "Write organisations, members or cases into a file") { kind, file, by };
        command.SetAction(async (parsed, stop) =>
        {
            var what = Vocabulary.Read<RecordKind>(parsed.GetRequiredValue(kind));
            var path = parsed.GetRequiredValue(file);
            var format = ExportFiles.FormatOf(path);
            if (format is null || (format == ExportFormat.OpsiJson && what != RecordKind.Cases))
                throw new CommandFault($"The file's name must end in .jsonl or .csv (cases also .opsi.json); '{Path.GetFileName(path)}' does not.", ExitCode.Usage);

            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            var actor = await network.Actor(parsed.GetValue(by), stop);
            await using var scope = network.Scope();
            var exported = await Write(path, async to =>
                await ActivatorUtilities.CreateInstance<ExportFiles>(scope.ServiceProvider).Run(what, format.Value, to, actor, stop));
            if (exported.Refusal is { } refusal)
            {
                context.Console.Problem(Refusals.Sentence(refusal, Say.In(Language.English)));
                return ExitCode.Refused;
            }

            context.Console.Result($"{Vocabulary.Write(what)}: {exported.Value} written");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Beside the file first, then in its place.</summary>
    private static async Task<Result<int>> Write(string path, Func<Stream, Task<Result<int>>> write)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            Result<int> written;
            await using (var to = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024)) written = await write(to);
            if (written.Refusal is null) File.Move(beside, path, overwrite: true);
            return written;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault($"The file {path} cannot be written.", ExitCode.Usage, e);
        }
        finally
        {
            if (File.Exists(beside)) File.Delete(beside); // where there is no such folder, there is nothing to delete either
        }
    }
}
