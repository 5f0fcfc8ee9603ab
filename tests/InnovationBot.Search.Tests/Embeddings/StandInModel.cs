using System.Security.Cryptography;
using System.Text;
using InnovationBot.Search.Embeddings;
using Microsoft.Extensions.AI;

namespace InnovationBot.Search.Tests.Embeddings;

/// <summary>A model in place of an endpoint: knows a few words that mean the same, is the same each time, and fails as it is told to.</summary>
internal sealed class StandInModel(int length = 256) : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly string[][] Same = [["lantern", "lamp", "street light"], ["canine", "dog", "hound"], ["invoice", "bill"], ["permit", "licence"]];

    public int Length { get; set; } = length;

    public int Requests { get; private set; }

    public List<string> Asked { get; } = [];

    /// <summary>What a request waits for; none answers at once.</summary>
    public Task? Waits { get; set; }

    public Func<int, bool> Fails { get; set; } = _ => false;

    public EmbeddingSource Source(string name = "stand-in", int? asksPerDay = null) => new(this, name, RequestsPerMinute: 100_000, asksPerDay);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Requests++;
        if (Waits is { } wait) await wait;
        if (Fails(Requests)) throw new HttpRequestException("the endpoint is down");
        var texts = values.ToList();
        Asked.AddRange(texts);
        return [.. texts.Select(text => new Embedding<float>(Vector(text)))];
    }

    private float[] Vector(string text)
    {
        var vector = new float[Length];
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var meant = Same.FirstOrDefault(words => words.Any(one => word.StartsWith(one, StringComparison.Ordinal)))?[0] ?? word;
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(meant));
            vector[BitConverter.ToUInt16(hash) % Length] += hash[2] % 2 == 0 ? 1 : -1;
        }

        vector[0] += 0.01f;
        return vector;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
