using System.CommandLine;
using System.Globalization;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine;

/// <summary>
/// <c>erasures export FILE</c> and <c>erasures apply FILE</c>: who was erased has to stay erased when a backup is restored that was made before. The file holds
/// hashes of our own ids and the time, nothing about anybody.
/// </summary>
internal static class ErasuresCommand
{
    public static Command Make(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "One erasure a line: time, tab, hash" };
        var export = new Command("export", "Write down which erasures were made, to be applied to a restored backup") { file };
        export.SetAction(async (parsed, stop) =>
        {
            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            await using var scope = network.Scope();
            var made = await scope.ServiceProvider.GetRequiredService<NetworkDb>().Set<Erasure>().AsNoTracking().OrderBy(one => one.At).ThenBy(one => one.Hash).ToListAsync(stop);
            try
            {
                await File.WriteAllLinesAsync(parsed.GetRequiredValue(file), made.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.At:O}\t{one.Hash}")), stop);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new CommandFault($"{parsed.GetRequiredValue(file)} cannot be written: {fault.Message}", inner: fault);
            }

            context.Console.Result($"{made.Count}");
            return ExitCode.Done;
        });

        var apply = new Command("apply", "Erase again whom the file names, in a store restored from an older backup") { file };
        apply.SetAction(async (parsed, stop) =>
        {
            var hashes = Read(parsed.GetRequiredValue(file));
            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            var erased = 0;
            foreach (var person in await Named(network, hashes, stop))
            {
                await using var scope = network.Scope();
                if (await scope.ServiceProvider.GetRequiredService<ForgetMe>().Handle(person, stop) is null) erased++;
            }

            context.Console.Result($"{erased}");
            context.Console.Progress(erased == 0 ? "Nobody of the file is in this store any more." : "They are erased again.");
            return ExitCode.Done;
        });
        return new Command("erasures", "Erasures, kept beside the backups") { export, apply };
    }

    private static HashSet<string> Read(string path)
    {
        try
        {
            var lines = File.ReadAllLines(path).Where(line => line.Trim().Length > 0).Select(line => line.Split('\t')[^1].Trim()).ToList();
            if (lines.Find(hash => hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) is { } wrong) throw new CommandFault($"'{wrong}' is no hash of an erasure; the file is one that erasures export wrote.", ExitCode.Usage);
            return [.. lines];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault($"{path} cannot be read.", ExitCode.Usage, fault);
        }
    }

    private static async Task<List<MemberId>> Named(CommandNetwork network, HashSet<string> hashes, CancellationToken stop)
    {
        await using var scope = network.Scope();
        var there = await scope.ServiceProvider.GetRequiredService<NetworkDb>().Members.AsNoTracking().Where(member => member.State != MemberState.Erased).Select(member => member.Id).ToListAsync(stop);
        return [.. there.Where(id => hashes.Contains(Erasure.HashOf(id)))];
    }
}
