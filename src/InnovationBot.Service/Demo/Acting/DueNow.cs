using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Demo.Acting;

/// <summary>Does at once what the workers would do within a second or two, so that whoever moved the clock or changed sides sees what came of it.</summary>
public sealed class DueNow(IServiceScopeFactory scopes, NoticesWritten written, TimeProvider clock, MachineClock machine)
{
    private const int Batch = 100;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    /// <summary>For a person who waits for an answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="patience">Sending is the delivery worker's; it is waited for no longer than this.</param>
    public async Task Run(TimeSpan patience, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var work in scope.ServiceProvider.GetServices<IDueWork>())
            while (await work.RunDue(clock.GetUtcNow(), Batch, stop) >= Batch)
            {
            }

        var began = machine.Time.GetTimestamp();
        while (await IsAnyDue(scope.ServiceProvider, stop) && machine.Time.GetElapsedTime(began) < patience)
        {
            written.Raise(); // the clock's move made it due, which nobody else tells the worker
            await Task.Delay(Glance, machine.Time, stop);
        }
    }

    private async Task<bool> IsAnyDue(IServiceProvider services, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await services.GetRequiredService<NetworkDb>().Notices
            .AnyAsync(notice => notice.State == NoticeState.Sending || (notice.State == NoticeState.Queued && notice.Due <= now), stop);
    }
}
