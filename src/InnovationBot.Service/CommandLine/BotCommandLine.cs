using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using InnovationBot.Service.CommandLine.Doctor;
using InnovationBot.Service.CommandLine.Scripted;
using InnovationBot.Service.Demo;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.Manifest;

namespace InnovationBot.Service.CommandLine;

/// <summary>The program as it is called: its commands, and what their ends are worth.</summary>
public static class BotCommandLine
{
    /// <summary>Runs one command to its end and writes every expected problem as one sentence.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments, CommandConsole console, CancellationToken stop)
    {
        try
        {
            var (words, settings) = SettingArguments.Split(arguments);
            var parsed = Tree(new CommandContext(console, settings)).Parse(words);
            if (parsed.Action is ParseErrorAction) return WrongUsage(parsed, console);

            // signals are the host's: it drains before it ends
            var invocation = new InvocationConfiguration
            {
                Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, stop);
        }
        catch (CommandFault fault)
        {
            console.Problem(fault.Message);
            return fault.ExitCode;
        }
        catch (Exception fault) when (StartFaults.Sentence(fault) is { } sentence)
        {
            console.Problem(sentence);
            return StartFaults.IsUnreadable(fault) ? ExitCode.Usage : ExitCode.Refused;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Refused;
        }
    }

    private static RootCommand Tree(CommandContext context)
    {
        var root = new RootCommand("Innovation Bot: brings people with a concrete problem together with the cases and people that met it before.") { context.Data };
        foreach (var version in root.Options.OfType<VersionOption>()) version.Action = new PrintVersion(context.Console);

        ServeCommand.Fill(root, context); // what runs when no command is named
        root.Add(ServeCommand.Make(context));
        root.Add(DemoCommand.Make(context));
        root.Add(AskCommand.Make(context));
        root.Add(ImportCommand.Make(context));
        root.Add(SyncCommand.Make(context));
        root.Add(ExportCommand.Make(context));
        root.Add(CreateCommand.Make(context));
        root.Add(ShowCommand.Make(context));
        root.Add(InviteCommand.Make(context));
        root.Add(RoleCommand.Grant(context));
        root.Add(RoleCommand.Revoke(context));
        root.Add(AuditCommand.Make(context));
        root.Add(EvaluateCommand.Make(context));
        root.Add(LexiconCommand.Make(context));
        root.Add(ManifestCommand.Make(context));
        root.Add(MigrateCommand.Make(context));
        root.Add(CopyStoreCommand.Make(context));
        root.Add(DoctorCommand.Make(context));
        root.Add(ErasuresCommand.Make(context));
        return root;
    }

    private static int WrongUsage(ParseResult parsed, CommandConsole console)
    {
        foreach (var error in parsed.Errors) console.Problem(error.Message);
        console.Problem("See innovationbot --help, or --help after a command.");
        return ExitCode.Usage;
    }

    private sealed class PrintVersion(CommandConsole console) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override int Invoke(ParseResult parseResult)
        {
            console.Result(typeof(BotCommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
            return ExitCode.Done;
        }
    }
}
