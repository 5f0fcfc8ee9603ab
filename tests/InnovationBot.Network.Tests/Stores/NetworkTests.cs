using InnovationBot.Storage;
using InnovationBot.Testing.Stores;

namespace InnovationBot.Network.Tests.Stores;

/// <summary>Tests over a store of their own; each derived class is run once on each engine.</summary>
public abstract class NetworkTests(StoreEngine engine) : IAsyncLifetime
{
    private protected Given given = null!;

    public async ValueTask InitializeAsync()
    {
        if (engine == StoreEngine.Postgres && Environment.GetEnvironmentVariable("CI") is null) Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        given = await Given.On(engine);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (given is not null) await given.DisposeAsync();
    }
}
