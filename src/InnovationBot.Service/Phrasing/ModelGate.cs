using InnovationBot.Activities;
using InnovationBot.Network.Problems.Phrasing;

namespace InnovationBot.Service.Phrasing;

/// <summary>
/// Whether the chat model may be asked now: not when the day's budget is used up, and for a while neither after three failures in a row nor after a 429; then
/// one request tries again. Each kind of work has a gate of its own, so that the one with less time does not close the other's.
/// </summary>
internal sealed class ModelGate(MachineClock clock, int requestsPerDay, ModelBudget? budget)
{
    private const int MostFailures = 3;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private int failures;
    private long restsUntil;

    /// <returns>Why not, as the metrics call it; <c>null</c> when it may.</returns>
    public async ValueTask<string?> Closed(CancellationToken stop)
    {
        if (clock.Now.UtcTicks < Volatile.Read(ref restsUntil)) return "resting";
        return budget is null || await budget.TryTake(requestsPerDay, stop) ? null : "used_up";
    }

    public void Worked() => Volatile.Write(ref failures, 0);

    public void Failed()
    {
        if (Interlocked.Increment(ref failures) >= MostFailures) Throttled();
    }

    public void Throttled() => Volatile.Write(ref restsUntil, (clock.Now + Rest).UtcTicks);

    /// <summary>As if the model had never failed.</summary>
    public void Forget()
    {
        Worked();
        Volatile.Write(ref restsUntil, 0);
    }
}
