using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine.Scripted;

/// <summary><c>show KIND ID</c>: the state and the numbers of what <c>create</c> or a dialog made.</summary>
internal static class ShowCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make(CommandContext context)
    {
        var kind = CreateCommand.Kind();
        var id = new Argument<string>("ID") { Description = "As create printed it" };
        var json = new Option<bool>("--json") { Description = "As one JSON object, for programs" };
        var by = CommandContext.As();
        var command = new Command("show", "Show the state and the numbers of something") { kind, id, json, by };
        command.SetAction(async (parsed, stop) =>
        {
            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            var actor = await network.Actor(parsed.GetValue(by), stop);
            await using var scope = network.Scope();
            var shown = (IScriptedKind)ActivatorUtilities.CreateInstance(scope.ServiceProvider, ScriptedKinds.All[parsed.GetRequiredValue(kind)]);
            var found = await shown.Show(parsed.GetRequiredValue(id).Trim(), actor?.Id, stop);
            if (found.Refusal is { } refusal)
            {
                context.Console.Problem(Refusals.Sentence(refusal, Say.In(Language.English)));
                return ExitCode.Refused;
            }

            if (parsed.GetValue(json)) context.Console.Result(found.Value.ToJsonString(Readable));
            else foreach (var line in Lines(found.Value, "")) context.Console.Result(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Lines(JsonObject shown, string indent)
    {
        foreach (var (name, value) in shown)
        {
            switch (value)
            {
                case JsonObject inner:
                    yield return $"{indent}{name}:";
                    foreach (var line in Lines(inner, indent + "  ")) yield return line;
                    break;
                case JsonArray list:
                    yield return $"{indent}{name}: {list.Count}";
                    foreach (var one in list)
                        yield return $"{indent}  {(one is JsonObject row ? string.Join(", ", row.Where(field => field.Value is not (null or JsonObject)).Select(field => $"{field.Value}")) : $"{one}")}";
                    break;
                default:
                    yield return $"{indent}{name}: {value?.ToString() ?? "-"}";
                    break;
            }
        }
    }
}
