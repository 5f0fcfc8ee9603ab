using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Search.Embeddings;

/// <summary>
/// The embedding of an ask, if it comes in time. After three failures in a row nobody waits for half a minute; then one ask tries again.
/// </summary>
internal sealed class AskEmbedder(TimeProvider clock, ILogger<AskEmbedder> log, EmbeddingSource? source = null)
{
    public static readonly TimeSpan TimeBox = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private const int MostFailures = 3;
    private const int MostCharacters = 2_000;

    private int failures;
    private long closedUntil = long.MinValue;

    /// <returns><c>null</c> when none is configured, it is late, fails, or has another length than the table's: the search goes on without.</returns>
    public async Task<float[]?> Of(string text, EmbeddingTable table, CancellationToken stop)
    {
        if (source is null || string.IsNullOrWhiteSpace(text) || clock.GetUtcNow().UtcTicks < Volatile.Read(ref closedUntil)) return null;
        using var late = new CancellationTokenSource(TimeBox, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            // Waited for apart from its own token: an endpoint's client may not listen to it.
            var made = await source.Generator.GenerateAsync([text.Length <= MostCharacters ? text : text[..MostCharacters]], cancellationToken: either.Token).WaitAsync(either.Token);
            if (made.Count != 1) throw new EmbeddingException("the answer has no vector");
            var vector = made[0].Vector.ToArray();
            if (vector.Length != table.Dimensions) throw new EmbeddingException($"the vector has {vector.Length} numbers where {table.Dimensions} are expected");
            if (!EmbeddingTable.Normalise(vector)) throw new EmbeddingException("the vector has no direction");
            Interlocked.Exchange(ref failures, 0);
            return vector;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(stop);
        }
        catch (Exception fault)
        {
            if (Interlocked.Increment(ref failures) >= MostFailures) Volatile.Write(ref closedUntil, (clock.GetUtcNow() + Rest).UtcTicks);
            log.AskNotEmbedded(fault is OperationCanceledException ? "it took longer than 1.5 s" : fault is EmbeddingException ? fault.Message : fault.GetType().Name);
            return null;
        }
    }
}
