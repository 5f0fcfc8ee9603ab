using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Search;
using InnovationBot.Service.Health;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Service.Tests.Hosting;

/// <summary>What stands beside "failing" says what is wrong and where to look.</summary>
public sealed class HealthCausesTests
{
    [Fact]
    public async Task A_store_that_says_neither_yes_nor_no_is_told_as_soon_as_patience_is_over()
    {
        var time = new FakeTimeProvider();
        var asked = new StoreHealth(new SilentStore(), new MachineClock(time)).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);
        asked.IsCompleted.ShouldBeFalse();
        time.Advance(StoreHealth.Patience);

        var told = await asked;
        told.Status.ShouldBe(HealthStatus.Unhealthy);
        told.Description!.ShouldContain("within 5 seconds");
        told.Description!.ShouldContain("Store:ConnectionString");
    }

    [Fact]
    public async Task An_index_that_cannot_be_built_is_not_said_to_be_under_way()
    {
        var stop = TestContext.Current.CancellationToken;
        var log = new Told();
        using var health = new SearchHealth(new BrokenIndex(), new MachineClock(new FakeTimeProvider()), log);
        (await health.CheckHealthAsync(new HealthCheckContext(), stop)).Description.ShouldBe("The search index is being built.");
        await health.StartAsync(stop);
        await log.Once.Task.WaitAsync(stop);

        (await health.CheckHealthAsync(new HealthCheckContext(), stop)).Description!.ShouldContain("could not be opened or built (IOException)");
        await health.StopAsync(stop);
    }

    private sealed class BrokenIndex : ISearchIndex
    {
        public Task CatchUp(CancellationToken stop) => Task.FromException(new IOException("No space left on device"));

        public Task Rebuild(CancellationToken stop) => throw new NotSupportedException();
    }

    private sealed class Told : ILogger<SearchHealth>
    {
        public readonly TaskCompletionSource Once = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Once.TrySetResult();
    }

    private sealed class SilentStore : IDbContextFactory<NetworkDb>
    {
        public NetworkDb CreateDbContext() => throw new NotSupportedException();

        public Task<NetworkDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => new TaskCompletionSource<NetworkDb>().Task;
    }
}
