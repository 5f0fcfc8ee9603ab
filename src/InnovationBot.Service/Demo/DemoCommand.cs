using System.CommandLine;
using InnovationBot.Service.CommandLine;

namespace InnovationBot.Service.Demo;

/// <summary><c>demo</c>: the bot on a sample network, and a chat to talk to it, on this machine alone.</summary>
internal static class DemoCommand
{
    public static Command Make(CommandContext context)
    {
        var chat = new Option<ChatKind?>("--chat")
        {
            Description = "playground (a browser), terminal, or none (default: playground, without Node the terminal)", HelpName = "playground|terminal|none",
        };
        chat.AcceptOnlyFromAmong("playground", "terminal", "none");
        var fresh = new Option<bool>("--fresh") { Description = "Forget what earlier runs left and begin anew" };
        var port = CommandContext.Port();
        var chatPort = CommandContext.Port("--chat-port", $"Port of the Playground, 0 for any free one (default: {Playground.PlaygroundProcess.DefaultPort}, or another when that is taken)");
        var command = new Command("demo", "Try the bot on a sample network, with a chat on this machine") { chat, fresh, port, chatPort };
        command.SetAction((parsed, stop) =>
        {
            var settings = new DemoSettings(parsed.GetValue(chat), parsed.GetValue(fresh), parsed.GetValue(port), parsed.GetValue(chatPort));
            return new DemoRun(context.Console, settings).Run(folder => context.Installation(parsed, settings.Port, folder), stop);
        });
        return command;
    }
}
