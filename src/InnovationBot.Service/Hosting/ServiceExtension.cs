using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Hosting;

/// <summary>What a command adds to the service it starts.</summary>
/// <param name="Configure">Called before the service registers its own parts; those give way to what is registered here (<see cref="TimeProvider"/>).</param>
/// <param name="Prepare">Called once the store is open and before anything listens or sweeps.</param>
public sealed record ServiceExtension(Action<WebApplicationBuilder> Configure, Func<IServiceProvider, CancellationToken, Task> Prepare)
{
    public static readonly ServiceExtension None = new(_ => { }, (_, _) => Task.CompletedTask);

    /// <summary>For a service that people talk to: whoever starts it runs its <see cref="Rehearsal"/>.</summary>
    public static readonly ServiceExtension Rehearsed = new(builder => builder.Services.AddSingleton<Rehearsal>(), (_, _) => Task.CompletedTask);
}
