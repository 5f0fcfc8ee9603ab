using InnovationBot.Network;
using InnovationBot.Search;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks.Networks;

/// <summary>A data folder with a network in it and its index built, as a service finds it at its start; deleted afterwards.</summary>
internal sealed class NetworkFolder : IDisposable
{
    private NetworkFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The sample network as it is published.</summary>
    public static Task<NetworkFolder> OfSample() => Make((_, _) => Task.CompletedTask);

    /// <summary>The sample's people and organisations with so many cases made of the sample's sentences.</summary>
    public static Task<NetworkFolder> WithCases(int count) => Make((services, stop) => new GeneratedCases(services, seed: 20_001).Add(count, stop));

    public static async Task<NetworkFolder> Make(Func<IServiceProvider, CancellationToken, Task> fill)
    {
        var folder = new NetworkFolder(Directory.CreateTempSubdirectory("innovationbot-bench-").FullName);
        var settings = new Dictionary<string, string?> { ["Bot:LocalMode"] = "true", ["Service:Port"] = "0", ["Logging:LogLevel:Default"] = "Error" };
        var extension = new ServiceExtension(_ => { }, async (services, stop) =>
        {
            await using (var scope = services.CreateAsyncScope())
            {
                await ActivatorUtilities.CreateInstance<SampleNetwork>(scope.ServiceProvider).Load(stop);
            }

            await fill(services, stop);
        });
        await using var service = await RunningService.Start(Installation.In(folder.Path, settings), extension, CancellationToken.None);
        await service.Services.GetRequiredService<ISearchIndex>().CatchUp(CancellationToken.None);
        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
