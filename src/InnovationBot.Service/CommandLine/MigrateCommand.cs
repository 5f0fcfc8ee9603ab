using System.CommandLine;
using InnovationBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine;

/// <summary>
/// <c>migrate</c>: brings the store's tables up to this program. An SQLite file is brought up by every command; a PostgreSQL database by
/// this one alone, because several instances may stand on it and its operator makes a backup first.
/// </summary>
internal static class MigrateCommand
{
    public static Command Make(CommandContext context)
    {
        var command = new Command("migrate", "Bring the store up to this version of the program");
        command.SetAction(async (parsed, stop) =>
        {
            var installation = context.Installation(parsed);
            await using var services = new ServiceCollection().AddStore(installation.ConnectionString(installation.ReadSettings())).BuildServiceProvider();
            var store = services.GetRequiredService<Store>();
            var applied = await store.Migrate(stop);
            foreach (var migration in applied) context.Console.Result(migration);
            context.Console.Progress(applied.Count == 0 ? $"The {store.Engine} store is up to date." : $"The {store.Engine} store was brought up to date.");
            return ExitCode.Done;
        });
        return command;
    }
}
