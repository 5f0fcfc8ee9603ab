using InnovationBot.Service.CommandLine;
using InnovationBot.Service.Demo.Acting;
using InnovationBot.Service.Demo.Clock;
using InnovationBot.Service.Demo.Playground;
using InnovationBot.Service.Demo.Terminal;
using InnovationBot.Service.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Demo;

/// <summary>One run of the demo: opens its folder, starts the bot and the chat beside it, and ends both.</summary>
internal sealed class DemoRun(CommandConsole console, DemoSettings settings)
{
    /// <param name="installation">The installation in a folder; <c>null</c> = the demo's own.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> Run(Func<string, Installation> installation, CancellationToken stop)
    {
        var (chat, node) = await ChooseChat(stop);
        var place = installation(DemoFolder.Default);
        using var folder = DemoFolder.Open(place.Folder, settings.Fresh);
        var clock = DemoClock.Start(TimeProvider.System, folder.Clock);
        try
        {
            // installed before the bot starts: whoever ends the program meanwhile leaves nothing running
            var package = node is null ? null : await Install(node, stop);
            if (package is null && chat == ChatKind.Playground) chat = ChatKind.Terminal;

            var isPackOffered = !File.Exists(place.LanguagePack);
            if (isPackOffered)
                console.Progress($"The search knows its own lexicon. For dictionaries and word vectors of six languages too, once and in minutes: innovationbot lexicon build --data {place.Folder}");
            console.Progress("Starting the bot ...");
            var setup = new DemoSetup(folder, clock, chat, isPackOffered);
            await using var service = await RunningService.Start(place with { Settings = setup.Settings(place.Settings) }, setup.Extension, stop);
            _ = service.Services.GetRequiredService<Rehearsal>().Run(stop);
            return package is null
                ? await (chat == ChatKind.Terminal ? TalkHere(service, stop) : Wait(service, stop))
                : await TalkInBrowser(service, node!, package, place.Folder, stop);
        }
        finally
        {
            clock.Keep();
        }
    }

    private async Task<(ChatKind Chat, NodeRuntime? Node)> ChooseChat(CancellationToken stop)
    {
        if (settings.Chat is ChatKind.Terminal or ChatKind.None) return (settings.Chat.Value, null);
        var (node, missing) = await NodeRuntime.Find(Environment.GetEnvironmentVariable("PATH"), stop);
        if (node is not null) return (ChatKind.Playground, node);
        if (settings.Chat is not null) throw new CommandFault($"The Agents Playground cannot run: {missing}. Without it: --chat terminal.");
        console.Progress($"{missing}, so the chat is here in the terminal. With Node it is a browser page that looks like Teams.");
        return (ChatKind.Terminal, null);
    }

    /// <returns><c>null</c> when it cannot be installed and nobody asked for it by name: then the terminal serves.</returns>
    private async Task<PlaygroundPackage?> Install(NodeRuntime node, CancellationToken stop)
    {
        try
        {
            return await PlaygroundPackage.Install(node, Installation.DefaultFolder, console.Progress, stop);
        }
        catch (PlaygroundException fault) when (settings.Chat is null)
        {
            console.Progress($"{fault.Message} The chat is here in the terminal instead.");
            return null;
        }
        catch (PlaygroundException fault)
        {
            throw new CommandFault(fault.Message, inner: fault);
        }
    }

    private async Task<int> TalkInBrowser(RunningService service, NodeRuntime node, PlaygroundPackage package, string folder, CancellationToken stop)
    {
        try
        {
            await using var playground = await PlaygroundProcess.Start(node, package, service.Address, settings.ChatPort, folder, TimeProvider.System, stop);
            Greet($"Open {playground.Address.AbsoluteUri}", service);
            var stopped = service.Stopped(stop);
            if (await Task.WhenAny(stopped, playground.Ended(stop)) == stopped) return ExitCode.Done;
            throw new CommandFault("The Agents Playground has ended, and the demo with it. What it said last stands in playground.log in the data folder.");
        }
        catch (PlaygroundException fault)
        {
            throw new CommandFault(fault.Message, inner: fault);
        }
    }

    private async Task<int> TalkHere(RunningService service, CancellationToken stop)
    {
        Greet("Write here. Buttons are numbers, and quit ends it.", service);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var stopped = service.Stopped(stop).ContinueWith(_ => ending.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await TerminalSession.Run(service, console.Out, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
        }

        _ = stopped;
        return ExitCode.Done;
    }

    private async Task<int> Wait(RunningService service, CancellationToken stop)
    {
        Greet($"The bot listens on {service.Address}api/messages", service);
        await service.Stopped(stop);
        return ExitCode.Done;
    }

    private void Greet(string how, RunningService service)
    {
        console.Result(how);
        console.Result(
            """

            Three things to try:
              1. People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?
              2. Press "Ask for an introduction" on the answer and send it. Then "view as" and the name that the chat tells you: you are the one who was asked.
              3. clock +5d    Five days pass: reminders and lapses come.

            "help demo" in the chat explains view as and clock. Ctrl-C ends the demo; the next one goes on where this one stopped, --fresh begins anew.
            """);
        console.Result($"The bot's clock says {service.Services.GetRequiredService<MoveClock>().Now()}.");
        console.Out.Flush();
    }
}
