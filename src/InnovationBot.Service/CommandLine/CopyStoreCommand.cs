using System.CommandLine;
using InnovationBot.Network;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine;

/// <summary>
/// <c>copy-store TO</c>: copies the store of this installation into another, empty one, and compares both by counts and hashes. Meant for the way from a file of
/// SQLite to PostgreSQL; the service has to stand still meanwhile.
/// </summary>
internal static class CopyStoreCommand
{
    public static Command Make(CommandContext context)
    {
        var target = new Argument<string>("TO") { Description = "Connection string of the empty store to copy into: Host=… or Data Source=…; or file:PATH that holds it" };
        var command = new Command("copy-store", "Copy everything into another, empty store, and compare both; stop the service first") { target };
        command.SetAction(async (parsed, stop) =>
        {
            var installation = context.Installation(parsed);
            var from = installation.ConnectionString(installation.ReadSettings());
            var to = Told(parsed.GetRequiredValue(target));
            if (from == to) throw new CommandFault("Both stores are the same.", ExitCode.Usage);
            return await Run(from, to, context.Console, stop);
        });
        return command;
    }

    private static async Task<int> Run(string from, string to, CommandConsole console, CancellationToken stop)
    {
        await using var source = Services(from);
        await using var target = Services(to);
        await source.GetRequiredService<Store>().Open(stop);
        await target.GetRequiredService<Store>().Migrate(stop);
        Func<NetworkDb> reads = source.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext;
        Func<NetworkDb> writes = target.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext;

        var before = await StoreCopy.Sums(reads, stop);
        await StoreCopy.Copy(reads, writes, (table, rows) => console.Progress($"{table}: {rows}"), stop);
        var (after, copied) = (await StoreCopy.Sums(reads, stop), await StoreCopy.Sums(writes, stop));
        if (!before.SequenceEqual(after)) throw new CommandFault("The store changed while it was copied. Stop the service, empty the other store, and copy again.");

        var isSame = true;
        foreach (var (one, other) in after.Zip(copied))
        {
            isSame &= one == other;
            console.Result($"{(one == other ? "same" : "DIFFERENT")}\t{one.Table}\t{one.Rows}\t{other.Rows}\t{other.Hash}");
        }

        if (!isSame) throw new CommandFault("The copy differs from the original; do not use it.");
        console.Progress("Both stores hold the same. Set Store:ConnectionString to the new one and start the service.");
        return ExitCode.Done;
    }

    /// <summary>A connection string with a password is better not seen in a list of processes.</summary>
    private static string Told(string text)
    {
        if (!text.StartsWith("file:", StringComparison.Ordinal)) return text;
        try
        {
            return File.ReadAllText(text["file:".Length..]).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault($"{text["file:".Length..]} cannot be read.", ExitCode.Usage, fault);
        }
    }

    private static ServiceProvider Services(string connectionString) =>
        new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStore(connectionString).BuildServiceProvider();
}
