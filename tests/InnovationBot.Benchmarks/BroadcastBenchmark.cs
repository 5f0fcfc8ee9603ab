using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Networks;
using InnovationBot.Benchmarks.Servers;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Service.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks;

/// <summary><c>broadcast [PEOPLE] [KILLS]</c>: one message to a hundred thousand people through a connector that fails in every way of the protocol, the service killed ten times on the way.</summary>
internal static class BroadcastBenchmark
{
    private const int InFlight = 8;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(2);

    /// <summary>The program that fills the store has ended by then, also on a busy machine.</summary>
    private static readonly TimeSpan UntilItBegins = TimeSpan.FromSeconds(60);

    public static async Task<int> Run(int people, int kills)
    {
        await using var connector = await CountingConnector.Start(Latency, isFaulty: true);
        using var folder = await NetworkFolder.Make(async (services, stop) =>
        {
            await DeliveringService.FillPeople(services, connector.Address, people, stop);
            await Publish(services, stop);
        });
        var began = TimeProvider.System.GetTimestamp();
        long peak = 0;
        for (var kill = 0; kill <= kills; kill++)
        {
            await using var service = await ServerProcess.OfService(folder.Path, ("Delivery__RequestsPerSecond", "0"));
            var enough = (long)people * (kill + 1) / (kills + 1);
            while (kill < kills ? connector.Taken < enough : !await IsOver(folder)) await Task.Delay(TimeSpan.FromMilliseconds(kill < kills ? 20 : 1000), TimeProvider.System);
            peak = Math.Max(peak, service.PeakResident);
        } // disposing kills it, as kill -9 does

        var took = TimeProvider.System.GetElapsedTime(began);
        var numbers = await Numbers(folder);
        var total = numbers.Queued + numbers.Sent + numbers.Unknown + numbers.AllFailed;
        var (torn, blocked) = (CountingConnector.Torn(people), CountingConnector.Blocked(people));
        var ofKills = Math.Max(0, numbers.Unknown - torn);
        Report.Line($"{people} people, {torn} torn off, {blocked} blocked, {kills} kills: {took.TotalSeconds:0} s, sent {numbers.Sent}, unknown {numbers.Unknown}, failed {numbers.AllFailed}, at most {Load.Numbers.Megabytes(peak):0} MB");
        Report.Aim("recipients of which the numbers tell", (double)total / people, "1", total == people && numbers.Recipients == people);
        Report.Aim("chats that got it more than once", connector.Doubled, "0", connector.Doubled == 0);
        Report.Aim("told as sent and not there", Math.Max(0, numbers.Sent - connector.Chats), "0", numbers.Sent <= connector.Chats);
        Report.Aim("reachable, without it, of known fate", Math.Max(0, people - blocked - connector.Chats - numbers.Unknown), "0", people - blocked - connector.Chats <= numbers.Unknown);
        Report.Aim("failed that are not blocked", Math.Max(0, numbers.AllFailed - blocked), "0", numbers.AllFailed <= blocked);
        Report.Aim("unknown for each kill", kills == 0 ? 0 : (double)ofKills / kills, $"at most {InFlight}", ofKills <= kills * InFlight);
        return 0;
    }

    private static async Task Publish(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var draft = new ComposeBroadcast.Draft(
            BroadcastKind.Message, new BroadcastContent { Title = new() { [""] = "One desk for permits" }, Text = new() { [""] = "From May on there is **one** desk." } },
            Audience: new Audience { Countries = [DeliveringService.Country] });
        var made = await scope.ServiceProvider.GetRequiredService<ComposeBroadcast>().Create(draft, null, stop);
        var soon = SendAt.Read(TimeProvider.System.GetUtcNow().Add(UntilItBegins).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        var published = await scope.ServiceProvider.GetRequiredService<PublishBroadcast>().Handle(made.Value.Id, null, new(soon, Urgent: true, "A benchmark"), inChat: false, stop);
        if (published.Refusal is { } refusal) throw new InvalidOperationException(refusal.Code);
    }

    private static Task<bool> IsOver(NetworkFolder folder) => Read(folder, async services =>
        await services.GetRequiredService<NetworkDb>().Broadcasts.AsNoTracking().AllAsync(b => b.State == BroadcastState.Sent));

    private static Task<BroadcastNumbers> Numbers(NetworkFolder folder) => Read(folder, async services =>
    {
        var broadcast = await services.GetRequiredService<NetworkDb>().Broadcasts.AsNoTracking().SingleAsync();
        return await services.GetRequiredService<CountBroadcast>().Handle(broadcast, CancellationToken.None);
    });

    private static async Task<T> Read<T>(NetworkFolder folder, Func<IServiceProvider, Task<T>> read)
    {
        var installation = Installation.In(folder.Path, new Dictionary<string, string?>());
        var services = new ServiceCollection();
        services.AddInnovationNetwork(installation.ReadSettings(), installation, indexFolder: null);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await read(scope.ServiceProvider);
    }
}
