using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network.Problems.Phrasing;
using InnovationBot.Search.Watching;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Search.Embeddings;

/// <summary>
/// The embedding of an ask, if it comes in time and the day's budget has room for it. After three failures in a row nobody waits for half a minute; then one ask tries again.
/// </summary>
internal sealed class AskEmbedder(TimeProvider clock, ILogger<AskEmbedder> log, SearchMetrics metrics, EmbeddingSource? source = null, HybridCache? cache = null, ModelBudget? budget = null)
{
    public static readonly TimeSpan TimeBox = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private const int MostFailures = 3;
    private const int MostCharacters = 2_000;

    private int failures;
    private long closedUntil = long.MinValue;

    /// <returns><c>null</c> when none is configured, the day's asks are used up, it is late, fails, or has another length than the table's: the search goes on without.</returns>
    public async Task<float[]?> Of(string text, EmbeddingTable table, CancellationToken stop)
    {
        if (source is null || string.IsNullOrWhiteSpace(text) || clock.GetUtcNow().UtcTicks < Volatile.Read(ref closedUntil)) return null;
        using var late = new CancellationTokenSource(TimeBox, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            var vector = await Kept(text.Length <= MostCharacters ? text : text[..MostCharacters], table, either.Token);
            if (vector.Length != table.Dimensions) throw new EmbeddingException($"the vector has {vector.Length} numbers where {table.Dimensions} are expected");
            Interlocked.Exchange(ref failures, 0);
            return vector;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(stop);
        }
        catch (UsedUpException)
        {
            metrics.Embedded("ask", "used_up");
            return null;
        }
        catch (Exception fault)
        {
            if (Interlocked.Increment(ref failures) >= MostFailures) Volatile.Write(ref closedUntil, (clock.GetUtcNow() + Rest).UtcTicks);
            metrics.Embedded("ask", fault is OperationCanceledException ? "late" : "failed");
            log.AskNotEmbedded(fault is OperationCanceledException ? "it took longer than 1.5 s" : fault is EmbeddingException ? fault.Message : fault.GetType().Name);
            return null;
        }
    }

    /// <summary>The same question is asked again and again, in a channel or by pressing it once more; the key tells nothing of the text.</summary>
    private async Task<float[]> Kept(string text, EmbeddingTable table, CancellationToken stop)
    {
        if (cache is null) return await Made(text, stop);
        var made = false;
        var key = $"embedding:{table.Model}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
        float[] vector;
        try
        {
            vector = EmbeddingTable.FromBytes(await cache.GetOrCreateAsync(
                key,
                async again =>
                {
                    made = true;
                    return EmbeddingTable.ToBytes(await Made(text, again));
                },
                Keeping, cancellationToken: stop).AsTask().WaitAsync(stop));
        }
        catch (Exception away) when (!made && away is not OperationCanceledException)
        {
            return await Made(text, stop); // the cache is away, the model perhaps is not
        }

        if (!made) metrics.Embedded("ask", "kept");
        return vector;
    }

    private async Task<float[]> Made(string text, CancellationToken stop)
    {
        if (source!.AsksPerDay is { } most && budget is not null && !await budget.TryTake(ModelWork.AskEmbedding, most, stop)) throw new UsedUpException();

        // Waited for apart from its own token: an endpoint's client may not listen to it.
        var made = await source.Generator.GenerateAsync([text], cancellationToken: stop).WaitAsync(stop);
        if (made.Count != 1) throw new EmbeddingException("the answer has no vector");
        var vector = made[0].Vector.ToArray();
        if (!EmbeddingTable.Normalise(vector)) throw new EmbeddingException("the vector has no direction");
        metrics.Embedded("ask", "made");
        return vector;
    }

    private static readonly HybridCacheEntryOptions Keeping = new() { Expiration = TimeSpan.FromHours(6), LocalCacheExpiration = TimeSpan.FromMinutes(30) };

    /// <summary>Leaves the cache without an entry, so that the ask is embedded once there is room again.</summary>
    private sealed class UsedUpException : Exception;
}
