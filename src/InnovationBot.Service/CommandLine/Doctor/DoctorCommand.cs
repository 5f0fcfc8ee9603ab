using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Service.Hosting;
using InnovationBot.Storage;

namespace InnovationBot.Service.CommandLine.Doctor;

/// <summary><c>doctor</c>: tries a configuration before the first user does, and says what to do about each finding.</summary>
internal static class DoctorCommand
{
    public static Command Make(CommandContext context)
    {
        var live = new Option<bool>("--live") { Description = "Also send one card to yourself in the real tenant and report each step; needs --as" };
        var by = new Option<string?>("--as") { Description = "Your e-mail address; you have written to the bot before", HelpName = "EMAIL" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var command = new Command("doctor", "Check the configuration: settings, store, Redis, credential, keys, model, clock, public address") { live, by, json };
        command.SetAction((parsed, stop) => Run(context.Installation(parsed), context.Console, parsed.GetValue(live), parsed.GetValue(by), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> Run(Installation installation, CommandConsole console, bool isLive, string? email, bool asJson, CancellationToken stop)
    {
        if (isLive && email is null) throw new CommandFault("doctor --live sends a card to you: say who you are with --as EMAIL.", ExitCode.Usage);
        var findings = new List<Finding>();
        try
        {
            await using var examination = new Examination(installation);
            await foreach (var finding in examination.All(stop)) Tell(finding);
            if (isLive)
            {
                if (findings.Exists(finding => finding is { Check: "settings" or "store", State: FindingState.Failing })) Tell(Finding.Bad("live", "Nothing was sent.", "Mend what is failing above first."));
                else await foreach (var finding in LiveTry.Of(installation, email!, stop)) Tell(finding);
            }
        }
        catch (Exception fault) when (findings.Count == 0 && !StartFaults.IsUnreadable(fault) && (fault as CommandFault)?.Message is var told && (told ?? StartFaults.Sentence(fault)) is { } sentence)
        {
            Tell(Finding.Bad(fault is StoreException ? "store" : "settings", sentence, "Nothing else could be tried. docs/configuration.md says where settings are read from, and lists them."));
        }

        var isWell = findings.TrueForAll(finding => finding.State != FindingState.Failing);
        if (asJson) console.Result(Json(findings, isWell));
        return isWell ? ExitCode.Done : ExitCode.Refused;

        void Tell(Finding finding)
        {
            findings.Add(finding);
            if (asJson) return;
            console.Result($"{Vocabulary.Write(finding.State),-8}{finding.Check,-14}{finding.Sentence}");
            if (finding.Mend is { } mend) console.Result($"{"",-22}{mend}");
        }
    }

    private static string Json(IReadOnlyList<Finding> findings, bool isWell) => new JsonObject
    {
        ["ok"] = isWell,
        ["findings"] = new JsonArray([.. findings.Select(finding => (JsonNode)new JsonObject
        {
            ["check"] = finding.Check, ["state"] = Vocabulary.Write(finding.State), ["finding"] = finding.Sentence, ["mend"] = finding.Mend,
        })]),
    }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
