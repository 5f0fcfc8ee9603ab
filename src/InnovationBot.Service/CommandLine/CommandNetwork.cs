using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Service.Demo;
using InnovationBot.Service.Demo.Clock;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.Options;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.CommandLine;

/// <summary>The network as a command sees it: the store, opened beside a running service if there is one, and an index of its own in memory.</summary>
internal sealed class CommandNetwork : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private CommandNetwork(ServiceProvider services) => this.services = services;

    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static async Task<CommandNetwork> Open(Installation installation, CommandConsole console, CancellationToken stop)
    {
        var configuration = installation.ReadSettings();
        UnreadableSettings.Refuse(configuration);
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddProvider(new ConsoleProblems(console)));
        if (DemoFolder.ClockOf(installation.Folder) is { } file && DemoClock.Beside(TimeProvider.System, file) is { } clock) collection.AddSingleton(clock);
        collection.AddInnovationNetwork(configuration, installation, indexFolder: null);
        var network = new CommandNetwork(collection.BuildServiceProvider());
        try
        {
            network.services.GetService<IStartupValidator>()?.Validate();
            await network.services.GetRequiredService<Store>().Open(stop);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    /// <summary>With whose rights a command acts.</summary>
    /// <returns><c>null</c> for the administrator of this machine.</returns>
    /// <exception cref="CommandFault">Nobody has this address.</exception>
    public async Task<Member?> Actor(string? email, CancellationToken stop)
    {
        if (email is null) return null;
        await using var scope = Scope();
        var address = email.Trim().ToLowerInvariant();
        return await scope.ServiceProvider.GetRequiredService<NetworkDb>().Members.AsNoTracking().FirstOrDefaultAsync(member => member.Email == address, stop)
            ?? throw new CommandFault($"No member has the e-mail address {address}.");
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>Errors of the rooms go where a command's problems go.</summary>
    private sealed class ConsoleProblems(CommandConsole console) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) console.Problem(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
