using Microsoft.Extensions.AI;

namespace InnovationBot.Search.Embeddings;

/// <summary>An embedding model somewhere else; registered when one is configured.</summary>
/// <param name="Deployment">Its name; another one's vectors are made anew.</param>
/// <param name="RequestsPerMinute">Requests for texts of the network; asks are not counted. 1 to 100,000.</param>
/// <param name="AsksPerDay">Asks that are embedded in a day (UTC), by all who share the store; those that are known from before are not counted. <c>null</c> for any number.</param>
public sealed record EmbeddingSource(IEmbeddingGenerator<string, Embedding<float>> Generator, string Deployment, int RequestsPerMinute = 300, int? AsksPerDay = null);

/// <summary>The search's embeddings of what stands in the store.</summary>
public interface IEmbeddings
{
    /// <summary>A model is configured.</summary>
    bool AreOn { get; }

    /// <summary>Makes all that are missing, for whoever must be sure; the service makes them by itself.</summary>
    /// <exception cref="EmbeddingException">The model gives none.</exception>
    Task CatchUp(CancellationToken stop);
}

/// <summary>Why there are no embeddings, as the end of a sentence, without anything that people wrote.</summary>
public sealed class EmbeddingException(string why, Exception? inner = null) : Exception(why, inner);
