using InnovationBot.Activities;
using InnovationBot.Network.Outbox;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Delivery;

/// <summary>Puts the budget of all instances before the connector. Without a store nobody can be told apart from others, so then calls wait for it.</summary>
internal sealed class SharedLimit(ISendBudget budget, MachineClock clock, ILogger<SharedLimit> log) : ISharedLimit
{
    public async ValueTask<TimeSpan> Reserve(string tenantId, string conversationId, int perSecond, CancellationToken stop)
    {
        for (var pause = TimeSpan.Zero; ;)
        {
            try
            {
                return await budget.Reserve(tenantId, conversationId, perSecond, stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                pause = Pauses.Longer(pause);
                Log.BudgetAway(log, pause.TotalSeconds, fault.GetType().Name);
                await Task.Delay(pause, clock.Time, stop);
            }
        }
    }

    public void Pause(string tenantId, TimeSpan time) => _ = PauseAll(tenantId, time);

    private async Task PauseAll(string tenantId, TimeSpan time)
    {
        try
        {
            await budget.Pause(tenantId, time, CancellationToken.None);
        }
        catch (Exception fault)
        {
            Log.BudgetAway(log, 0, fault.GetType().Name); // the others will be told by the channel themselves
        }
    }
}
