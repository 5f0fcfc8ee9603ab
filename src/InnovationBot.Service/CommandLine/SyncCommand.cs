using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Activities;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Leavers;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Files;
using InnovationBot.Service.People.Sync;
using InnovationBot.Service.Transfer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine;

/// <summary>
/// <c>sync people [FILE] --organisation ID</c>: an organisation's whole list of people from a file, or what changed of it from Microsoft Graph. New ones
/// are invited as by <c>import members</c>; who is gone ends in the network too.
/// </summary>
internal static class SyncCommand
{
    private const int LeaversAtMost = 20;

    public static Command Make(CommandContext context)
    {
        var file = new Argument<string?>("FILE") { Description = "All people of the organisation, as for import members", Arity = ArgumentArity.ZeroOrOne };
        var graph = new Option<bool>("--graph") { Description = "Read what changed from Microsoft Graph, as the settings of Graph say" };
        var organisation = new Option<string>("--organisation") { Description = "The organisation whose people they are", HelpName = "ID", Required = true };
        var most = new Option<int>("--leavers-at-most") { Description = "More leavers than this are a broken list, and none is ended", DefaultValueFactory = _ => LeaversAtMost };
        var afresh = new Option<bool>("--afresh") { Description = "Read everybody from Graph again" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what it would do; store nothing" };
        var people = new Command("people", "Keep an organisation's people as its own list says") { file, graph, organisation, most, afresh, dryRun };
        people.SetAction(async (parsed, stop) =>
        {
            var (path, fromGraph) = (parsed.GetValue(file), parsed.GetValue(graph));
            if (path is null == !fromGraph) throw new CommandFault("Name a file, or --graph.", ExitCode.Usage);
            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            var run = new Run(network, context.Console, parsed.GetRequiredValue(organisation), parsed.GetValue(most), parsed.GetValue(dryRun));
            return path is null ? await run.FromGraph(parsed.GetValue(afresh), stop) : await run.FromFile(path, stop);
        });
        return new Command("sync", "Keep people as another list says") { people };
    }

    private sealed class Run(CommandNetwork network, CommandConsole console, string organisation, int most, bool dryRun)
    {
        public async Task<int> FromFile(string path, CancellationToken stop)
        {
            var format = RecordFile.FormatOf(path) ?? throw new CommandFault($"The file's name must end in .jsonl, .csv or .xlsx; '{Path.GetFileName(path)}' does not.", ExitCode.Usage);
            await using var content = TransferArguments.OpenRead(path);
            var emails = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            if (await Import(content, format, emails, stop) is not ExitCode.Done and var problem) return problem;

            await using var scope = network.Scope();
            var leavers = await scope.ServiceProvider.GetRequiredService<FindLeavers>().Handle(organisation, emails, stop);
            if (leavers.Refusal is { } refusal) return Refused(refusal);
            return await End(leavers.Value, stop);
        }

        public async Task<int> FromGraph(bool afresh, CancellationToken stop)
        {
            await using var scope = network.Scope();
            var options = scope.ServiceProvider.GetRequiredService<IConfiguration>().GetSection(GraphOptions.Section).Get<GraphOptions>() ?? new GraphOptions();
            if (!options.IsOn) throw new CommandFault("Reading from Microsoft Graph is off. Graph:ClientId, Graph:Secret and Graph:TenantId switch it on.", ExitCode.Usage);
            if (new GraphOptionsValidator().Validate(null, options) is { Failed: true } wrong) throw new CommandFault(string.Join(' ', wrong.Failures!), ExitCode.Usage);

            var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
            var key = $"sync.graph.{organisation.Trim().ToLowerInvariant()}";
            var known = await db.Settings.SingleOrDefaultAsync(s => s.Key == key, stop);
            DirectoryChanges changes;
            using (var graph = new GraphPeople(options, scope.ServiceProvider.GetRequiredService<MachineClock>().Time))
            {
                try
                {
                    changes = await graph.Read(afresh || known is null ? null : new Uri(known.Value), stop);
                }
                catch (GraphException fault)
                {
                    throw new CommandFault(fault.Message, ExitCode.Refused, fault);
                }
            }

            if (changes.Everybody is not null && known is not null && !afresh) console.Problem("Microsoft Graph no longer knew where the last reading ended, so everybody was read again.");
            var people = await Completed(changes.People, db, stop);
            if (people.Count > 0)
            {
                using var lines = new MemoryStream();
                foreach (var person in people) Write(person, lines);
                lines.Position = 0;
                if (await Import(lines, RecordFormat.JsonLines, [], stop) is not ExitCode.Done and var problem) return problem;
            }
            else console.Result("0 people are new or changed");

            var find = scope.ServiceProvider.GetRequiredService<FindLeavers>();
            var leavers = (await find.Of(changes.Gone, stop)).ToList();
            if (changes.Everybody is { } everybody)
            {
                var missing = await find.Missing(organisation, everybody, stop);
                if (missing.Refusal is { } refusal) return Refused(refusal);
                leavers.AddRange(missing.Value.Where(one => !leavers.Exists(leaver => leaver.Id == one.Id)));
            }

            var ended = await End(leavers, stop);
            if (ended != ExitCode.Done || dryRun) return ended;

            // Only now: a reading whose end was refused is read again.
            if (known is null) db.Settings.Add(new Setting { Key = key, Value = changes.Next.AbsoluteUri, ChangedAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow() });
            else known.Value = changes.Next.AbsoluteUri;
            await db.SaveChangesAsync(stop);
            return ExitCode.Done;
        }

        /// <summary>A change tells perhaps nothing but a new title: address and name are then those the network knows. Rooms and functional accounts without either are nobody.</summary>
        private static async Task<List<DirectoryPerson>> Completed(IReadOnlyList<DirectoryPerson> people, NetworkDb db, CancellationToken stop)
        {
            List<DirectoryPerson> complete = [];
            foreach (var chunk in people.Chunk(500))
            {
                var ids = chunk.Where(person => person.Email is null || person.Name is null).Select(person => person.Id).ToList();
                var known = ids.Count == 0 ? [] : (await db.Members.AsNoTracking().Where(m => m.EntraObjectId != null && ids.Contains(m.EntraObjectId)).ToListAsync(stop)).DistinctBy(m => m.EntraObjectId).ToDictionary(m => m.EntraObjectId!);
                foreach (var person in chunk)
                {
                    var before = known.GetValueOrDefault(person.Id);
                    if ((person.Email ?? before?.Email) is { } email && (person.Name ?? before?.Name) is { Length: > 0 } name) complete.Add(person with { Email = email, Name = name });
                }
            }

            return complete;
        }

        private static void Write(DirectoryPerson person, Stream to)
        {
            var line = new JsonObject { ["email"] = person.Email, ["name"] = person.Name, ["entra_object_id"] = person.Id };
            if (person.Country is { Length: 2 } country) line["country"] = country;
            if (person.Language is { Length: 2 } language) line["languages"] = new JsonArray(language);
            if (person.Role is { } role) line["role"] = role;
            to.Write(JsonSerializer.SerializeToUtf8Bytes(line));
            to.WriteByte((byte)'\n');
        }

        private async Task<int> Import(Stream content, RecordFormat format, HashSet<string> emails, CancellationToken stop)
        {
            await using var scope = network.Scope();
            var request = new ImportRequest(RecordKind.Members, content, format, new Dictionary<string, string>(), new Dictionary<string, string> { ["organisation"] = organisation }, null, dryRun);
            var outcome = await new ImportFiles(scope.ServiceProvider).Run(request, new ImportLines(console), stop);
            if (outcome.IsDone)
            {
                foreach (var line in ImportLines.Of(outcome.Summary, request)) console.Result(line);
                content.Position = 0;
                emails.UnionWith(await Emails(content, format, request.Set, stop));
                return ExitCode.Done;
            }

            if (outcome.Refusal is { } refusal) return Refused(refusal);
            foreach (var fault in outcome.Faults.Kept.Take(100)) console.Problem(Say.In(Language.English).Fault(fault));
            console.Problem($"{Counted.Of(outcome.Faults.Count, "error", "errors")}; nothing was stored, and nobody was ended.");
            return ExitCode.Usage;
        }

        private static async Task<HashSet<string>> Emails(Stream content, RecordFormat format, IReadOnlyDictionary<string, string> set, CancellationToken stop)
        {
            var faults = new FileFaults();
            var file = new RecordFile(content, format, RecordShape.Of(RecordKind.Members), new Dictionary<string, string>(), set);
            HashSet<string> emails = new(StringComparer.OrdinalIgnoreCase);
            if (!await file.Check(faults, stop)) return emails;
            await foreach (var row in file.Rows(faults, stop))
                if (row.Fields.TryGetValue("email", out var email) && email.Text is { } text) emails.Add(text.Trim());
            return emails;
        }

        private async Task<int> End(IReadOnlyList<Member> leavers, CancellationToken stop)
        {
            if (leavers.Count > most)
            {
                console.Problem($"{Counted.Of(leavers.Count, "person", "people")} would end, more than {most}: the list may be broken. Nobody was ended; --leavers-at-most {leavers.Count} ends them.");
                return ExitCode.Refused;
            }

            var ended = 0;
            foreach (var member in dryRun ? [] : leavers)
            {
                await using var scope = network.Scope();
                if (await scope.ServiceProvider.GetRequiredService<EndMembership>().Handle(member.Id, null, stop) is { } refusal) console.Problem($"{member.Email}: {Refusals.Sentence(refusal, Say.In(Language.English))}");
                else ended++;
            }

            console.Result(dryRun ? $"would end: {leavers.Count}" : $"ended: {ended}");
            return ended == leavers.Count || dryRun ? ExitCode.Done : ExitCode.Refused;
        }

        private int Refused(Refusal refusal)
        {
            console.Problem(Refusals.Sentence(refusal, Say.In(Language.English)));
            return ExitCode.Refused;
        }
    }
}
