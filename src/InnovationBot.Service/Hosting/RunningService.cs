using InnovationBot.Search;
using InnovationBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InnovationBot.Service.Hosting;

/// <summary>The service, started: the store is open, the door listens, the workers run.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication application;

    private RunningService(WebApplication application) => this.application = application;

    /// <summary>The bot's own address as a person on this machine can open it, without a slash at the end.</summary>
    public Uri Address => Services.GetRequiredService<ServiceAddresses>().Local;

    public IServiceProvider Services => application.Services;

    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="IOException">Another program listens on one of its addresses.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong; each failure names it and the mend.</exception>
    public static async Task<RunningService> Start(Installation installation, ServiceExtension extension, CancellationToken stop)
    {
        var reading = SearchServices.ReadAhead(); // on another core, while the host is put together and the store opened
        var application = ServiceHost.Build(installation, extension);
        try
        {
            ValidateSettings(application.Services);
            TakenAddresses.Refuse(application.Urls);
            await application.Services.GetRequiredService<Store>().Open(stop);
            await extension.Prepare(application.Services, stop);
            await reading;
            await application.StartAsync(stop);
            return new RunningService(application);
        }
        catch
        {
            await application.StopAsync(CancellationToken.None); // workers that began before the one that failed
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Completes when the service has stopped: on a signal, or when <paramref name="stop"/> says so. What was begun is finished first.</summary>
    public async Task Stopped(CancellationToken stop)
    {
        await application.WaitForShutdownAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    /// <summary>Before the store is touched: a wrong setting must not leave a half-made installation behind.</summary>
    private static void ValidateSettings(IServiceProvider services) => services.GetService<Microsoft.Extensions.Options.IStartupValidator>()?.Validate();
}
