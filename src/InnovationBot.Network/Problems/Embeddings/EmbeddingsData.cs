using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Embeddings;

/// <summary>That numbers were made of a person's topics and offers, and when; the numbers themselves say nothing to anybody.</summary>
public sealed class EmbeddingsData(NetworkDb db) : IPersonalData
{
    public string Name => "embeddings";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(StoredEmbedding), nameof(StoredEmbedding.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.Of(
        await Of(person).AsNoTracking().OrderBy(made => made.MadeAt).Select(made => new { made.Model, made.MadeAt }).ToListAsync(stop));

    public async Task Erase(Member person, CancellationToken stop) => db.StoredEmbeddings.RemoveRange(await Of(person).ToListAsync(stop));

    private IQueryable<StoredEmbedding> Of(Member person) => db.StoredEmbeddings.Where(made => made.MemberId == person.Id);
}
