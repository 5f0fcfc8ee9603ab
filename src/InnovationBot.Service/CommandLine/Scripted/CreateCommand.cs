using System.CommandLine;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine.Scripted;

/// <summary><c>create KIND FILE</c>: what the chat's dialogs make, made from a file.</summary>
internal static class CreateCommand
{
    public static Command Make(CommandContext context)
    {
        var kind = Kind();
        var file = new Argument<string>("FILE") { Description = "A JSON file with one object" };
        var publish = new Option<bool>("--publish") { Description = "Show it to its audience at once, instead of keeping a draft" };
        var by = CommandContext.As();
        var command = new Command("create", "Make something from a file; prints its id as the last line") { kind, file, publish, by };
        command.SetAction(async (parsed, stop) =>
        {
            var content = await ScriptedFile.Open(parsed.GetRequiredValue(file), stop);
            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            var actor = await network.Actor(parsed.GetValue(by), stop);
            await using var scope = network.Scope();
            var made = (IScriptedKind)ActivatorUtilities.CreateInstance(scope.ServiceProvider, ScriptedKinds.All[parsed.GetRequiredValue(kind)]);
            var outcome = await made.Create(content, actor?.Id, parsed.GetValue(publish), stop);
            return Tell(outcome, content, context.Console);
        });
        return command;
    }

    internal static Argument<string> Kind()
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(" | ", ScriptedKinds.All.Keys) };
        kind.Validators.Add(parsed =>
        {
            if (parsed.Tokens is [{ Value: var word }] && !ScriptedKinds.All.ContainsKey(word))
                parsed.AddError($"'{word}' is no kind of thing that can be made here; what can is: {string.Join(", ", ScriptedKinds.All.Keys)}.");
        });
        return kind;
    }

    private static int Tell(Result<string>? outcome, ScriptedFile file, CommandConsole console)
    {
        if (file.Unknown.ToList() is { Count: > 0 } unknown) console.Problem($"Fields that are not known are ignored: {string.Join(", ", unknown)}.");
        if (file.Faults.Count > 0 || outcome is not { } done)
        {
            foreach (var fault in file.Faults) console.Problem(fault);
            console.Problem("Nothing was stored.");
            return ExitCode.Usage;
        }

        if (done.Refusal is { } refusal)
        {
            console.Problem(Refusals.Sentence(refusal, Say.In(Language.English)));
            return ExitCode.Refused;
        }

        console.Result(done.Value);
        return ExitCode.Done;
    }
}
