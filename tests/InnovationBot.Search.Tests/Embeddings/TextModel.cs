using Microsoft.Extensions.AI;

namespace InnovationBot.Search.Tests.Embeddings;

/// <summary>A deterministic model in place of an endpoint, one text at a time.</summary>
internal abstract class TextModel : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. values.Select(text => new Embedding<float>(Vector(text)))]);

    protected abstract float[] Vector(string text);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => GC.SuppressFinalize(this);
}
