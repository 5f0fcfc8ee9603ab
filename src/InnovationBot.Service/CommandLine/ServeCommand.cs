using System.CommandLine;
using InnovationBot.Service.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine;

/// <summary><c>serve</c>: the bot alone, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Make(CommandContext context)
    {
        var command = new Command("serve", "Run the bot (default)");
        Fill(command, context);
        return command;
    }

    public static void Fill(Command command, CommandContext context)
    {
        var port = CommandContext.Port();
        command.Add(port);
        command.SetAction((parsed, stop) => Run(context.Installation(parsed, parsed.GetValue(port)), context.Console, stop));
    }

    private static async Task<int> Run(Installation installation, CommandConsole console, CancellationToken stop)
    {
        await using var service = await RunningService.Start(installation, ServiceExtension.Rehearsed, stop);
        console.Progress($"The bot listens on {service.Address}. Ctrl-C stops it.");
        _ = service.Services.GetRequiredService<Rehearsal>().Run(stop);
        await service.Stopped(stop);
        return ExitCode.Done;
    }
}
