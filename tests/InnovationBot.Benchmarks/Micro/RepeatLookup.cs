using BenchmarkDotNet.Attributes;
using InnovationBot.Network;
using InnovationBot.Network.Turns;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks.Micro;

/// <summary>Whether an activity was handled before, in an SQLite file with 100,000 keys; beside it what the same read costs through the object mapper.</summary>
public class RepeatLookup
{
    private const int Keys = 100_000;
    private const string Unknown = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

    private string folder = "";
    private ServiceProvider services = null!;
    private IHandledActivities handled = null!;

    [GlobalSetup]
    public async Task Make()
    {
        folder = Directory.CreateTempSubdirectory("innovationbot-bench-").FullName;
        services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStore($"Data Source={Path.Combine(folder, "network.db")}").BuildServiceProvider();
        await services.GetRequiredService<Store>().Open(CancellationToken.None);
        handled = services.GetRequiredService<IHandledActivities>();
        await using var db = services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext();
        for (var i = 0; i < Keys; i++) db.Set<HandledActivity>().Add(new HandledActivity { Key = $"{i:x64}", At = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
    }

    [Benchmark]
    public ValueTask<HandledActivity?> Find() => handled.Find(Unknown, CancellationToken.None);

    [Benchmark]
    public async Task<HandledActivity?> FindThroughMapper()
    {
        await using var db = services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext();
        return await db.Set<HandledActivity>().AsNoTracking().FirstOrDefaultAsync(one => one.Key == Unknown);
    }

    [GlobalCleanup]
    public void Delete()
    {
        services.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
