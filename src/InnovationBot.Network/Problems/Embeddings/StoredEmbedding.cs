namespace InnovationBot.Network.Problems.Embeddings;

/// <summary>What an embedding model made of a text of the network: kept, because making it again costs money and time.</summary>
public sealed class StoredEmbedding
{
    /// <summary>The case, or what stands for a line of a profile.</summary>
    public Guid Subject { get; init; }

    /// <summary>The case whose text it is, or nothing for a line of a profile.</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>The person whose line it is.</summary>
    public MemberId? MemberId { get; init; }

    /// <summary>Deployment and length of its vectors; what another model made is made anew.</summary>
    public string Model { get; set; } = "";

    /// <summary>Of the text; another one is made anew.</summary>
    public string TextHash { get; set; } = "";

    /// <summary>Single-precision numbers, little-endian.</summary>
    public byte[] Vector { get; set; } = [];

    public DateTimeOffset MadeAt { get; set; }
}

/// <summary>Keeps embeddings. Implemented by the store.</summary>
public interface IEmbeddingStore
{
    /// <summary>Everything that a model made.</summary>
    IAsyncEnumerable<StoredEmbedding> Read(string model, CancellationToken stop);

    /// <summary>What a model made from some moment on.</summary>
    IAsyncEnumerable<StoredEmbedding> Read(string model, DateTimeOffset since, CancellationToken stop);

    /// <summary>Adds, or replaces what the same subjects have. All or none.</summary>
    Task Write(IReadOnlyCollection<StoredEmbedding> made, CancellationToken stop);

    /// <summary>Takes away what these cases and people have, except for some subjects.</summary>
    Task Remove(IReadOnlyCollection<CaseId> cases, IReadOnlyCollection<MemberId> members, IReadOnlyCollection<Guid> except, CancellationToken stop);

    /// <summary>The length of the newest vectors that a deployment made; <c>null</c> when there are none.</summary>
    /// <param name="deployment">The model without the length.</param>
    Task<string?> NewestModel(string deployment, CancellationToken stop);
}
