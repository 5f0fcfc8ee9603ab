using InnovationBot.Network;
using InnovationBot.Network.Problems.Embeddings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage;

/// <summary>Embeddings as rows, on either engine.</summary>
internal sealed class StoredEmbeddings(IDbContextFactory<NetworkDb> contexts) : IEmbeddingStore
{
    public async IAsyncEnumerable<StoredEmbedding> Read(string model, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        await foreach (var made in db.StoredEmbeddings.AsNoTracking().Where(made => made.Model == model).AsAsyncEnumerable().WithCancellation(stop)) yield return made;
    }

    public async IAsyncEnumerable<StoredEmbedding> Read(string model, DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        await foreach (var made in db.StoredEmbeddings.AsNoTracking().Where(made => made.Model == model && made.MadeAt >= since).AsAsyncEnumerable().WithCancellation(stop)) yield return made;
    }

    public async Task Write(IReadOnlyCollection<StoredEmbedding> made, CancellationToken stop)
    {
        try
        {
            await Put(made, stop);
        }
        catch (DbUpdateException)
        {
            await Put(made, stop); // another instance wrote the same ones meanwhile
        }
    }

    private async Task Put(IReadOnlyCollection<StoredEmbedding> made, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var subjects = made.Select(one => one.Subject).ToList();
        var known = await db.StoredEmbeddings.Where(one => subjects.Contains(one.Subject)).ToDictionaryAsync(one => one.Subject, stop);
        foreach (var one in made)
        {
            if (known.TryGetValue(one.Subject, out var old)) (old.Model, old.TextHash, old.Vector, old.MadeAt) = (one.Model, one.TextHash, one.Vector, one.MadeAt);
            else db.StoredEmbeddings.Add(one);
        }

        await db.SaveChangesAsync(stop);
    }

    public async Task Remove(IReadOnlyCollection<CaseId> cases, IReadOnlyCollection<MemberId> members, IReadOnlyCollection<Guid> except, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var (ofCases, ofMembers, kept) = (cases.ToList(), members.ToList(), except.ToList());
        await db.StoredEmbeddings
            .Where(made => (made.CaseId != null && ofCases.Contains(made.CaseId.Value)) || (made.MemberId != null && ofMembers.Contains(made.MemberId.Value)))
            .Where(made => !kept.Contains(made.Subject))
            .ExecuteDeleteAsync(stop);
    }

    public async Task<string?> NewestModel(string deployment, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.StoredEmbeddings.Where(made => made.Model.StartsWith(deployment + "/")).OrderByDescending(made => made.MadeAt).Select(made => made.Model).FirstOrDefaultAsync(stop);
    }
}
