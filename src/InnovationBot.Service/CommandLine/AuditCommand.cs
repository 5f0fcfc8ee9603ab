using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using InnovationBot.Network;
using InnovationBot.Network.People.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine;

/// <summary><c>audit verify</c>: whether the audit log is what was written.</summary>
internal static class AuditCommand
{
    public static Command Make(CommandContext context)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var verify = new Command("verify", "Read the whole audit log and tell whether anything in it was changed") { json };
        verify.SetAction(async (parsed, stop) =>
        {
            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            await using var scope = network.Scope();
            var report = await Read(scope.ServiceProvider.GetRequiredService<VerifyAudit>(), stop);
            foreach (var line in parsed.GetValue(json) ? [Json(report)] : Lines(report)) context.Console.Result(line);
            if (report.Faults.Count == 0) return ExitCode.Done;
            context.Console.Problem($"The audit log is not what was written: {Told(report.Faults[0])}");
            return ExitCode.Refused;
        });
        return new Command("audit", "Check the log of who did what to whom") { verify };
    }

    private static async Task<AuditReport> Read(VerifyAudit verify, CancellationToken stop)
    {
        try
        {
            return await verify.Handle(stop);
        }
        catch (DbException e)
        {
            throw new CommandFault($"The audit log cannot be read to its end, so that it cannot be vouched for: {e.Message}", ExitCode.Refused, e);
        }
    }

    private static IEnumerable<string> Lines(AuditReport report)
    {
        foreach (var fault in report.Faults) yield return Told(fault);
        if (report.Faults.Count > 0) yield break;
        yield return $"The log is whole. Events: {report.Events}; segments: {report.Segments}, of which {report.Dropped} went by retention.";
        yield return $"Last hash: {report.LastHash}";
    }

    private static string Told(AuditFault fault) => fault.Kind switch
    {
        AuditFaultKind.Changed => $"Event {fault.Number} was changed; it now reads {fault.About}.",
        AuditFaultKind.Missing => $"Event {fault.Number} is missing.",
        AuditFaultKind.Inserted => $"Event {fault.Number} was put in.",
        AuditFaultKind.Unreadable => $"Event {fault.Number} was changed and cannot be read.",
        AuditFaultKind.SegmentChanged => $"Segment {fault.Number} was changed.",
        AuditFaultKind.SegmentMissing => $"Segment {fault.Number} is missing.",
        _ => $"The person behind pseudonym {fault.About} was changed.",
    };

    private static string Json(AuditReport report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("whole", report.Faults.Count == 0);
            writer.WriteNumber("events", report.Events);
            writer.WriteNumber("segments", report.Segments);
            writer.WriteNumber("dropped", report.Dropped);
            writer.WriteString("lastHash", report.LastHash);
            writer.WriteStartArray("faults");
            foreach (var fault in report.Faults)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", Vocabulary.Write(fault.Kind));
                writer.WriteNumber("number", fault.Number);
                writer.WriteString("about", fault.About);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
