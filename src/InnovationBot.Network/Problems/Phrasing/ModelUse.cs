using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Problems.Phrasing;

/// <summary>How often a language model was asked on a day (UTC), by all instances together.</summary>
public sealed class ModelUse
{
    /// <summary><c>yyyy-MM-dd</c> for the chat model, <c>e-yyyyMMdd</c> for the embeddings of asks.</summary>
    public required string Day { get; init; }

    public int Requests { get; set; }
}

internal sealed class ModelUseModel : IEntityTypeConfiguration<ModelUse>
{
    public void Configure(EntityTypeBuilder<ModelUse> use)
    {
        use.ToTable("ModelUses");
        use.HasKey(u => u.Day);
        use.Property(u => u.Day).HasMaxLength(10);
    }
}

/// <summary>What a model is asked for; each has a budget of its own.</summary>
public enum ModelWork { Chat, AskEmbedding }

/// <summary>Counts what a model is asked, so that no day costs more than the operator allows.</summary>
public sealed class ModelBudget(IDbContextFactory<NetworkDb> contexts, TimeProvider clock)
{
    /// <returns>No when the day's requests are used up.</returns>
    public async Task<bool> TryTake(ModelWork work, int perDay, CancellationToken stop)
    {
        var day = clock.GetUtcNow().UtcDateTime.ToString(work == ModelWork.Chat ? "yyyy-MM-dd" : "'e-'yyyyMMdd", CultureInfo.InvariantCulture);
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await Count(db, day, perDay, stop)) return true;
        if (perDay < 1 || await db.Set<ModelUse>().AnyAsync(use => use.Day == day, stop)) return false;
        try
        {
            db.Add(new ModelUse { Day = day, Requests = 1 });
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException)
        {
            return await Count(db, day, perDay, stop); // another instance began the day meanwhile
        }
    }

    private static async Task<bool> Count(NetworkDb db, string day, int perDay, CancellationToken stop) =>
        await db.Set<ModelUse>().Where(use => use.Day == day && use.Requests < perDay).ExecuteUpdateAsync(set => set.SetProperty(use => use.Requests, use => use.Requests + 1), stop) == 1;
}
