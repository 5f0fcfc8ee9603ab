using System.ClientModel;
using InnovationBot.Activities;
using InnovationBot.Network.Problems.Phrasing;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Phrasing;

/// <summary>
/// The way to the chat model: not when the day's budget is used up, and for a while neither after three failures in a row nor after a 429; then
/// one request tries again. Each kind of work has a gate of its own, so that the one with less time does not close the other's.
/// </summary>
internal sealed class ModelGate(MachineClock clock, int requestsPerDay, ModelBudget? budget)
{
    private const int MostFailures = 3;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private int failures;
    private long restsUntil;

    /// <summary>Asks, if that may be now, within so much time. What goes wrong is logged by its kind alone, never with a text.</summary>
    /// <param name="ask">The answer as it was read; <c>null</c> for anything but what was asked for.</param>
    /// <param name="patience">How long the model has.</param>
    /// <param name="worked">What a good answer is called in the metrics.</param>
    /// <param name="count">Takes the outcome: that word, or resting, used_up, late, failed, throttled, nonsense.</param>
    /// <returns><c>null</c> without a good answer.</returns>
    /// <exception cref="OperationCanceledException">Stopped by whoever asks.</exception>
    public async Task<T?> Ask<T>(Func<CancellationToken, Task<T?>> ask, TimeSpan patience, string worked, Action<string> count, ILogger log, CancellationToken stop)
        where T : class
    {
        if (await Closed(stop) is { } why)
        {
            count(why);
            return null;
        }

        using var late = new CancellationTokenSource(patience, clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            if (await ask(either.Token) is not { } answer) return Failed("nonsense");
            Volatile.Write(ref failures, 0);
            count(worked);
            return answer;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(stop);
        }
        catch (ClientResultException throttled) when (throttled.Status == 429)
        {
            Close();
            return Nothing("throttled");
        }
        catch (Exception fault)
        {
            return Failed(fault is OperationCanceledException ? "late" : "failed", fault is ClientResultException { Status: var status } ? $" {status}" : $" {fault.GetType().Name}");
        }

        T? Failed(string outcome, string detail = "")
        {
            if (Interlocked.Increment(ref failures) >= MostFailures) Close();
            return Nothing(outcome, detail);
        }

        T? Nothing(string outcome, string detail = "")
        {
            Log.ModelFailed(log, outcome + detail);
            count(outcome);
            return null;
        }
    }

    /// <summary>As if the model had never failed.</summary>
    public void Forget()
    {
        Volatile.Write(ref failures, 0);
        Volatile.Write(ref restsUntil, 0);
    }

    private void Close() => Volatile.Write(ref restsUntil, (clock.Now + Rest).UtcTicks);

    /// <returns>Why nobody may ask now; <c>null</c> = one may, and has taken it from the budget.</returns>
    private async ValueTask<string?> Closed(CancellationToken stop)
    {
        if (clock.Now.UtcTicks < Volatile.Read(ref restsUntil)) return "resting";
        return budget is null || await budget.TryTake(ModelWork.Chat, requestsPerDay, stop) ? null : "used_up";
    }
}
