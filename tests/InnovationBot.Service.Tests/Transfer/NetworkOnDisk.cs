using System.Text.Json;
using InnovationBot.Network;
using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;

namespace InnovationBot.Service.Tests.Transfer;

/// <summary>A data folder whose store is of either engine, and files beside it, for the command line.</summary>
internal sealed class NetworkOnDisk : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-transfer-").FullName;

    private NetworkOnDisk(TestStore store) => Store = store;

    public TestStore Store { get; }

    /// <summary>For <c>--data</c>.</summary>
    public string Folder => folder;

    public static async Task<NetworkOnDisk> On(StoreEngine engine)
    {
        var network = new NetworkOnDisk(await TestStore.Open(engine));
        await System.IO.File.WriteAllTextAsync(
            network.File("appsettings.json"), JsonSerializer.Serialize(new { Store = new { network.Store.ConnectionString } }));
        return network;
    }

    public string File(string name) => Path.Combine(folder, name);

    public async Task<Called> Import(string kind, string jsonLines, params string[] more)
    {
        await System.IO.File.WriteAllTextAsync(File("in.jsonl"), jsonLines);
        return await ImportFile(kind, "in.jsonl", more);
    }

    public Task<Called> ImportFile(string kind, string name, params string[] more) => Called.With(["import", kind, File(name), "--data", folder, .. more]);

    public async Task<byte[]> Export(string kind, string format)
    {
        var file = File($"out-{kind}.{format}");
        var called = await Called.With("export", kind, file, "--data", folder);
        called.ExitCode.ShouldBe(0, called.Error);
        return await System.IO.File.ReadAllBytesAsync(file);
    }

    public Task<T> Read<T>(Func<NetworkDb, Task<T>> query) => Store.Read(query);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
